"""Runs of the other direction, found in the characters themselves (Unicode Standard Annex 9).

WeasyPrint places the inline boxes of a line one after the other and reorders nothing across them, so a phrase of the
other direction needs a box of its own. The rules of the annex are kept where they read well on paper, and left where
they scatter what belongs together: "38 °C", "8 of 8", telephone numbers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

Direction = Literal["ltr", "rtl"]

BARRIER = "\ufffc"
"""Stands for a box inside the words, such as a citation: no run goes across it (OBJECT REPLACEMENT CHARACTER)."""

STRONG: dict[str, Direction] = {"L": "ltr", "R": "rtl", "AL": "rtl"}
LEADS = "+#@~<≈"
TRAILS = "+%°™®′″"
PAIRS = {"(": ")", "[": "]"}
# Digit groups set apart by spaces, slashes or hyphens: read in reverse order where the line runs right to left.
PHONE = re.compile(r"\+?\(?[0-9][0-9 ()/\u00a0\u202f-]{3,}[0-9]")
NUMBER = re.compile(r"[0-9]+(?:[.,:/][0-9]+)*")
# What may stand between a number and a foreign word that belong together: "38 °C", "8 of 8", "CAR-T 2".
BETWEEN = re.compile(r"[\s°%+/–-]*")


def first_strong(words: str) -> Direction | None:
    """The direction of the first letter of *words* that has one; None for figures and marks (UAX 9, rule P2)."""
    return next((found for character in words if (found := _strong(character))), None)


def foreign_runs(words: str, base: Direction) -> list[tuple[int, int]]:
    """Start and end of each run of *words* that runs against *base*, in order, without overlap."""
    runs = list(_letter_runs(words, base))
    if base == "rtl":
        for phone in PHONE.finditer(words):
            if sum(character.isdigit() for character in phone.group()) > 4 and not _inside(phone.start(), runs):
                runs.append(phone.span())
    return sorted(runs)


def _strong(character: str) -> Direction | None:
    return STRONG.get(unicodedata.bidirectional(character))


def _inside(position: int, runs: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in runs)


def _letter_runs(words: str, base: Direction) -> Iterator[tuple[int, int]]:
    """Runs that hold at least one letter against *base*."""
    for start, end in _stretches(words, base):
        letters = [place for place in range(start, end) if _strong(words[place]) not in (None, base)]
        if letters:
            yield _whole(words, *_with_numbers(words, letters[0], letters[-1] + 1, start, end), start, end)


def _stretches(words: str, base: Direction) -> Iterator[tuple[int, int]]:
    """What lies between letters of *base*, barriers and Arabic commas."""
    start = 0
    for place, character in enumerate(words):
        if _strong(character) == base or character in (BARRIER, "،"):
            yield start, place
            start = place + 1
    yield start, len(words)


def _with_numbers(words: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """The run from *first* to *last*, grown over the numbers that belong to it."""
    numbers = [match.span() for match in NUMBER.finditer(words, start, end)]
    for begin, stop in reversed(numbers):
        if stop <= first and BETWEEN.fullmatch(words, stop, first):
            first = begin
    for begin, stop in numbers:
        if begin >= last and BETWEEN.fullmatch(words, last, begin):
            last = stop
    return first, last


def _whole(words: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """The run grown over signs that lean on it and over the other half of a bracket it cuts."""
    while first > start and words[first - 1] in LEADS:
        first -= 1
    while last < end and words[last] in TRAILS:
        last += 1
    for opening, closing in PAIRS.items():
        inside = words[first:last]
        if inside.count(opening) > inside.count(closing) and last < end and words[last] == closing:
            last += 1
        elif inside.count(closing) > inside.count(opening) and first > start and words[first - 1] == opening:
            first -= 1
    return first, last
