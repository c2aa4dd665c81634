"""The few marks inside a message: read into inlines, and written back."""

from __future__ import annotations

import pytest

from leafdeck.model import Citation, Inline, Place, Plain, Strong, Term, Variable
from leafdeck.reader import read_inlines, read_text, write_inlines
from tests.snippets import NOWHERE


def inlines(words: str) -> tuple[Inline, ...]:
    found, findings = read_inlines(words, NOWHERE)
    assert findings == (), f"{words!r} has mistakes: {findings}"
    return found


def strong(words: str) -> Strong:
    return Strong((Plain(words),))


TEXTS: dict[str, tuple[Inline, ...]] = {
    "": (),
    "Plain words.": (Plain("Plain words."),),
    "So **warm** it is": (Plain("So "), strong("warm"), Plain(" it is")),
    "**all of it**": (strong("all of it"),),
    "un**believ**able": (Plain("un"), strong("believ"), Plain("able")),
    "[CRS](term:crs) is short": (Term((Plain("CRS"),), "crs"), Plain(" is short")),
    "[**CRS**, or so](term:crs)": (Term((strong("CRS"), Plain(", or so")), "crs"),),
    "**[CRS](term:crs)**": (Strong((Term((Plain("CRS"),), "crs"),)),),
    "It is [@tea].": (Plain("It is "), Citation(("tea",)), Plain(".")),
    "It is [@tea; @tea-2;@a_b].": (Plain("It is "), Citation(("tea", "tea-2", "a_b")), Plain(".")),
    "**So it is [@tea].**": (Strong((Plain("So it is "), Citation(("tea",)), Plain("."))),),
    "Call {emergency} now": (Plain("Call "), Variable("emergency"), Plain(" now")),
    "[{emergency}](term:call)": (Term((Variable("emergency"),), "call"),),
    "Page {page} of {pages}": (Plain("Page "), Variable("page"), Plain(" of "), Variable("pages")),
    r"5 \* 3, \[a\], \{b\}, \@c, \\, \_, \<": (Plain(r"5 * 3, [a], {b}, @c, \, _, <"),),
    r"**2 \* 3**": (strong("2 * 3"),),
    "snake_case, a ~ b, 3 < 4 & 5 > 2, Q&A": (Plain("snake_case, a ~ b, 3 < 4 & 5 > 2, Q&A"),),
    "Write to ada@example.org": (Plain("Write to ada@example.org"),),
    "See https://example.org/a_b(c)": (Plain("See https://example.org/a_b(c)"),),
    "“Quotes”, 38 °C, 3–5 and a (bracket)": (Plain("“Quotes”, 38 °C, 3–5 and a (bracket)"),),
    "C++ # 1. - | :::": (Plain("C++ # 1. - | :::"),),
    "これは**「吸入器」**です": (Plain("これは"), strong("「吸入器」"), Plain("です")),
    "**真，**她": (strong("真，"), Plain("她")),
    "ยา**(ก)**นี้": (Plain("ยา"), strong("(ก)"), Plain("นี้")),
    "هذا **«مهم»** جدًا": (Plain("هذا "), strong("«مهم»"), Plain(" جدًا")),
}


@pytest.mark.parametrize("words", TEXTS)
def test_marks_are_read(words: str) -> None:
    assert inlines(words) == TEXTS[words]


@pytest.mark.parametrize("words", TEXTS)
def test_marks_are_written_back(words: str) -> None:
    written = write_inlines(TEXTS[words])
    assert inlines(written) == TEXTS[words]
    assert written.replace("\\", "") == words.replace("\\", "").replace(";@", "; @")


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("a_b _ c_ _d", r"a_b \_ c\_ \_d"),
        ("a ~ b ~~ c", r"a ~ b \~\~ c"),
        ("3 < 4 <b> <ada@example.org>", r"3 < 4 \<b> \<ada@example.org>"),
        ("4 & 5, Q&A, &#8;", r"4 & 5, Q\&A, \&#8;"),
        ("ada@example.org @ada", r"ada@example.org \@ada"),
        ("(term) (term:tea) ( term :x)", r"(term) \(term:tea) \( term :x)"),
        ("[x] {y} * ` \\", r"\[x\] \{y\} \* \` \\"),
        ("Stop! Now!", r"Stop! Now\!"),
    ],
)
def test_only_what_would_be_read_as_a_mark_is_escaped(words: str, written: str) -> None:
    assert write_inlines((Plain(words), Term((Plain("tea"),), "tea"))) == f"{written}[tea](term:tea)"
    assert inlines(written) == (Plain(words),)


COLLAPSED = {
    "one\ntwo": "one two",
    "  one \t two  \r\n  three\n": "one two three",
    "真\n她": "真她",
    "これは\n「吸入器」です": "これは「吸入器」です",
    "真 她": "真 她",
    "真\ntea": "真 tea",
    "tea\n真": "tea 真",
    "치료\n방법": "치료 방법",
    "38\u00a0°C": "38\u00a0°C",
    "真\u3000她": "真\u3000她",
}


@pytest.mark.parametrize("words", COLLAPSED)
def test_white_space_is_one_space_and_a_line_end_between_chinese_or_japanese_is_none(words: str) -> None:
    found, findings = read_text(words, id="x", place=NOWHERE, kind="paragraph")
    assert findings == ()
    assert (found.source, found.inlines) == (COLLAPSED[words], (Plain(COLLAPSED[words]),))


def test_a_mark_may_go_over_a_line_end() -> None:
    assert inlines("**so\nwarm** [the\ntea](term:tea) [@a;\n@b]") == (
        strong("so warm"),
        Plain(" "),
        Term((Plain("the tea"),), "tea"),
        Plain(" "),
        Citation(("a", "b")),
    )


def test_a_text_carries_what_it_was_given() -> None:
    place = Place("content/ui.toml", 4, 9)
    found, _ = read_text("Page {page}", id="ui.page", place=place, kind="phrase", note="foot", context="short")
    assert (found.id, found.place, found.kind, found.note, found.context) == (
        "ui.page",
        place,
        "phrase",
        "foot",
        "short",
    )


@pytest.mark.parametrize(
    ("words", "start", "places"),
    [
        ("See *this* and `that`", Place("a.po", 7, 3), ["a.po:7:7", "a.po:7:18"]),
        ("See *this* and `that`", Place("a.po", 7), ["a.po:7", "a.po:7"]),
        ("See\n  *this*\nand  `that`", Place("a.po", 7, 3), ["a.po:8:3", "a.po:9:6"]),
        ("真\n真*這*", Place("a.po", 1, 1), ["a.po:2:2"]),
    ],
)
def test_a_mistake_is_placed_where_it_was_written(words: str, start: Place, places: list[str]) -> None:
    _, findings = read_inlines(words, start)
    assert [str(finding.place) for finding in findings] == places


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("See *this* one", "See this one"),
        ("See <b>this</b> one", "See this one"),
        ("See [this](https://example.org) one", "See this one"),
        ("See `this` one", "See this one"),
        ("See {This} one", "See {This} one"),
    ],
)
def test_words_with_a_mistake_are_kept(words: str, kept: str) -> None:
    found, findings = read_inlines(words, NOWHERE)
    assert findings
    assert found == (Plain(kept),)


def test_one_slip_that_leaves_two_signs_is_told_once() -> None:
    assert [finding.id for finding in read_inlines("a [b c] d ] and ** e ** f **", NOWHERE)[1]] == ["stray-mark"] * 2
