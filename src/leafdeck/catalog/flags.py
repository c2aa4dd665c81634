"""The flags of a message, and lines that were meant to hold the flag `fuzzy`.

gettext takes a flag it does not know for none. Here the flag keeps a machine's words out of a release, so that a slip
of the pen must not remove it.
"""

from __future__ import annotations

import re

from rapidfuzz import fuzz

FUZZY = "fuzzy"
ALIKE = 80
"""Points, out of 100, from which a word is taken for `fuzzy`; one wrong letter of five makes 80."""

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_FLAGS = re.compile(r"\s*#[,=]")
_OTHER = re.compile(r"(?:no-)?[a-z-]+-format|(?:no-)?wrap", re.IGNORECASE)
"""Flags of gettext that may stand beside it."""


def read_flags(words: str) -> list[str]:
    """The flags in *words*, what follows `#,`. Whoever writes `Fuzzy` means `fuzzy`."""
    flags = (flag.strip() for flag in words.split(","))
    return [FUZZY if flag.casefold() == FUZZY else flag for flag in flags if flag]


def near_fuzzy(line: str, at: int) -> re.Match[str] | None:
    """The word of *line*, from *at* on, that was meant as the flag `fuzzy` and is none.

    In a line of flags that is any word like it which is not a whole flag; in a comment, one among flags only: a
    sentence that speaks of fuzzy messages is a comment.
    """
    words = list(_WORD.finditer(line, at))
    near = next((word for word in words if _like(word[0])), None)
    if _FLAGS.match(line):
        return near if FUZZY not in read_flags(line[at:]) else None
    return near if all(_like(word[0]) or _OTHER.fullmatch(word[0]) for word in words) else None


def _like(word: str) -> bool:
    return fuzz.ratio(word.casefold(), FUZZY) >= ALIKE
