"""Words that stand outside topics: the glossary, the fixed phrases, and the regions."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from leafdeck.model import Checked, Finding, GlossaryEntry, Place, Region, Text, plain
from leafdeck.project.toml import Table, checked, read_toml
from leafdeck.reader import read_text

REGION = re.compile(r"generic|[A-Z]{2}")
"""A region becomes part of a file name, so nothing else passes."""


class _Entry(Table):
    term: str
    meaning: str
    note: str = ""


class _Glossary(Table):
    keep: list[str] = []
    terms: dict[str, _Entry]


class _Phrase(Table):
    text: str
    note: str = ""


def _spelled_out(written: object) -> object:
    """A phrase without a note may be written as its words alone."""
    return {"text": written} if isinstance(written, str) else written


class _Phrases(Table):
    phrases: dict[str, Annotated[_Phrase, BeforeValidator(_spelled_out)]]


class _Region(Table):
    name: str
    emergency: str
    interpreter: str
    register_: Annotated[str, Field(alias="register")]
    source: str
    as_of: date
    checked: Literal["primary", "abstract", "second-hand", "memory", "attested"]


def read_words(source: str, id_: str, place: Place, kind: str, note: str = "") -> tuple[Text, tuple[Finding, ...]]:
    """The Text of *source*, and every mistake in it; one is that it has neither letter nor figure.

    "In danger, call {emergency}" with nothing to call would print without a word of warning.
    """
    text, findings = read_text(source, id=id_, place=place, kind=kind, note=note)
    if findings or any(unicodedata.category(character)[0] in "LN" for character in plain(text.inlines)):
        return text, findings
    name = id_.partition(".")[2].replace("/", ".")
    return text, (Finding("wrong-value", "error", f"`{name}` is empty.", place, "Fill it in."),)


def read_glossary(root: Path) -> tuple[tuple[GlossaryEntry, ...], tuple[str, ...], tuple[Finding, ...]]:
    """`content/glossary.toml`: its entries, the names never translated, and every mistake."""
    document, findings = read_toml(root / "content/glossary.toml", root)
    if document is None:
        return (), (), findings
    glossary, findings = checked(_Glossary, document)
    if glossary is None:
        return (), (), findings
    entries: list[GlossaryEntry] = []
    found: list[Finding] = []
    for id_, entry in glossary.terms.items():
        texts: dict[str, Text] = {}
        for key, words, kind in (
            ("term", entry.term, "glossary term"),
            ("meaning", entry.meaning, "glossary meaning"),
        ):
            place = document.place("terms", id_, key)
            texts[key], findings = read_words(words, f"glossary.{id_}/{key}", place, kind, entry.note)
            found += findings
        entries.append(GlossaryEntry(id_, texts["term"], texts["meaning"]))
    return tuple(entries), tuple(glossary.keep), tuple(found)


def read_phrases(root: Path) -> tuple[dict[str, Text], tuple[Finding, ...]]:
    """`content/ui.toml`: the fixed phrases of the templates, by name."""
    document, findings = read_toml(root / "content/ui.toml", root)
    if document is None:
        return {}, findings
    record, findings = checked(_Phrases, document)
    if record is None:
        return {}, findings
    phrases: dict[str, Text] = {}
    found: list[Finding] = []
    for name, phrase in record.phrases.items():
        place = document.place("phrases", name)
        phrases[name], findings = read_words(phrase.text, f"ui.{name}", place, "fixed phrase", phrase.note)
        found += findings
    return phrases, tuple(found)


def read_regions(root: Path) -> tuple[dict[str, Region], tuple[Finding, ...]]:
    """`content/regions.toml` by region id: `generic`, or an ISO 3166-1 code."""
    document, findings = read_toml(root / "content/regions.toml", root)
    if document is None:
        return {}, findings
    found = list(findings)
    regions: dict[str, Region] = {}
    for id_ in document.data:
        record, findings = checked(_Region, document, id_)
        found += findings
        if not REGION.fullmatch(id_):
            message = f"`{id_}` is no region."
            fix = "Write `generic`, or a country's two capital letters (ISO 3166-1)."
            found.append(Finding("wrong-value", "error", message, document.place(id_), fix))
            continue
        if record is None:
            continue
        texts: dict[str, Text] = {}
        words = {"name": record.name, "emergency": record.emergency, "interpreter": record.interpreter,
                 "register": record.register_}  # fmt: skip
        for key, value in words.items():
            kind = "region name" if key == "name" else f"what stands for {{{key}}} in a sentence"
            texts[key], findings = read_words(value, f"regions.{id_}/{key}", document.place(id_, key), kind)
            found += findings
        name = texts.pop("name")
        regions[id_] = Region(
            id_,
            name,
            tuple(texts.items()),
            record.source,
            record.as_of,
            Checked(record.checked),
            document.place(id_),
        )
    return regions, tuple(found)
