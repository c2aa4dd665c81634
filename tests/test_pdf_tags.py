"""The tag tree WeasyPrint writes, before and after each correction: what a screen reader is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from itertools import pairwise
from textwrap import dedent
from typing import Any, Literal
from xml.etree import ElementTree

import pydyf
import pytest
from weasyprint import HTML

from leafdeck.model import Language
from leafdeck.pdf import tags
from leafdeck.pdf.fetch import BASE, Assets
from tests.leaflet_pieces import ARABIC, ENGLISH
from tests.pdfs import CELL, PIXEL, typefaces

When = Literal["before", "after"]

HINDI = Language("hi", "Deva", "ltr", "हिन्दी", "Hindi", "latn", ("Noto Sans Devanagari",), ("Arial", "", ""), "hi-IN")
SHOWN = ("Lang", "Alt", "Scope", "ListNumbering")


def written(body: str, when: When, css: str = "", language: Language = ENGLISH) -> tuple[Any, list[str]]:
    """The PDF's objects and its tag tree, one element a line, set in by its depth; the document itself left out."""
    families = ", ".join(f"'{family}'" for family in language.fonts)
    style = f"@page {{ size: A6; margin: 10mm }} html {{ font-family: {families} }} {css}"
    head = f'<html lang="{language.tag}" dir="{language.direction}"><title>x</title><style>{style}</style>'
    kept: list[Any] = []

    def finish(document: Any, pdf: Any) -> None:
        if when == "after":
            tags.finish(document, pdf)
        kept.append(pdf)

    with typefaces(language), tags.corrected() if when == "after" else nullcontext():
        door = Assets({"a.svg": CELL, "a.png": PIXEL})
        HTML(string=head + body, base_url=BASE, url_fetcher=door).write_pdf(pdf_variant="pdf/a-2a", finisher=finish)
    pdf = kept[0]
    root = found(pdf, pdf.catalog["StructTreeRoot"])
    return pdf, [line for kid in found(pdf, root["K"][0])["K"] for line in lines(pdf, found(pdf, kid))]


def tree(body: str, when: When, css: str = "", language: Language = ENGLISH) -> list[str]:
    return written(body, when, css, language)[1]


def found(pdf: Any, reference: Any) -> Any:
    return pdf.objects[int(reference.split()[0])]


def lines(pdf: Any, element: Any, depth: int = 0) -> Iterator[str]:
    if element.get("Type") == "/OBJR":
        annotation = found(pdf, element["Obj"])
        yield f"{'  ' * depth}annotation {words_of(annotation.get('Contents'))!r}"
        return
    attributes = {**element, **element.get("A", {})}
    shown = [f"{name}={words_of(attributes[name])}" for name in SHOWN if name in attributes]
    yield " ".join(["  " * depth + element["S"].removeprefix("/"), *shown])
    for kid in element["K"]:
        if isinstance(kid, bytes):
            yield from lines(pdf, found(pdf, kid), depth + 1)


def words_of(value: Any) -> str:
    return value.string if isinstance(value, pydyf.String) else str(value)


def elements(pdf: Any, kind: str) -> list[Any]:
    return [each for each in pdf.objects if isinstance(each, dict) and each.get("S") == f"/{kind}"]


def streams(pdf: Any) -> list[Any]:
    return [each for each in pdf.objects if isinstance(each, pydyf.Stream)]


def marks(pdf: Any) -> list[str]:
    """The marked content of all pages that says more than a number: artifacts and replacement words."""
    told: list[str] = []
    for stream in streams(pdf):
        for before, part in pairwise(stream.stream):
            if isinstance(part, pydyf.Dictionary) and set(part) != {"MCID"}:
                told.append(" ".join([before.strip("/"), *(f"{key}={words_of(part[key])}" for key in part)]))
    return told


# A row a correction: what is written, the tags WeasyPrint gives it, and the corrected ones.
CORRECTIONS = {
    "the language of each element that has its own": (
        '<p>One <span lang="de">zwei</span></p><p lang="fr">trois</p>',
        """
        P
          Span
          Span
            Span
        P
          Span
        """,
        """
        P
          Span
          Span Lang=de
            Span
        P Lang=fr
          Span
        """,
    ),
    "which cells a header is for": (
        '<table><tr><th>A<th scope="col">B<tr><th scope="row">C<td>D</table>',
        """
        Table
          TBody
            TR
              TH
                Span
              TH
                Span
            TR
              TH
                Span
              TD
                Span
        """,
        """
        Table
          TBody
            TR
              TH Scope=/Column
                Span
              TH Scope=/Column
                Span
            TR
              TH Scope=/Row
                Span
              TD
                Span
        """,
    ),
    "one label and one body for a list item, and how the list is numbered": (
        "<ul><li><p>One.</p><p>Two.</p></ul>",
        """
        L
          LI
            Lbl
              Span
            P
              Span
            P
              Span
        """,
        """
        L ListNumbering=/Disc
          LI
            Lbl
              Span
            LBody
              P
                Span
              P
                Span
        """,
    ),
    "a numbered list": (
        "<ol><li>One</ol>",
        """
        L
          LI
            Lbl
              Span
            LBody
              Span
        """,
        """
        L ListNumbering=/Decimal
          LI
            Lbl
              Span
            LBody
              Span
        """,
    ),
    "no figure for what says nothing": (
        '<p>One <img src="a.svg" alt="" style="width: 9px"><img src="a.svg" alt="x" role="none" style="width: 9px"></p>'
        '<p>Two <svg viewBox="0 0 9 9" width="9" height="9" aria-hidden="true"><path d="M0 0h9"/></svg></p>',
        """
        P
          Span
          Figure
          Figure Alt=x
        P
          Span
          Figure
        """,
        """
        P
          Span
        P
          Span
        """,
    ),
    "the words of a link": (
        '<p><a href="https://x.example/" title="A place">here</a><a href="#i">there  it is</a></p><h1 id="i">i</h1>',
        """
        P
          Link
            annotation 'https://x.example/'
          Link
            annotation 'i'
        H1
          Span
        """,
        """
        P
          Link
            annotation 'A place'
          Link
            annotation 'there it is'
        H1
          Span
        """,
    ),
}


