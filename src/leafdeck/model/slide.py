"""A slide plan: what stands on each slide, in whose words, at what size. Positions are the theme's."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

LayoutName = Literal[
    "title",
    "section",
    "key-message",
    "bullets",
    "comparison",
    "table",
    "chart",
    "chart-wide",
    "big-number",
    "steps-3",
    "steps-4",
    "steps-5",
    "steps-6",
    "urgency",
    "quote",
    "questions",
    "legend",
    "references",
]
Badge = Literal["strong", "some", "early", "unknown"]
"""How sure we are, as a shape: three steps, of which three, two, one or none are filled."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look and one language."""

    text: str
    lang: str
    """BCP 47."""
    bold: bool = False
    link: str = ""
    """https, tel or mailto; empty for none."""
    small: bool = False
    """Citation marks and other words set smaller than their paragraph."""


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph of a placeholder."""

    runs: tuple[Run, ...]
    direction: Literal["ltr", "rtl"]
    level: int = 0
    """0 for the first level of a list."""
    marker: Literal["none", "bullet", "number"] = "none"
    start: int = 1
    """The number a numbered list begins with; a list that goes on from another slide begins higher."""


@dataclass(frozen=True, slots=True)
class Words:
    """Paragraphs at one size."""

    paras: tuple[Para, ...]
    size: float
    """Points: one rung of the placeholder's size ladder."""
    badge: Badge | None = None
    """Drawn before the words, in `badge_size` of their box."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A native table. The first row is its header, the first cell of a row that row's header."""

    rows: tuple[tuple[Words, ...], ...]
    widths: tuple[float, ...]
    """Share of the width of each column, in logical order; they add up to 1."""
    heights: tuple[float, ...]
    """Measured height of each row, in points."""
    alt: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One category of a native chart."""

    label: str
    value: Decimal
    rest: Decimal
    """The group's others (dots): 3 of 12 leaves 9. 0 in a bar chart."""
    value_label: str
    """The figure in words, such as "3 of 12"."""
    came_back: str = ""
    """In how many of the group the illness came back, in words."""

    @property
    def name(self) -> str:
        """What stands beside the bar. Relapse is part of it, and stays beside the result in the chart's own data."""
        return f"{self.label} · {self.came_back}" if self.came_back else self.label


@dataclass(frozen=True, slots=True)
class Bars:
    """A native bar chart with its data."""

    bars: tuple[Bar, ...]
    series: tuple[str, ...]
    """One name, or two where bars have a rest."""
    lang: str
    alt: str


Fill = Words | Grid | Bars


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: a layout by name, and what fills its placeholders."""

    id: str
    """Unique within the deck, such as `evidence.fifteen` or `evidence.fifteen+2` for its continuation."""
    layout: LayoutName
    fills: tuple[tuple[str, Fill], ...]
    """Placeholder name -> content, in reading order; the first is the title. Others stay off the slide."""
    notes: tuple[Para, ...]
    part: str
    """Name of the section of the deck it stands in."""


@dataclass(frozen=True, slots=True)
class Deck:
    """A planned deck, ready to emit."""

    slides: tuple[Slide, ...]
    title: str
    language: str
    """BCP 47 of the deck."""
    direction: Literal["ltr", "rtl"]
    office_locale: str
    office_fonts: tuple[str, str, str]
    footer: Para
    """At the foot of every slide: that the deck is a draft, and its version."""
    subject: str
    keywords: str
    publisher: str
    created: str
    """ISO date written into the file's properties: an input, never the clock."""


Shape = Literal["rect", "roundRect", "ellipse", "octagon"]
"""Names of DrawingML (ECMA-376, 20.1.10.56)."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A box of a layout, in inches, for left-to-right; right-to-left mirrors it."""

    name: str
    kind: Literal["title", "subtitle", "body", "table", "chart", "footer", "number"]
    """`number` holds the number of the slide."""
    x: float
    y: float
    width: float
    height: float
    sizes: tuple[float, ...]
    """The size ladder in points, largest first; the last is the floor."""
    bold: bool = False
    colour: str = "ink"
    """Name of a colour of the theme."""
    fill: str = ""
    shape: Shape = "rect"
    align: Literal["start", "centre", "end"] = "start"
    anchor: Literal["top", "middle", "bottom"] = "top"
    marker: Literal["none", "bullet", "number"] = "none"
    inset: float = 0.0
    """Space inside the box on every side, in inches."""
    spacing: float = 1.0
    """Share of the theme's space before paragraphs."""


def badge_size(box: Placeholder) -> tuple[float, float]:
    """Width and height of a badge in *box*, in inches: as high as two lines of its words, or as the box."""
    height = min(2 * box.sizes[0] / 72, box.height)
    return height * 24 / 14, height


def beside_badge(box: Placeholder) -> float:
    """How far the words of *box* stand off its start where it has a badge, in inches."""
    return 1.25 * badge_size(box)[0]


@dataclass(frozen=True, slots=True)
class Decoration:
    """A shape of a layout that says nothing, and that screen readers pass over."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    opacity: float = 1.0
    shape: Shape = "rect"


@dataclass(frozen=True, slots=True)
class Layout:
    """One slide layout: its placeholders in reading order."""

    name: LayoutName
    placeholders: tuple[Placeholder, ...]
    background: str = "paper"
    decorations: tuple[Decoration, ...] = ()
    footer_colour: str = "slate"
    """Colour of the words at the foot of every slide."""

    def placeholder(self, name: str) -> Placeholder:
        """The placeholder *name*. KeyError where the layout lacks it."""
        return {box.name: box for box in self.placeholders}[name]


@dataclass(frozen=True, slots=True)
class Theme:
    """The design of a deck in numbers, from `templates/slides/theme.toml`."""

    name: str
    width: float
    height: float
    """Inches."""
    colours: tuple[tuple[str, str], ...]
    """Name -> RRGGBB."""
    layouts: tuple[Layout, ...]
    foot: tuple[Placeholder, ...]
    """The footer and the number of the slide, on every layout."""
    source_size: float
    """Points that nothing is set smaller than: the size of the source line."""
    line_spacing: float
    space_before: tuple[float, ...]
    """Points before a paragraph, by level."""
    indent: float
    """Inches from a list's marker to its words, on each level."""
    cell_inset: float
    """Inches between a table cell's edge and its words, on every side."""

    def layout(self, name: str) -> Layout:
        """The layout *name*. KeyError where the theme lacks it."""
        return {layout.name: layout for layout in self.layouts}[name]  # type: ignore[index]
