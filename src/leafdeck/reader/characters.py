"""White space and characters: what is collapsed, what joins, what may not stand in words at all."""

from __future__ import annotations

import re
import unicodedata

SPACES = " \t\r\n"
"""White space that carries no meaning. The no-break and the wide ideographic space do carry one and stay."""

_SPACE = re.compile(r"[ \t\r\n]+")
_HYPHENS = re.compile("[\u00ad\u2011]")
_UNSETTABLE = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffd-\uffff\ud800-\udfff]"
_MARK = "\u061c\u200e\u200f"
"""Marks of direction. They belong between words of two directions; inside a number they turn its parts round."""
_POINT = ".,٫٬"
_IN_NUMBER = rf"(?:(?<=\d)|(?<=\d[{_POINT}]))[{_MARK}](?=[{_MARK}{_POINT}]*\d)"
_FORBIDDEN = re.compile(f"{_UNSETTABLE}|{_IN_NUMBER}")
_SHORT_NAMES = {"\ufeff": "byte order mark", "\ufffd": "sign of a lost character"}


def collapse(source: str) -> str:
    """*source* on one line: each run of spaces and line ends is one space, none at the ends.

    A line end between two characters of scripts that write no spaces vanishes (CSS Text 3, section 4.1.3).
    """
    source = source.strip(SPACES)
    return _SPACE.sub(lambda run: _gap(source, run), source)


def origin(source: str, index: int) -> int:
    """Index in *source* of the character that `collapse(source)` holds at *index*."""
    stripped = source.strip(SPACES)
    lead = len(source) - len(source.lstrip(SPACES))
    removed = 0
    for run in _SPACE.finditer(stripped):
        gap = _gap(stripped, run)
        if run.start() - removed + len(gap) > index:
            break
        removed += len(run[0]) - len(gap)
    return lead + index + removed


def wide(character: str) -> bool:
    """True for characters of Chinese and Japanese text. Korean writes spaces between words and is not among them."""
    return unicodedata.east_asian_width(character) in "WFH" and not unicodedata.name(character, "").startswith(
        ("HANGUL", "HALFWIDTH HANGUL")
    )


def forbidden(words: str) -> re.Match[str] | None:
    """The first character of *words* that no output can set, or that shows other words than it holds.

    Those are controls, lost characters, overrides and isolates of direction, and its marks inside a number: `3`, an
    isolate and `8` print as 83 (UAX #9). The outputs isolate what needs it themselves.
    """
    return _FORBIDDEN.search(words)


def special_hyphen(words: str) -> re.Match[str] | None:
    """The first soft or non-breaking hyphen of *words*."""
    return _HYPHENS.search(words)


def character_name(character: str) -> str:
    """The code point of *character*, with the name a person knows it by."""
    name = _SHORT_NAMES.get(character) or unicodedata.name(character, "control character").lower()
    return f"U+{ord(character):04X} ({name})"


def _gap(source: str, run: re.Match[str]) -> str:
    joins = "\n" in run[0] and wide(source[run.start() - 1]) and wide(source[run.end()])
    return "" if joins else " "
