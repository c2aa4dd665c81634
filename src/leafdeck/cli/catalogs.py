"""What `i18n extract`, `update` and `status` do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from leafdeck.build import statuses, stopping, update_catalogs, write_templates
from leafdeck.build.catalogs import Written
from leafdeck.cli import exits, show
from leafdeck.cli.start import STRICT, bears_on, failed, opened, translated
from leafdeck.model import Finding
from leafdeck.project import ROOT_FILE, Library

COLUMNS = ("translated", "machine", "stale", "missing", "words left")


def run_extract(project: Path | None, *, now: datetime, as_json: bool) -> int:
    """Write the templates of all domains."""
    library, findings = opened(project)
    broken = _of_content(findings)
    if library is None or broken:
        return failed(broken or findings, as_json)
    return _written(write_templates(library, now), (), as_json, dry=False)


def run_update(project: Path | None, locales: tuple[str, ...], *, now: datetime, dry: bool, as_json: bool) -> int:
    """Bring catalogs up to date with the content. A broken catalog is told and left alone; the others go on."""
    library, findings = opened(project)
    broken = _of_content(findings)
    if library is None or broken:
        return failed(broken or findings, as_json)
    problems = translated(locales, library)
    if problems:
        return failed(problems, as_json)
    tags, broken = _targets(locales, library, findings)
    return _written(update_catalogs(library, tags, now, dry=dry), broken, as_json, dry=dry)


def run_status(project: Path | None, locales: tuple[str, ...], *, as_json: bool) -> int:
    """Count the messages of each catalog by state."""
    library, findings = opened(project)
    if library is None:
        return failed(findings, as_json)
    problems = translated(locales, library)
    if problems:
        return failed(problems, as_json)
    tags, broken = _targets(locales, library, findings)
    counted = statuses(library, tags)
    if not as_json:
        click.echo(f"{'language':10} {'catalog':12} " + " ".join(f"{column:>10}" for column in COLUMNS))
    for (tag, domain), counts in counted.items():
        if as_json:
            show.as_json({"locale": tag, "domain": domain, **counts.summary()})
        else:
            numbers = (counts.translated, counts.machine, counts.stale, counts.missing, counts.words_left)
            click.echo(f"{tag:10} {domain:12} " + " ".join(f"{number:10}" for number in numbers))
    show.every(broken, as_json)
    return exits.code_for(broken, STRICT)


def _of_content(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Mistakes that would make messages vanish from the templates, and their translations from the catalogs."""
    return tuple(
        finding
        for finding in stopping("draft", findings)
        if finding.place.path == ROOT_FILE or finding.place.path.startswith("content/")
    )


def _targets(
    asked: tuple[str, ...], library: Library, findings: Sequence[Finding]
) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """The languages to work on that can be read, and what is wrong with the files of all that were meant."""
    meant = asked or tuple(tag for tag in library.settings.languages if tag != library.settings.source)
    wrong = tuple(
        finding
        for finding in stopping("draft", findings)
        if finding.place.path.startswith("locales/") and bears_on(finding, meant)
    )
    return tuple(tag for tag in dict.fromkeys(meant) if tag in library.locales), wrong


def _written(files: Sequence[Written], broken: Sequence[Finding], as_json: bool, *, dry: bool) -> int:
    for file in files:
        verb = ("would change" if dry else "written") if file.changed else "unchanged"
        if as_json:
            summary = file.report.summary() if file.report else {}
            show.as_json({"path": file.path, "changed": file.changed, **summary})
        elif not file.findings:
            click.echo(f"{file.path}: {verb}{'; ' + str(file.report) if file.report and file.changed else ''}")
    findings = (*broken, *(finding for file in files for finding in file.findings))
    show.every(findings, as_json)
    code = exits.code_for(findings, STRICT)
    return max(code, exits.PROBLEMS) if dry and any(file.changed for file in files) else code
