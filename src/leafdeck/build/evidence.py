"""What the claims of a project rest on, as a report and as a page: where each is printed, and how it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from leafdeck.build.store import write
from leafdeck.check.passages import claims_of
from leafdeck.evidence import Chapter, Standing, page, said, standings
from leafdeck.model import COMMAND_LINE, EvidenceLevel, Finding, MissingPhraseError, Place, cited, phrase_of, plain
from leafdeck.project import Library
from leafdeck.walk import query

REST = "Fixed phrases, glossary and regions"
UNUSED = "Printed nowhere"


def standing(library: Library, as_of: date, within: int) -> tuple[Standing, ...]:
    """How the claims of *library* stand on the day *as_of*; expiring are those due in the next *within* days."""
    return standings(library.claims.values(), _printed_in(library), as_of, within)


def write_page(library: Library, path: Path) -> tuple[Finding, ...]:
    """Write the evidence of *library* to *path* as Markdown. The finding says why it could not be written."""
    if path.exists() and not path.is_file():
        message = f"{path} is no file that could be replaced."
        return (Finding("cannot-write", "error", message, COMMAND_LINE, "Name a file."),)
    try:
        words = evidence_page(library)
    except MissingPhraseError as missing:
        message = f"The page needs the phrase `{missing.name}`."
        place = Place("content/ui.toml")
        return (Finding("missing-phrase", "error", message, place, "Add it to `[phrases]`."),)
    findings = write(path.parent, path.name, words.encode())
    return tuple(replace(each, fix="Mend its permissions, or name another file.") for each in findings)


def evidence_page(library: Library) -> str:
    """The page: claims by the topic that prints them first. MissingPhraseError: `ui.toml` lacks a level's words."""
    every = standing(library, date.min, 0)
    names = {f"level-{each.claim.level}" for each in every} | {
        f"strength-{each}" for each in map(said, EvidenceLevel) if each
    }
    words = {name: plain(phrase_of(library.phrases, name).inlines) for name in names}
    chapters = [Chapter(plain(topic.title.inlines), claims_of(topic)) for topic in library.topics.values()]
    told = {id_ for chapter in chapters for id_ in chapter.claims}
    chapters.append(Chapter(REST, tuple(e.claim.id for e in every if e.printed_in and e.claim.id not in told)))
    chapters.append(Chapter(UNUSED, tuple(e.claim.id for e in every if not e.printed_in)))
    return page([each for each in chapters if each.claims], every, library.sources, words)


def _printed_in(library: Library) -> dict[str, tuple[str, ...]]:
    """Claim -> where its words stand, as `topic.section`, in reading order."""
    found: dict[str, dict[str, None]] = {}
    for place, ids in _mentions(library):
        for id_ in ids:
            found.setdefault(id_, {})[place] = None
    return {id_: tuple(places) for id_, places in found.items()}


def _mentions(library: Library) -> Iterator[tuple[str, tuple[str, ...]]]:
    for topic in library.topics.values():
        yield topic.id, claims_of((topic.title, topic.short_title, topic.standfirst, topic.audience, topic.funding))
        for section in topic.sections:
            yield f"{topic.id}.{section.id}", claims_of(section)
    fronts = tuple(manifest.front for manifest in (*library.leaflets.values(), *library.decks.values()))
    others = (library.glossary, tuple(library.phrases.values()), tuple(library.regions.values()), fronts)
    for text in query(others):
        yield text.id.partition("/")[0], cited(text.inlines)
