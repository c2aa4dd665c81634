"""Leaflets keep to PDF/UA-1 and PDF/A-2a. The validator that says so can pass, and can fail for the right reason."""

from __future__ import annotations

from typing import Any

import pytest
import weasyprint

from leafdeck.pdf import tags
from tests.pdfs import CELL, PIXEL, every, page, shipped
from tests.verapdf import Profile, failures, requires_verapdf

pytestmark = requires_verapdf

PAGE = """<html lang="en"><title>One page</title><style>@page { size: A5 } p { color: #000 }</style>
<h1>One page</h1><p>Some words.</p>"""


def pdf(html: str = PAGE, variant: str | None = None) -> bytes:
    return bytes(weasyprint.HTML(string=html).write_pdf(pdf_variant=variant, pdf_identifier=b"0" * 16))


def test_a_tagged_page_keeps_to_pdf_ua_1() -> None:
    assert failures(pdf(variant="pdf/ua-1"), "ua1") == []


def test_an_archived_page_keeps_to_pdf_a_2a() -> None:
    assert failures(pdf(variant="pdf/a-2a"), "2a") == []


@pytest.mark.parametrize(
    ("html", "variant", "rule"),
    [
        pytest.param(PAGE, None, "6.2-1", id="not marked as tagged"),
        pytest.param(PAGE.replace("<title>One page</title>", ""), "pdf/ua-1", "7.1-9", id="no title"),
        pytest.param(PAGE.replace(' lang="en"', ""), "pdf/ua-1", "7.2-", id="no language"),
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_a_broken_promise_is_named_by_its_clause(html: str, variant: str | None, rule: str) -> None:
    found = failures(pdf(html, variant), "ua1")
    assert any(line.startswith(rule) for line in found), found


def test_an_ordinary_pdf_is_no_archive() -> None:
    assert any(line.startswith("6.6.2.1-1") for line in failures(pdf(), "2a")), failures(pdf(), "2a")


def test_what_is_no_pdf_is_unreadable() -> None:
    assert failures(b"no PDF", "ua1")[0].startswith("unreadable")


PROFILES: list[Profile] = ["ua1", "2a"]


@pytest.mark.parametrize("profile", PROFILES)
def test_every_leaflet_that_ships_keeps_to_both_standards(profile: Profile) -> None:
    found = {path: failures(data, profile) for path, data in shipped().items()}
    assert {path.split("/")[0] for path in found} == {"en", "de", "ar", "zh_Hans"}
    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("tag", ["en", "de", "ar"])
def test_the_piece_that_holds_every_block_keeps_to_both_standards(tag: str, profile: Profile) -> None:
    assert failures(every(tag).data, profile) == []


LIST = "<ul><li><p>One.</p><p>Two.</p></ul>"
DECORATION = '<p>x <img src="a.svg" alt=""></p>'
DOT = '<p><img src="a.png" alt="A dot"></p>'


@pytest.mark.parametrize(
    ("name", "instead", "body", "profile", "rule"),
    [
        ("is_decorative", lambda box: False, DECORATION, "ua1", "7.3-1"),
        ("_gather_body", lambda item, pdf: None, LIST, "ua1", "7.2-20"),
        ("CLAIM", b"", "<p>x</p>", "ua1", "5-1"),
        ("finish", lambda document, pdf: None, DOT, "2a", "6.2.8-3"),
    ],
    ids=["decoration is read out", "a list item in pieces", "no claim", "a picture asks to be smoothed"],
)
def test_without_a_correction_of_the_tags_a_leaflet_breaks_the_standard(
    monkeypatch: pytest.MonkeyPatch, name: str, instead: Any, body: str, profile: Profile, rule: str
) -> None:
    made = page(body, a_svg=CELL, a_png=PIXEL)
    assert failures(made.data, "ua1") == failures(made.data, "2a") == []
    monkeypatch.setattr(tags, name, instead)
    found = failures(page(body, a_svg=CELL, a_png=PIXEL).data, profile)
    assert [line.split()[0] for line in found] == [rule]


@pytest.mark.parametrize(
    ("body", "css", "rule"),
    [
        ('<p><a href="https://x.example/"><b>x</b></a></p>', "", "7.18.5-1"),
        ("<h3>x</h3>", "", "7.4.2-1"),
        ("<p>x</p>", "p { opacity: 0.5 }", "7.1-3"),
    ],
    ids=["an element inside a link", "a level of heading left out", "see-through words"],
)
def test_what_a_template_must_not_do_is_found(body: str, css: str, rule: str) -> None:
    found = failures(page(body, css).data, "ua1")
    assert [line.split()[0] for line in found] == [rule]
