"""A percentage of a handful of people looks surer than it is: groups under twenty are given as counts.

The rule of the style guides of medical journals (AMA Manual of Style, 19.7; Lang and Altman, SAMPL guidelines, 2015).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from leafdeck.check.levels import found
from leafdeck.check.passages import Content
from leafdeck.check.quantities import figures, given
from leafdeck.model import Finding, plain

SMALL = 20
"""People in a group from which on a percentage may stand."""
HALF = Decimal("0.5")


def tiny_percentage(content: Content) -> Iterator[Finding]:
    """A percentage is that of a small group where the figures of its claims show so."""
    library = content.library
    for passage in content.passages:
        claims = [library.claims[id_] for id_ in passage.leans_on if id_ in library.claims]
        for number in figures(plain(passage.text.inlines), library):
            if number.unit != "%":
                continue
            sources = [given(claim, library) for claim in claims]
            sources = [values for values in sources if number.value in values] or sources
            if any(_of_few(number.value, values) for values in sources):
                message = f'"{number.written} %" is of a group of fewer than {SMALL} people.'
                fix = "Give the count and the group instead, such as 3 of 12."
                yield found("tiny-percentage", message, passage.text.place, fix)


def _of_few(percentage: Decimal, values: Collection[Decimal]) -> bool:
    """True where *values*, the figures of one claim, show that *percentage* is of a group under `SMALL`.

    They show it where a count and a small group among them give that percentage and no larger group does, or where
    no figure but percentages is as large as `SMALL`.
    """
    counts = [value for value in values if value == value.to_integral_value() and value > 0 and value != percentage]
    groups = {group for group in counts for part in counts if part <= group and _gives(part, group, percentage)}
    if groups:
        return max(groups) < SMALL
    return bool(counts) and max(counts) < SMALL


def _gives(part: Decimal, group: Decimal, percentage: Decimal) -> bool:
    return abs(100 * part / group - percentage) <= HALF
