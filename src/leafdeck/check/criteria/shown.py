"""A leaflet as its readers in one region see it, before anything is laid out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from leafdeck.assemble.chapters import chapters, headed
from leafdeck.assemble.selection import chosen, printed, settled
from leafdeck.check.passages import claims_of
from leafdeck.model import (
    Block,
    Bullets,
    Callout,
    Case,
    Chart,
    Claim,
    Faq,
    Figure,
    Paragraph,
    Place,
    Section,
    Steps,
    Text,
    Timeline,
    Topic,
)
from leafdeck.project import Library, Manifest
from leafdeck.walk import query

Kind = TypeVar("Kind")

VISUALS = (Chart, Figure, Timeline)
"""Blocks that show instead of telling; tables are judged apart, as the instruments do."""


@dataclass(frozen=True, slots=True)
class Part:
    """One section of a leaflet, as it stands there."""

    topic: str
    section: Section
    chapter: Text | None

    @property
    def name(self) -> str:
        """How reports call it: `topic.section`."""
        return f"{self.topic}.{self.section.id}"


@dataclass(frozen=True, slots=True)
class Shown:
    """A leaflet in one region: its front, its sections, and the topics it answers for."""

    manifest: Manifest
    library: Library
    region: str
    title: Text
    standfirst: Text
    topics: tuple[Topic, ...]
    parts: tuple[Part, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims it cites, in order of first mention; unknown ids are left to the other checks."""
        ids = claims_of(tuple(part for each in self.parts for part in printed(each.section, "leaflet")))
        return tuple(self.library.claims[id_] for id_ in ids if id_ in self.library.claims)

    @property
    def texts(self) -> tuple[Text, ...]:
        """Every text on its pages but the fixed phrases, in reading order."""
        printed_parts = tuple(printed(part.section, "leaflet") for part in self.parts)
        return query((self.title, self.standfirst, printed_parts))

    def blocks(self, kind: type[Kind] | tuple[type[Kind], ...]) -> tuple[Kind, ...]:
        """Its blocks of *kind*, those inside boxes, stories and answers among them, in reading order."""
        every = (block for part in self.parts for block in _within(part.section.blocks))
        return tuple(block for block in every if isinstance(block, kind))

    def mentions(self, claim: str) -> Place | None:
        """Where it first cites *claim*; None where it does not."""
        for part in self.parts:
            for piece in printed(part.section, "leaflet"):
                if claim in claims_of(piece):
                    return next((text.place for text in query(piece) if claim in claims_of(text)), place_of(piece))
        return None


def shown(manifest: Manifest, library: Library, region: str) -> Shown | None:
    """The leaflet of *manifest* in *region*; None where it shows nothing that is there."""
    named = [
        (id_, settled(section, region, manifest.show))
        for id_, section in chosen(library.topics, manifest.topics, manifest.sections)
    ]
    if not named or manifest.topics[0] not in library.topics:
        return None
    sections = headed(named, library.topics, manifest.depth)
    lead = library.topics[manifest.topics[0]]
    behind = dict.fromkeys((lead.id, *(id_ for id_, _ in sections)))
    title, standfirst = manifest.front or (lead.title, lead.standfirst)
    above = chapters(sections, library.topics, manifest.depth)
    return Shown(
        manifest, library, region, title, standfirst,
        tuple(library.topics[id_] for id_ in behind),
        tuple(Part(id_, section, chapter) for (id_, section), chapter in zip(sections, above, strict=True)),
    )  # fmt: skip


def place_of(node: object) -> Place:
    """Where the first words of *node* stand."""
    return next((text.place for text in query(node)), Place(""))


def _within(blocks: tuple[Block, ...] | tuple[Paragraph | Bullets | Steps, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        match block:
            case Callout(blocks=inner) | Case(blocks=inner):
                yield from _within(inner)
            case Faq(answers):
                for answer in answers:
                    yield from _within(answer.answer)
            case _:
                pass
