"""Lines that print as they stand, without a translator or a reader of marks between: every character must be seen."""

from __future__ import annotations

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

JOINERS = "\u200c\u200d"
"""Persian and the languages of India are not spelled right without them; they move nothing."""

UNNAMED = {"Cc": "control character", "Cn": "unassigned", "Co": "private use", "Cs": "half a character"}
UNSEEN = (*UNNAMED, "Cf", "Zl", "Zp")
"""Categories (UAX 44) of what nobody sees: controls, line ends, marks of direction, characters of no font."""


def unseen(line: str) -> str:
    """What *line* holds that nobody sees, in words; empty where all of it is seen.

    A mark of direction would turn the digits of a telephone number round.
    """
    for character in line:
        category = unicodedata.category(character)
        if category in UNSEEN and character not in JOINERS:
            name = unicodedata.name(character, UNNAMED.get(category, "")).lower()
            return f"holds U+{ord(character):04X} ({name}), which nobody sees"
    return ""


def _seen(line: str) -> str:
    if problem := unseen(line):
        raise ValueError(problem)
    return line


SeenLine = Annotated[str, AfterValidator(_seen)]
"""Words that are all seen."""

Line = Annotated[SeenLine, StringConstraints(strip_whitespace=True, max_length=80)]
"""One printed line of a clinic or a speaker."""
