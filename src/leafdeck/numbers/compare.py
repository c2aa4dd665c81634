"""Two texts that must give the same numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from leafdeck.numbers.figures import Number
from leafdeck.numbers.months import months
from leafdeck.numbers.read import numbers, reads_words
from leafdeck.numbers.words import TIMES, UNIT_WORDS

_SIGNS = frozenset({"%", "µg", "mg", "g", "kg"})
"""Units that a text in any language writes so that they can be read."""


def compare(
    source: str, source_tag: str, translation: str, translation_tag: str, keep: Collection[str] = ()
) -> tuple[tuple[Number, ...], tuple[Number, ...]]:
    """The numbers of *source* that *translation* lacks, and those of *translation* that *source* lacks.

    Order does not matter, figures and words are equal, and a soft number ("one", a dual, a month's name) may stand in
    for a number that the other text gives. The units of one value must be equal too: 5 µg that has become 5 mg, or 5,
    is both missing and extra. A range may name its unit once ("10–20 days"), and a translation may say what a time is
    that its source leaves bare ("aged 60"). Where the number words of one language are unknown, those of the other
    are soft.
    """
    all_before, all_after = numbers(source, source_tag, keep), numbers(translation, translation_tag, keep)
    before, soft_before = _sorted(all_before, translation_tag)
    after, soft_after = _sorted(all_after, source_tag)
    soft_before += months(source, source_tag, keep)
    soft_after += months(translation, translation_tag, keep)
    pairs: list[tuple[Number, Number]] = []
    missing = _unmatched(before, after, pairs)
    extra = after
    missing = _balanced(missing, soft_after)
    extra = _balanced(extra, soft_before)
    changed = [
        (old, new)
        for old, new in pairs
        if old.unit != new.unit
        and not (not new.unit and _goes_without(new, old.unit, all_after, translation_tag))
        and not (not old.unit and (new.unit in TIMES or _goes_without(old, new.unit, all_before, source_tag)))
    ]
    return (*missing, *(old for old, _ in changed)), (*extra, *(new for _, new in changed))


def differences(
    source: str, source_tag: str, translation: str, translation_tag: str, keep: Collection[str] = ()
) -> tuple[str, ...]:
    """What `compare` finds, a sentence each.

    A number that has become another unit is one sentence, and so is one that means another value in the same figures.
    """
    missing, extra = compare(source, source_tag, translation, translation_tag, keep)
    sentences: list[str] = []
    added = list(extra)
    for number in missing:
        changed = next((other for other in added if other.value == number.value), None)
        misread = next((other for other in added if other.written == number.written), None)
        if changed:
            added.remove(changed)
            sentences.append(f'"{_shown(number)}" of the source has become "{_shown(changed)}".')
        elif misread:
            added.remove(misread)
            sentences.append(f'"{number.written}" of the source reads as {misread.value} in the translation.')
        else:
            sentences.append(f'The translation lacks the figure "{_shown(number)}".')
    return (*sentences, *(f'The figure "{_shown(number)}" is not in the source.' for number in added))


def _shown(number: Number) -> str:
    return " ".join(filter(None, (number.written, number.unit)))


def _goes_without(number: Number, unit: str, every: tuple[Number, ...], tag: str) -> bool:
    """Whether *number*, one of *every* in a text in the language *tag*, need not name the *unit* its partner has.

    The number beside it names it, or the language has no table of unit words that would show it.
    """
    place = every.index(number)
    beside = (*every[max(place - 1, 0) : place], *every[place + 1 : place + 2])
    known = _language(tag) in UNIT_WORDS or unit.split("/")[0] in _SIGNS
    return not known or any(other.unit == unit for other in beside)


def _language(tag: str) -> str:
    return tag.replace("_", "-").split("-")[0].lower()


def _sorted(found: Iterable[Number], other_tag: str) -> tuple[list[Number], list[Number]]:
    """Numbers that count, and soft ones."""
    other_is_read = reads_words(other_tag)
    counting: list[Number] = []
    soft: list[Number] = []
    for number in found:
        (soft if number.soft or (number.spelled and not other_is_read) else counting).append(number)
    return counting, soft


def _unmatched(before: list[Number], after: list[Number], pairs: list[tuple[Number, Number]]) -> list[Number]:
    """The numbers of *before* without a partner in *after*. Partners go from *after* to *pairs*.

    Partners of one unit find each other first, then those of which one names no unit.
    """
    left = list(before)
    for fits in (
        lambda old, new: old.unit == new.unit,
        lambda old, new: not old.unit or not new.unit,
        lambda old, new: True,
    ):
        for old in tuple(left):
            new = next((each for each in after if each.value == old.value and fits(old, each)), None)
            if new is not None:
                left.remove(old)
                after.remove(new)
                pairs.append((old, new))
    return left


def _balanced(counting: list[Number], soft: list[Number]) -> list[Number]:
    """The numbers of *counting* that no soft number of the other text stands in for."""
    rest = list(soft)
    left: list[Number] = []
    for number in counting:
        alike = [other for other in rest if other.value == number.value]
        stand_in = next(
            (other for other in alike if not other.unit or not number.unit or other.unit == number.unit), None
        )
        if stand_in:
            rest.remove(stand_in)
        else:
            left.append(number)
    return left
