"""A hard word that the glossary explains is linked to it where a reader of the leaflet first meets it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from leafdeck.assemble.selection import chosen, settled
from leafdeck.check.balance import OPTIONAL
from leafdeck.check.levels import found
from leafdeck.check.passages import Content
from leafdeck.check.prose import prose
from leafdeck.model import (
    Citation,
    Finding,
    GlossaryEntry,
    Inline,
    Plain,
    Section,
    Strong,
    Term,
    Text,
    Variable,
    plain,
)
from leafdeck.walk import query

LINKED_TOO = ("table cell", "what the figure means")
"""Kinds of text that are no running words and can hold a link; titles, headings and slides cannot."""


def unlinked_term(content: Content) -> Iterator[Finding]:
    """One warning for each glossary entry whose word first stands without its link, in any region.

    The leaflet of a whole topic is read, and every leaflet of some sections: what was explained elsewhere is not known
    to its readers.
    """
    library = content.library
    patterns = {entry.id: pattern_of(entry) for entry in library.glossary}
    read = [(f"the topic `{topic.id}`", topic.sections) for topic in library.topics.values()]
    for leaflet in library.leaflets.values():
        if leaflet.sections:
            sections = tuple(section for _, section in chosen(library.topics, leaflet.topics, leaflet.sections))
            read.append((f"the leaflet `{leaflet.id}`", sections))
    told: set[tuple[str, Text]] = set()
    for where, sections in read:
        for region in sorted(library.regions):
            for show in OPTIONAL:
                seen = [settled(section, region, show) for section in sections]
                for id_, (text, words) in _unlinked(seen, patterns):
                    if (id_, text) not in told:
                        told.add((id_, text))
                        message = f'"{words}" first stands in {where} without its link to the glossary.'
                        yield found("unlinked-term", message, text.place, f"Write [{words}](term:{id_}) there.")


def _unlinked(
    sections: Iterable[Section], patterns: Mapping[str, re.Pattern[str]]
) -> Iterator[tuple[str, tuple[Text, str]]]:
    """(entry, (text, words)) of each entry whose word stands in *sections* before its first link."""
    explained: set[str] = set()
    for section in sections:
        running = set(prose(section.blocks))
        for text in query(section.blocks):
            judged = text.kind in LINKED_TOO or text in running
            for words, link in _runs(text.inlines):
                if link:
                    explained.add(link)
                elif judged:
                    for id_ in patterns.keys() - explained:
                        if match := patterns[id_].search(words):
                            explained.add(id_)
                            yield id_, (text, match[0])


def _runs(inlines: tuple[Inline, ...]) -> Iterator[tuple[str, str]]:
    """(words, the entry they are linked to) of *inlines* in order; citations and names of variables are no words."""
    run: list[str] = []
    for inline in _flat(inlines):
        if isinstance(inline, Term):
            yield "".join(run), ""
            run.clear()
            yield plain(inline.inlines), inline.term
        else:
            run.append(inline.text if isinstance(inline, Plain) else "…")
    yield "".join(run), ""


def _flat(inlines: tuple[Inline, ...]) -> Iterator[Plain | Term | Citation | Variable]:
    """*inlines* with what is stressed among its neighbours."""
    for inline in inlines:
        if isinstance(inline, Strong):
            yield from _flat(inline.inlines)
        else:
            yield inline


def pattern_of(entry: GlossaryEntry) -> re.Pattern[str]:
    """Matches the term of *entry*: "CRS (cytokine release syndrome)" is found by either name.

    Abbreviations are matched by case: the word "car" is no CAR. "CAR-T cell" holds neither a CAR nor a T cell.
    """
    names = [name.strip() for name in re.split(r"[()]", plain(entry.term.inlines)) if name.strip()]
    forms = [f"(?-i:{re.escape(name)})" if name.isupper() else re.escape(name) for name in names]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?:s|es)?(?!-?\w)", re.IGNORECASE)
