"""Localisation is a pass over the model: the same tree, in another language, before any output is planned."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from leafdeck.catalog import Catalog, Entry, state
from leafdeck.model import Place, State, Text, has_words
from leafdeck.reader import read_inlines
from leafdeck.walk import walk

Node = TypeVar("Node")


def localise(node: Node, catalog: Catalog | None, tag: str, source_tag: str, path: str = "") -> Node:
    """*node* with every text in the language *tag*, as far as *catalog* goes.

    Each text carries the language its words are in and how far they have come. Words without a printable
    translation stay in *source_tag*, as MISSING or STALE: an output marks them, a release refuses them. *path* is
    where the catalog lies. With *tag* equal to *source_tag* the texts only learn their language.
    """

    def change(text: Text) -> Text:
        if tag == source_tag:
            return replace(text, lang=source_tag, state=State.SOURCE)
        if not has_words(text):
            return replace(text, lang=tag, state=State.TRANSLATED)
        entry = catalog.find(text.source, text.context) if catalog else None
        return _translated(text, entry, tag, source_tag, path)

    return walk(node, change)


def _translated(text: Text, entry: Entry | None, tag: str, source_tag: str, path: str) -> Text:
    if entry is None:
        return replace(text, lang=source_tag, state=State.MISSING)
    reached = State(state(entry))
    place = Place(path, entry.msgstr_line)
    if reached in (State.MISSING, State.STALE):
        return replace(text, lang=source_tag, state=reached, translated_at=place)
    inlines, findings = read_inlines(entry.msgstr, place)
    made = replace(text, inlines=inlines, lang=tag, state=reached, translated_at=place)
    if findings or not has_words(made):
        # Markup that does not parse would print as stray signs, marks alone as nothing; the checks name the mistake.
        return replace(text, lang=source_tag, state=State.MISSING, translated_at=place)
    return made
