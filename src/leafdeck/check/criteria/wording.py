"""The words and numbers of a leaflet: hard words, the active voice, whole numbers."""

from __future__ import annotations

import re
from collections.abc import Collection

from leafdeck.check.criteria.judgement import PLACES, Judgement, counted, inapplicable, met, missing, undecided
from leafdeck.check.criteria.shown import Shown
from leafdeck.check.glossary import pattern_of
from leafdeck.check.marks import terms
from leafdeck.check.quantities import is_share
from leafdeck.check.readability import measure
from leafdeck.model import Chart, Place

MOSTLY_ACTIVE = 0.8
"""The share of a leaflet that must have what an item asks for (PEMAT user guide)."""


def plain_numbers(shown: Shown) -> Judgement:
    """Met where every number is whole: no percentage, no fraction, no decimals."""
    if not _numbered(shown):
        return inapplicable("It has no numbers.")
    hard = [(text, number) for text, number in shown.numbers if number.unit == "%" or is_share(number)]
    if hard:
        written = dict.fromkeys(f"{number.written}{'%' if number.unit == '%' else ''}" for _, number in hard)
        named = ", ".join(f'"{one}"' for one in list(written)[:PLACES])
        return missing(f"Percentages, fractions or decimals: {named}.", [text.place for text, _ in hard])
    return met("Every number is whole; charts give the count and the group.", shown.first)


def numbers_for_readers(shown: Shown) -> Judgement:
    """Not met where numbers are not whole; whether readers use such numbers, a person tells."""
    whole = plain_numbers(shown)
    return undecided(whole.why, whole.places) if whole.verdict == "met" else whole


def numbers_to_weigh(shown: Shown) -> Judgement:
    """Does not apply where there is no number; otherwise for a person."""
    return undecided("It has numbers.", shown.first) if _numbered(shown) else inapplicable("It has no numbers.")


def active_voice(shown: Shown) -> Judgement:
    """Met where nearly all sentences are in the active voice, in a language whose passives can be counted."""
    measured = measure(shown.texts, shown.library.settings.source)
    if measured.passives is None or not measured.sentences:
        return undecided("Passives are not counted in this language.")
    said = f"A passive was found in {measured.passives} of {measured.sentences} sentences"
    active = measured.sentences - measured.passives
    if active >= MOSTLY_ACTIVE * measured.sentences:
        return met(f"{said}.")
    return missing(f"{said}, more than a fifth.", shown.first)


def hard_words(shown: Shown) -> Judgement:
    """Not met where a word of the glossary stands there and is linked nowhere; other hard words a person finds."""
    linked = {id_ for text in shown.texts for id_ in terms(text.inlines)}
    found: dict[str, Place] = {}
    for entry in shown.library.glossary:
        pattern = pattern_of(entry)
        for text, words in shown.words if entry.id not in linked else ():
            if match := _standing(pattern, words, shown.library.keep):
                found[match[0]] = text.place
                break
    if found:
        named = ", ".join(f'"{word}"' for word in list(found)[:PLACES])
        more = f" and {len(found) - PLACES} more" if len(found) > PLACES else ""
        return missing(f"In the glossary, and linked nowhere in this leaflet: {named}{more}.", found.values())
    return undecided(f"{counted(len(linked), 'word')} explained, every one of the glossary that stands here.")


def _standing(pattern: re.Pattern[str], words: str, keep: Collection[str]) -> re.Match[str] | None:
    """Where *pattern* first stands in *words* by itself: the CAR of CAR-T, a name in *keep*, is no word of its own."""
    for match in pattern.finditer(words):
        longer = (kept for kept in keep if match[0] in kept and match[0] != kept)
        names = (name for kept in longer for name in re.finditer(re.escape(kept), words))
        if not any(name.start() <= match.start() and match.end() <= name.end() for name in names):
            return match
    return None


def _numbered(shown: Shown) -> bool:
    return bool(shown.numbers or shown.blocks(Chart))
