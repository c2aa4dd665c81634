"""A slide plan becomes a PowerPoint file. Slides hold placeholders and badges; where things stand is the template's."""

from __future__ import annotations

import io
import re
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import Any, assert_never

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from leafdeck.model import (
    Badge,
    Bars,
    Deck,
    Emitted,
    Fill,
    Finding,
    Grid,
    Para,
    Place,
    Placeholder,
    Slide,
    Theme,
    Words,
    beside_badge,
)
from leafdeck.powerpoint.charts import draw
from leafdeck.powerpoint.package import normalise
from leafdeck.powerpoint.shapes import badge, foot, sections, title_case
from leafdeck.powerpoint.template import FOOT_INDEX, index_of, template
from leafdeck.powerpoint.xml import NAMESPACES, TABLE_STYLE, Look, emu, number_field, paragraph, parted, run

LINKS = re.compile(r"(?:https|mailto|tel):")
CONTROLS = re.compile("[\x00-\x08\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
"""What XML 1.0 cannot hold, or what PowerPoint "repairs"."""
BREAKS = re.compile("[\t\n\v\r\u2028\u2029]+")
"""A paragraph of a slide is one run of words: these become a space."""
NOTES_SIZE = 12.0
PROPERTY = 255
"""Characters python-pptx lets a property of the file have."""


def emit(deck: Deck, theme: Theme) -> Emitted:
    """*deck* as a .pptx in the design *theme*: the same deck gives the same bytes, on any day.

    Findings: characters no XML can hold (left out), links to anything but https, mailto and tel (their words stay).
    """
    findings: list[Finding] = []
    deck = replace(deck, slides=tuple(_clean(slide, deck, findings) for slide in deck.slides))
    look = Look(theme, deck.direction == "rtl", deck.office_locale)
    presentation = Presentation(io.BytesIO(template(deck, look)))
    layouts = dict(zip((layout.name for layout in theme.layouts), presentation.slide_layouts, strict=True))
    ids = []
    for number, slide in enumerate(deck.slides, 1):
        made = presentation.slides.add_slide(layouts[slide.layout])
        _fill(made, slide, look)
        _feet(made, deck, number, look)
        _notes(made, slide.notes, number, look)
        ids.append((slide.part, made.slide_id))
    _sections(presentation, deck, ids)
    _properties(presentation, deck)
    saved = io.BytesIO()
    presentation.save(saved)
    return Emitted(normalise(saved.getvalue(), deck.created), len(deck.slides), tuple(findings))


def _fill(made: Any, slide: Slide, look: Look) -> None:
    layout = look.theme.layout(slide.layout)
    shapes = {shape.placeholder_format.idx: shape for shape in made.placeholders}
    fills = dict(slide.fills)
    for box in layout.placeholders:
        shape = shapes[index_of(layout, box.name)]
        fill = fills.get(box.name)
        if fill is None:
            # It would ask whoever edits the deck to click it.
            shape._element.getparent().remove(shape._element)
            continue
        shape.name = title_case(box.name)
        _put(made, shape, fill, box, look)


def _put(made: Any, shape: Any, fill: Fill, box: Placeholder, look: Look) -> None:
    match fill:
        case Words(paras, size, steps):
            inherited = size == box.sizes[0]
            if steps:
                _badge(made, shape, steps, box, look)
            _write(shape.text_frame._txBody, made, paras, None if inherited else size, box, look, size)
        case Grid():
            _table(made, shape, fill, look)
        case Bars():
            frame = draw(shape, fill, box.sizes[0], look)
            frame._element._nvXxPr.cNvPr.set("descr", fill.alt)
        case _:
            assert_never(fill)


def _badge(made: Any, shape: Any, steps: Badge, box: Placeholder, look: Look) -> None:
    """Draw *steps* beside the words of *shape*, and keep these clear of it."""
    tree = made.shapes._spTree
    tree.append(parse_xml(badge(_next_id(tree), box, steps, look)))
    side = "rIns" if look.rtl else "lIns"
    shape.text_frame._txBody.bodyPr.set(side, str(emu(box.inset + beside_badge(box))))


def _next_id(tree: Any) -> int:
    return 1 + max(int(used) for used in tree.xpath("//p:cNvPr/@id"))


def _write(
    body: Any, made: Any, paras: Sequence[Para], size: float | None, box: Placeholder | None, look: Look, real: float
) -> None:
    """Replace the paragraphs of a text *body*."""
    for old in body.findall(qn("a:p")):
        body.remove(old)
    for para in parted(paras):
        links = [
            made.part.relate_to(each.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            for each in para.runs
            if each.link
        ]
        words = paragraph(para, look, size, box, links, own_size=real)
        body.append(parse_xml(words.replace("<a:p>", f"<a:p {NAMESPACES}>", 1)))


def _table(made: Any, shape: Any, grid: Grid, look: Look) -> None:
    frame = shape.insert_table(rows=len(grid.rows), cols=len(grid.widths))
    frame._element._nvXxPr.cNvPr.set("descr", grid.alt)
    table = frame.table
    properties = table._tbl.tblPr
    properties.find(qn("a:tableStyleId")).text = TABLE_STYLE
    properties.set("firstCol", "1")
    if look.rtl:
        # The first column stands on the right.
        properties.set("rtl", "1")
    total = frame.width
    for column, share in zip(table.columns, grid.widths, strict=True):
        column.width = Emu(round(total * share))
    inset = Inches(look.theme.cell_inset)
    for row, height, cells in zip(table.rows, grid.heights, grid.rows, strict=True):
        row.height = Pt(height)
        for cell, words in zip(row.cells, cells, strict=True):
            _write(cell.text_frame._txBody, made, words.paras, words.size, None, look, words.size)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            cell.margin_left = cell.margin_right = cell.margin_top = cell.margin_bottom = inset
    frame.height = sum(row.height for row in table.rows)


def _feet(made: Any, deck: Deck, number: int, look: Look) -> None:
    """Footer and number, which python-pptx never takes over from the layout."""
    tree = made.shapes._spTree
    for each, box in enumerate(look.theme.foot):
        words = (
            number_field(look, str(number))
            if box.kind == "number"
            else "".join(run(part, None, look) for part in deck.footer.runs)
        )
        tree.append(parse_xml(foot(_next_id(tree), box, FOOT_INDEX + each, words, look)))


def _notes(made: Any, paras: Sequence[Para], number: int, look: Look) -> None:
    page = made.notes_slide
    plain = Placeholder("notes", "body", 0, 0, 0, 0, (NOTES_SIZE,))
    said = [replace(para, runs=tuple(replace(each, small=False, link="") for each in para.runs)) for para in paras]
    _write(page.notes_text_frame._txBody, page, said, None, plain, look, NOTES_SIZE)
    for shape in page.placeholders:
        kind = shape._element.ph.get("type")
        if kind == "sldNum":
            line = shape.text_frame._txBody.find(qn("a:p"))
            field = number_field(look, str(number)).replace("<a:fld ", f"<a:fld {NAMESPACES} ", 1)
            line.insert(0, parse_xml(field))


def _sections(presentation: Any, deck: Deck, ids: Sequence[tuple[str, int]]) -> None:
    parts = []
    for place, (name, group) in enumerate(groupby(ids, key=lambda each: each[0])):
        guid = uuid.uuid5(uuid.NAMESPACE_URL, f"{deck.title}/{place}/{name}")
        parts.append((name, f"{{{str(guid).upper()}}}", [id_ for _, id_ in group]))
    # The last child of the presentation, as its schema orders.
    presentation.part._element.append(parse_xml(sections(parts)))


def _properties(presentation: Any, deck: Deck) -> None:
    core = presentation.core_properties
    created = datetime.fromisoformat(deck.created)
    core.title, core.subject, core.keywords = (words[:PROPERTY] for words in (deck.title, deck.subject, deck.keywords))
    core.author = core.last_modified_by = deck.publisher[:PROPERTY]
    core.language = deck.office_locale
    core.created = core.modified = created
    core.revision = 1


# --- characters and links that may not reach the file ---------------------------------------------------------


def _clean(slide: Slide, deck: Deck, findings: list[Finding]) -> Slide:
    """*slide* without what a file cannot hold; what is left out is a finding."""
    place = Place(f"slide {slide.id}")

    def words(text: str) -> str:
        if found := CONTROLS.search(text):
            findings.append(
                Finding(
                    "control-character",
                    "error",
                    f"“{CONTROLS.sub('�', text)[:60]}” holds the character U+{ord(found[0]):04X}.",
                    place,
                    "Delete it: no slide can hold it.",
                    deck.language,
                )
            )
        return BREAKS.sub(" ", CONTROLS.sub("", text))

    def para(each: Para) -> Para:
        runs = []
        for one in each.runs:
            link = one.link
            if link and not LINKS.match(link):
                findings.append(
                    Finding(
                        "forbidden-link",
                        "error",
                        f"The link {link} is not https, mailto or tel.",
                        place,
                        "Link to an https address.",
                        deck.language,
                    )
                )
                link = ""
            runs.append(replace(one, text=words(one.text), link=link))
        return replace(each, runs=tuple(runs))

    def each_fill() -> Iterator[tuple[str, Fill]]:
        for name, fill in slide.fills:
            match fill:
                case Words(paras, _, _):
                    yield name, replace(fill, paras=tuple(para(each) for each in paras))
                case Grid(rows=rows):
                    cells = tuple(
                        tuple(replace(cell, paras=tuple(para(each) for each in cell.paras)) for cell in row)
                        for row in rows
                    )
                    yield name, replace(fill, rows=cells, alt=words(fill.alt))
                case Bars(bars=bars):
                    drawn = tuple(
                        replace(
                            bar,
                            label=words(bar.label),
                            value_label=words(bar.value_label),
                            came_back=words(bar.came_back),
                        )
                        for bar in bars
                    )
                    yield name, replace(fill, bars=drawn, alt=words(fill.alt), series=tuple(map(words, fill.series)))

    return replace(slide, fills=tuple(each_fill()), notes=tuple(para(each) for each in slide.notes))
