"""`templates/slides/theme.toml`: the design of a deck in numbers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import Field, StringConstraints

from leafdeck.model import Decoration, Finding, Layout, LayoutName, Placeholder, Theme
from leafdeck.project.toml import Document, Table, checked, read_toml

Colour = Annotated[str, StringConstraints(pattern=r"^[0-9A-F]{6}$")]
Inches = float | int
Shape = Literal["rect", "roundRect", "ellipse", "octagon"]


class _Placeholder(Table):
    name: str
    kind: Literal["title", "subtitle", "body", "table", "chart", "footer", "number"]
    x: Inches
    y: Inches
    width: Inches
    height: Inches
    sizes: Annotated[list[Inches], Field(min_length=1)]
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
    width: Inches
    height: Inches
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
    width: Inches
    height: Inches
    source_size: Inches
    line_spacing: Inches
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
    found: list[Finding] = []
    for index, layout in enumerate(record.layouts):
        named = {layout.background, layout.footer_colour, *(box.colour for box in layout.placeholders)}
        named |= {shape.colour for shape in layout.decorations}
        named |= {box.fill for box in layout.placeholders if box.fill}
        found += [
            Finding(
                "unknown-colour",
                "error",
                f"The layout {layout.name} uses the colour `{colour}`.",
                document.place("layouts", index),
                "Add it to [colours], or use one that stands there.",
            )
            for colour in sorted(named - set(record.colours))
        ]
    missing = set(get_args(LayoutName)) - {layout.name for layout in record.layouts}
    found += [
        Finding(
            "missing-layout",
            "error",
            f"The theme has no layout `{name}`.",
            document.place("layouts"),
            f'Add [[layouts]] with name = "{name}".',
        )
        for name in sorted(missing)
    ]
    return tuple(found)
