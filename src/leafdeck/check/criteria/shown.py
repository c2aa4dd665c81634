"""A leaflet as its readers in one region see it, before anything is laid out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from leafdeck.assemble.chapters import chapters, headed
from leafdeck.assemble.selection import chosen, printed, settled
from leafdeck.check.marks import unmarked
from leafdeck.check.passages import charts
from leafdeck.check.quantities import figures
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
    cited,
)
from leafdeck.numbers import Number
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


@dataclass(frozen=True)
class Shown:
    """A leaflet in one region: its front, its sections, and the topics it answers for.

    Without slots, because what every item asks for is gathered once and kept.
    """

    manifest: Manifest
    library: Library
    region: str
    title: Text
    standfirst: Text
    topics: tuple[Topic, ...]
    parts: tuple[Part, ...]

    @property
    def first(self) -> tuple[Place, ...]:
        """Where its first section begins: the place of what stands nowhere."""
        return (self.parts[0].section.place,)

    @cached_property
    def mentions(self) -> dict[str, Place]:
        """Where it first cites each claim, in order of first mention; chart rows cite too."""
        found: dict[str, Place] = {}
        for part in self.parts:
            for piece in printed(part.section, "leaflet"):
                for text in query(piece):
                    for id_ in cited(text.inlines):
                        found.setdefault(id_, text.place)
                for chart in charts(piece):
                    for row in chart.rows:
                        found.setdefault(row.claim, row.place)
        return found

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims it cites, in order of first mention; unknown ids are left to the other checks."""
        return tuple(self.library.claims[id_] for id_ in self.mentions if id_ in self.library.claims)

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text on its pages but the fixed phrases, in reading order."""
        printed_parts = tuple(printed(part.section, "leaflet") for part in self.parts)
        return query((self.title, self.standfirst, printed_parts))

    @cached_property
    def words(self) -> tuple[tuple[Text, str], ...]:
        """Every text with its words as they print."""
        return tuple((text, unmarked(text.inlines)) for text in self.texts)

    @cached_property
    def numbers(self) -> tuple[tuple[Text, Number], ...]:
        """Every figure in its words, with the text it stands in; those of charts are data."""
        return tuple((text, number) for text, words in self.words for number in figures(words, self.library))

    def blocks(self, kind: type[Kind] | tuple[type[Kind], ...]) -> tuple[Kind, ...]:
        """Its blocks of *kind*, those inside boxes, stories and answers among them, in reading order."""
        every = (block for part in self.parts for block in _within(part.section.blocks))
        return tuple(block for block in every if isinstance(block, kind))


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
