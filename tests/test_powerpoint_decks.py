"""Every deck that ships is valid, without what makes PowerPoint repair a file, and usable by everybody.

Each check is proven: a fault put into a good deck makes it fail.
"""

from __future__ import annotations

import re

import pytest

from tests.deck_accessibility import barriers
from tests.deck_lint import faults
from tests.decks import SHIPPED, Fault, Parts, broken, shipped, small
from tests.ooxml import errors, requires_ooxml

every_deck = pytest.mark.parametrize(("deck", "tag"), SHIPPED)


@every_deck
def test_nothing_in_a_deck_that_ships_would_be_repaired(deck: str, tag: str) -> None:
    assert faults(shipped(deck, tag)) == []


@every_deck
def test_everybody_can_use_a_deck_that_ships(deck: str, tag: str) -> None:
    assert barriers(shipped(deck, tag)) == []


@every_deck
@requires_ooxml
def test_a_deck_that_ships_obeys_the_schemas_of_office(deck: str, tag: str) -> None:
    assert errors(shipped(deck, tag)) == []


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_every_layout_is_sound(tag: str) -> None:
    assert faults(small(tag)) == []
    assert barriers(small(tag)) == []


@requires_ooxml
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_every_layout_obeys_the_schemas_of_office(tag: str) -> None:
    assert errors(small(tag)) == []


# --- faults


def edit(part: str, pattern: str, new: str) -> Fault:
    """A fault: the first match of *pattern* in the first part that has one becomes *new*."""

    def fault(files: Parts) -> None:
        for name in sorted(files):
            if re.fullmatch(part, name) and re.search(pattern.encode(), files[name], re.DOTALL):
                files[name] = re.sub(pattern.encode(), new.encode(), files[name], count=1, flags=re.DOTALL)
                return

    return fault


def drop(part: str) -> Fault:
    """A fault: a part is gone; all that names it stays."""

    def fault(files: Parts) -> None:
        del files[part]

    return fault


SLIDES = r"ppt/slides/slide\d+\.xml"
LAYOUTS = r"ppt/slideLayouts/slideLayout\d+\.xml"
CHARTS = r"ppt/charts/chart\d+\.xml"

LINTED: list[tuple[str, Fault, str]] = [
    ("two shapes with one id", edit(SLIDES, r'(<p:cNvPr id=")\d+(" name="Source)', r"\g<1>2\2"), "shape id 2 stands"),
    (
        "a text body without a paragraph",
        edit(SLIDES, r"(<p:txBody><a:bodyPr/><a:lstStyle/>)<a:p>.*?</a:p>", r"\1"),
        "a text body has no paragraph",
    ),
    (
        "a cell without a paragraph",
        edit(SLIDES, r"(<a:tc><a:txBody>.*?)<a:p>.*?</a:p>", r"\1"),
        "a text body has no paragraph",
    ),
    ("a shape without a text body", edit(SLIDES, r"<p:txBody>.*?</p:txBody>", ""), "a shape has no text body"),
    (
        "a background without its effects",
        edit(LAYOUTS, r"<a:effectLst/></p:bgPr>", "</p:bgPr>"),
        "does not end with its effects",
    ),
    (
        "a phantom override",
        edit(r"\[Content_Types\]\.xml", "</Types>", '<Override PartName="/ppt/no.xml" ContentType="a/b"/></Types>'),
        "names ppt/no.xml, which is not there",
    ),
    ("a part that is gone", drop("ppt/notesMasters/notesMaster1.xml"), "which is not there"),
    (
        "a relationship to nothing",
        edit(r"ppt/slides/_rels/slide1\.xml\.rels", 'Target="[^"]*notesSlide1', 'Target="../notesSlides/notesSlide99'),
        "notesSlide99.xml, which is not there",
    ),
    (
        "a link without its relationship",
        edit(SLIDES, r'hlinkClick r:id="[^"]+"', 'hlinkClick r:id="rId99"'),
        "rId99 leads nowhere",
    ),
    (
        "a third axis id",
        edit(CHARTS, r"(<c:axId val=\"\d+\"/>)(</c:barChart>)", r'\1<c:axId val="7"/>\2'),
        "a chart names 3 axes",
    ),
    ("a negative axis id", edit(CHARTS, r'<c:axId val="\d+"', '<c:axId val="-12345"'), "no number from 0"),
    (
        "parts of the presentation in the wrong order",
        edit(r"ppt/presentation\.xml", r"(<p:sldSz [^>]*/>)(.*?)(<p:extLst.*?</p:extLst>)", r"\3\1\2"),
        "in the wrong order",
    ),
    (
        "a section that misses a slide",
        edit(r"ppt/presentation\.xml", r'<p14:sldId id="\d+"/>', ""),
        "stands in 0 sections",
    ),
    (
        "a section that invents a slide",
        edit(r"ppt/presentation\.xml", r"<p14:sldIdLst>", '<p14:sldIdLst><p14:sldId id="999"/>'),
        "slide 999, which is not there",
    ),
    (
        "no notes master",
        edit(r"ppt/presentation\.xml", r"<p:notesMasterIdLst>.*?</p:notesMasterIdLst>", ""),
        "there is no notes master",
    ),
    (
        "properties after the words",
        edit(SLIDES, r"(<a:p>)(<a:pPr[^>]*/>)(<a:r>.*?</a:r>)", r"\1\3\2"),
        "stand after its words",
    ),
    ("a row short of a cell", edit(SLIDES, r"<a:tc>.*?</a:tc>", ""), "cells for"),
    (
        "a layout with its master’s id",
        edit(r"ppt/slideMasters/slideMaster1\.xml", r'sldLayoutId id="\d+"', 'sldLayoutId id="2147483648"'),
        "have the id 2147483648",
    ),
    ("a line break in the words", edit(SLIDES, r"<a:t>", "<a:t>\n"), "a line break or tab"),
    ("a language nobody speaks", edit(SLIDES, r'lang="en-GB"', 'lang="qq-QQ"'), "nobody speaks the language qq-QQ"),
    (
        "a placeholder its layout lacks",
        edit(SLIDES, r'(<p:ph [^>]*)idx="2\d"', r'\1idx="77"'),
        "its layout has no placeholder",
    ),
    (
        "a table style nobody made",
        edit(SLIDES, r"<a:tableStyleId>[^<]*", "<a:tableStyleId>{0}"),
        "there is no table style {0}",
    ),
]


