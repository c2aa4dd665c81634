"""The files translators work in: templates written from the content, catalogs brought up to date with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from leafdeck.build.store import write
from leafdeck.catalog import Counts, Report, dump, new, status, template, update
from leafdeck.extract import messages
from leafdeck.model import Finding
from leafdeck.project import Library, catalog_path
from leafdeck.project import domains as domains_of


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one file."""

    path: str
    changed: bool
    report: Report | None
    """What an update carried, made stale or dropped; None for a template."""
    findings: tuple[Finding, ...] = ()


def write_templates(library: Library, now: datetime) -> tuple[Written, ...]:
    """Write `locales/<domain>.pot` for each domain; a template whose messages are the same keeps its bytes."""
    written: list[Written] = []
    for domain, offered in messages(library).items():
        relative = f"locales/{domain}.pot"
        path = library.root / relative
        before = path.read_bytes() if path.exists() else b""
        after = template(domain, offered, created=stamp(now), project=library.settings.name, before=before)
        findings = write(library.root, relative, after) if after != before else ()
        written.append(Written(relative, after != before, None, findings))
    return tuple(written)


def update_catalogs(library: Library, tags: tuple[str, ...], now: datetime, *, dry: bool) -> tuple[Written, ...]:
    """Bring the catalogs of the languages *tags* up to date with the content; with *dry* only say what would change."""
    written: list[Written] = []
    offered = messages(library)
    for tag in tags:
        for domain in domains_of(library.topics):
            path = catalog_path(library.root, tag, domain)
            relative = path.relative_to(library.root).as_posix()
            catalog = library.locales[tag].catalogs.get(domain)
            if catalog is None and path.exists():
                continue  # It does not parse; its mistakes have been reported, and its bytes must not be lost.
            if catalog is None:
                catalog = new(tag, project=library.settings.name, created=stamp(now))
            updated, report = update(catalog, offered[domain], created=stamp(now))
            before = path.read_bytes() if path.exists() else b""
            after = dump(updated)
            findings = write(library.root, relative, after) if after != before and not dry else ()
            written.append(Written(relative, after != before, report, findings))
    return tuple(written)


def statuses(library: Library, tags: tuple[str, ...]) -> dict[tuple[str, str], Counts]:
    """How far each catalog has come, by (language, domain), counted after an update it may still need."""
    offered = messages(library)
    counted: dict[tuple[str, str], Counts] = {}
    for tag in tags:
        for domain in domains_of(library.topics):
            catalog = library.locales[tag].catalogs.get(domain)
            if catalog is None:
                catalog = new(tag, project=library.settings.name, created="")
            counted[tag, domain] = status(update(catalog, offered[domain], created="")[0])
    return counted


def stamp(now: datetime) -> str:
    """*now* as gettext writes it: `2026-11-24 14:00+0000`."""
    return now.strftime("%Y-%m-%d %H:%M%z")