@pytest.mark.parametrize("name", CORRECTIONS)
@pytest.mark.filterwarnings("ignore")
def test_the_tree_before_and_after(name: str) -> None:
    body, before, after = CORRECTIONS[name]
    assert tree(body, "before") == dedent(before).strip().splitlines()
    assert tree(body, "after") == dedent(after).strip().splitlines()


@pytest.mark.parametrize(
    ("when", "expected"),
    [("before", []), ("after", ["Artifact Type=/Layout", "Artifact Type=/Pagination"])],
)
def test_margins_and_decoration_are_marked_as_no_part_of_the_words(when: When, expected: list[str]) -> None:
    css = "@page { @top-left { content: 'Head' } }"
    assert sorted(marks(written('<p>One <img src="a.svg" alt=""></p>', when, css)[0])) == expected


@pytest.mark.parametrize(("when", "expected"), [("before", []), ("after", ["Span MCID=0 ActualText=नमस्ते"])])
def test_clusters_stand_with_the_words_they_show(when: When, expected: list[str]) -> None:
    assert marks(written("<p>नमस्ते</p>", when, language=HINDI)[0]) == expected


def test_arabic_words_have_no_replacement_that_readers_would_turn_round() -> None:
    assert marks(written("<p>علاج</p>", "after", language=ARABIC)[0]) == []


@pytest.mark.parametrize(("when", "names"), [("before", {"06440627", "06440649"}), ("after", {"fefb", "fc43"})])
def test_a_ligature_with_lam_is_named_by_one_character(when: When, names: set[str]) -> None:
    pdf, _ = written("<p>علاج على</p>", when, language=ARABIC)
    maps = [each.stream for each in streams(pdf) if b"begincmap" in each.stream]
    named = {line.split(b"<")[-1].strip(b">").decode() for lines in maps for line in lines}
    assert named & {"06440627", "06440649", "fefb", "fc43"} == names


def test_the_names_of_headers_are_listed_in_order_and_only_after() -> None:
    body = "<table>" + "<tr><th>A<td>B" * 12 + "</table>"
    pdf, _ = written(body, "after")
    names = found(pdf, pdf.catalog["StructTreeRoot"])["IDTree"]["Names"]
    listed = [name.data for name in names[::2]]
    assert listed == sorted(listed)
    assert [found(pdf, reference)["ID"].data for reference in names[1::2]] == listed
    assert len(listed) == 12
    before, _ = written(body, "before")
    assert "IDTree" not in found(before, before.catalog["StructTreeRoot"])
    bare, _ = written("<p>x</p>", "after")
    assert "IDTree" not in found(bare, bare.catalog["StructTreeRoot"])


def test_a_figure_s_place_is_told_in_points_from_the_foot_of_its_page() -> None:
    """A6 is 148 mm high; the picture's head stands 10 mm below its edge and it is 20 mm high and wide."""
    css = "img { display: block; width: 20mm; height: 20mm } body { margin: 0 }"
    millimetres = {}
    for when in ("before", "after"):
        pdf, _ = written('<img src="a.svg" alt="A cell">', when, css)  # type: ignore[arg-type]
        (figure,) = elements(pdf, "Figure")
        millimetres[when] = [round(number / 72 * 25.4, 1) for number in figure["A"]["BBox"]]
    assert millimetres["after"] == [10.0, 118.0, 30.0, 138.0]
    assert millimetres["before"] == [13.3, 13.3, 40.0, 40.0]


@pytest.mark.parametrize(("when", "expected"), [("before", 1), ("after", 0)])
def test_no_picture_asks_to_be_smoothed_which_an_archive_may_not(when: When, expected: int) -> None:
    pdf, _ = written('<img src="a.png" alt="A dot">', when)
    assert sum("Interpolate" in each.extra for each in streams(pdf)) == expected


@pytest.mark.parametrize(("language", "direction"), [(ARABIC, "/R2L"), (ENGLISH, None)])
def test_a_right_to_left_leaflet_opens_right_to_left(language: Language, direction: str | None) -> None:
    pdf, _ = written("<p>1</p>", "after", language=language)
    assert pdf.catalog["ViewerPreferences"].get("Direction") == direction
    before, _ = written("<p>1</p>", "before", language=language)
    assert "Direction" not in before.catalog["ViewerPreferences"]


@pytest.mark.parametrize(("when", "claims"), [("before", 0), ("after", 1)])
def test_a_file_claims_both_standards(when: When, claims: int) -> None:
    pdf, _ = written("<p>x</p>", when)
    metadata = found(pdf, pdf.catalog["Metadata"]).stream[0]
    assert metadata.count(b"<pdfuaid:part>1</pdfuaid:part>") == claims
    assert b'pdfaid:part="2"' in metadata or b"<pdfaid:part>2</pdfaid:part>" in metadata
    ElementTree.fromstring(metadata)
