"""Numbers in figures: decimal and group signs as the language sets them, and as people set them wrongly."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from leafdeck.language import separators

SPACES = "\u00a0\u202f\u2009"


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a text."""

    value: Decimal
    unit: str
    """`mg`, `µg`, `g`, `kg`, `ml`, `l`, `mm`, `cm`, `%`, `°C`, `°F`, `K`, `IU`, `second` … `year`, `mg/kg` …

    Empty where none is known.
    """
    written: str
    """The words as found, without the unit."""
    span: tuple[int, int]
    """Where they stand in the text: first character, and the one after the last."""
    spelled: bool = False
    """In words, at least in part."""
    soft: bool = False
    """Perhaps no number at all, such as "one", "second", a dual: it may balance a number but never counts as one."""


@cache
def _pattern(tag: str) -> re.Pattern[str]:
    """What a number looks like in a folded text in the language *tag*."""
    point, group = separators(tag)
    spaced = group.isspace()
    groups = re.escape(f"{group}{SPACES}'’٬" + (" " if spaced else ""))
    points = re.escape(point) + "٫"
    end = r"(?![.,٫٬]?\d)"
    whole = (
        rf"[1-9]\d{{0,2}}(?:(?P<sign>[{groups}])\d{{3}})(?:(?P=sign)\d{{3}})*(?!\d)"  # 1,234,567
        rf"|[1-9]\d?(?:[,٬]\d\d)+[,٬]\d{{3}}(?!\d)"  # 12,34,567 in India
    )
    return re.compile(
        r"(?<![a-zß-öø-ɏ\d])(?P<minus>(?<![^\s(\[])-(?=\d))?(?:"  # Not the 19 of CD19, nor the hyphen of 10-20.
        rf"(?:(?P<before>\d+)[ {SPACES}]?)?(?P<fraction>[¼-¾⅐-⅞])"
        rf"|(?<!\d[.,])(?P<grouped>{whole})(?:[{points}](?P<rest>\d+))?{end}"
        rf"|(?<!\d[.,])(?P<decimal>\d+[.,٫]\d+){end}"
        r"|(?P<plain>\d+))"
        r"|(?<![\w.,٫])(?P<bare>[.,٫]\d+)"
    )


def figures(text: str, tag: str) -> Iterator[tuple[Decimal, int, int]]:
    """Value, start and end of each number in figures in the folded *text*.

    A decimal number with the wrong sign keeps its value ("2.5" in German); whether a sign groups or points is
    decided by the language only where three digits follow it. A date such as 24.11.2026 is three numbers.
    """
    for match in _pattern(tag).finditer(text):
        if match["fraction"]:
            share = Fraction(unicodedata.numeric(match["fraction"])).limit_denominator(10)
            value = Decimal(match["before"] or 0) + Decimal(share.numerator) / share.denominator
        elif match["grouped"]:
            whole = re.sub("[^0-9]", "", match["grouped"])
            value = Decimal(f"{whole}.{match['rest']}" if match["rest"] else whole)
        else:
            value = Decimal(re.sub("[,٫]", ".", match["decimal"] or match["plain"] or match["bare"]))
        yield (-value if match["minus"] else value), match.start(), match.end()
