"""Runs of the other direction: which words of a line get a box of their own, so that they stand right on paper."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafdeck.leaflet.direction import BARRIER, Direction, first_strong, foreign_runs

CITED = f"أثر{BARRIER}CAR-T{BARRIER}"

# Each run stands in ⟨ ⟩. Read a line in logical order: as it is typed, not as it is drawn.
IN_ARABIC = """
يستخدم علاج ⟨CAR-T⟩ خلاياك
⟨CAR-T⟩ و ⟨CD19⟩
⟨CD19⟩، ⟨BCMA⟩
متلازمة (⟨CRS⟩)، ثم
(⟨CRS⟩) و«⟨ICANS⟩»
علاج ⟨CAR-T®⟩ هنا
(⟨CAR-T 2⟩)
⟨1 Example Street⟩
مجلة ⟨N Engl J Med⟩. 2024;390(8):687–700
حمى تبلغ ⟨38 °C⟩ أو أكثر
نحو ⟨~38.5 °C⟩
من ⟨10–20 mg⟩ يوميًا
⟨20 mg/kg⟩ يوميًا
من 10 إلى ⟨20 mg⟩
⟨8 of 8 people⟩ هنا
اتصل على ⟨+44 20 7946 0000⟩.
الرقم ⟨020 7946 0000⟩ الآن
⟨120 000⟩ شخص
زر ⟨https://doi.example/10.1/x⟩ الآن
⟨ward@hospital.example⟩
15 من 15
في 2024
نحو 95% من الناس
بعد 3–5 أيام
08:00–17:00
""".strip().splitlines()

IN_ENGLISH = """
the word ⟨متلازمة⟩ means syndrome
(⟨متلازمة⟩ CRS)
⟨العربية⟩
⟨בדיקה 2 שלוש⟩ and two
call 020 7946 0000
""".strip().splitlines()


def marked(words: str, base: Direction) -> str:
    """*words* with each run in ⟨ ⟩."""
    for start, end in reversed(foreign_runs(words, base)):
        words = f"{words[:start]}⟨{words[start:end]}⟩{words[end:]}"
    return words


@pytest.mark.parametrize("line", IN_ARABIC)
def test_in_arabic_a_latin_run_takes_its_numbers_and_signs_along(line: str) -> None:
    assert marked(line.translate({ord("⟨"): None, ord("⟩"): None}), "rtl") == line


@pytest.mark.parametrize("line", IN_ENGLISH)
def test_in_english_an_arabic_or_hebrew_run_stands_alone(line: str) -> None:
    assert marked(line.translate({ord("⟨"): None, ord("⟩"): None}), "ltr") == line


def test_no_run_goes_across_a_citation() -> None:
    assert marked(CITED, "rtl") == f"أثر{BARRIER}⟨CAR-T⟩{BARRIER}"
    assert marked(f"CRS{BARRIER} CAR-T", "rtl") == f"⟨CRS⟩{BARRIER} ⟨CAR-T⟩"


@pytest.mark.parametrize(
    ("words", "direction"),
    [("CAR-T علاج", "ltr"), ("علاج CAR-T", "rtl"), ("15 علاج", "rtl"), ("«CRS»", "ltr"), ("38–40 °", None), ("", None)],
)
def test_the_first_letter_gives_the_direction(words: str, direction: Direction | None) -> None:
    assert first_strong(words) == direction


LETTERS = st.text(alphabet="abC אבثج019 .,:/()[]–%°+~،" + BARRIER, max_size=40)


@given(words=LETTERS, base=st.sampled_from(["ltr", "rtl"]))
def test_runs_hold_every_foreign_letter_and_none_of_the_line_s_own(words: str, base: Direction) -> None:
    runs = foreign_runs(words, base)
    assert runs == sorted(runs)
    assert all(start < end for start, end in runs)
    assert all(end <= after for (_, end), (after, _) in pairwise(runs))
    inside = {place for start, end in runs for place in range(start, end)}
    for place, letter in enumerate(words):
        if unicodedata.bidirectional(letter) in ("L", "R", "AL"):
            assert (place in inside) == (first_strong(letter) != base)
