"""Can everybody use a deck? What PowerPoint's own accessibility checker asks, and what screen readers need.

WCAG 2.2: 1.1.1 (alternative texts), 1.3.1 and 1.3.2 (placeholders, header rows, reading order), 2.4.2 (titles), 3.1.1
and 3.1.2 (languages).
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pptx
from pptx.oxml.ns import qn

FLOOR = 12.0
"""Points that nothing may be smaller than."""
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def barriers(deck: bytes) -> list[str]:
    """One line for each barrier; an empty list where there is none."""
    presentation = pptx.Presentation(io.BytesIO(deck))
    properties = presentation.core_properties
    found = [] if properties.title else ["the document has no title"]
    found += [] if properties.language else ["the document has no language"]
    titles: Counter[str] = Counter()
    for number, slide in enumerate(presentation.slides, 1):
        titles[_title(slide)] += 1
        found += [f"slide {number}: {barrier}" for barrier in _slide(slide)]
    found += [f"{count} slides have the title {title!r}" for title, count in titles.items() if title and count > 1]
    for layout in presentation.slide_layouts:
        found += [f"layout {layout.name}: {shape.name} is not marked as decorative" for shape in layout.shapes
                  if not shape.is_placeholder and shape._element.find(f".//{DECORATIVE}") is None]  # fmt: skip
    return found


def _title(slide: Any) -> str:
    title = slide.shapes.title
    return title.text_frame.text.strip() if title is not None else ""


def _slide(slide: Any) -> Iterator[str]:
    shapes = list(slide.shapes)
    if not _title(slide):
        yield "it has no title"
    elif shapes[0]._element is not slide.shapes.title._element:
        yield "its title is not read first"
    for shape in shapes:
        if not shape.is_placeholder:
            # A badge says what the words beside it say, so nobody needs to hear of it.
            if shape._element.find(f".//{DECORATIVE}") is None:
                yield f"{shape.name} stands outside the placeholders"
            elif not shape.has_text_frame or shape.text_frame.text.strip():
                yield f"{shape.name} is marked as decorative and says something"
            continue
        if shape.has_text_frame and not shape.text_frame.text.strip():
            yield f"{shape.name} is empty"
        if not shape.has_text_frame and not shape._element._nvXxPr.cNvPr.get("descr"):
            yield f"{shape.name} has no alternative text"
        if shape.has_table:
            yield from _table(shape)
    yield from _order(slide, shapes)
    if not slide.has_notes_slide or not slide.notes_slide.notes_text_frame.text.strip():
        yield "it has no notes"
    roots = [slide._element, *([slide.notes_slide._element] if slide.has_notes_slide else [])]
    roots += [shape.chart._chartSpace for shape in shapes if shape.has_chart]
    for root in roots:
        yield from _runs(root)


def _order(slide: Any, shapes: list[Any]) -> Iterator[str]:
    """What is read must come in the order of the layout, which was made to be read."""
    order = [shape.placeholder_format.idx for shape in slide.slide_layout.placeholders]
    places = [order.index(shape.placeholder_format.idx) for shape in shapes
              if shape.is_placeholder and shape.placeholder_format.idx in order]  # fmt: skip
    if places != sorted(places):
        yield "its placeholders are read in the wrong order"


def _table(shape: Any) -> Iterator[str]:
    if not shape.table.first_row:
        yield f"{shape.name} has no header row"
    if not shape.table.first_col:
        yield f"{shape.name} has no header column"


def _runs(root: Any) -> Iterator[str]:
    for run in (*root.iter(qn("a:r")), *root.iter(qn("a:fld"))):
        properties = run.find(qn("a:rPr"))
        if properties is None or not properties.get("lang"):
            yield f"the words {run.find(qn('a:t')).text!r} have no language"
    for properties in root.iter(qn("a:rPr"), qn("a:defRPr")):
        size = properties.get("sz")
        if size and int(size) < FLOOR * 100:
            yield f"words of {int(size) / 100:g} points are smaller than {FLOOR:g}"
