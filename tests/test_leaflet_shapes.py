"""Pictures made of figures: a dot a person, a length a figure, a module a bit."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafdeck.leaflet.shapes import BAR_HEIGHT, BAR_LENGTH, Dots, bar, dots, qr_path
from leafdeck.model import ChartRow
from tests.leaflet_pieces import HERE, text

PAPER = 162.0
"""Millimetres between the margins of A4."""


def row(value: str | None, of: int | None = None) -> ChartRow:
    return ChartRow(
        text("x"), None if value is None else Decimal(value), None if of is None else Decimal(of), "c", HERE
    )


def drawn(picture: Dots | None) -> str:
    """The dots as lines of ● and ○, from left to right."""
    assert picture is not None
    lines: dict[float, list[tuple[float, str]]] = {}
    for dot in picture.dots:
        lines.setdefault(dot.y, []).append((dot.x, "●" if dot.filled else "○"))
    return "\n".join("".join(sign for _, sign in sorted(line)) for _, line in sorted(lines.items()))


@pytest.mark.parametrize(
    ("value", "of", "mirrored", "picture"),
    [
        ("8", 8, False, "●●●●●●●●"),
        ("2", 5, False, "●●○○○"),
        ("2", 5, True, "○○○●●"),
        ("0", 3, False, "○○○"),
        (None, 3, False, "○○○"),
        ("21", 22, False, "●" * 20 + "\n●○"),
        ("31", 52, False, "●" * 30 + "\n●" + "○" * 21),
    ],
    ids=["all", "some", "from the right", "none", "no data", "a second line", "smaller dots for more people"],
)
def test_every_person_is_a_dot_those_with_the_result_first(
    value: str | None, of: int, mirrored: bool, picture: str
) -> None:
    assert drawn(dots(row(value, of), mirrored)) == picture


@pytest.mark.parametrize("of", [0, 1001, 50_000])
def test_a_group_no_dots_can_show_is_left_to_its_words(of: int) -> None:
    assert dots(row("0", of), mirrored=False) is None


@given(of=st.integers(1, 1000), share=st.integers(0, 100), mirrored=st.booleans())
def test_dots_stand_inside_their_picture_and_the_picture_on_the_paper(of: int, share: int, mirrored: bool) -> None:
    picture = dots(row(str(of * share // 100), of), mirrored)
    assert picture is not None
    assert len(picture.dots) == of
    assert sum(dot.filled for dot in picture.dots) == of * share // 100
    assert picture.width <= PAPER
    for dot in picture.dots:
        assert picture.radius <= dot.x <= picture.width - picture.radius
        assert picture.radius <= dot.y <= picture.height - picture.radius
    assert all(right.x - left.x > 2 * picture.radius for left, right in pairwise(_first_line(picture)))


def _first_line(picture: Dots) -> list[object]:
    top = min(dot.y for dot in picture.dots)
    return sorted((dot for dot in picture.dots if dot.y == top), key=lambda dot: dot.x)


def test_bars_share_a_scale_that_starts_at_zero() -> None:
    rows = [row("24"), row("7.5"), row("0"), row(None)]
    assert [bar(each, rows).length for each in rows[:3]] == [BAR_LENGTH, 34.38, 0.0]


def test_bars_of_nothing_have_no_length() -> None:
    assert bar(row("0"), [row("0"), row(None)]).length == 0


def test_what_is_not_known_is_hatched_inside_its_box_and_no_bar_is() -> None:
    unknown = bar(row(None), [row(None)])
    points = [(float(x), float(y)) for x, y in re.findall(r"[ML]([\d.]+) ([\d.]+)", unknown.strokes)]
    assert points
    assert all(0 <= x <= unknown.length and 0 <= y <= BAR_HEIGHT for x, y in points)
    assert bar(row("1"), [row("1")]).strokes == ""


def test_a_code_is_drawn_module_by_module_inside_its_quiet_zone() -> None:
    assert qr_path(((True, True, False), (False, False, True))) == "M4 4h2v1h-2zM6 5h1v1h-1z"
    assert qr_path(()) == ""


@given(st.lists(st.lists(st.booleans(), min_size=7, max_size=7), max_size=7))
def test_a_code_can_be_read_back_from_its_path(modules: list[list[bool]]) -> None:
    dark = {
        (int(x) - 4 + step, int(y) - 4)
        for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", qr_path(modules))
        for step in range(int(length))
    }
    assert dark == {(x, y) for y, line in enumerate(modules) for x, module in enumerate(line) if module}
