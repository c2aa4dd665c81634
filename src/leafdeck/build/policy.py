"""What stops a job: which findings concern it, and which levels its profile refuses."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from leafdeck.assemble import manifest_of, topics_of
from leafdeck.language import posix
from leafdeck.model import Finding, Job, Level, Profile
from leafdeck.project import Library, Manifest

POLICY: dict[Profile, frozenset[Level]] = {
    "draft": frozenset({"error"}),
    "release": frozenset({"error", "warning"}),
}
"""Levels that stop a job, by profile. All that ships is a draft until a clinician has signed it."""


def concerning(job: Job, library: Library, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those of *findings* that bear on *job*: its own files, those of topics it names, and those every job reads."""
    manifest, topics = manifest_of(job, library), topics_of(job, library)
    return tuple(finding for finding in findings if _concerns(finding, job, manifest, topics))


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
