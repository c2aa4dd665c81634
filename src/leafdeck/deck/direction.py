"""Words of the other script inside right-to-left words: found, and kept in one piece (Unicode Standard Annex 9).

Slides know no isolates that every program honours, so a run is held together by LEFT-TO-RIGHT MARKs where it does
not begin or end with a letter: "38 °C" would otherwise be shown as "C° 38".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

Direction = Literal["ltr", "rtl"]

LEFT_TO_RIGHT = "\u200e"
RIGHT_TO_LEFT = "\u200f"

_STRONG: dict[str, Direction] = {"L": "ltr", "R": "rtl", "AL": "rtl"}
_NUMBER_BEFORE = re.compile(r"[<>≥≤+~]?[0-9]+(?:[.,:/][0-9]+)*[\s°%+/–-]*$")
_NUMBER_AFTER = re.compile(r"[\s°%+/–-]*[0-9]+(?:[.,:/][0-9]+)*%?")
_PHONE = re.compile(r"\+?\(?[0-9][0-9 ()/\u00a0-]{5,}[0-9]")
"""Groups of digits: they would be shown last group first."""
_PAIRS = {"(": ")", "[": "]"}


def first_strong(words: str) -> Direction | None:
    """The direction of the first letter of *words* that has one (rule P2); None for figures and marks."""
    return next((found for character in words if (found := _strong(character))), None)


def split(words: str) -> Iterator[tuple[str, bool]]:
    """The stretches of right-to-left *words*, in order, each with whether it runs left to right."""
    place = 0
    for start, end in _foreign(words):
        if start > place:
            yield words[place:start], False
        yield _held(words[start:end]), True
        place = end
    if place < len(words):
        yield words[place:], False


def _strong(character: str) -> Direction | None:
    return _STRONG.get(unicodedata.bidirectional(character))


def _held(run: str) -> str:
    start = "" if _strong(run[0]) else LEFT_TO_RIGHT
    end = "" if _strong(run[-1]) else LEFT_TO_RIGHT
    return f"{start}{run}{end}"


def _foreign(words: str) -> list[tuple[int, int]]:
    found = [_grown(words, *letters) for letters in _letters(words)]
    for phone in _PHONE.finditer(words):
        if all(phone.end() <= start or end <= phone.start() for start, end in found):
            found.append(phone.span())
    return sorted(found)


def _letters(words: str) -> Iterator[tuple[int, int]]:
    """From the first to the last left-to-right letter between two right-to-left ones."""
    first = last = -1
    for place, character in enumerate(words):
        strong = _strong(character)
        if strong == "ltr":
            first, last = (place if first < 0 else first), place + 1
        elif (strong == "rtl" or character in "،؛") and first >= 0:
            yield first, last
            first = -1
    if first >= 0:
        yield first, last


def _grown(words: str, first: int, last: int) -> tuple[int, int]:
    """The run with the numbers that belong to it, and the other half of a bracket it would cut."""
    if before := _NUMBER_BEFORE.search(words[:first]):
        first = before.start()
    if after := _NUMBER_AFTER.match(words, last):
        last = after.end()
    for opening, closing in _PAIRS.items():
        inside = words[first:last]
        if inside.count(opening) > inside.count(closing) and words[last : last + 1] == closing:
            last += 1
        elif inside.count(closing) > inside.count(opening) and words[max(first - 1, 0) : first] == opening:
            first -= 1
    return first, last
