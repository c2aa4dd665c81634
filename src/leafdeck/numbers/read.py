"""All numbers of a text, in figures and in words, with their units."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal
from functools import cache

from leafdeck.language import unit_words
from leafdeck.numbers import chinese
from leafdeck.numbers.figures import Number, figures
from leafdeck.numbers.folding import fold, fold_word
from leafdeck.numbers.spelled import Part, parts, phrases
from leafdeck.numbers.words import SPELLINGS, UNIT_WORDS

CHINESE = "zh"
_PER = re.compile(r"\s?(?:/|per\b|pro\b|je\b|لكل\b|每)")
_SHARED_OUT = frozenset({"kg", "g", "l", "ml"})
"""Units that a dose is given for: 5 mg/kg. How often it is given is said in too many ways to compare."""
_SPACE = "[\\s-]{0,2}"
# The twelve-hour clock of English and Spanish; elsewhere "am" is a word of its own.
_CLOCK = re.compile(r"(?::\d\d)?\s?([ap])\.?\s?m\b")
_CLOCK_LANGUAGES = frozenset({"en", "es"})

_Found = tuple[Decimal, int, int, bool, bool, str]
"""Value, start and end of a number, whether it stands in words and is soft, and its unit, where it names it itself."""


def numbers(text: str, tag: str, keep: Collection[str] = ()) -> tuple[Number, ...]:
    """The numbers of *text* in the language *tag*, in the order they stand in.

    *text* is words without marks: what stands in braces or angle brackets is read as it prints. Addresses and the
    names in *keep* (CD19, IL-6) hold no quantities. Any Unicode decimal digits are read. Words are read in
    Chinese, and in the languages that have a row in `words.SPELLINGS`. A time on the twelve-hour clock has the value
    of its hour on the 24-hour clock.
    """
    folded = fold(text, keep)
    language = tag.replace("_", "-").split("-")[0].lower()
    found = _chinese(folded.text, tag) if language == CHINESE else _spaced(folded.text, tag, language)
    result: list[Number] = []
    unit_end = 0
    for value, start, end, in_words, soft, own_unit in sorted(found, key=lambda each: each[1]):
        if start < unit_end:  # The hundred of "per hundred" is part of a percent sign in words.
            continue
        unit, unit_end = (own_unit, end) if own_unit else _unit(folded.text, start, end, tag, language)
        if language == CHINESE:
            unit = _in_chinese(unit, folded.text, start, end)
        span = folded.places[start], folded.places[end - 1] + 1
        result.append(Number(value, unit, text[slice(*span)], span, in_words, soft))
    return tuple(result)


def _spaced(text: str, tag: str, language: str) -> list[_Found]:
    """The numbers of a text whose words are set apart by spaces."""
    spelling = SPELLINGS.get(language)
    words = parts(text, spelling) if spelling else ()
    found: list[_Found] = []
    taken: set[int] = set()
    for value, start, end in figures(text, tag):
        multiplier = _multiplier(text, end, words)
        if multiplier:
            taken.add(multiplier.start)
            found.append((value * multiplier.value, start, multiplier.end, True, False, ""))
        else:
            found.append((_on_the_clock(value, text, end, language), start, end, False, False, ""))
    if spelling:
        free = tuple(word for word in words if word.start not in taken)
        spelled = phrases(text, free, spelling)
        found += [(each.value, each.start, each.end, True, each.soft, each.unit) for each in spelled]
    return found


def _chinese(text: str, tag: str) -> list[_Found]:
    places = {start: (value, end) for value, start, end in figures(text, tag)}
    return [
        (each.value, each.start, each.end, in_characters, each.soft, each.unit)
        for each, in_characters in chinese.read(text, places)
    ]


def _in_chinese(unit: str, text: str, start: int, end: int) -> str:
    """*unit* behind the number from *start* to *end*, as a calendar and a dose make it: 2026年, 每公斤5毫克."""
    if unit == "year" and chinese.is_calendar_year(text, start, end):
        return ""
    return f"{unit}/kg" if unit in ("mg", "g", "µg", "ml") and chinese.is_shared_out(text, start) else unit


def _multiplier(text: str, end: int, words: tuple[Part, ...]) -> Part | None:
    """The "thousand" of "27 thousand", where one follows the figures that end at *end*."""
    following = next((word for word in words if word.start >= end), None)
    if following is None or not following.multiplies or following.joined or following.value < 1000:
        return None
    return following if re.fullmatch(r"[\s-]*", text[end : following.start]) else None


def _on_the_clock(value: Decimal, text: str, end: int, language: str) -> Decimal:
    match = _CLOCK.match(text, end) if language in _CLOCK_LANGUAGES and 1 <= value <= 12 else None
    return value % 12 + (12 if match[1] == "p" else 0) if match else value


def _unit(text: str, start: int, end: int, tag: str, language: str) -> tuple[str, int]:
    """The unit that follows the number, and where it ends; also the percent sign before it, as in Turkish."""
    pattern, units = _units(tag, language)
    match = pattern.match(text, end)
    if match:
        per = _PER.match(text, match.end())
        share = pattern.match(text, per.end()) if per else None
        if share and units[share[1]] in _SHARED_OUT:
            return f"{units[match[1]]}/{units[share[1]]}", share.end()
        return units[match[1]], match.end()
    return ("%" if start and text[start - 1] == "%" else ""), end


@cache
def _units(tag: str, language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    rows = (unit_words(tag), UNIT_WORDS[""], UNIT_WORDS.get(language, {}))
    units = {fold_word(word): unit for row in rows for word, unit in row.items()}
    words = "|".join(re.escape(word) for word in sorted(units, key=len, reverse=True))
    # A word ends before the next letter, except where words are not set apart by spaces.
    apart = r"(?![a-zß-öø-ɏЀ-ӿ\u0620-\u064a\u0900-\u097f])"
    more = "[多余餘来來]?" if language == CHINESE else ""  # 20多天 is more than 20 days
    return re.compile(rf"{more}{_SPACE}({words}){apart}"), units


def reads_words(tag: str) -> bool:
    """Whether number words of the language *tag* are read."""
    language = tag.replace("_", "-").split("-")[0].lower()
    return language in SPELLINGS or language == CHINESE
