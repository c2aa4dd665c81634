"""Nothing goes wrong in a layout unnoticed: what may not be read, what WeasyPrint mutters, what is not on the page."""

from __future__ import annotations

import logging

import pytest
import weasyprint
from weasyprint.urls import FatalURLFetchingError, URLFetcherResponse

from leafdeck.model import Emitted
from leafdeck.pdf import emit, tags
from leafdeck.pdf.fetch import BASE, Assets
from tests.leaflet_pieces import ARABIC, ENGLISH
from tests.pdfs import CELL, every, page, typefaces


def told(emitted: Emitted) -> list[str]:
    """The findings, one a line; each is an error of the page's manifest that says how to mend it."""
    for found in emitted.findings:
        assert (found.level, str(found.place)) == ("error", "leaflets/page.toml")
        assert found.message.endswith(".")
        assert found.fix.endswith(".")
    return [f"{found.id}: {found.message}" for found in emitted.findings]


def refusal(name: str) -> str:
    return f'unknown-asset: The leaflet asks for "{name}", which is none of its style sheets and pictures.'


@pytest.mark.parametrize("tag", ["en", "de", "ar"])
def test_the_piece_that_holds_every_block_is_laid_out_without_a_finding(tag: str) -> None:
    assert every(tag).findings == ()
    assert every(tag).pages > 2


@pytest.mark.parametrize(
    ("body", "css", "name"),
    [
        ('<img src="file:///etc/hostname" alt="x">', "", "file:///etc/hostname"),
        ('<base href="file:///etc/"><img src="hostname" alt="x">', "", "file:///etc/hostname"),
        ('<img src="http://127.0.0.1:9/a.png" alt="x">', "", "http://127.0.0.1:9/a.png"),
        ('<img src="//host.example/a.png" alt="x">', "", "http://host.example/a.png"),
        ('<img src="data:image/png;base64,iVBORw0KGgo=" alt="x">', "", "data:image/png;base64,iVBORw0KGgo="),
        ('<img src="../../secret.png" alt="x">', "", "secret.png"),
        ('<img src="%2e%2e/secret.png" alt="x">', "", "%2e%2e/secret.png"),
        ('<img src="a.svg?v=2" alt="x">', "", "a.svg?v=2"),
        ('<img src="a.txt" alt="x">', "", "a.txt"),
        ('<link rel="stylesheet" href="file:///etc/passwd">', "", "file:///etc/passwd"),
        ('<link rel="attachment" href="file:///etc/passwd">', "", "file:///etc/passwd"),
        ('<a rel="attachment" href="file:///etc/passwd">x</a>', "", "file:///etc/passwd"),
        ('<object data="file:///etc/passwd">x</object>', "", "file:///etc/passwd"),
        ('<embed src="ftp://host.example/x">', "", "ftp://host.example/x"),
        ("", "h1 { background: url(https://host.example/a.png) }", "https://host.example/a.png"),
        ("", "h1::before { content: url(none.png) }", "none.png"),
        ("<ul><li>x</ul>", "ul { list-style-image: url(none.png) }", "none.png"),
        ('<img src="nested.svg" alt="x">', "", "file:///etc/hostname"),
    ],
)
def test_a_layout_reads_nothing_but_what_it_was_handed(body: str, css: str, name: str) -> None:
    nested = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/hostname"/></svg>'
    assert told(page(body, css, a_svg=CELL, a_txt=b"words", nested_svg=nested)) == [refusal(name)]


def test_a_font_file_is_not_read_either() -> None:
    face = "@font-face { font-family: Any; src: url(file:///any.ttf) } p { font-family: Any, Noto Sans }"
    assert told(page("<p>x</p>", face))[0] == refusal("file:///any.ttf")


def test_all_refusals_are_told_at_once_and_each_once() -> None:
    body = '<img src="a.png" alt="x"><img src="b.png" alt="x"><img src="a.png" alt="x">'
    assert told(page(body)) == [refusal("a.png"), refusal("b.png")]


def test_a_long_address_is_told_by_its_beginning() -> None:
    (told_,) = told(page(f'<img src="data:image/png;base64,{"A" * 9999}" alt="x">'))
    assert len(told_) < 200


def test_the_door_hands_out_what_it_holds_and_refuses_the_rest() -> None:
    door = Assets({"figures/a b.svg": CELL, "a.exe": b"MZ"})
    held = door.fetch(BASE + "figures/a%20b.svg")
    assert isinstance(held, URLFetcherResponse)
    assert (held.read(), held.content_type) == (CELL, "image/svg+xml")
    for url in (BASE, BASE + "a.exe", BASE + "A%20B.svg", "figures/a b.svg", "http://assets.invalid.example/a b.svg"):
        with pytest.raises(ValueError, match="not an asset"):
            door.fetch(url)
    assert len(door.refused) == 5


def test_a_refusal_is_no_base_exception_that_would_escape_the_findings() -> None:
    """WeasyPrint's own fatal error would pass every `except Exception` on its way up."""
    assert not issubclass(FatalURLFetchingError, Exception)
    assert Assets({})._fail_on_errors is False


@pytest.mark.parametrize(
    ("body", "css", "message"),
    [
        ("", "h1 {colr:red}", "Ignored `colr:red` at 1:76, unknown property"),
        ("", "h1 {color:12}", "Ignored `color:12` at 1:76, invalid value"),
        ("", "h1:nope{color: red}", "Invalid or unsupported selector, 'h1:nope'"),
        ("", "@nope x;", "Unknown empty rule <AtRule @nope … { … }> at 1:72"),
        ('<img src="a.png" alt="x">', "", "Failed to load image at 'a.png'"),
        ('<img src="a.svg">', "", 'Image "a.svg" has no required alt description'),
        ('<p><a href="#nowhere">x</a></p>', "", "No anchor #nowhere for internal URI reference"),
    ],
    ids=["property", "value", "selector", "rule", "broken picture", "picture without words", "link to nowhere"],
)
def test_whatever_weasyprint_warns_of_is_an_error(body: str, css: str, message: str) -> None:
    assert told(page(body, css, a_png=b"no picture", a_svg=CELL)) == [f"layout-warning: WeasyPrint warns: {message}."]


