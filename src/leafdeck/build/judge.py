"""All that is wrong with a project on one day: what reading found, then what the checks found."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

from leafdeck.check import check_all
from leafdeck.model import Finding
from leafdeck.project import Library

FOLLOWING: dict[str, frozenset[str]] = {
    "content/claims.toml": frozenset(
        {
            "unknown-claim",
            "unsourced-number",
            "empty-source-list",
            "unbalanced-claim",
            "missing-mandatory-claim",
            "forbidden-word",
        }
    ),
    "content/sources.json": frozenset({"unknown-source", "empty-source-list"}),
    "content/glossary.toml": frozenset({"unknown-term"}),
    "content/regions.toml": frozenset({"unknown-variable", "unknown-region"}),
}
"""Registry -> what the checks would say of the words for the sole reason that the registry has mistakes itself."""

OF_UNREAD = frozenset({"unknown-section", "missing-mandatory-claim", "empty-source-list"})
"""What the checks would say of a manifest for the sole reason that one of its topics has mistakes itself."""


def judge(library: Library, read: tuple[Finding, ...], today: date) -> tuple[Finding, ...]:
    """*read*, what reading *library* found, and what the checks find on the day *today*, each once.

    What only follows from a file that could not be read is left out: a comma that is missing in a registry must not
    drown in everything the words cite from it. Nothing prints meanwhile, because a registry concerns every job.
    """
    broken = {finding.place.path for finding in read if finding.level == "error"}
    unread = {PurePosixPath(path).stem for path in broken if path.startswith("content/") and path.endswith(".md")}
    silent = {id_ for path in broken for id_ in FOLLOWING.get(path, ())}
    if "content" in broken:
        silent = silent.union(*FOLLOWING.values())
    if unread:
        silent.add("unused-claim")

    hollow = {each.place.path for each in library.manifests if "content" in broken or unread & set(each.topics)}

    def follows(finding: Finding) -> bool:
        if finding.id in OF_UNREAD and finding.place.path in hollow:
            return True
        if finding.id == "unknown-topic":
            return "content" in broken or any(f"`{topic}`" in finding.message for topic in unread - set(library.topics))
        if finding.id == "needless-exception":
            return "content" in broken or any(f"`{topic}." in finding.message for topic in unread)
        if finding.id == "missing-catalog":
            return finding.place.path in broken
        return finding.id in silent

    judged = (finding for finding in check_all(library, today) if not follows(finding))
    return tuple(dict.fromkeys((*read, *judged)))
