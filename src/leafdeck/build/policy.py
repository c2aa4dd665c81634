"""What stops a job: which findings concern it, and which levels its profile refuses."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath

from leafdeck.assemble import manifest_of, sections_of, topics_of
from leafdeck.language import posix
from leafdeck.model import Finding, Job, Level, Profile
from leafdeck.project import Library, Manifest

POLICY: dict[Profile, frozenset[Level]] = {
    "draft": frozenset({"error"}),
    "release": frozenset({"error", "warning"}),
}
"""Levels that stop a job, by profile. All that ships is a draft until a clinician has signed it."""


def concerning(job: Job, library: Library, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those of *findings* that bear on *job*: its own files, those of topics it names, and those every job reads.

    An error in a topic bears on every job that names it, because nobody knows what a broken file would have said.
    What is less bears on the jobs that print the lines it stands in.
    """
    manifest, topics = manifest_of(job, library), topics_of(job, library)
    lines = {id_: _lines(id_, job, library) for id_ in topics if id_ in library.topics}

    def bears(finding: Finding) -> bool:
        return _concerns(finding, job, manifest, topics) and (finding.level == "error" or _printed(finding, lines))

    return tuple(finding for finding in findings if bears(finding))


def _lines(id_: str, job: Job, library: Library) -> tuple[range, ...]:
    """The lines of the topic *id_* that *job* prints: its title alone where the job only names it."""
    topic, manifest = library.topics[id_], manifest_of(job, library)
    if id_ not in manifest.topics:
        return (range(topic.title.place.line, topic.title.place.line + 1),)
    shown = {section.id for named, section in sections_of(job, manifest, library.topics) if named == id_}
    starts = [section.place.line for section in topic.sections]
    ends = [*starts[1:], sys.maxsize]
    sections = zip(topic.sections, starts, ends, strict=True)
    return (range(starts[0]), *(range(start, end) for section, start, end in sections if section.id in shown))


def _printed(finding: Finding, lines: Mapping[str, tuple[range, ...]]) -> bool:
    path = PurePosixPath(finding.place.path)
    ranges = lines.get(path.stem) if path.parent.as_posix() == "content" and path.suffix == ".md" else None
    return ranges is None or any(finding.place.line in stretch for stretch in ranges)


def stopping(profile: Profile, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those of *findings* that *profile* refuses."""
    return tuple(finding for finding in findings if finding.level in POLICY[profile])


def _concerns(finding: Finding, job: Job, manifest: Manifest, topics: Collection[str]) -> bool:
    if finding.locale and finding.locale != job.locale:
        return False
    folder, _, rest = finding.place.path.partition("/")
    match folder:
        case "content" if rest.endswith(".md"):
            return rest.removesuffix(".md") in topics
        case "leaflets" | "slides":
            return finding.place.path == manifest.place.path
        case "locales":
            language, _, file = rest.partition("/")
            domain = file.removeprefix("LC_MESSAGES/").removesuffix(".po")
            shared = {"glossary", "ui"}
            return language == posix(job.locale) and (not file.endswith(".po") or domain in {*topics, *shared})
        case "speaker.toml":
            return job.kind == "deck"
        case "templates":
            return rest.startswith("slides/" if job.kind == "deck" else "leaflet/")
        case _:
            return True
