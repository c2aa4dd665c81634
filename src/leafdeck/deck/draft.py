"""What a slide will show, before anything is measured."""

from __future__ import annotations

from dataclasses import dataclass

from leafdeck.deck.wording import Line
from leafdeck.model import Badge, Bar, LayoutName, Place, Text


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: its header, its rows, and what it is called."""

    header: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    title: str


@dataclass(frozen=True, slots=True)
class Length:
    """One bar, with the sources of its figure and the place its name stands at."""

    bar: Bar
    sources: tuple[int, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Lengths:
    """A bar chart: its bars, and what it is called."""

    lengths: tuple[Length, ...]
    series: tuple[str, ...]
    title: str


Content = tuple[Line, ...] | Rows | Lengths


@dataclass(frozen=True, slots=True)
class Draft:
    """A layout with what its placeholders hold. It may take several slides."""

    layout: LayoutName
    fills: tuple[tuple[str, Content], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Slides under one title: those after the first say that they go on."""

    id: str
    title: Text
    drafts: tuple[Draft, ...]
    notes: tuple[Line, ...]
    """What the speaker says at the first of them."""
    part: str
    certainty: Line | None = None
    """How sure we are, for the foot of its slides."""
    badge: Badge | None = None
    """The same as a shape."""
