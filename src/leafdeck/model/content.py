"""The content model: topics, sections and the closed set of blocks a section may hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from leafdeck.model.finding import Place
from leafdeck.model.text import Text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running words."""

    text: Text


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list, with the list nested under it, if any."""

    text: Text
    below: Bullets | Steps | None = None


@dataclass(frozen=True, slots=True)
class Bullets:
    """An unordered list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """An ordered list, numbered from 1."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header; the first cell of each row is that row's header."""

    caption: Text
    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    """Each as long as the header."""


@dataclass(frozen=True, slots=True)
class Callout:
    """A box set apart from the running words."""

    kind: Literal["key", "plain-words", "warning", "not-for"]
    title: Text
    blocks: tuple[Paragraph | Bullets | Steps, ...]


@dataclass(frozen=True, slots=True)
class UrgencyLevel:
    """One level of an urgency box: whom to call, and the signs that call for it."""

    level: Literal["now", "today", "next-visit"]
    action: Text
    signs: Bullets


@dataclass(frozen=True, slots=True)
class Urgency:
    """Warning signs by how fast to act, most urgent first."""

    levels: tuple[UrgencyLevel, ...]


@dataclass(frozen=True, slots=True)
class Stat:
    """One figure made large, with the sentence that gives it its meaning."""

    value: Text
    label: Text


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One row of a chart. Its figures are data, not messages."""

    label: Text
    value: Decimal | None
    """People with the result (dots) or the length of the bar; None prints as "no data"."""
    of: Decimal | None
    """People in the group (dots); None in a bar chart."""
    claim: str
    place: Place
    came_back: Decimal | Literal["not-reported"] | None = None
    """People of the group in whom the illness came back (dots); None where the row does not say."""


@dataclass(frozen=True, slots=True)
class Chart:
    """`dots` draws every person as a dot; `bars` draws lengths on one scale."""

    kind: Literal["dots", "bars"]
    title: Text
    rows: tuple[ChartRow, ...]
    unit: Text | None
    """What a bar measures, such as "months"; None for dots, which count people."""
    note: Text | None
    """What the reader must know to read the chart rightly."""


@dataclass(frozen=True, slots=True)
class Event:
    """One point of a timeline."""

    when: str
    """A year, month or day in ISO 8601: `2021`, `2021-03`, `2021-03-05`."""
    text: Text


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events, oldest first."""

    title: Text
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture without words in it."""

    file: str
    """Path inside `content/figures/`."""
    alt: Text
    caption: Text | None
    credit: str
    licence: str
    place: Place


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words. Printed only when they are known to have said them."""

    text: Text
    speaker: str
    role: Text | None
    status: Literal["verified", "adapted", "unsigned"]


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions to take along, each with lines to write the answer on."""

    title: Text
    items: tuple[Item, ...]
    lines: int
    """Write-in lines under each question."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """Things to tick."""

    title: Text
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One side of two lists."""

    heading: Text
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class TwoLists:
    """Two lists set against each other, such as known and not known."""

    first: Column
    second: Column


@dataclass(frozen=True, slots=True)
class Answer:
    """One question with its answer."""

    question: Text
    answer: tuple[Paragraph | Bullets | Steps, ...]


@dataclass(frozen=True, slots=True)
class Faq:
    """Common questions."""

    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One person's story. Off unless a manifest asks for it: one person proves nothing."""

    title: Text
    blocks: tuple[Paragraph | Bullets, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Other topics worth reading."""

    topics: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Publisher:
    """What the publisher says about itself. Off unless a manifest asks for it."""

    blocks: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Only:
    """Blocks that stand only in the named regions."""

    regions: tuple[str, ...]
    blocks: tuple[Block, ...]
    place: Place


Block = (
    Paragraph
    | Bullets
    | Steps
    | Table
    | Callout
    | Urgency
    | Stat
    | Chart
    | Timeline
    | Figure
    | Quote
    | Questions
    | Checklist
    | TwoLists
    | Faq
    | Case
    | Related
    | Publisher
    | Only
)


@dataclass(frozen=True, slots=True)
class SlideWords:
    """What the slide of a section shows beside its visuals."""

    headline: Text
    """A full sentence: what the audience should take home."""
    points: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One heading and what stands under it: a passage of the leaflet, a slide of the deck."""

    id: str
    """Unique within its topic."""
    heading: Text
    cut: int
    """The shortest cut in minutes that holds this section's slide: 5, 15 or 30."""
    slide: SlideWords | None
    """None where the section has no slide."""
    say: tuple[Paragraph, ...]
    """Spoken words for the notes; empty where the prose itself serves."""
    blocks: tuple[Block, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Topic:
    """One Markdown file of `content/`. Empty people and dates print as "not stated"."""

    id: str
    """The file's name without `.md`; also the domain of its catalogs."""
    title: Text
    standfirst: Text
    audience: Text
    version: str
    published: date | None
    checked: date | None
    """The day the facts were last checked."""
    next_review: date | None
    authors: tuple[str, ...]
    reviewers: tuple[str, ...]
    """Clinicians who signed the words."""
    patient_reviewers: tuple[str, ...]
    funding: Text | None
    sections: tuple[Section, ...]
    place: Place
    short_title: Text | None = None
    """What its part of a piece of several topics is called; None: its title."""
