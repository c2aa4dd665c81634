"""How much room words take, and where lists and tables are cut."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafdeck.deck import plan
from leafdeck.deck.fit import Fit, pages, room
from leafdeck.deck.glyphs import missing_glyphs
from leafdeck.model import Chart, ChartRow, Para, Place, Placeholder, Run, Table
from tests.deck_pieces import HERE, even, piece, section, text, theme

# One inch is 72 points: at 18 points a character takes 9, so 40 characters a line and 3 % to spare.
BOX = Placeholder("points", "body", 0, 0, 40 * 9 * 1.031 / 72, 2.0, (24.0, 18.0))


def fit() -> Fit:
    return Fit(even("en"), theme())


def para(words: str, **looks: object) -> Para:
    return Para((Run(words, "en-GB"),), "ltr", **looks)  # type: ignore[arg-type]


def line(characters: int) -> str:
    """Words of two letters, so that they break anywhere."""
    return ("aa " * characters)[:characters]


@pytest.mark.parametrize(("characters", "lines"), [(0, 1), (38, 1), (40, 1), (41, 2), (78, 2), (100, 3)])
def test_lines_of_a_paragraph(characters: int, lines: int) -> None:
    assert fit().lines(para(line(characters)), room(BOX)[0], 18, bold=False) == lines


def test_a_marker_takes_room_from_its_line() -> None:
    words = para(line(40))
    assert fit().lines(words, room(BOX)[0], 18, bold=False) == 1
    assert fit().lines(replace(words, marker="bullet"), room(BOX)[0], 18, bold=False) == 2


def test_words_take_the_largest_size_of_the_ladder_that_fits() -> None:
    # Two inches are 144 points: a paragraph takes 21.6 of them at 18, and 10 before all but the first.
    assert fit().size([para(line(20))] * 3, BOX) == 24
    assert fit().size([para(line(38))] * 4, BOX) == 18
    assert fit().size([para(line(38))] * 5, BOX) is None


def test_the_excess_is_what_must_go_from_the_end() -> None:
    words = line(38 * 9)
    excess = fit().excess([para(words)], BOX)
    assert 0 < excess < len(words)
    assert fit().fits([para(words[: len(words) - excess])], BOX, 18)
    assert not fit().fits([para(words[: len(words) - excess + 3])], BOX, 18)


@pytest.mark.parametrize(
    ("shape", "inset", "width", "height"),
    [("rect", 0, 144, 72), ("rect", 0.1, 129.6, 57.6), ("octagon", 0, 122.9, 50.9), ("ellipse", 0, 101.8, 50.9)],
)
def test_a_shape_leaves_its_words_less_room_than_its_box(shape: str, inset: float, width: float, height: float) -> None:
    box = Placeholder("box", "body", 0, 0, 2, 1, (18,), shape=shape, inset=inset)  # type: ignore[arg-type]
    assert room(box) == pytest.approx((width, height), abs=0.1)


# --- pages


@pytest.mark.parametrize(
    ("heights", "shared"),
    [
        ([], [range(0)]),
        ([5, 5], [range(2)]),
        ([5, 5, 5], [range(2), range(2, 3)]),
        ([4, 4, 4, 4], [range(2), range(2, 4)]),  # evenly, not 2 and then what is left
        ([3] * 4, [range(2), range(2, 4)]),
        ([5, 11], None),
    ],
)
def test_parts_share_pages_of_ten(heights: list[float], shared: list[range] | None) -> None:
    assert pages(heights, 10) == shared


@given(st.lists(st.floats(0.1, 10), max_size=40))
def test_every_part_stands_on_one_page_in_order_and_no_page_is_too_full(heights: list[float]) -> None:
    shared = pages(heights, 10)
    assert shared is not None
    assert [place for each in shared for place in each] == list(range(len(heights)))
    assert all(sum(heights[place] for place in each) <= 10 + 1e-6 for each in shared)


@given(st.lists(st.floats(0.1, 10), min_size=1, max_size=40))
def test_no_page_could_be_saved(heights: list[float]) -> None:
    """Filling each page as far as it goes takes the fewest pages."""
    fewest, used = 1, 0.0
    for each in heights:
        if used + each > 10:
            fewest, used = fewest + 1, 0.0
        used += each
    assert len(pages(heights, 10) or []) == fewest


# --- characters without a glyph

LOST = "\u0378"
GRID = Table(text("T"), (text("a"), text("b")), ((text("c"), text(f"d {LOST}")),))
ROWS = (ChartRow(text(f"Group {LOST}"), Decimal(3), Decimal(4), "series", HERE),)
DOTS = Chart("dots", text("People"), ROWS, None, None)
SHOWN = {
    "a title": section("one", f"Two {LOST}"),
    "a title of two slides": section("one", f"Two {LOST}", (line(600),) * 4),
    "a point": section("one", "Two", ("three", f"-four {LOST}{LOST}")),
    "a cell": section("one", "Two", blocks=(GRID,)),
    "the name of a bar": section("one", "Two", blocks=(DOTS,)),
}


@pytest.mark.parametrize("name", SHOWN)
def test_a_character_that_no_typeface_has_is_named_once_where_it_stands(name: str) -> None:
    ruler = replace(even("en"), lacks=lambda words: LOST if LOST in words else "")
    deck, findings = plan(piece("en", SHOWN[name]), theme(), ruler)
    assert deck is None
    assert [
        (finding.id, finding.level, str(finding.place), finding.locale, finding.message) for finding in findings
    ] == [
        (
            "missing-glyph",
            "error",
            "content/small.md:1",
            "en",
            f"Slide small.one, English: no measuring typeface has a glyph for {LOST} (U+0378).",
        )
    ]


def test_words_that_stand_in_no_file_are_placed_at_the_title() -> None:
    ruler = replace(even("en"), lacks=lambda words: LOST if LOST in words else "")
    (finding,) = missing_glyphs("title", [(f"Ada {LOST}", Place(""))], ruler, piece("en"))
    assert finding.place == piece("en").title.place


# --- tables


def test_a_column_is_never_narrower_than_its_longest_word() -> None:
    rows = [[para("a"), para("b")], [para("Immunsuppressiva"), para(line(200))]]
    box = replace(BOX, width=6.0)
    narrow, wide = fit().widths(rows, box, 18)
    assert narrow + wide == pytest.approx(room(box)[0])
    assert fit().lines(rows[1][0], narrow - 2 * theme().cell_inset * 72, 18, bold=True) == 1
    assert wide > narrow


def test_a_table_too_narrow_for_its_words_says_how_many_letters_they_must_lose() -> None:
    rows = [[para("a"), para("b")], [para("Immunsuppressiva"), para("Immunsuppressiva")]]
    assert fit().broken_words(rows, replace(BOX, width=6.0), 18) == 0
    lost = fit().broken_words(rows, replace(BOX, width=4.0), 18)
    assert lost > 0
    shorter = [[para("a"), para("b")], [para("Immunsuppressiva"), para("Immunsuppressiva"[lost + 1 :])]]
    assert fit().broken_words(shorter, replace(BOX, width=4.0), 18) == 0


def test_chinese_cells_break_between_characters_and_keep_words_of_four() -> None:
    chinese = Fit(replace(even("en"), locale="zh-CN"), theme())
    long, short = "狼疮、系统性硬化症、肌炎（CASTLE）", "获批"
    rows = [[para(long), para(short)]] * 2
    assert chinese.broken_words(rows, replace(BOX, width=3.0), 18) == 0
    _, right = chinese.widths(rows, replace(BOX, width=3.0), 18)
    inset = 2 * theme().cell_inset * 72
    assert right - inset >= chinese.ruler.width(short, 18, bold=True)
    assert chinese.broken_words(rows, replace(BOX, width=1.5), 18) > 0  # （CASTLE） stays whole


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90), st.integers(0, 90)), min_size=1, max_size=6))
def test_columns_share_the_whole_width(lengths: list[tuple[int, int, int]]) -> None:
    rows = [[para(line(each)) for each in row] for row in lengths]
    box = replace(BOX, width=10.0)
    assert sum(fit().widths(rows, box, 18)) == pytest.approx(room(box)[0])


def test_a_row_is_as_high_as_its_tallest_cell() -> None:
    rows = [[para("a"), para("b")], [para("a"), para(line(100))]]
    head, body = fit().row_heights(rows, [200, 200], 18)
    inset = 2 * theme().cell_inset * 72
    assert head == pytest.approx(inset + 21.6)
    assert body == pytest.approx(inset + 21.6 * fit().lines(rows[1][1], 200 - inset, 18, bold=False))
