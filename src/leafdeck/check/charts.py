"""A result in people is drawn beside how many of them relapsed, or beside the words that nobody reports it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from leafdeck.check.levels import found
from leafdeck.check.passages import Content, charts
from leafdeck.check.quantities import given, says_all, told
from leafdeck.model import ChartRow, Claim, Finding
from leafdeck.project import Library


def chart_without_relapse(content: Content) -> Iterator[Finding]:
    """A row of people whose claim must be balanced says in how many of them the illness came back.

    A figure stands where one claim that balances the result gives both it and the group: "1 of 11" is never drawn as 1
    of 8. The row's own claim, whose figures are those of the result, counts only where it needs no balance.
    """
    library = content.library
    for topic in library.topics.values():
        for chart in charts(topic):
            for row in chart.rows if chart.kind == "dots" else ():
                yield from _of_row(row, library)


def _of_row(row: ChartRow, library: Library) -> Iterator[Finding]:
    claim = library.claims.get(row.claim)
    if claim is None:
        return
    if row.came_back is None:
        if claim.balanced_by:
            message = f"The row of `{claim.id}` does not say in how many people the illness came back."
            fix = "Write the number into the column `came back`, or `–` where nobody reports it."
            yield found("chart-without-relapse", message, row.place, fix)
        return
    if claim.id in claim.balanced_by or not library.claims.keys() >= set(claim.balanced_by):
        return  # What is wrong is the balance, and that is told.
    behind = [library.claims[id_] for id_ in claim.balanced_by or (claim.id,)]
    if row.came_back == "not-reported":
        known = [part for each in behind for part, whole in _shares(each, library) if whole == row.of]
        if claim.balanced_by and known:
            message = f"It says that nobody reports relapses, and a claim gives {known[0]} of {row.of}."
            fix = "Write the figure of this group, or draw another group: two of one size cannot be told apart here."
            yield found("chart-without-relapse", message, row.place, fix)
        return
    if not any(_gives(each, row.came_back, row.of, library) for each in behind):
        named = " or ".join(f"`{each.id}`" for each in behind)
        message = f'No claim gives "{row.came_back} of {row.of}" for those in whom the illness came back.'
        fix = f"Write the figure that {named} gives for this group, or `–` where nobody reports it."
        yield found("chart-without-relapse", message, row.place, fix)


def _gives(claim: Claim, figure: Decimal, group: Decimal | None, library: Library) -> bool:
    """Whether *claim* says "*figure* of *group*"; of all of them it may say so in other words."""
    if figure == group:
        return figure in given(claim, library) and says_all(claim, figure, library)
    return (figure, group) in _shares(claim, library)


def _shares(claim: Claim, library: Library) -> tuple[tuple[Decimal, Decimal], ...]:
    """The "1 of 11" of *claim*: each two figures of its words that follow one another, the lesser first."""
    values = [number.value for number in told(claim, library)]
    return tuple((part, whole) for part, whole in pairwise(values) if part < whole)
