"""`templates/slides/theme.toml`: the design of a deck in numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from leafdeck.model import Decoration, Finding, Layout, LayoutName, Placeholder, Theme
from leafdeck.project.toml import Document, Table, checked, read_toml

Colour = Annotated[str, StringConstraints(pattern=r"^[0-9A-F]{6}$")]
Inches = float | int
Positive = Annotated[float, Field(gt=0)]
Shape = Literal["rect", "roundRect", "ellipse", "octagon"]
COLOURS = frozenset(
    {"ink", "paper", "deep", "mist", "teal", "amber", "blue", "rose", "violet", "slate", "link", "visited"}
)
"""The twelve colours of an Office theme."""
FOOT = {"footer", "number"}
_NUMBERED = ("number-{}", "step-{}")
NEEDED: dict[LayoutName, tuple[str, ...]] = {
    "title": ("standfirst", "details"),
    "section": (),
    "key-message": ("source",),
    "bullets": ("points", "source"),
    "comparison": ("first-heading", "first", "second-heading", "second", "source"),
    "table": ("table", "source"),
    "chart": ("caption", "chart", "points", "source"),
    "chart-wide": ("caption", "chart", "source"),
    "big-number": ("number", "label", "points", "source"),
    "steps-3": (*(name.format(step) for step in (1, 2, 3) for name in _NUMBERED), "source"),
    "steps-4": (*(name.format(step) for step in (1, 2, 3, 4) for name in _NUMBERED), "source"),
    "steps-5": (*(name.format(step) for step in (1, 2, 3, 4, 5) for name in _NUMBERED), "source"),
    "steps-6": (*(name.format(step) for step in (1, 2, 3, 4, 5, 6) for name in _NUMBERED), "source"),
    "urgency": ("now-level", "now", "today-level", "today", "next-visit-level", "next-visit", "source"),
    "quote": ("quote", "speaker", "source"),
    "questions": ("points", "source"),
    "legend": ("strong", "some", "early", "unknown", "note"),
    "references": ("list",),
}
"""Placeholders that planning fills, beside the title, which every layout begins with."""
KINDS = {"title": "title", "table": "table", "chart": "chart"}
"""Placeholder -> its kind; all others hold words."""


class _Placeholder(Table):
    name: str
    kind: Literal["title", "subtitle", "body", "table", "chart", "footer", "number"]
    x: Inches
    y: Inches
    width: Positive
    height: Positive
    sizes: Annotated[list[Positive], Field(min_length=1)]
    bold: bool = False
    colour: str = "ink"
    fill: str = ""
    shape: Shape = "rect"
    align: Literal["start", "centre", "end"] = "start"
    anchor: Literal["top", "middle", "bottom"] = "top"
    marker: Literal["none", "bullet", "number"] = "none"
    inset: Inches = 0.0
    spacing: Inches = 1.0


class _Decoration(Table):
    x: Inches
    y: Inches
    width: Positive
    height: Positive
    colour: str
    opacity: Annotated[float, Field(gt=0, le=1)] = 1.0
    shape: Shape = "rect"


class _Layout(Table):
    name: LayoutName
    background: str = "paper"
    footer_colour: str = "slate"
    decorations: list[_Decoration] = []
    placeholders: Annotated[list[_Placeholder], Field(min_length=1)]


class _Theme(Table):
    name: str
    width: Positive
    height: Positive
    source_size: Positive
    line_spacing: Positive
    space_before: Annotated[list[Inches], Field(min_length=1)]
    indent: Inches
    cell_inset: Inches
    foot: list[_Placeholder]
    colours: dict[str, Colour]
    layouts: list[_Layout]


def read_theme(root: Path) -> tuple[Theme | None, tuple[Finding, ...]]:
    """The deck's theme, or every mistake in its file: unknown keys, colours that have no value, missing layouts."""
    document, findings = read_toml(root / "templates/slides/theme.toml", root)
    if document is None:
        return None, findings
    record, findings = checked(_Theme, document)
    if record is None:
        return None, findings
    found = _gaps(record, document)
    if found:
        return None, found
    layouts = tuple(
        Layout(
            layout.name,
            _placeholders(layout.placeholders),
            layout.background,
            tuple(Decoration(**shape.model_dump()) for shape in layout.decorations),
            layout.footer_colour,
        )
        for layout in record.layouts
    )
    return Theme(
        record.name, record.width, record.height, tuple(record.colours.items()), layouts, _placeholders(record.foot),
        record.source_size, record.line_spacing, tuple(float(space) for space in record.space_before), record.indent,
        record.cell_inset,
    ), ()  # fmt: skip


