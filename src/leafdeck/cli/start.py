"""What most commands begin with: the project, the languages asked for, and a way to say that nothing was done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from leafdeck.build import POLICY, Request, jobs
from leafdeck.cli import exits, show
from leafdeck.language import posix
from leafdeck.model import COMMAND_LINE, Finding, Place, Profile
from leafdeck.project import ROOT_FILE, Library, find_root, holds_root, read_library

STRICT = POLICY["draft"]


def opened(project: Path | None) -> tuple[Library | None, tuple[Finding, ...]]:
    """The project in the folder *project*, or in the nearest one upwards of here, and what reading it found."""
    fix = "Go to a project, or name it with --project."
    if project is not None:
        message = f"There is no {ROOT_FILE} in {project}."
        root = project.resolve() if holds_root(project) else None
    else:
        try:
            project = Path.cwd()
        except OSError:  # The folder has been removed while somebody stood in it.
            return None, (Finding("no-project", "error", "This folder does not exist.", Place("."), fix),)
        message = f"There is no {ROOT_FILE} in {project} or above it."
        root = find_root(project)
    if root is None:
        return None, (Finding("no-project", "error", message, Place(project.as_posix()), fix),)
    return read_library(root)


def languages(asked: tuple[str, ...], library: Library) -> tuple[Finding, ...]:
    """Every language of *asked* that the project does not have."""
    return tuple(finding for finding in jobs(Request(locales=asked), library)[1] if finding.id == "unknown-language")


def translated(asked: tuple[str, ...], library: Library) -> tuple[Finding, ...]:
    """Every language of *asked* that has no catalogs: unknown ones, and the one the content is written in."""
    source = library.settings.source
    if source not in asked:
        return languages(asked, library)
    message, fix = f"{source} is the language of the content; it has no catalogs.", "Name another language."
    return (*languages(asked, library), Finding("source-language", "error", message, COMMAND_LINE, fix))


def bears_on(finding: Finding, tags: Sequence[str]) -> bool:
    """True where *finding* concerns one of the languages *tags*, or every language."""
    if finding.locale:
        return finding.locale in tags
    folder, _, rest = finding.place.path.partition("/")
    return folder != "locales" or rest.partition("/")[0] in map(posix, tags)


def failed(findings: Sequence[Finding], as_json: bool) -> int:
    """Say why nothing was done; the exit code."""
    show.every(findings, as_json)
    return exits.code_for(findings, STRICT)


def ready(
    project: Path | None, locales: tuple[str, ...], profile: Profile, as_of: date, today: date
) -> tuple[Library | None, tuple[Finding, ...]]:
    """The project to be judged, and the mistakes of its files; no project, and why, where nothing can be judged."""
    if passed := past(profile, as_of, today):
        return None, passed
    library, findings = opened(project)
    if library is not None and (problems := languages(locales, library)):
        return None, problems
    return library, findings


def past(profile: Profile, as_of: date, today: date) -> tuple[Finding, ...]:
    """A finding where a release is asked for as of a day before *today*, on which nothing had expired yet."""
    if profile != "release" or as_of >= today:
        return ()
    message = f"A release cannot be of {as_of.isoformat()}: that day has passed."
    return (Finding("day-past", "error", message, COMMAND_LINE, "Leave --as-of out."),)