def test_a_warning_said_twice_is_told_once() -> None:
    body = '<img src="a.png" alt="x"><img src="a.png" alt="y">'
    assert len(told(page(body, a_png=b"no picture"))) == 1


def test_a_sign_no_typeface_has_is_named_with_its_number_once() -> None:
    (found,) = page("<p>一 and 一, 丁</p>").findings
    assert found.id == "missing-glyph"
    assert found.message == "The typefaces of English have no glyph for 一 (U+4E00), 丁 (U+4E01)."
    assert found.locale == "en"


def test_a_missing_glyph_never_comes_from_a_neighbouring_typeface() -> None:
    """Noto Sans Arabic lies in the same folder as Noto Sans; English does not name it."""
    assert told(page("<p>علاج</p>"))[0].startswith("missing-glyph: ")
    assert told(page("<p>علاج</p>", language=ARABIC)) == []


@pytest.mark.parametrize(
    ("body", "css", "message"),
    [
        ("<p>toolongforthepage</p>", "p { font-size: 90pt }", '"toolongforthepage" runs out of page 1.'),
        ("<p>shifted</p>", "p { position: relative; left: -60mm }", '"shifted" runs out of page 1.'),
        (
            '<p>a</p><svg viewBox="0 0 9 9"><title>x</title><path d="M0 0h9"/></svg>',
            "svg { width: 900pt; height: 9pt }",
            '"a picture" runs out of page 1.',
        ),
        ("", "@page { @top-left { content: 'margin'; font-size: 400pt } }", '"margin" runs out of page 1.'),
    ],
    ids=["a long word", "moved words", "a picture", "words in a margin"],
)
def test_what_runs_out_of_the_page_is_told(body: str, css: str, message: str) -> None:
    assert f"overflow: {message}" in told(page(body, css))


@pytest.mark.parametrize("side", ["top", "bottom", "left", "right"])
def test_words_on_the_sheet_but_in_its_margin_are_told(side: str) -> None:
    moved = "p {{ position: absolute; margin: 0; {}: {}mm }}"
    assert told(page("<p>moved</p>", moved.format(side, 0))) == []
    assert told(page("<p>moved</p>", moved.format(side, -5))) == ['overflow: "moved" runs out of page 1.']


def test_decoration_may_bleed_over_the_edge() -> None:
    circles = '<svg viewBox="0 0 9 9" aria-hidden="true"><circle cx="4" cy="4" r="4"/></svg>'
    assert told(page(circles, "svg { position: absolute; right: -60mm; width: 90mm; height: 90mm }")) == []


@pytest.mark.parametrize(
    ("body", "css"),
    [
        ("<p class=x>Some <b>of</b> these words</p>", ".x { display: none }"),
        ("<p>Some of<br>these <span class=x>words</span></p>", ".x { display: none }"),
        ("<table><tr><td>Some<td class=x>words</table>", ".x { display: none }"),
        ("<div class=x><p>All</p><p>of these words</p></div>", ".x { max-height: 1.5em; line-clamp: 1 }"),
    ],
    ids=["a paragraph", "part of a line", "a cell", "a clamped box"],
)
def test_words_that_stand_on_no_page_are_told(body: str, css: str) -> None:
    found = told(page(body, css))
    assert any(each.startswith("lost-words: ") and "words" in each for each in found), found


@pytest.mark.parametrize("body", ["<p>All</p> of <b>these</b> words", "<p>Wort­trennungs­möglichkeit</p>", "<p> </p>"])
def test_words_that_stand_on_the_page_are_not_missed(body: str) -> None:
    assert told(page(body, "p { hyphens: auto; width: 6em; text-align: justify }")) == []


def test_a_layout_that_fails_is_a_finding_without_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object, **__: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(weasyprint.Document, "write_pdf", failing)
    emitted = page('<img src="none.png" alt="x">')
    assert (emitted.data, emitted.pages) == (b"", 0)
    assert told(emitted) == [
        refusal("none.png"),
        "layout-failed: The leaflet could not be laid out: ZeroDivisionError (division by zero).",
    ]


def test_another_weasyprint_is_refused_before_its_private_names_are_touched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    (found,) = page("").findings
    assert (found.id, found.fix) == ("weasyprint-version", "Install weasyprint 70.")


def test_listening_leaves_the_log_as_it_was() -> None:
    before = list(logging.getLogger("weasyprint").handlers)
    page("", "h1 { colr: red }")
    assert logging.getLogger("weasyprint").handlers == before


def test_nothing_of_weasyprint_stays_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    from weasyprint import document
    from weasyprint.pdf import stream
    from weasyprint.pdf import tags as theirs

    def names() -> tuple[object, ...]:
        return stream.Stream.marked, theirs._build_box_tree, document.Page.paint

    before = names()
    page("<p>x</p>")
    assert names() == before
    monkeypatch.setattr(weasyprint.Document, "write_pdf", None)
    page("<p>x</p>")
    assert names() == before
    with tags.corrected():
        assert all(now is not then for now, then in zip(names(), before, strict=True))


def test_an_empty_page_has_nothing_to_find() -> None:
    with typefaces(ENGLISH):
        html = '<!DOCTYPE html><html lang="en"><title>x</title><h1>x</h1>'
        assert emit(html, {}, ENGLISH, title="x", piece="x").findings == ()
