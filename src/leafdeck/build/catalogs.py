"""The files translators work in: templates written from the content, catalogs brought up to date with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from leafdeck.build.store import refusal, write
from leafdeck.catalog import Catalog, Counts, Report, dump, new, status, template, update
from leafdeck.extract import messages
from leafdeck.language import posix
from leafdeck.model import Finding
from leafdeck.project import Library, catalog_path


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
        try:
            before = path.read_bytes() if path.exists() else b""
        except OSError as error:
            written.append(Written(relative, False, None, _in_place(refusal(path, error))))
            continue
        after = template(domain, offered, created=stamp(now), project=library.settings.name, before=before)
        findings = _in_place(*write(library.root, relative, after)) if after != before else ()
        written.append(Written(relative, after != before, None, findings))
    return tuple(written)


def update_catalogs(library: Library, tags: tuple[str, ...], now: datetime, *, dry: bool) -> tuple[Written, ...]:
    """Bring the catalogs of the languages *tags* up to date with the content; with *dry* only say what would change."""
    written: list[Written] = []
    offered = messages(library)
    for tag, domain, catalog in _catalogs(library, tags):
        relative = catalog_path(library.root, tag, domain).relative_to(library.root).as_posix()
        before = dump(catalog) if catalog else b""
        old = catalog or new(posix(tag), project=library.settings.name, created=stamp(now))
        updated, report = update(old, offered[domain], created=stamp(now))
        after = dump(updated)
        findings = _in_place(*write(library.root, relative, after)) if after != before and not dry else ()
        written.append(Written(relative, after != before, report, findings))
    return tuple(written)


def statuses(library: Library, tags: tuple[str, ...]) -> dict[tuple[str, str], Counts]:
    """How far each catalog has come, by (language, domain), counted after an update it may still need."""
    offered = messages(library)
    return {
        (tag, domain): status(
            update(catalog or new(posix(tag), project="", created=""), offered[domain], created="")[0]
        )
        for tag, domain, catalog in _catalogs(library, tags)
    }


def _catalogs(library: Library, tags: tuple[str, ...]) -> Iterator[tuple[str, str, Catalog | None]]:
    """(tag, domain, catalog) of each catalog there is or should be; None for one that is still to be made.

    A file with mistakes is left out: reading it has named them, and its bytes must not be lost. So is the source
    language, which has no catalogs.
    """
    for tag in tags:
        locale = library.locales.get(tag)
        if locale is None or tag == library.settings.source:
            continue
        for domain in library.domains:
            catalog = locale.catalogs.get(domain)
            if catalog is not None or not catalog_path(library.root, tag, domain).exists():
                yield tag, domain, catalog


def _in_place(*findings: Finding) -> tuple[Finding, ...]:
    """*findings* about files that stand where they must: another output folder would not help."""
    fix = "Make the file and its folder writable."
    return tuple(replace(finding, fix=fix) if finding.id == "cannot-write" else finding for finding in findings)


def stamp(now: datetime) -> str:
    """*now* as gettext writes it: `2026-11-24 14:00+0000`."""
    return now.strftime("%Y-%m-%d %H:%M%z")
