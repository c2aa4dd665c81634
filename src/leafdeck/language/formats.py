"""Dates, numbers and lists as a language writes them (CLDR), in one kind of digits a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache

from babel.dates import format_date as cldr_date
from babel.dates import format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

from leafdeck.language.tags import locale_of, normalise
from leafdeck.model import Language

ZEROS = {
    "adlm": "\U0001e950",
    "arab": "\u0660",
    "arabext": "\u06f0",
    "beng": "\u09e6",
    "cakm": "\U00011136",
    "deva": "\u0966",
    "gujr": "\u0ae6",
    "guru": "\u0a66",
    "java": "\ua9d0",
    "khmr": "\u17e0",
    "knda": "\u0ce6",
    "laoo": "\u0ed0",
    "mlym": "\u0d66",
    "mong": "\u1810",
    "mymr": "\u1040",
    "nkoo": "\u07c0",
    "orya": "\u0b66",
    "tamldec": "\u0be6",
    "telu": "\u0c66",
    "thai": "\u0e50",
    "tibt": "\u0f20",
    "vaii": "\ua620",
}
"""The zero of each CLDR numbering system whose ten digits stand in a row in Unicode."""


def format_date(day: date, precision: str, language: Language) -> str:
    """*day* in the Gregorian calendar, to the `day`, `month` or `year`; ISO 8601 where CLDR lacks the language."""
    locale = locale_of(language.office_locale)
    length = {"year": 4, "month": 7}.get(precision, 10)
    if locale is None:
        words = day.isoformat()[:length]
    elif precision == "day":
        words = cldr_date(day, "long", locale=locale)
    else:
        words = format_skeleton({"year": "y"}.get(precision, "yMMMM"), day, locale=locale)
    return _in_digits(words, language)


def partial_date(iso: str, language: Language) -> str:
    """`2021`, `2021-03` or `2021-03-05` as the language writes it. ValueError: not such a date."""
    precision = {4: "year", 7: "month", 10: "day"}.get(len(iso))
    if precision is None:
        raise ValueError(f"{iso!r} is no year, month or day")
    return format_date(date.fromisoformat((iso + "-01-01")[:10]), precision, language)


@cache
def month_names(tag: str) -> Mapping[str, int]:
    """Month by its name, such as `November` and `Nov` -> 11; none where the language counts months in figures."""
    locale = locale_of(tag)
    if locale is None:
        return {}
    # Not those that stand alone: Babel 2.18 keeps a language's in the data that it shares with others.
    names = [
        (name.rstrip("."), month)
        for width in ("wide", "abbreviated")
        for month, name in locale.months["format"][width].items()
    ]
    return {name: month for name, month in names if not any(map(str.isdigit, name))}


def format_number(value: int | float | Decimal, language: Language) -> str:
    """*value* with the separators of the language, without rounding.

    Babel's own native numbering mixes Arabic separators with Latin digits, so both are mapped here together.
    """
    locale = locale_of(language.office_locale) or "en"
    words = format_decimal(value, locale=locale, decimal_quantization=False, numbering_system="latn")
    if _native(language) in ("arab", "arabext"):
        point, group = separators(language.office_locale)
        words = words.translate(str.maketrans(point + group, "٫٬"))
    return _in_digits(words, language)


def separators(tag: str) -> tuple[str, str]:
    """The decimal and the group sign of the language *tag*, with Latin digits; "." and "," where CLDR lacks it."""
    locale = locale_of(tag) or "en"
    return get_decimal_symbol(locale, numbering_system="latn"), get_group_symbol(locale, numbering_system="latn")


def join(words: Sequence[str], language: Language) -> str:
    """*words* as a list: "a, b and c"; with commas alone where CLDR lacks the language."""
    locale = locale_of(language.office_locale)
    return format_list(list(words), style="standard", locale=locale) if locale else ", ".join(words)


def _native(language: Language) -> str:
    """The numbering system to print in, empty for Latin digits."""
    locale = locale_of(language.office_locale)
    if language.digits != "native" or locale is None:
        return ""
    return str(locale.other_numbering_systems.get("native", ""))


def _in_digits(words: str, language: Language) -> str:
    zero = ZEROS.get(_native(language))
    return words.translate({ord("0") + digit: chr(ord(zero) + digit) for digit in range(10)}) if zero else words


def capitalised(words: str, tag: str) -> str:
    """*words* with a capital where the script of the language *tag* has one (Unicode title case, SpecialCasing.txt).

    The small i of Turkish and Azerbaijani keeps its dot.
    """
    first, rest = words[:1], words[1:]
    dotted = first == "i" and normalise(tag).split("-")[0] in ("az", "tr")
    return ("İ" if dotted else first.title()) + rest
