"""The plan of a leaflet: a piece as HTML, the same every time, in which words stay words."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import get_args

import pytest

from leafdeck.leaflet import EDITIONS, BrokenTemplateError, document_title, plan
from leafdeck.leaflet.plan import macro_of
from leafdeck.model import Block, Detail, MissingPhraseError, Only, Paragraph, Piece, Plain, plain
from leafdeck.walk import query, walk
from tests.goldens import Golden
from tests.html_tree import Element, of_class, tree
from tests.leaflet_pieces import CLINIC, HERE, MODULES, piece, text
from tests.pdfs import assets, every_html, templates


def planned(tag: str = "en", **changes: object) -> Element:
    """The plan of the piece that holds every block, as a tree."""
    return tree(plan(piece(tag, **changes), templates()))


def squeezed(words: str) -> str:
    return " ".join(words.split())


def readable(html: str) -> str:
    """*html* for a golden: icons and pictures by their name and number of shapes, no empty lines."""

    def folded(match: re.Match[str]) -> str:
        return f"<svg {match[1]}: {len(re.findall('<(?:path|circle|rect)', match[2]))}>"

    pictures = re.sub(r'<svg class="([\w-]+)".*?>(.*?)</svg>', folded, html, flags=re.DOTALL)
    return re.sub(r"\n\s*\n+", "\n", pictures)


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_the_plan_of_a_piece_that_holds_every_block(golden: Golden, tag: str) -> None:
    golden(f"leaflet/every.{tag}.html", readable(every_html(tag)))


def test_the_piece_of_the_goldens_holds_every_kind_of_block() -> None:
    def kinds(node: object) -> set[type]:
        parts = node if isinstance(node, tuple) else [getattr(node, name, None) for name in _fields(node)]
        return {type(node)}.union(*(kinds(part) for part in parts if isinstance(part, tuple) or _fields(part)))

    held = kinds(tuple(shown.section.blocks for shown in piece("en").sections))
    assert set(get_args(Block)) - held == {Only}


def _fields(node: object) -> tuple[str, ...]:
    return tuple(getattr(type(node), "__dataclass_fields__", ()))


def test_the_same_piece_gives_the_same_plan() -> None:
    assert every_html("ar") == every_html("ar")


def test_a_region_that_was_never_settled_is_refused() -> None:
    with pytest.raises(TypeError, match="assemble settles the region"):
        macro_of(Only(("GB",), (Paragraph(text("Here.")),), HERE))


@pytest.mark.parametrize(("tag", "direction"), [("en", "ltr"), ("de", "ltr"), ("ar", "rtl")])
def test_a_plan_names_its_language_direction_and_typefaces(tag: str, direction: str) -> None:
    html = planned(tag).all("html")[0]
    assert (html.attributes["lang"], html.attributes["dir"]) == (tag, direction)
    first = piece(tag).language.fonts[0]
    assert html.attributes["style"].startswith(f'font-family: "{first}", ')


def test_a_typeface_s_name_cannot_leave_its_place_in_the_style() -> None:
    language = replace(piece("en").language, fonts=('Evil"; color: red; x: "',))
    style = planned(language=language).all("html")[0].attributes["style"]
    assert style == 'font-family: "Evil\\22 \\3b  color\\3a  red\\3b  x\\3a  \\22 "'


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_every_word_of_the_piece_stands_in_its_plan(tag: str) -> None:
    made = piece(tag)
    html = planned(tag)
    words = _bare(squeezed(html.words))
    alternatives = {image.attributes["alt"] for image in html.all("img")}
    values = {name: plain(value.inlines) for name, value in made.variables}
    shown = (made.title, made.standfirst, *(each.section for each in made.sections), made.glossary, made.colophon)
    for message in query(shown):
        expected = squeezed(re.sub(r"\{(\w+)\}", lambda match: values[match[1]], plain(message.inlines)))
        assert expected in alternatives or _bare(expected) in words, expected


def _bare(words: str) -> str:
    """*words* without what the output adds: white space, figures and commas of superscripts, capitals of sentences."""
    return re.sub(r"[\s\d,]+", "", words).casefold()


@pytest.mark.parametrize("tag", ["en", "de", "ar"])
def test_no_element_stands_inside_a_link(tag: str) -> None:
    links = planned(tag).all("a")
    assert links
    assert [link.words for link in links if link.below] == []


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_every_link_inside_the_leaflet_has_a_target_and_no_target_is_there_twice(tag: str) -> None:
    root = planned(tag)
    ids = [each.attributes["id"] for each in root.all() if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    targets = [each.attributes["href"] for each in root.all("a") if each.attributes["href"].startswith("#")]
    assert {target.removeprefix("#") for target in targets} <= set(ids)


def test_headings_start_with_the_title_and_skip_no_level() -> None:
    levels = [int(each.tag[1]) for each in planned().all("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_picture_is_either_decoration_or_has_words() -> None:
    root = planned(qr=MODULES, qr_address="https://verify.example/v")
    for picture in root.all("svg"):
        assert picture.attributes.get("aria-hidden") == "true" or picture.all("title"), picture
    (code,) = [each for each in root.all("svg") if "aria-hidden" not in each.attributes]
    assert code.all("title")[0].words == "QR code with the address https://verify.example/v"
    assert all(image.attributes["alt"] for image in root.all("img"))


@pytest.mark.parametrize(
    ("changes", "warnings"),
    [
        ({"profile": "draft", "machine": 0, "fallback": 0}, ["draft"]),
        ({"profile": "draft", "machine": 2, "fallback": 1}, ["draft", "machine", "fallback"]),
        ({"profile": "release", "machine": 0, "fallback": 0}, []),
    ],
)
def test_the_band_says_what_the_reader_must_be_warned_of(changes: dict[str, object], warnings: list[str]) -> None:
    bands = of_class(planned(**changes), "band")
    told = [each.attributes["class"] for band in bands for each in band.all("span")]
    assert told == [f"warning-{name}" for name in warnings]


def test_a_section_that_holds_a_machine_draft_is_marked_and_no_other() -> None:
    sections = planned("ar").all("section")
    assert [each.attributes["id"] for each in sections if "machine" in each.attributes.get("class", "")] == [
        "every.what"
    ]


def test_a_borrowed_paragraph_is_tagged_marked_and_counted_as_no_machine_s() -> None:
    (borrowed,) = [each for each in planned("ar").all("p") if each.attributes.get("lang") == "en"]
    assert borrowed.attributes["dir"] == "ltr"
    assert squeezed(borrowed.words).startswith("بالإنجليزية Each dose")
    assert of_class(borrowed, "mark")[0].attributes["lang"] == "ar"


def test_without_a_clinic_there_are_lines_to_write_on_and_with_one_its_details() -> None:
    assert len(of_class(planned(), "write")) == 6
    filled = planned(clinic=CLINIC)
    assert of_class(filled, "write") == []
    assert CLINIC.name in of_class(filled, "clinic")[0].words
    assert "Phone" not in of_class(planned(clinic=replace(CLINIC, phone="")), "clinic")[0].words


def test_an_arabic_leaflet_keeps_a_clinic_s_number_together() -> None:
    cells = of_class(planned("ar", clinic=CLINIC), "clinic")[0].all("bdi")
    assert "+44 20 7946 0000" in [each.words for each in cells]


def test_only_a_safe_address_becomes_a_link() -> None:
    references = tuple(replace(each, link="javascript:alert(1)") for each in piece("en").references)
    links = planned(references=references).all("a")
    assert [link.attributes["href"] for link in links if not link.attributes["href"].startswith("#")] == []


def test_a_part_with_nothing_in_it_is_left_out() -> None:
    bare = planned(glossary=(), references=(), qr=())
    classes = {name for each in bare.all("section") for name in each.attributes.get("class", "").split()}
    assert classes & {"glossary", "sources"} == set()


def test_the_english_title_stands_beside_another_language_s_and_never_twice() -> None:
    assert [each.words for each in of_class(planned("ar"), "english")] == [piece("ar").source_title]
    assert of_class(planned("en"), "english") == []


HOSTILE = "<script>alert(1)</script> & \" ' {{ 7 * 7 }} {% include 'x' %} </style></title> <!--"


def hostile() -> Piece:
    """The piece with hostile words in every place words can come from."""
    made = walk(piece("en"), lambda message: replace(message, inlines=(Plain(HOSTILE),)))
    clinic = replace(CLINIC, name=HOSTILE, department=HOSTILE, address=(HOSTILE,), phone=HOSTILE, web=HOSTILE)
    references = tuple(
        replace(each, words=HOSTILE, link=f'https://x.example/"><b>{HOSTILE}') for each in made.references
    )
    return replace(made, clinic=clinic, references=references, source_title=HOSTILE + "2", version=HOSTILE)


def test_hostile_words_stay_words_wherever_they_come_from() -> None:
    root, usual = tree(plan(hostile(), templates())).all(), planned("ar", clinic=CLINIC).all()
    assert {each.tag for each in root} <= {each.tag for each in usual}
    assert {name for each in root for name in each.attributes} <= {name for each in usual for name in each.attributes}
    assert {each.words for each in root if each.tag in ("title", "h1", "caption")} == {HOSTILE}


def test_the_title_in_a_file_s_properties_has_no_marks() -> None:
    made = piece("en", title=text("About **[CRS](term:crs)** in {emergency} [@what]"))
    assert document_title(made) == "About CRS in 999"


def test_an_edition_is_a_row_whose_files_exist() -> None:
    for edition in EDITIONS.values():
        assert edition.template in templates()
        assert set(edition.styles) <= set(assets())
    with pytest.raises(KeyError):
        plan(piece("en", edition="a7"), templates())


def test_a_phrase_the_project_lacks_is_named() -> None:
    with pytest.raises(MissingPhraseError, match="how-sure"):
        plan(piece("en", phrases=tuple(each for each in piece("en").phrases if each[0] != "how-sure")), templates())


@pytest.mark.parametrize(
    ("name", "source", "place", "message"),
    [
        ("leaflet.html", "<p>\n{{ colour }}", "leaflet.html:2", "'colour' is undefined"),
        ("leaflet.html", "\n\n{% if %}", "leaflet.html:3", "Expected an expression, got 'end of statement block'"),
        ("leaflet.html", "{{ piece.title | loudly }}", "leaflet.html:1", "No filter named 'loudly'"),
        ("leaflet.html", '\n{% include "a.html" %}', "leaflet.html:2", "a.html"),
        ("icons.html", "{% macro x() %}", "icons.html:1", "Unexpected end of template"),
    ],
    ids=["an unknown name", "a broken tag", "an unknown filter", "a missing file", "a broken file it imports"],
)
def test_a_broken_template_is_named_with_its_line(name: str, source: str, place: str, message: str) -> None:
    with pytest.raises(BrokenTemplateError, match=message) as caught:
        plan(piece("en"), templates() | {name: source})
    assert str(caught.value.finding.place) == f"templates/leaflet/{place}"
    assert (caught.value.finding.id, caught.value.finding.level) == ("broken-template", "error")


def test_a_project_without_templates_is_told_which_is_missing() -> None:
    with pytest.raises(BrokenTemplateError, match=r"leaflet\.html") as caught:
        plan(piece("en"), {})
    assert str(caught.value.finding.place) == "templates/leaflet/leaflet.html"


def test_a_colophon_s_words_may_lack_a_translation() -> None:
    stated = Detail(text("التمويل", "ar"), text("!Not stated", "ar"))
    (cell,) = of_class(planned("ar", colophon=(stated,)), "colophon")[0].all("td")
    assert cell.attributes == {"lang": "en", "dir": "ltr"}