@pytest.mark.parametrize(("fault", "told"), [pytest.param(*row[1:], id=row[0]) for row in LINTED])
def test_our_lint_finds(fault: Fault, told: str) -> None:
    assert any(told in each for each in faults(broken(small("en"), fault)))


BARRED: list[tuple[str, Fault, str]] = [
    (
        "a document without a title",
        edit(r"docProps/core\.xml", r"<dc:title>[^<]*", "<dc:title>"),
        "the document has no title",
    ),
    (
        "a document without a language",
        edit(r"docProps/core\.xml", r"<dc:language>[^<]*", "<dc:language>"),
        "the document has no language",
    ),
    (
        "a slide without a title",
        edit(SLIDES, r"(type=\"(?:ctrT|t)itle\".*?)<a:p>.*?</a:p>", r"\1<a:p/>"),
        "it has no title",
    ),
    (
        "two slides with one title",
        edit(r"ppt/slides/slide2\.xml", "Who is speaking", "This is still being tested"),
        "2 slides have the title",
    ),
    (
        "a title that is not first",
        edit(SLIDES, r"(<p:sp>(?:(?!</p:sp>).)*type=\"title\".*?</p:sp>)(<p:sp>.*?</p:sp>)", r"\2\1"),
        "not read first",
    ),
    (
        "placeholders in the wrong order",
        edit(
            SLIDES,
            r"(</p:sp>)(<p:sp>(?:(?!</p:sp>).)*idx=\"20\".*?</p:sp>)(<p:sp>(?:(?!</p:sp>).)*idx=\"21\".*?</p:sp>)",
            r"\1\3\2",
        ),
        "in the wrong order",
    ),
    ("a table without words for it", edit(SLIDES, r' descr="Table[^"]*"', ""), "has no alternative text"),
    ("a chart without words for it", edit(SLIDES, r' descr="Chart[^"]*"', ""), "has no alternative text"),
    ("a table without a header row", edit(SLIDES, r' firstRow="1"', ""), "has no header row"),
    ("a table without a header column", edit(SLIDES, r' firstCol="1"', ""), "has no header column"),
    ("words without a language", edit(SLIDES, r'<a:rPr lang="en-GB"', "<a:rPr"), "have no language"),
    (
        "notes without a language",
        edit(r"ppt/notesSlides/notesSlide1\.xml", r'<a:rPr lang="en-GB"', "<a:rPr"),
        "have no language",
    ),
    (
        "a free text box",
        edit(SLIDES, r'<p:nvPr><p:ph type="body" idx="2\d"/></p:nvPr>', "<p:nvPr/>"),
        "stands outside the placeholders",
    ),
    (
        "a badge that is read aloud",
        edit(SLIDES, r'(<p:cNvPr id="\d+" name="Badge \d+")>.*?</p:cNvPr>', r"\1/>"),
        "stands outside the placeholders",
    ),
    (
        "a badge that says what nobody hears",
        edit(
            SLIDES,
            r"(name=\"Badge \d+\".*?)<a:p>.*?</a:p>",
            r'\1<a:p><a:r><a:rPr lang="en-GB"/><a:t>No</a:t></a:r></a:p>',
        ),
        "is marked as decorative and says something",
    ),
    ("words too small to read", edit(SLIDES, r'sz="1200"', 'sz="1100"'), "smaller than 12"),
    (
        "a slide without notes",
        edit(r"ppt/notesSlides/notesSlide2\.xml", r"<a:t>I start[^<]*", "<a:t>"),
        "it has no notes",
    ),
    ("an empty placeholder", edit(SLIDES, r"(idx=\"20\".*?)<a:p>.*?</a:p>", r"\1<a:p/>"), "is empty"),
    (
        "a decoration that is read aloud",
        edit(LAYOUTS, r'<p:cNvPr id="2" name="Decoration 2">.*?</p:cNvPr>', '<p:cNvPr id="2" name="Decoration 2"/>'),
        "not marked as decorative",
    ),
]


@pytest.mark.parametrize(("fault", "told"), [pytest.param(*row[1:], id=row[0]) for row in BARRED])
def test_our_check_of_accessibility_finds(fault: Fault, told: str) -> None:
    assert any(told in each for each in barriers(broken(small("en"), fault)))


@requires_ooxml
def test_the_validator_of_office_finds_a_fault_in_our_own_deck() -> None:
    found = errors(broken(small("en"), edit(CHARTS, r'<c:axId val="\d+"', '<c:axId val="-12345"')))
    assert found
    assert all(line.startswith("/ppt/charts/") for line in found)
