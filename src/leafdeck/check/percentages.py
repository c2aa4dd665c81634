"""A percentage of a handful of people looks surer than it is: groups under twenty are given as counts.

The rule of the style guides of medical journals (AMA Manual of Style, 19.7; Lang and Altman, SAMPL guidelines, 2015).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import NamedTuple

from leafdeck.check.levels import found
from leafdeck.check.marks import unmarked
from leafdeck.check.passages import Content
from leafdeck.check.quantities import figures, given, is_share
from leafdeck.check.vocabulary import PER_HUNDRED
from leafdeck.model import Claim, Finding
from leafdeck.numbers import Number, numbers
from leafdeck.project import Library

SMALL = 20
"""People in a group from which on a percentage may stand."""
HALF = Decimal("0.5")
HUNDRED = Decimal(100)
YEARS = range(1900, 2101)
"""Figures that are no groups of people."""


class _Share(NamedTuple):
    percentage: Decimal
    written: str
    in_words: bool
    """Such as "three quarters": fine where the group stands beside it, "three quarters of the 4"."""


def tiny_percentage(content: Content) -> Iterator[Finding]:
    """A percentage, in figures, in words or as "75 in 100", is that of a small group where its claims show so."""
    library = content.library
    for passage in (*content.passages, *content.others):
        claims = [library.claims[id_] for id_ in passage.leans_on if id_ in library.claims]
        words = unmarked(passage.text.inlines)
        read = figures(words, library)
        beside = {number.value for number in read}
        for number in read:
            share = _share(number, words, library)
            if share is None:
                continue
            sources = [claim for claim in claims if number.value in given(claim, library)] or claims
            groups = (_small_group(share, _counts(claim, share, library)) for claim in sources)
            small = {group for group in groups if group}
            if small and not (share.in_words and small & beside):
                message = f'"{share.written}" is of a group of fewer than {SMALL} people.'
                fix = "Give the count and the group instead, such as 3 of 12."
                yield found("tiny-percentage", message, passage.text.place, fix)


def _share(number: Number, words: str, library: Library) -> _Share | None:
    """The share that *number* of the text *words* is; None where it is none."""
    if number.unit == "%":
        return _Share(number.value, f"{number.written} %", False)
    if is_share(number) and number.value < 1 and not number.unit:
        return _Share(100 * number.value, number.written, True)
    of_hundred = PER_HUNDRED.get(library.settings.source.split("-")[0].lower())
    match = re.compile(of_hundred, re.IGNORECASE).match(words, number.span[1]) if of_hundred else None
    return _Share(number.value, f"{number.written}{match[0]}", False) if match else None


def _counts(claim: Claim, share: _Share, library: Library) -> list[Decimal]:
    """The figures of *claim* that may be people: no years, nothing that its sentence measures, not *share* itself."""
    said = numbers(claim.sentence, library.settings.source, library.keep)
    measured = {number.value for number in said if number.unit} - {number.value for number in said if not number.unit}
    no_people = measured | {share.percentage} | ({HUNDRED} if share.written.endswith(("100", "hundred")) else set())
    values = given(claim, library) - no_people
    return [value for value in values if value > 0 and value == value.to_integral_value() and value not in YEARS]


def _small_group(share: _Share, counts: Collection[Decimal]) -> Decimal | None:
    """The group under `SMALL` that *share* is of, where *counts*, the figures of one claim, show one.

    They show it where a count and a small group among them give that share and no larger group does, or, of a
    percentage, where no figure is as large as `SMALL`.
    """
    groups = {group for group in counts for part in counts if part <= group and _gives(part, group, share.percentage)}
    largest = max(groups or (() if share.in_words else counts), default=Decimal(SMALL))
    return largest if largest < SMALL else None


def _gives(part: Decimal, group: Decimal, percentage: Decimal) -> bool:
    return abs(100 * part / group - percentage) <= HALF
