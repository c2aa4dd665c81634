"""What `build`, `check` and `doctor` do, between reading the project and saying what happened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from leafdeck.build import POLICY, Request, Site, diagnose, jobs, judge, run, stopping, unread
from leafdeck.check.criteria import unmet
from leafdeck.cli import exits, show
from leafdeck.cli.start import STRICT, bears_on, failed, opened, past, ready
from leafdeck.model import Finding, Finished, Job, Profile, Unrecorded
from leafdeck.project import read_clinic

NAMING = ("leaflets/", "slides/", "content/regions.toml")
"""Files that hold the names a command may use; where one has mistakes, its names are unknown."""


def run_build(
    project: Path | None, *, pieces: tuple[str, ...], locales: tuple[str, ...], editions: tuple[str, ...],
    region: str, clinic: Path | None, profile: Profile, as_of: date, today: date, out: Path | None, dry_run: bool,
    as_json: bool,
) -> int:  # fmt: skip
    """Make the files asked for. Paths go to standard output, everything said about them to standard error."""
    if passed := past(profile, as_of, today):
        return failed(passed, as_json)
    library, findings = opened(project)
    if library is None:
        return failed(findings, as_json)
    request = Request(pieces, locales, editions, region, str(clinic or ""), profile, as_of)
    unreadable = unread(request, library, findings)
    lost = tuple(finding for mistakes in unreadable.values() for finding in mistakes)
    planned, problems = jobs(request, library, unreadable)
    box, clinic_problems = read_clinic(clinic.resolve(), library.root) if clinic else (None, ())
    if problems or clinic_problems:
        causes = [finding for finding in stopping("draft", findings) if finding.place.path.startswith(NAMING)]
        return failed((*problems, *clinic_problems, *(causes if problems else ())), as_json)
    if dry_run or not planned:
        return _named(planned, lost, as_json)
    site = Site(library, judge(library, findings, as_of), box, out or library.root / "build")
    finished: list[Finished] = []
    for event in run(planned, site):
        match event:
            case Finished():
                finished.append(event)
                _told(event, site, as_json)
            case Unrecorded(unrecorded):
                lost += unrecorded
    return _summed_up(finished, tuple(dict.fromkeys(lost)), profile, as_json)


def _named(planned: Sequence[Job], lost: Sequence[Finding], as_json: bool) -> int:
    """Name the files that would be made."""
    for job in planned:
        if as_json:
            show.as_json({"event": "planned", "path": job.path})
        else:
            click.echo(job.path)
    return failed(lost, as_json)


def _told(event: Finished, site: Site, as_json: bool) -> None:
    """Tell of one file as soon as it is there."""
    made = bool(event.sha256)
    if as_json:
        show.as_json(
            {"event": "finished" if made else "stopped", "path": event.job.path, "pages": event.pages,
             "sha256": event.sha256, "fingerprint": event.fingerprint,
             "findings": [show.record(finding) for finding in event.findings]}
        )  # fmt: skip
    elif made:
        click.echo((site.out / event.job.path).as_posix())


def _summed_up(finished: Sequence[Finished], lost: Sequence[Finding], profile: Profile, as_json: bool) -> int:
    """Say what stopped which file, and how many were made. *lost* are mistakes that concern no single job."""
    refused = [event for event in finished if not event.sha256]
    findings = tuple(dict.fromkeys([*lost, *(finding for event in finished for finding in event.findings)]))
    stopped = stopping(profile, findings)
    if as_json:
        show.every(lost, as_json)
    else:
        show.lines(stopped)
        for event in refused:
            click.echo(f"not made: {event.job.path}", err=True)
        made = len(finished) - len(refused)
        click.echo(f"{made} made, {len(refused)} not made, {show.tally(findings)}", err=True)
    code = exits.code_for(stopped, POLICY[profile])
    return max(code, exits.PROBLEMS) if refused else code


def run_check(
    project: Path | None, *, locales: tuple[str, ...], profile: Profile, as_of: date, today: date, as_json: bool
) -> int:  # fmt: skip
    """List every finding of the content and of the languages asked for."""
    library, findings = ready(project, locales, profile, as_of, today)
    if library is None:
        return failed(findings, as_json)
    # What cannot be read leaves leaflets without what they would have shown.
    lacking = () if any(finding.level == "error" for finding in findings) else unmet(library)
    every = (*judge(library, findings, as_of), *lacking)
    wanted = [finding for finding in every if not locales or bears_on(finding, locales)]
    show.every(wanted, as_json, err=False)
    if not as_json:
        click.echo(show.tally(wanted), err=True)
    return exits.code_for(wanted, POLICY[profile])


def run_doctor(project: Path | None, *, out: Path | None, as_json: bool) -> int:
    """Report what this machine has and lacks; fails where something a build needs is missing."""
    library, findings = opened(project)
    report = diagnose(library, out or (library.root / "build" if library else Path("build")))
    for line in report:
        if as_json:
            show.as_json({"what": line.what, "state": line.state, "detail": line.detail, "fix": line.fix})
        else:
            click.echo(f"{line.state:8} {line.what}: {line.detail}" + (f"  -> {line.fix}" if line.fix else ""))
    # What is wrong inside a project is for `check` to say; without a project no typeface was looked for.
    unusable = findings if library is None else ()
    show.every(unusable, as_json)
    if any(line.state == "missing" for line in report):
        return exits.ENVIRONMENT
    return exits.code_for(unusable, STRICT)
