"""Latin words inside Arabic ones: each in a run of its own, held together by marks where they need it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafdeck.deck.direction import LEFT_TO_RIGHT, first_strong, split


def shown(words: str) -> str:
    """Latin runs in brackets, marks as "|"."""
    return "".join(f"⟦{run.replace(LEFT_TO_RIGHT, '|')}⟧" if foreign else run for run, foreign in split(words))


@pytest.mark.parametrize(
    ("words", "runs"),
    [
        ("علاج قوي", "علاج قوي"),
        ("علاج CAR-T قوي", "علاج ⟦CAR-T⟧ قوي"),
        ("حرارة 38 °C أو أكثر", "حرارة ⟦|38 °C⟧ أو أكثر"),  # the figure belongs to its unit
        ("خلايا CD19", "خلايا ⟦CD19|⟧"),
        ("(CRS) تفاعل", "(⟦CRS⟧) تفاعل"),
        ("مجلة N Engl J Med نشرت", "مجلة ⟦N Engl J Med⟧ نشرت"),
        ("CRS، ICANS", "⟦CRS⟧، ⟦ICANS⟧"),  # the Arabic comma parts them
        ("15 شخصًا", "15 شخصًا"),  # a figure alone needs nothing
        ("اتصل +44 20 7946 0000 فورًا", "اتصل ⟦|+44 20 7946 0000|⟧ فورًا"),  # groups of digits keep their order
        ("انظر [CRS (grade 3)] هنا", "انظر [⟦CRS (grade 3)|⟧] هنا"),
        ("", ""),
    ],
)
def test_runs(words: str, runs: str) -> None:
    assert shown(words) == runs


@pytest.mark.parametrize(
    ("words", "direction"), [("CAR-T علاج", "ltr"), ("علاج CAR-T", "rtl"), ("15: علاج", "rtl"), ("15 %", None)]
)
def test_the_first_letter_says_the_direction(words: str, direction: str | None) -> None:
    assert first_strong(words) == direction


@given(st.text("ab1 ()[]-+%°،؛.,علج", max_size=40))
def test_nothing_is_lost_or_moved(words: str) -> None:
    assert "".join(run for run, _ in split(words)).replace(LEFT_TO_RIGHT, "") == words


@given(st.text("ab1 ()-علج", max_size=40))
def test_every_latin_letter_stands_in_a_latin_run_and_no_arabic_one_does(words: str) -> None:
    for run, foreign in split(words):
        assert not foreign or not set(run) & set("علج")
        assert foreign or not set(run) & set("ab")
