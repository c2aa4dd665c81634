"""Each piece of raw XML a deck needs and python-pptx does not write, on its own."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from leafdeck.model import Decoration, Para, Placeholder, Run
from leafdeck.powerpoint import shapes, xml
from leafdeck.powerpoint.xml import NAMESPACES, Look
from tests.deck_pieces import theme

ENGLISH = Look(theme(), rtl=False, lang="en-GB")
ARABIC = Look(theme(), rtl=True, lang="ar-SA")
BOX = Placeholder("first-heading", "body", 1, 2, 3, 4, (24, 18), bold=True, colour="teal", anchor="middle", inset=0.1)
WORDS = Para((Run("Words", "en-GB"),), "ltr")
ARABIC_WORDS = Para((Run("كلمات", "ar-SA"),), "rtl")


def parsed(words: str) -> etree._Element:
    """*words* as an element, with the namespaces of a slide."""
    return etree.fromstring(f"<x {NAMESPACES}>{words}</x>")[0]


def find(words: str, path: str) -> etree._Element:
    found = parsed(words).find(
        path,
        {"a": xml.A, "p": xml.P, "p14": xml.P14},
    )
    assert found is not None, f"no {path} in {words}"
    return found


# --- runs


def test_a_run_says_its_language() -> None:
    assert dict(find(xml.run(Run("Words", "en-GB"), None, ENGLISH), "a:rPr").attrib) == {"lang": "en-GB", "dirty": "0"}


def test_an_east_asian_run_says_what_its_latin_letters_are_in() -> None:
    properties = find(xml.run(Run("话", "zh-CN"), None, ENGLISH), "a:rPr")
    assert (properties.get("lang"), properties.get("altLang")) == ("zh-CN", "en-GB")


def test_words_are_escaped() -> None:
    assert find(xml.run(Run("a < b & “c”", "en-GB"), None, ENGLISH), "a:t").text == "a < b & “c”"


@pytest.mark.parametrize(("size", "small"), [(32.0, "1900"), (20.0, "1200"), (14.0, "1200")])
def test_a_citation_mark_is_small_but_never_below_the_floor(size: float, small: str) -> None:
    assert find(xml.run(Run("[1]", "en-GB", small=True), size, ENGLISH), "a:rPr").get("sz") == small


def test_a_citation_mark_in_a_bold_headline_is_not_bold() -> None:
    assert find(xml.run(Run("[1]", "en-GB", small=True), 32, ENGLISH), "a:rPr").get("b") == "0"


def test_a_link_is_a_relationship() -> None:
    link = find(xml.run(Run("doi", "en-GB", link="https://doi.example"), None, ENGLISH, "rId7"), "a:rPr/a:hlinkClick")
    assert list(link.attrib.values()) == ["rId7"]


# --- paragraphs


def test_a_paragraph_like_its_placeholder_needs_no_properties() -> None:
    assert parsed(xml.paragraph(WORDS, ENGLISH, None, BOX)).find(f"{{{xml.A}}}pPr") is None


def test_a_right_to_left_paragraph_says_so_on_itself() -> None:
    assert find(xml.paragraph(ARABIC_WORDS, ARABIC, None, BOX), "a:pPr").get("rtl") == "1"


def test_left_to_right_words_in_a_right_to_left_deck_say_side_and_direction() -> None:
    properties = find(xml.paragraph(WORDS, ARABIC, None, BOX), "a:pPr")
    assert (properties.get("algn"), properties.get("rtl")) == ("l", "0")


def test_a_table_cell_inherits_nothing_and_says_both() -> None:
    properties = find(xml.paragraph(ARABIC_WORDS, ARABIC, 18, None), "a:pPr")
    assert (properties.get("algn"), properties.get("rtl")) == ("r", "1")
    assert properties.find(f"{{{xml.A}}}buNone") is not None


def test_a_bullet_stands_left_of_its_words() -> None:
    bullet = Para(WORDS.runs, "ltr", marker="bullet", level=1)
    properties = find(xml.paragraph(bullet, ENGLISH, None, BOX), "a:pPr")
    assert (properties.get("marL"), properties.get("indent"), properties.get("lvl")) == ("640080", "-320040", "1")
    assert find(xml.paragraph(bullet, ENGLISH, None, BOX), "a:pPr/a:buChar").get("char") == "–"


def test_a_list_that_goes_on_begins_where_the_other_ended() -> None:
    numbered = Para(WORDS.runs, "ltr", marker="number", start=9)
    number = find(xml.paragraph(numbered, ENGLISH, None, BOX), "a:pPr/a:buAutoNum")
    assert (number.get("type"), number.get("startAt")) == ("arabicPeriod", "9")


def test_numbered_paragraphs_that_follow_each_other_begin_together() -> None:
    """PowerPoint counts on by itself; a number of its own would begin a new list."""
    numbered = [Para(WORDS.runs, "ltr", marker="number", start=start) for start in (4, 5, 6)]
    assert [para.start for para in xml.parted([*numbered, WORDS])] == [4, 4, 4, 1]


def test_properties_stand_before_the_words() -> None:
    assert [child.tag.rpartition("}")[2] for child in parsed(xml.paragraph(ARABIC_WORDS, ARABIC, 18, None))] == [
        "pPr",
        "r",
    ]


# --- styles


def test_a_style_names_the_typeface_of_each_kind_of_script() -> None:
    for slot, typeface in (("latin", "+mn-lt"), ("ea", "+mn-ea"), ("cs", "+mn-cs")):
        assert find(xml.style("lvl1pPr", 0, BOX, ENGLISH), f"a:defRPr/a:{slot}").get("typeface") == typeface


@pytest.mark.parametrize(("look", "side", "rtl"), [(ENGLISH, "l", "0"), (ARABIC, "r", "1")])
def test_a_style_has_side_and_direction(look: Look, side: str, rtl: str) -> None:
    style = parsed(xml.style("lvl1pPr", 0, BOX, look))
    assert (style.get("algn"), style.get("rtl")) == (side, rtl)


def test_the_number_of_a_slide_is_a_field() -> None:
    field = parsed(xml.number_field(ENGLISH, "3"))
    assert field.get("type") == "slidenum"
    assert re.fullmatch(r"\{[0-9A-F-]{36}\}", field.get("id") or "")
    assert find(xml.number_field(ENGLISH, "3"), "a:t").text == "3"


# --- shapes


def test_right_to_left_is_the_mirror_image() -> None:
    left = find(f"<p:spPr>{shapes.transform(BOX, ENGLISH)}</p:spPr>", "a:xfrm/a:off").get("x")
    right = find(f"<p:spPr>{shapes.transform(BOX, ARABIC)}</p:spPr>", "a:xfrm/a:off").get("x")
    width = round(theme().width * 914400)
    assert (int(left or 0), int(right or 0)) == (914400, width - 4 * 914400)


def test_a_placeholder_has_its_name_kind_index_shape_and_style() -> None:
    words = shapes.placeholder(7, BOX, 21, ENGLISH)
    assert find(words, "p:nvSpPr/p:cNvPr").get("name") == "First heading"
    kind = find(words, "p:nvSpPr/p:nvPr/p:ph")
    assert (kind.get("type"), kind.get("idx")) == ("body", "21")
    assert find(words, "p:spPr/a:prstGeom").get("prst") == "rect"
    body = find(words, "p:txBody/a:bodyPr")
    assert (body.get("anchor"), body.get("lIns"), body.get("rtlCol")) == ("ctr", "91440", "0")
    assert find(words, "p:txBody/a:lstStyle/a:lvl3pPr") is not None


@pytest.mark.parametrize(
    ("kind", "cover", "written"),
    [
        ("title", False, 'type="title"'),
        ("title", True, 'type="ctrTitle"'),
        ("subtitle", True, 'type="subTitle" idx="5"'),
        ("table", False, 'type="tbl" idx="5"'),
        ("chart", False, 'type="chart" idx="5"'),
        ("footer", False, 'type="ftr" sz="quarter" idx="5"'),
        ("number", False, 'type="sldNum" sz="quarter" idx="5"'),
    ],
)
def test_what_a_placeholder_is(kind: str, cover: bool, written: str) -> None:
    box = Placeholder("box", kind, 0, 0, 1, 1, (18,))  # type: ignore[arg-type]
    assert shapes.kind_of(box, 5, cover=cover) == written


def test_a_decoration_is_marked_for_screen_readers_and_has_a_text_body() -> None:
    words = shapes.decoration(2, Decoration(0, 0, 1, 1, "teal", 0.5), ENGLISH)
    assert "adec:decorative" in words
    assert 'val="1"' in words
    assert find(words, "p:txBody/a:p") is not None
    assert find(words, "p:spPr/a:solidFill/a:schemeClr/a:alpha").get("val") == "50000"


def test_a_background_ends_with_its_effects() -> None:
    assert parsed(shapes.background("deep"))[0][-1].tag == f"{{{xml.A}}}effectLst"


@pytest.mark.parametrize(("look", "side"), [(ENGLISH, "l"), (ARABIC, "r")])
def test_a_footer_says_its_side_outright(look: Look, side: str) -> None:
    footer, number = theme().foot
    words = shapes.foot(9, footer, 10, xml.run(Run("Draft", look.lang), None, look), look)
    assert find(words, "p:txBody/a:p/a:pPr").get("algn") == side
    assert find(words, "p:nvSpPr/p:nvPr/p:ph").get("type") == "ftr"
    assert find(words, "p:spPr") is not None
    assert 'type="sldNum"' in shapes.foot(9, number, 11, "", look)


def test_sections_name_their_slides_and_stand_in_the_list_of_extensions() -> None:
    words = shapes.sections([("A & B", "{GUID}", [256, 257]), ("C", "{GUID2}", [258])])
    assert find(words, "p:ext").get("uri") == "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
    section = find(words, "p:ext/p14:sectionLst/p14:section")
    assert (section.get("name"), section.get("id")) == ("A & B", "{GUID}")
    assert [each.get("id") for each in parsed(words).iter(f"{{{xml.P14}}}sldId")] == ["256", "257", "258"]