def _placeholders(boxes: Sequence[_Placeholder]) -> tuple[Placeholder, ...]:
    return tuple(
        Placeholder(**{**box.model_dump(), "sizes": tuple(float(size) for size in box.sizes)}) for box in boxes
    )


def _gaps(record: _Theme, document: Document) -> tuple[Finding, ...]:
    """What planning or PowerPoint would miss."""
    found = [*_colours(record, document), *_layouts(record, document)]
    if {box.kind for box in record.foot} != FOOT or len(record.foot) != len(FOOT):
        message = "The foot of a slide has one placeholder of kind `footer` and one of kind `number`."
        found.append(Finding("missing-placeholder", "error", message, document.place("foot"), "Give both, each once."))
    return tuple(found)


def _colours(record: _Theme, document: Document) -> Iterator[Finding]:
    for name in sorted(COLOURS ^ set(record.colours)):
        known = name in COLOURS
        message = f"The theme has no colour `{name}`." if known else f"An Office theme holds no colour `{name}`."
        fix = f"Add {name} to [colours]." if known else f"Take it away, or name it one of {', '.join(sorted(COLOURS))}."
        yield Finding("unknown-colour", "error", message, document.place("colours"), fix)
    for index, layout in enumerate(record.layouts):
        boxes = layout.placeholders
        named = {layout.background, layout.footer_colour, *(box.colour for box in boxes)}
        named |= {shape.colour for shape in layout.decorations} | {box.fill for box in boxes if box.fill}
        for colour in sorted(named - COLOURS):
            yield Finding(
                "unknown-colour", "error", f"The layout {layout.name} uses the colour `{colour}`.",
                document.place("layouts", index), "Use one that stands in [colours].",
            )  # fmt: skip


def _layouts(record: _Theme, document: Document) -> Iterator[Finding]:
    names = [layout.name for layout in record.layouts]
    for name in sorted(set(NEEDED) - set(names)):
        yield Finding(
            "missing-layout", "error", f"The theme has no layout `{name}`.", document.place("layouts"),
            f'Add [[layouts]] with name = "{name}".',
        )  # fmt: skip
    for index, layout in enumerate(record.layouts):
        place = document.place("layouts", index)
        kinds = {box.name: box.kind for box in layout.placeholders}
        if names.index(layout.name) != index:
            message = f"There are two layouts `{layout.name}`."
            yield Finding("repeated-name", "error", message, place, "Take one of them away.")
        if len(kinds) != len(layout.placeholders):
            message = f"Two placeholders of the layout {layout.name} have one name."
            yield Finding("repeated-name", "error", message, place, "Give each a name of its own.")
        if layout.placeholders[0].name != "title":
            message = f"The layout {layout.name} does not begin with its title."
            yield Finding("missing-placeholder", "error", message, place, "Put the placeholder `title` first.")
        for needed in ("title", *NEEDED[layout.name]):
            kind = KINDS.get(needed, "body")
            if needed not in kinds:
                message = f"The layout {layout.name} has no placeholder `{needed}`."
                yield Finding("missing-placeholder", "error", message, place, "Add it: slides fill it.")
            elif kinds[needed] not in (kind, "subtitle"):
                message = f"The placeholder {needed} of the layout {layout.name} is of kind `{kinds[needed]}`."
                yield Finding("wrong-value", "error", message, place, f"Make it `{kind}`.")
        for box in layout.placeholders:
            if box.sizes != sorted(box.sizes, reverse=True) or box.sizes[-1] < record.source_size:
                message = f"The sizes of {box.name} in the layout {layout.name} rise, or fall below the floor."
                fix = f"Write them from the largest to the smallest, none below {record.source_size:g}."
                yield Finding("wrong-value", "error", message, place, fix)
