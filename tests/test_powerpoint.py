"""A plan becomes a PowerPoint file: opened again, it says what was planned, and says it the same way twice."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pptx
import pytest
from lxml import etree
from pptx.oxml.ns import qn

from leafdeck.model import Bars, Deck, Grid, Para, Run, Slide, Words
from leafdeck.powerpoint import emit
from leafdeck.powerpoint.package import normalise
from leafdeck.powerpoint.xml import TABLE_STYLE
from tests.deck_pieces import theme
from tests.decks import SHIPPED, parts, planned, shipped, small, small_plan

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def opened(tag: str) -> Any:
    return pptx.Presentation(io.BytesIO(small(tag)))


def slide(tag: str, id_: str) -> Any:
    """The slide of the small deck that was planned as *id_*."""
    place = [each.id for each in small_plan(tag).slides].index(id_)
    return opened(tag).slides[place]


def shape(tag: str, id_: str, name: str) -> Any:
    (found,) = [each for each in slide(tag, id_).shapes if each.name == name]
    return found


def part(tag: str, name: str) -> etree._Element:
    return etree.fromstring(parts(small(tag))[name])


def with_words(words: str, link: str = "") -> Deck:
    """A deck of one slide whose title is *words*."""
    para = Para((Run(words, "en-GB", link=link),), "ltr")
    one = Slide("one", "bullets", (("title", Words((para,), 32)),), (para,), "Part")
    return replace(small_plan("en"), slides=(one,))


# --- words


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_every_word_of_the_plan_stands_on_its_slide_in_order(tag: str) -> None:
    for planned_slide, made in zip(small_plan(tag).slides, opened(tag).slides, strict=True):
        expected = [
            "".join(run.text for run in para.runs)
            for _, fill in planned_slide.fills
            if isinstance(fill, Words)
            for para in fill.paras
        ]
        found = [
            paragraph.text
            for each in made.shapes
            if each.has_text_frame and each.is_placeholder and each.name not in ("Footer", "Slide number")
            for paragraph in each.text_frame.paragraphs
        ]
        assert found == expected


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_notes_are_those_of_the_plan(tag: str) -> None:
    for planned_slide, made in zip(small_plan(tag).slides, opened(tag).slides, strict=True):
        expected = ["".join(run.text for run in para.runs) for para in planned_slide.notes]
        assert [each.text for each in made.notes_slide.notes_text_frame.paragraphs] == expected


def test_placeholders_without_words_are_not_on_the_slide() -> None:
    assert [each.name for each in slide("en", "small.stat").shapes] == [
        "Title", "Number", "Label", "Points", "Source", "Footer", "Slide number"
    ]  # fmt: skip
    assert "Points" not in [each.name for each in slide("en", "small.urgency").shapes]


def test_position_stands_in_the_layout_only() -> None:
    for each in opened("ar").slides:
        for made in each.shapes:
            if made.has_text_frame and made.is_placeholder:
                assert made._element.spPr.find(f"{A}xfrm") is None


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_badge_stands_at_the_start_of_its_words_with_its_steps_up_in_reading_direction(tag: str) -> None:
    legend = slide(tag, "legend")
    drawn = [each for each in legend.shapes if each.name.startswith("Badge")]
    wording = [shape(tag, "legend", name) for name in ("Strong", "Some", "Early", "Unknown")]
    for steps, badge, words in zip((3, 2, 1, 0), drawn, wording, strict=True):
        paths = badge._element.findall(f".//{A}path")
        assert [path.get("fill") for path in paths].count("none") == 3 - steps
        heights = {int(path.find(f".//{A}pt").get("x")): 13 - int(path.find(f".//{A}pt").get("y")) for path in paths}
        reading = sorted(heights, reverse=tag == "ar")
        assert [heights[x] for x in reading] == sorted(heights.values())
        inside = words.text_frame._txBody.bodyPr.get("rIns" if tag == "ar" else "lIns")
        start = words.left + words.width - badge.width if tag == "ar" else words.left
        assert badge.left == pytest.approx(start, abs=2)
        assert int(inside) > badge.width
        assert words.top < badge.top
        assert badge.top + badge.height < words.top + words.height


def test_every_slide_has_its_footer_and_its_number() -> None:
    for number, made in enumerate(opened("en").slides, 1):
        footer, page = list(made.shapes)[-2:]
        assert footer.text_frame.text == "Draft · Version 0.1"
        field = page._element.find(f".//{A}fld")
        assert (field.get("type"), field.find(f"{A}t").text) == ("slidenum", str(number))


def test_the_first_size_of_a_ladder_is_the_layouts_and_any_other_stands_on_the_words() -> None:
    plain = shape("en", "small.points", "Points").text_frame.paragraphs[0].runs[0]
    smaller = shape("en", "small.stat", "Label").text_frame.paragraphs[0].runs[0]
    assert plain.font.size is None
    assert smaller.font.size is None
    assert shape("en", "small.stat", "Number").text_frame.paragraphs[0].runs[0].font.size.pt == 72


def test_links_lead_where_they_say() -> None:
    runs = shape("en", "references", "List").text_frame.paragraphs[0].runs
    assert runs[-1].hyperlink.address == runs[-1].text == "https://doi.example/10.1000/1"


# --- tables and charts


@pytest.mark.parametrize(("tag", "rtl"), [("en", None), ("ar", "1")])
def test_a_table_is_native_with_our_style_header_and_direction(tag: str, rtl: str | None) -> None:
    frame = shape(tag, "small.table", "Table")
    properties = frame.table._tbl.tblPr
    assert properties.find(qn("a:tableStyleId")).text == TABLE_STYLE
    assert (properties.get("firstRow"), properties.get("firstCol"), properties.get("rtl")) == ("1", "1", rtl)
    assert frame._element.ph is not None
    (planned_slide,) = [each for each in small_plan(tag).slides if each.id == "small.table"]
    grid = dict(planned_slide.fills)["table"]
    assert isinstance(grid, Grid)
    words = [["".join(run.text for run in cell.paras[0].runs) for cell in row] for row in grid.rows]
    assert [[cell.text_frame.text for cell in row.cells] for row in frame.table.rows] == words
    assert frame._element._nvXxPr.cNvPr.get("descr") == grid.alt


def test_the_corner_of_a_table_is_as_light_as_its_header() -> None:
    """The first column is dark; on the dark header its first word would vanish."""
    style = part("en", "ppt/tableStyles.xml")[0]
    colours = {each.tag.removeprefix(A): each.find(f"{A}tcTxStyle/{A}schemeClr") for each in style}
    assert colours["nwCell"].get("val") == colours["firstRow"].get("val") == "lt1"  # type: ignore[union-attr]


def test_a_chart_is_native_and_its_data_can_be_edited() -> None:
    chart = shape("en", "small.dots", "Chart").chart
    assert list(chart.plots[0].categories) == [
        "With CAR-T · Came back: 1 of 14", "With placebo (grade 3) · Came back: not reported",
    ]  # fmt: skip
    assert [(series.name, list(series.values)) for series in chart.plots[0].series] == [
        ("Others in the group", [14, 4]),
        ("Better after 3 months", [10, 0]),
    ]
    assert chart.part.chart_workbook.xlsx_part is not None


def test_the_figure_of_a_bar_stands_at_its_end_in_words() -> None:
    chart = shape("en", "small.dots", "Chart").chart
    points = chart.plots[0].series[0].points
    assert [points[place].data_label.text_frame.text for place in (0, 1)] == ["10 of 14", "No data"]


def test_a_chart_has_words_for_those_who_cannot_see_it() -> None:
    (planned_slide,) = [each for each in small_plan("en").slides if each.id == "small.bars"]
    bars = dict(planned_slide.fills)["chart"]
    assert isinstance(bars, Bars)
    assert shape("en", "small.bars", "Chart")._element._nvXxPr.cNvPr.get("descr") == bars.alt


def test_right_to_left_bars_begin_on_the_right_and_their_words_are_held_together() -> None:
    """Without the marks, "10 من 14" is shown as "من 14 10" by both programs."""
    chart = shape("ar", "small.dots", "Chart").chart
    assert chart.value_axis.reverse_order
    assert chart.plots[0].series[0].points[0].data_label.text_frame.text == "\u202b10 من 14\u202c"
    assert all(each.startswith("\u202b") and each.endswith("\u202c") for each in chart.plots[0].categories)
    assert all(each.get("rtl") == "1" for each in chart._chartSpace.iter(qn("a:pPr")))


@pytest.mark.parametrize(("bars", "gap"), [(1, 400), (2, 150), (9, 60)])
def test_few_bars_are_not_fat_ones(bars: int, gap: int) -> None:
    (planned_slide,) = [each for each in small_plan("en").slides if each.id == "small.dots"]
    chart = dict(planned_slide.fills)["chart"]
    assert isinstance(chart, Bars)
    one = replace(planned_slide, fills=(("chart", replace(chart, bars=chart.bars[:1] * bars)),))
    made = pptx.Presentation(io.BytesIO(emit(replace(small_plan("en"), slides=(one,)), theme()).data))
    (drawn,) = [each.chart for each in made.slides[0].shapes if each.has_chart]
    assert drawn.plots[0].gap_width == pytest.approx(gap, abs=40)


def test_axes_have_ids_the_schema_allows_and_the_chart_its_language() -> None:
    space = shape("ar", "small.dots", "Chart").chart._chartSpace
    assert {each.get("val") for each in space.iter(qn("c:axId"))} == {"111111110", "111111111"}
    assert space.find(qn("c:lang")).get("val") == "ar-SA"


# --- the package


def test_the_typefaces_of_the_language_stand_in_the_theme() -> None:
    def faces(deck: Deck) -> list[str | None]:
        tree = etree.fromstring(parts(emit(deck, theme()).data)["ppt/theme/theme1.xml"])
        font = tree.find(f".//{A}minorFont")
        assert font is not None
        return [font.find(f"{A}{slot}").get("typeface") for slot in ("latin", "ea", "cs")]  # type: ignore[union-attr]

    assert faces(small_plan("ar")) == ["Arial", "", "Arial"]
    chinese = replace(small_plan("en"), office_fonts=("Arial", "Microsoft YaHei", ""))
    assert faces(chinese) == ["Arial", "Microsoft YaHei", ""]


def test_the_notes_master_stands_directly_after_the_slide_master() -> None:
    children = [each.tag.rpartition("}")[2] for each in part("en", "ppt/presentation.xml")]
    assert children[:3] == ["sldMasterIdLst", "notesMasterIdLst", "sldIdLst"]


@pytest.mark.parametrize(("tag", "rtl"), [("en", None), ("ar", "1")])
def test_a_right_to_left_deck_says_so(tag: str, rtl: str | None) -> None:
    assert part(tag, "ppt/presentation.xml").get("rtl") == rtl


def test_sections_follow_the_parts_of_the_deck() -> None:
    tree = part("en", "ppt/presentation.xml")
    names = [
        each.get("name") for each in tree.iter("{http://schemas.microsoft.com/office/powerpoint/2010/main}section")
    ]
    assert names == ["Opening", "CAR-T in few words", "The treatment", "Closing"]


def test_the_file_says_what_it_is() -> None:
    properties = opened("ar").core_properties
    assert (properties.title, properties.language) == ("علاج CAR-T في كلمات قليلة", "ar-SA")
    assert properties.subject == "ما الذي وُجد، ولدى من، وما لا يعرفه أحد."
    assert properties.created.date().isoformat() == "2026-11-24"


def test_a_property_longer_than_a_file_holds_is_cut_at_its_end() -> None:
    made = emit(replace(small_plan("en"), subject="word " * 90), theme())
    assert pptx.Presentation(io.BytesIO(made.data)).core_properties.subject.startswith("word word")


# --- the same bytes


@pytest.mark.parametrize(("deck", "tag"), SHIPPED)
def test_a_deck_is_the_same_bytes_every_time(deck: str, tag: str) -> None:
    assert emit(planned(deck, tag), theme()).data == shipped(deck, tag)


def test_no_moment_but_the_day_that_was_given_is_in_the_package() -> None:
    files = parts(small("en"))
    (workbook, *_) = [files[name] for name in files if name.endswith(".xlsx")]
    for core in (files["docProps/core.xml"], parts(workbook)["docProps/core.xml"]):
        stamps = [each.text for each in etree.fromstring(core).iter() if "dcterms" in (each.prefix or "")]
        assert stamps
        assert all(stamp == "2026-11-24T00:00:00Z" for stamp in stamps)


def test_the_order_of_a_package_is_no_matter_of_chance() -> None:
    made = normalise(small("en"), "2026-11-24")
    assert made == small("en")
    names = list(parts(made))
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert names[2:] == sorted(names[2:])


# --- what may not reach a file


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("a\x00b", "ab"),
        ("a\x0bb", "a b"),
        ("a\ufffeb", "ab"),
        ("a\ud800b", "ab"),
        ("a\tb", "a b"),
        ("a\n\nb", "a b"),
        ("a\u2028b", "a b"),
        ("a\r\nb", "a b"),
    ],
)
def test_characters_no_slide_can_hold_are_left_out(words: str, kept: str) -> None:
    made = emit(with_words(words), theme())
    assert pptx.Presentation(io.BytesIO(made.data)).slides[0].shapes.title.text_frame.text == kept
    told = [finding.id for finding in made.findings]
    assert told == ([] if kept == "a b" else ["control-character"] * 2)  # on the slide, and in its notes


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "http://example.org", "//example.org"])
def test_a_link_to_anything_but_https_mailto_and_tel_is_dropped_and_told(link: str) -> None:
    made = emit(with_words("words", link), theme())
    (run,) = pptx.Presentation(io.BytesIO(made.data)).slides[0].shapes.title.text_frame.paragraphs[0].runs
    assert run.hyperlink.address is None
    assert {finding.id for finding in made.findings} == {"forbidden-link"}


@pytest.mark.parametrize("link", ["https://example.org", "mailto:a@example.org", "tel:+44"])
def test_the_links_that_serve_are_kept(link: str) -> None:
    made = emit(with_words("words", link), theme())
    (run,) = pptx.Presentation(io.BytesIO(made.data)).slides[0].shapes.title.text_frame.paragraphs[0].runs
    assert run.hyperlink.address == link
    assert made.findings == ()
