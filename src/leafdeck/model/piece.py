"""A piece: everything one output needs, localised and settled, before anything is laid out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from leafdeck.model.content import Section
from leafdeck.model.evidence import Claim, EvidenceLevel, Source
from leafdeck.model.finding import Finding
from leafdeck.model.text import Text


class MissingPhraseError(KeyError):
    """An output needs a fixed phrase that the project lacks."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


Profile = Literal["draft", "release"]
Depth = Literal["short", "full"]
"""How much a piece tells: a short one is for a first look, and names the longer one."""


@dataclass(frozen=True, slots=True)
class Language:
    """What laying out needs to know of a language."""

    tag: str
    """BCP 47, such as `de`, `ar`, `zh-Hans`."""
    script: str
    """ISO 15924, such as `Latn`."""
    direction: Literal["ltr", "rtl"]
    autonym: str
    """The language's own name, such as `Deutsch`."""
    english_name: str
    digits: Literal["latn", "native"]
    fonts: tuple[str, ...]
    """Families on paper, in order of preference; the first carries the script."""
    office_fonts: tuple[str, str, str]
    """Typefaces of a deck: Latin, East Asian, complex script; empty where none is needed."""
    office_locale: str
    """The tag Office proofs with, such as `ar-SA`."""


@dataclass(frozen=True, slots=True)
class Clinic:
    """What a clinic adds: its own box, never the medical words."""

    name: str
    department: str
    address: tuple[str, ...]
    phone: str
    phone_24h: str
    hours: str
    web: str
    email: str


@dataclass(frozen=True, slots=True)
class Reference:
    """One numbered source, as printed."""

    number: int
    source: Source
    words: str
    """The reference in one line, without its number and link."""
    link: str
    """An https address, or empty."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How sure we are of a section, in words."""

    level: EvidenceLevel
    """The least certain level the section leans on for results."""
    strength: Literal["strong", "some", "early", "unknown"]
    """What the badge's shape shows."""
    sure: Text
    """How sure we are, in two or three words."""
    words: Text
    """What that rests on."""
    as_of: str
    """The newest date among the claims, formatted in the piece's language."""


@dataclass(frozen=True, slots=True)
class PieceSection:
    """A section as this piece shows it: regions resolved, optional blocks decided."""

    section: Section
    evidence: Evidence | None
    """None where the section states no fact that needs it."""
    topic: str
    chapter: Text | None = None
    """The title above it, where a piece of several topics comes to the next one."""


@dataclass(frozen=True, slots=True)
class GlossaryLine:
    """A glossary entry this piece uses."""

    id: str
    term: Text
    meaning: Text


@dataclass(frozen=True, slots=True)
class Detail:
    """One line of the colophon: a label with its words."""

    label: Text
    words: Text


def phrase_of(phrases: Mapping[str, Text], name: str) -> Text:
    """The fixed phrase *name* of *phrases*. MissingPhraseError: there is none."""
    try:
        return phrases[name]
    except KeyError:
        raise MissingPhraseError(name) from None


@dataclass(frozen=True, slots=True)
class Piece:
    """One leaflet or deck in one language, region, edition and profile."""

    id: str
    kind: Literal["leaflet", "deck"]
    language: Language
    region: str
    edition: str
    """`a4` …; the cut in minutes of a deck, such as `30`."""
    profile: Profile
    as_of: date
    title: Text
    source_title: str
    """The title in the source language, plain."""
    standfirst: Text
    sections: tuple[PieceSection, ...]
    references: tuple[Reference, ...]
    claims: tuple[Claim, ...]
    """The claims cited, in order of first mention."""
    numbers_of: tuple[tuple[str, tuple[int, ...]], ...]
    """Claim id -> numbers of its references, in rising order."""
    glossary: tuple[GlossaryLine, ...]
    variables: tuple[tuple[str, Text], ...]
    """Region variable -> words."""
    phrases: tuple[tuple[str, Text], ...]
    """Fixed phrases of the templates, from `content/ui.toml`, by name."""
    colophon: tuple[Detail, ...]
    """Version, dates, reviewers, patient reviewer, funding: each stated, or "not stated"."""
    version: str
    clinic: Clinic | None
    speaker: Speaker | None
    keep: tuple[str, ...]
    """Names that may not break across lines, such as `CAR-T`."""
    qr: tuple[tuple[bool, ...], ...]
    """Dark modules of the verify code, row by row; empty where no address is named."""
    qr_address: str
    machine: int
    """Messages that are machine drafts."""
    fallback: int
    """Messages standing in the source language."""
    titles: tuple[tuple[str, Text], ...] = ()
    """Topic id -> title, for the topics that `Related` blocks name."""
    depth: Depth = "full"

    def phrase(self, name: str) -> Text:
        """The fixed phrase *name*. MissingPhraseError: the template asks for a phrase `ui.toml` lacks."""
        return phrase_of(dict(self.phrases), name)

    def relapse_claims(self, claim: str) -> tuple[str, ...]:
        """Claims that tell of relapse beside *claim*: those that balance it, or itself where it needs no balance."""
        balance = next((each.balanced_by for each in self.claims if each.id == claim), ())
        return balance or (claim,)

    def numbers(self, claim: str) -> tuple[int, ...]:
        """Reference numbers of *claim*; empty where it rests on no source."""
        return dict(self.numbers_of).get(claim, ())


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who shows a deck, from `speaker.toml`: the disclosure slide."""

    name: str
    affiliation: str
    interests: tuple[str, ...]
    """Empty: nothing to disclose."""


@dataclass(frozen=True, slots=True)
class Emitted:
    """A finished file, still in memory."""

    data: bytes
    pages: int
    """Pages of a leaflet, slides of a deck."""
    findings: tuple[Finding, ...]
