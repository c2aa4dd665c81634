"""Dates, numbers and lists as a language writes them (CLDR), in one kind of digits a document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date as cldr_date
from babel.dates import format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

from leafdeck.language.tags import normalise, posix
from leafdeck.model import Language

NATIVE_DIGITS: dict[str, str] = {
    "ar": "٠١٢٣٤٥٦٧٨٩",
    "fa": "۰۱۲۳۴۵۶۷۸۹",
    "ps": "۰۱۲۳۴۵۶۷۸۹",
    "ur": "۰۱۲۳۴۵۶۷۸۹",
    "ckb": "٠١٢٣٤٥٦٧٨٩",
    "hi": "०१२३४५६७८९",
    "mr": "०१२३४५६७८९",
    "ne": "०१२३४५६७८९",
    "bn": "০১২৩৪৫৬৭৮৯",
    "my": "၀၁၂၃၄၅၆၇၈၉",
}
"""Digits 0 to 9 of the languages that have their own and may be asked to print them."""


def format_date(day: date, precision: str, language: Language) -> str:
    """*day* in the Gregorian calendar, to the `day`, `month` or `year`."""
    locale = _locale(language)
    match precision:
        case "year":
            words = f"{day.year}"
        case "month":
            words = format_skeleton("yMMMM", day, locale=locale)
        case _:
            words = cldr_date(day, "long", locale=locale)
    return _in_digits(words, language)


def partial_date(iso: str, language: Language) -> str:
    """`2021`, `2021-03` or `2021-03-05` as the language writes it. ValueError: not such a date."""
    precision = {4: "year", 7: "month", 10: "day"}.get(len(iso))
    if precision is None:
        raise ValueError(f"{iso!r} is no year, month or day")
    return format_date(date.fromisoformat((iso + "-01-01")[:10]), precision, language)


def format_number(value: int | float | Decimal, language: Language) -> str:
    """*value* with the separators of the language, without rounding.

    Babel's own native numbering mixes Arabic separators with Latin digits, so both are mapped here together.
    """
    words = format_decimal(value, locale=_locale(language), decimal_quantization=False, numbering_system="latn")
    if language.digits == "native" and language.script == "Arab":
        point, group = separators(language.office_locale)
        words = words.translate(str.maketrans({point: "٫", group: "٬"}))
    return _in_digits(words, language)


def separators(tag: str) -> tuple[str, str]:
    """The decimal and the group sign of the language *tag*, with Latin digits."""
    locale = _parse(tag)
    return get_decimal_symbol(locale, numbering_system="latn"), get_group_symbol(locale, numbering_system="latn")


def join(words: Sequence[str], language: Language) -> str:
    """*words* as a list: "a, b and c"."""
    return format_list(list(words), style="standard", locale=_locale(language))


def _in_digits(words: str, language: Language) -> str:
    native = NATIVE_DIGITS.get(language.tag.split("-")[0]) if language.digits == "native" else None
    return words.translate(str.maketrans("0123456789", native)) if native else words


def _locale(language: Language) -> Locale:
    """The office locale is the tag with its region, and the base of a language that CLDR lacks."""
    return _parse(language.office_locale)


def _parse(tag: str) -> Locale:
    """The CLDR data of *tag*, of its language alone where the tag has none, of English where neither has."""
    for each in (tag, tag.split("-")[0]):
        try:
            return Locale.parse(posix(normalise(each)))
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")
