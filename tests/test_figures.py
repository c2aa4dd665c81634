"""The drawings of content/figures/: shapes only, one style, told apart without colour; and what none may hold."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest
import weasyprint

from leafdeck.check.drawings import ELEMENTS, SVG, Drawing, drawing
from leafdeck.check.passages import blocks_of
from leafdeck.model import Figure
from leafdeck.project import read_library
from tests.projects import REPOSITORY

FILES = {path.stem: path for path in sorted((REPOSITORY / "content/figures").iterdir())}
FIGURES = {name: path.read_bytes() for name, path in FILES.items()}
LIMIT = 12_000
"""Bytes: what a person can still read and mend by hand."""

SHEET = (REPOSITORY / "templates/leaflet/leaflet.css").read_text(encoding="utf-8")
TINTS = {"#E9B873", "#CFE3E1", "#DFEAE9", "#F2D5DC", "#D9A3B3"}
"""Lighter amber, teal and rose, for what lies inside an outline."""
COLOURS = {*re.findall(r"#[0-9A-F]{6}\b", SHEET.upper()), *TINTS, "none"}


def tree(name: str) -> ElementTree.Element:
    return ElementTree.fromstring(FIGURES[name])


def shapes(name: str) -> dict[str, str]:
    """The shapes of <defs>, by id."""
    return {
        shape.get("id", ""): re.sub(r"\s+", " ", ElementTree.tostring(shape, encoding="unicode")).strip()
        for shape in tree(name).iterfind(f"{{{SVG}}}defs/*")
    }


# --- Ours -------------------------------------------------------------------------------------------------------------


def test_there_are_four_drawings() -> None:
    assert [path.name for path in FILES.values()] == [
        "b-cell-t-cell.svg", "body-map.svg", "collect-change-grow-return.svg", "reset-panels.svg",
    ]  # fmt: skip


@pytest.mark.parametrize("name", FIGURES)
def test_a_drawing_holds_shapes_only_and_no_words(name: str) -> None:
    assert drawing(FIGURES[name]) == Drawing((), None)
    assert {element.tag.removeprefix(f"{{{SVG}}}") for element in tree(name).iter()} <= ELEMENTS


@pytest.mark.parametrize("name", FIGURES)
def test_a_drawing_is_a_file_a_person_can_read(name: str) -> None:
    text = FIGURES[name].decode("ascii")
    assert len(text) < LIMIT
    assert text.count("<!-- ") >= 5  # its parts are named
    assert [line for line in text.splitlines() if line != line.rstrip() or "\t" in line] == []


@pytest.mark.parametrize("name", FIGURES)
def test_a_drawing_has_the_colours_of_the_leaflet(name: str) -> None:
    used = {element.get(key, "none") for element in tree(name).iter() for key in ("fill", "stroke")}
    assert used <= COLOURS


def test_a_cell_is_drawn_the_same_wherever_it_stands() -> None:
    for one, other in combinations(FIGURES, 2):
        mine, theirs = shapes(one), shapes(other)
        assert {id_: mine[id_] for id_ in mine.keys() & theirs} == {id_: theirs[id_] for id_ in mine.keys() & theirs}
    known = [shape for name in FIGURES for shape in shapes(name)]
    assert {shape for shape in known if known.count(shape) > 1} == {"b-cell", "harmful-b-cell", "car-t-cell"}


def test_every_drawing_is_shown_by_a_topic() -> None:
    library, _ = read_library(REPOSITORY)
    assert library is not None
    blocks = (block for topic in library.topics.values() for block in blocks_of(topic))
    assert {path.name for path in FILES.values()} == {block.file for block in blocks if isinstance(block, Figure)}


# --- Without colour ---------------------------------------------------------------------------------------------------


def greys(shape: str, line: list[tuple[float, float]], folder: Path) -> list[int]:
    """How bright (0 to 255) *shape* prints on a black-and-white printer at the points of *line* on its own scale."""
    name = next(name for name in FIGURES if shape in shapes(name))
    picture = tree(name)
    drawn = ElementTree.Element(f"{{{SVG}}}svg", {"viewBox": "-32 -32 64 64"})
    drawn.extend(picture.findall(f"{{{SVG}}}defs"))
    style = {"stroke": "#0B3C49", "stroke-width": "2", "stroke-linecap": "round"}
    ElementTree.SubElement(drawn, f"{{{SVG}}}use", {"href": f"#{shape}", **style})
    (folder / "shape.svg").write_bytes(ElementTree.tostring(drawn))
    sheet = "<style>@page { size: 64pt; margin: 0 } body { margin: 0 } img { display: block; width: 64pt }</style>"
    pdf = weasyprint.HTML(string=f'{sheet}<img src="shape.svg">', base_url=f"{folder}/").write_pdf()
    grey = pypdfium2.PdfDocument(pdf)[0].render(scale=4).to_pil().convert("L")
    return [grey.getpixel((round((x + 32) * 4), round((y + 32) * 4))) for x, y in line]


def test_cells_differ_in_grey(tmp_path: Path) -> None:
    centre, body = (3.0, 6.0), (-9.0, 9.0)
    (helpful, pale), (harmful, light) = (greys(cell, [centre, body], tmp_path) for cell in ("b-cell", "harmful-b-cell"))
    assert helpful - harmful > 80  # a dark centre
    assert min(pale, light) > 230
    t_centre, t_body = greys("car-t-cell", [centre, body], tmp_path)
    assert pale - t_body > 120  # a dark cell
    assert t_centre - t_body > 80
    new_body, _ = greys("new-b-cell", [(0.0, 8.0), body], tmp_path)
    assert new_body > 230


def test_a_harmful_cell_differs_in_shape(tmp_path: Path) -> None:
    """Along a ring just outside the round cell lie the spikes of the harmful one; its markers are the same."""
    ring = [(18.6 * x, 18.6 * y) for x, y in ((0.9659, 0.2588), (0.7071, 0.7071), (0.2588, 0.9659))]
    assert min(greys("b-cell", ring, tmp_path)) > 230
    assert max(greys("harmful-b-cell", ring, tmp_path)) < 128


def test_now_and_today_differ_in_shape() -> None:
    ours = shapes("body-map")
    assert {"now", "now-place", "today", "today-place"} == set(ours)
    assert ours["now-place"].count("L") == 7  # an octagon has eight corners, a triangle three
    assert 'd="M0-7.5 7.5 5.5H-7.5z"' in ours["today-place"]


# --- What a drawing may not hold --------------------------------------------------------------------------------------

GOOD = f'<svg xmlns="{SVG}" viewBox="0 0 9 9">\n<defs><g id="cell"><path d="M0 0h9"/></g></defs>\n{{}}\n</svg>'
MORE = {
    '<use href="#cell" transform="rotate(9)"/>': [],
    "<!-- a cell -->": [],
    "<text>Cell</text>": ["the element <text>", "words"],
    "<title>Cell</title>": ["the element <title>", "words"],
    "<g>Cell</g>": ["words"],
    "<g><![CDATA[Cell]]></g>": ["words"],
    "<script/>": ["the element <script>"],
    "<style/>": ["the element <style>"],
    "<animate/>": ["the element <animate>"],
    "<foreignObject/>": ["the element <foreignObject>"],
    "<filter/>": ["the element <filter>"],
    '<g xmlns="http://www.w3.org/1999/xhtml"/>': ["the element <g>"],
    '<image href="#cell"/>': ["the element <image>"],
    '<g onclick="go()"/>': ["the attribute `onclick`"],
    '<g style="fill: red"/>': ["the attribute `style`"],
    '<g class="red"/>': ["the attribute `class`"],
    '<g font-family="serif"/>': ["the attribute `font-family`"],
    '<g fill="url(https://example.org/a.svg#b)"/>': ["`fill` with brackets"],
    '<g fill="u\\72l(a.svg#b)"/>': ["`fill` with brackets"],
    '<use href="https://example.org/a.svg#b"/>': ["<use> of `https://example.org/a.svg#b`"],
    '<use href="data:image/svg+xml,x"/>': ["<use> of `data:image/svg+xml,x`"],
    '<use href="#lost"/>': ["<use> of `#lost`"],
    '<g id="me"><use href="#me"/></g>': ["<use> of `#me`"],
    '<defs><g id="me"><use href="#me"/></g></defs>': ["<use> inside <defs>"],
    '<use xmlns:x="http://www.w3.org/1999/xlink" x:href="#cell"/>': ["the attribute `href`", "<use> of ``"],
    '<?xml-stylesheet href="a.css"?>': ["the instruction <?xml-stylesheet?>"],
}


@pytest.mark.parametrize("more", MORE)
def test_a_drawing_with_more_than_shapes_is_refused_at_its_line(more: str) -> None:
    told = drawing(GOOD.format(more).encode())
    assert told.broken is None
    assert [(one.line, one.what) for one in told.surplus] == [(3, what) for what in MORE[more]]


@pytest.mark.parametrize(
    ("data", "line", "why"),
    [
        (b"", 1, "No element found."),
        (b"\x89PNG\r\n", 1, "Not well-formed (invalid token)."),
        (GOOD.format("<g>").encode(), 4, "Mismatched tag."),
        (GOOD.format("<g/>").replace("viewBox", "viewbox").encode(), 1, "It has no `viewBox` of four numbers."),
        (GOOD.format("<g/>").replace("0 0 9 9", "0 0 9 0").encode(), 1, "It has no `viewBox` of four numbers."),
        (b"<svg viewBox='0 0 9 9'/>", 1, "It is no SVG."),
        (b'<!DOCTYPE svg [<!ENTITY a "Cell">]>\n' + GOOD.format("&a;").encode(), 1, "It declares a document type."),
        (b'<?xml version="1.0" encoding="tea"?>\n<svg/>', 1, "Its encoding is not UTF-8."),
    ],
)
def test_a_file_that_is_no_drawing_says_why(data: bytes, line: int, why: str) -> None:
    assert drawing(data) == Drawing((), (line, why))
