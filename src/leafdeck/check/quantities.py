"""Every figure in the words stands in a claim: digits, numbers spelled out from two on, and shares such as "half"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal

from leafdeck.check.levels import found
from leafdeck.check.marks import unmarked
from leafdeck.check.passages import Content, Passage, charts
from leafdeck.check.vocabulary import ALL_OF_THEM, NOT_QUANTITIES
from leafdeck.model import Chart, Claim, Finding
from leafdeck.numbers import Number, numbers
from leafdeck.project import Library

SPELLED = Decimal(2)
"""The least number that is a figure when it is spelled out: "one" is mostly an article."""


def figures(words: str, library: Library) -> tuple[Number, ...]:
    """The figures in *words* of the source language that some claim must give."""
    tag = library.settings.source
    names = NOT_QUANTITIES.get(tag.split("-")[0].lower())
    counted = re.sub(rf"(?<!\w)(?:{names})(?!\w)", " ", words, flags=re.IGNORECASE) if names else words
    found = numbers(counted, tag, library.keep)
    return tuple(one for one in found if not one.spelled or one.value >= SPELLED or is_share(one))


def is_share(number: Number) -> bool:
    """True for a part of something, such as "half" or "two thirds"."""
    return not number.soft and number.value != int(number.value)


def given(claim: Claim, library: Library) -> frozenset[Decimal]:
    """The values of the figures that *claim* allows."""
    tag = library.settings.source
    return frozenset(number.value for figure in claim.numbers for number in numbers(figure, tag, ()))


def told(claim: Claim, library: Library) -> tuple[Number, ...]:
    """The numbers in the words of *claim*: its sentence, how its sources disagree, and what was decided."""
    tag = library.settings.source
    words = (claim.sentence, claim.conflict, claim.decision)
    return tuple(number for each in words for number in numbers(each, tag, library.keep))


def unsourced_number(content: Content) -> Iterator[Finding]:
    """A figure is one of those its claims allow, in the unit one of them gives it in, or the date of one of them.

    A message leans on its own citations, a table cell on its row's, a list item on its parents' too, a title on those
    of what stands below it. Where one of the claims is unknown, so are the figures it gives. The facts of a region,
    such as its emergency number, are sourced as a whole and judged only where they cite.
    """
    library = content.library
    others = (other for other in content.others if other.leans_on or not other.text.id.startswith("regions."))
    for passage in (*content.passages, *others):
        if not all(id_ in library.claims for id_ in passage.leans_on):
            continue
        claims = [library.claims[id_] for id_ in passage.leans_on]
        words = _undated(unmarked(passage.text.inlines), claims, passage)
        allowed = {value for claim in claims for value in given(claim, library)} | _years(claims, passage)
        measured = {(one.value, one.unit) for claim in claims for one in told(claim, library)}
        for number in figures(words, library):
            if number.value not in allowed:
                message = f'No claim cited here gives the figure "{number.written}".'
                yield found("unsourced-number", message, passage.text.place, _fix(passage.leans_on))
            elif number.unit and (number.value, number.unit) not in measured:
                message = f'No claim cited here gives "{number.written}" in the unit {number.unit}.'
                yield found("unsourced-number", message, passage.text.place, _fix(passage.leans_on))
    for topic in library.topics.values():
        for chart in charts(topic):
            yield from _of_chart(chart, library)


def _of_chart(chart: Chart, library: Library) -> Iterator[Finding]:
    for row in chart.rows:
        if row.claim not in library.claims:
            continue
        claim = library.claims[row.claim]
        for value in dict.fromkeys((row.value, row.of)):
            if value is not None and value not in given(claim, library):
                message = f'The claim `{row.claim}` does not give the figure "{value}".'
                yield found("unsourced-number", message, row.place, _fix((row.claim,)))
        if row.value is not None and row.value == row.of and not says_all(claim, row.value, library):
            message = f"The claim `{row.claim}` does not say that it was {row.value} of {row.of}."
            yield found("unsourced-number", message, row.place, _fix((row.claim,)))


def says_all(claim: Claim, count: Decimal, library: Library) -> bool:
    """Whether *claim* may mean all of *count*: it gives no other figure, gives this one twice, or says "all"."""
    tag = library.settings.source
    every = ALL_OF_THEM.get(tag.split("-")[0].lower())
    if every is None or given(claim, library) == {count}:
        return True
    values = [number.value for number in numbers(claim.sentence, tag, library.keep)]
    return values.count(count) > 1 or re.search(rf"\b(?:{every})\b", claim.sentence, re.IGNORECASE) is not None


def _fix(ids: Collection[str]) -> str:
    if not ids:
        return "Cite the claim that gives it: [@claim]."
    named = ", ".join(f"`{id_}`" for id_ in ids)
    return f"Mend the figure, cite the claim that gives it, or add it to `numbers` of {named}."


def _years(claims: Iterable[Claim], passage: Passage) -> set[Decimal]:
    """Years that need no claim: the year a cited claim was true, and that of the event told."""
    years = {Decimal(claim.as_of.year) for claim in claims}
    return years | ({Decimal(passage.when[:4])} if passage.when else set())


def _undated(words: str, claims: Iterable[Claim], passage: Passage) -> str:
    """*words* without days and months of the dates of *claims* and of the event told, such as "22 June 2026"."""
    dates = [claim.as_of.isoformat()[: {"year": 4, "month": 7}.get(claim.as_of_precision, 10)] for claim in claims]
    for written in filter(None, (*dates, passage.when)):
        words = words.replace(written, " ")
        if len(written) == len("2026-06-22"):
            year, day = written[:4], int(written[8:])
            words = re.sub(rf"\b{day}\.?\s+[^\W\d]+\.?,?\s+{year}\b|\b[^\W\d]+\s+{day},?\s+{year}\b", " ", words)
    return words
