"""What each command does, between reading the project and saying what happened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import click

from leafdeck.build import (
    POLICY,
    Request,
    Site,
    diagnose,
    jobs,
    run,
    statuses,
    stopping,
    update_catalogs,
    write_templates,
)
from leafdeck.build.catalogs import Written
from leafdeck.check import check_all
from leafdeck.cli import exits, show
from leafdeck.model import Clinic, Finding, Finished, Place, Profile
from leafdeck.project import ROOT_FILE, Library, find_root, read_clinic, read_library

STRICT = POLICY["draft"]


def opened(project: Path | None) -> tuple[Library | None, tuple[Finding, ...]]:
    """The project at or above *project* (default: the working folder), and what reading it found."""
    start = project or Path.cwd()
    root = find_root(start)
    if root is None:
        message = f"There is no {ROOT_FILE} in {start} or above it."
        place = Place(start.as_posix())
        return None, (Finding("no-project", "error", message, place, "Go to a project, or name it with --project."),)
    return read_library(root)


def run_build(
    project: Path | None, *, pieces: tuple[str, ...], locales: tuple[str, ...], editions: tuple[str, ...],
    region: str, clinic: Path | None, profile: Profile, as_of: date, out: Path | None, dry_run: bool, as_json: bool,
) -> int:  # fmt: skip
    """Make the files asked for. Paths go to standard output, everything said about them to standard error."""
    library, findings = opened(project)
    if library is None:
        return _failed(findings, as_json)
    request = Request(pieces, locales, editions, region, str(clinic or ""), profile, as_of)
    planned, problems = jobs(request, library)
    box, clinic_problems = _clinic(clinic, library)
    if problems or clinic_problems:
        return _failed((*problems, *clinic_problems), as_json)
    if dry_run:
        for job in planned:
            show.as_json({"event": "planned", "path": job.path}) if as_json else click.echo(job.path)
        return exits.OK
    findings = (*findings, *check_all(library, as_of))
    site = Site(library, findings, box, out or library.root / "build")
    finished = [_told(event, site, as_json) for event in run(planned, site) if isinstance(event, Finished)]
    return _summed_up(finished, profile, site, as_json)


def _clinic(path: Path | None, library: Library) -> tuple[Clinic | None, tuple[Finding, ...]]:
    return read_clinic(path.resolve(), library.root) if path else (None, ())


def _told(event: Finished, site: Site, as_json: bool) -> Finished:
    made = bool(event.sha256)
    if as_json:
        show.as_json(
            {"event": "finished" if made else "stopped", "path": event.job.path, "pages": event.pages,
             "sha256": event.sha256, "fingerprint": event.fingerprint,
             "findings": [show.record(finding) for finding in event.findings]}
        )  # fmt: skip
    elif made:
        click.echo((site.out / event.job.path).as_posix())
    return event


def _summed_up(finished: Sequence[Finished], profile: Profile, site: Site, as_json: bool) -> int:
    refused = [event for event in finished if not event.sha256]
    findings = tuple(dict.fromkeys(finding for event in finished for finding in event.findings))
    stopped = stopping(profile, findings)
    if not as_json:
        show.lines(stopped if refused else [finding for finding in findings if finding.level == "error"])
        for event in refused:
            click.echo(f"not made: {event.job.path}", err=True)
        click.echo(f"{len(finished) - len(refused)} made, {len(refused)} not made, {show.tally(findings)}", err=True)
    return exits.code_for(stopped, POLICY[profile]) if refused else exits.OK


def run_check(
    project: Path | None, *, locales: tuple[str, ...], profile: Profile, as_of: date, as_json: bool
) -> int:  # fmt: skip
    """List every finding of the content and of the languages asked for."""
    library, findings = opened(project)
    if library is None:
        return _failed(findings, as_json)
    problems = _languages(locales, library)
    if problems:
        return _failed(problems, as_json)
    every = (*findings, *check_all(library, as_of))
    wanted = [finding for finding in every if not locales or not finding.locale or finding.locale in locales]
    if as_json:
        for finding in wanted:
            show.as_json(show.record(finding))
    else:
        show.lines(wanted, err=False, fold=False)
        click.echo(show.tally(wanted), err=True)
    return exits.code_for(wanted, POLICY[profile])


def _languages(asked: tuple[str, ...], library: Library) -> tuple[Finding, ...]:
    return jobs(Request(locales=asked), library)[1]


def run_extract(project: Path | None, *, now: datetime, as_json: bool) -> int:
    """Write the templates of all domains."""
    library, findings = opened(project)
    if library is None or stopping("draft", findings):
        return _failed(findings, as_json)
    return _written(write_templates(library, now), as_json, dry=False)


def run_update(project: Path | None, locales: tuple[str, ...], *, now: datetime, dry: bool, as_json: bool) -> int:
    """Bring catalogs up to date with the content."""
    library, findings = opened(project)
    if library is None or stopping("draft", findings):
        return _failed(findings, as_json)
    problems = _languages(locales, library)
    if problems:
        return _failed(problems, as_json)
    return _written(update_catalogs(library, _targets(locales, library), now, dry=dry), as_json, dry=dry)


def _targets(locales: tuple[str, ...], library: Library) -> tuple[str, ...]:
    return locales or tuple(tag for tag in library.settings.languages if tag != library.settings.source)


def _written(files: Sequence[Written], as_json: bool, *, dry: bool) -> int:
    for file in files:
        verb = ("would change" if dry else "written") if file.changed else "unchanged"
        if as_json:
            summary = file.report.summary() if file.report else {}
            show.as_json({"path": file.path, "changed": file.changed, **summary})
        else:
            click.echo(f"{file.path}: {verb}{'; ' + str(file.report) if file.report and file.changed else ''}")
    findings = tuple(finding for file in files for finding in file.findings)
    show.lines(findings)
    if dry and any(file.changed for file in files):
        return exits.PROBLEMS
    return exits.code_for(findings, STRICT)


def run_status(project: Path | None, locales: tuple[str, ...], *, as_json: bool) -> int:
    """Count the messages of each catalog by state."""
    library, findings = opened(project)
    if library is None:
        return _failed(findings, as_json)
    problems = _languages(locales, library)
    if problems:
        return _failed(problems, as_json)
    counted = statuses(library, _targets(locales, library))
    if as_json:
        for (tag, domain), counts in counted.items():
            show.as_json({"locale": tag, "domain": domain, **counts.summary()})
        return exits.OK
    columns = ("translated", "machine", "stale", "missing", "words left")
    click.echo(f"{'language':10} {'catalog':12} " + " ".join(f"{column:>10}" for column in columns))
    for (tag, domain), counts in counted.items():
        click.echo(
            f"{tag:10} {domain:12} {counts.translated:10} {counts.machine:10} {counts.stale:10} {counts.missing:10}"
            f" {counts.words_left:10}"
        )
    return exits.OK


def run_doctor(project: Path | None, *, out: Path | None, as_json: bool) -> int:
    """Report what this machine has and lacks; fails where something a build needs is missing."""
    library, findings = opened(project)
    folder = out or (library.root / "build" if library else Path("build"))
    report = diagnose(library, folder)
    for line in report:
        if as_json:
            show.as_json({"what": line.what, "state": line.state, "detail": line.detail, "fix": line.fix})
        else:
            click.echo(f"{line.state:8} {line.what}: {line.detail}" + (f"  -> {line.fix}" if line.fix else ""))
    show.lines(stopping("draft", findings))
    return exits.ENVIRONMENT if any(line.state == "missing" for line in report) else exits.OK


def _failed(findings: Sequence[Finding], as_json: bool) -> int:
    """Say why nothing was done."""
    if as_json:
        for finding in findings:
            show.as_json(show.record(finding))
    else:
        show.lines(findings, fold=False)
    return exits.code_for(findings, STRICT)
