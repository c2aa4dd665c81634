"""A text made ready for reading: one kind of digits, small letters, no invisible characters, no names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

# A percentage is none of an address, where a percent sign begins two hexadecimal digits.
_ADDRESS = re.compile(r"https?://(?:(?!\d+(?:[.,]\d+)?%(?![0-9A-Fa-f]{2}))(?:[^\s%]|%[0-9A-Fa-f]{2}))+")
# Hamza is often left out in print; alif stands for all its seats.
_ALIKE = {"أ": "ا", "إ": "ا", "آ": "ا", "μ": "µ", "‐": "-", "‑": "-", "−": "-", "٪": "%"}
# The full-width comma parts words; it groups digits only where they are as wide.
_GROUPS = re.compile("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "，：；？！"}
_INVISIBLE = frozenset("\u00ad\u200b\u200e\u200f\u061c\u0640\u2060\ufeff") | {
    *map(chr, range(0x2066, 0x206A)),
    *map(chr, range(0x202A, 0x202F)),
    *map(chr, range(0x064B, 0x0653)),  # Arabic vowel signs
}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text that remembers where each of its characters stood."""

    text: str
    places: tuple[int, ...]
    """Place in the original of each character, and one more for the end."""


def fold(text: str, keep: Collection[str] = ()) -> Folded:
    """*text* folded, with addresses and the names in *keep* blanked."""

    def blank(match: re.Match[str]) -> str:
        return "\0" * len(match[0])

    masked = _ADDRESS.sub(blank, _GROUPS.sub(",", text).translate(_WIDE))
    if keep:
        masked = _names(tuple(keep)).sub(blank, masked)
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(masked):
        if character not in _INVISIBLE:
            characters.append(_folded(character))
            places.append(place)
    return Folded("".join(characters), (*places, len(text)))


def fold_word(word: str) -> str:
    """*word* as it stands in a folded text."""
    return fold(word).text


@cache
def _folded(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    lower = character.lower()
    return _ALIKE.get(character, lower if len(lower) == 1 else character)


@cache
def _names(keep: tuple[str, ...]) -> re.Pattern[str]:
    """The names in *keep*, longest first, with any hyphen, and never within another Latin word."""
    names = "|".join(re.escape(name).replace(r"\-", "[-‐‑]") for name in sorted(keep, key=len, reverse=True) if name)
    return re.compile(rf"(?<![A-Za-z0-9])(?:{names})(?![A-Za-z0-9])" if names else r"(?!)")
