"""Words: what a translator sees as one message, and the few marks that may stand inside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from leafdeck.model.finding import Place


class State(StrEnum):
    """How far the words of a message have come (design, section Translation)."""

    SOURCE = "source"
    """The words are in the source language."""
    MISSING = "missing"
    """No translation exists: the source words stand in."""
    STALE = "stale"
    """A translation of older words exists and never prints: the source words stand in."""
    MACHINE = "machine"
    """A machine draft: prints in a draft, marked."""
    TRANSLATED = "translated"
    """Translated by a person, not yet reviewed by a second one."""
    REVIEWED = "reviewed"
    """Translated, and reviewed by a second person (recorded in the review ledger)."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A run of characters with nothing special about them."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that matter more than their neighbours."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """Words explained in the glossary: `[CRS](term:crs)`."""

    inlines: tuple[Inline, ...]
    term: str
    """Id of the glossary entry."""


@dataclass(frozen=True, slots=True)
class Citation:
    """The claims a statement rests on: `[@nejm15-who; @crs-what]`."""

    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Variable:
    """A fact that depends on where the reader is, such as `{emergency}`."""

    name: str


Inline = Plain | Strong | Term | Citation | Variable


@dataclass(frozen=True, slots=True)
class Text:
    """One message: a paragraph, a list item, a heading, a table cell, a caption."""

    inlines: tuple[Inline, ...]
    source: str
    """The source words as Markdown, white space collapsed: the msgid."""
    id: str
    """Where it stands in its topic, such as `evidence.fifteen/p2`; unique within the topic."""
    place: Place
    kind: str = "paragraph"
    """What a translator is told it is: `paragraph`, `heading`, `table cell`, `slide headline` …"""
    note: str = ""
    """What the author tells the translator."""
    context: str = ""
    """The msgctxt; empty unless two equal messages need different translations."""
    lang: str = ""
    """BCP 47 tag of the language the inlines are in; empty until localised."""
    state: State = State.SOURCE
    translated_at: Place | None = field(default=None, compare=False)
    """Where the translation stands in its catalog."""


def plain(inlines: tuple[Inline, ...]) -> str:
    """The bare words of *inlines*: no marks, no citations, variables as `{name}`."""
    words: list[str] = []
    for inline in inlines:
        match inline:
            case Plain(text):
                words.append(text)
            case Strong(inner) | Term(inner, _):
                words.append(plain(inner))
            case Variable(name):
                words.append(f"{{{name}}}")
            case Citation():
                if words:
                    words[-1] = words[-1].rstrip(" ")
    return "".join(words).strip()


def cited(inlines: tuple[Inline, ...]) -> tuple[str, ...]:
    """The claims *inlines* cite, in order of first mention, each once."""
    found: dict[str, None] = {}
    for inline in inlines:
        match inline:
            case Citation(claims):
                found.update(dict.fromkeys(claims))
            case Strong(inner) | Term(inner, _):
                found.update(dict.fromkeys(cited(inner)))
            case Plain() | Variable():
                pass
    return tuple(found)


def has_words(text: Text) -> bool:
    """True where *text* holds words of its own; "999", "8–10" and "{interpreter}" are the same everywhere."""
    return any(_lettered(inline) for inline in text.inlines)


def _lettered(inline: Inline) -> bool:
    match inline:
        case Plain(text):
            return any(character.isalpha() for character in text)
        case Strong(inner) | Term(inner, _):
            return any(_lettered(each) for each in inner)
        case Citation() | Variable():
            return False
