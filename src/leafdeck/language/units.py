"""What a language calls the units of medicine (CLDR), read from words CLDR has formatted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from babel.units import format_unit

from leafdeck.language.tags import locale_of

UNITS = {
    "concentr-percent": "%",
    "duration-day": "day",
    "duration-hour": "hour",
    "duration-minute": "minute",
    "duration-month": "month",
    "duration-second": "second",
    "duration-week": "week",
    "duration-year": "year",
    "length-centimeter": "cm",
    "length-millimeter": "mm",
    "mass-gram": "g",
    "mass-kilogram": "kg",
    "mass-microgram": "µg",
    "mass-milligram": "mg",
    "temperature-celsius": "°C",
    "temperature-fahrenheit": "°F",
    "volume-liter": "l",
    "volume-milliliter": "ml",
}
"""CLDR unit -> the name it goes by in this project."""

PLURALS = (0, 1, 2, 3, 11, 100, 1.5)
"""One number at least for every plural form of every language (CLDR plural rules)."""

_AROUND = re.compile(r"^[\d.,\s]+|[\d.,\s]+$")
_INVISIBLE = re.compile("[\u200e\u200f\u061c]")


@cache
def unit_words(tag: str) -> Mapping[str, str]:
    """Word in lower case -> unit, such as `ساعات` -> `hour`; empty where CLDR lacks the language.

    A word of two units (Russian `г`, gram or year) is left out, and so are single letters, which mostly are
    words of their own (Spanish `a`).
    """
    locale = locale_of(tag)
    units: defaultdict[str, set[str]] = defaultdict(set)
    for cldr, unit in UNITS.items() if locale else ():
        for length in ("long", "short"):
            for number in PLURALS:
                words = format_unit(number, cldr, length, locale=locale, numbering_system="latn")
                # Babel 2.18 prints the bare identifier where a plural form is missing (babel#1217), and Arabic
                # writes one and two without a figure.
                if cldr in words or not any(map(str.isdigit, words)):
                    continue
                units[_AROUND.sub("", _INVISIBLE.sub("", words)).lower().replace("μ", "µ")].add(unit)
    return {
        word: next(iter(meant)) for word, meant in units.items() if len(meant) == 1 and (len(word) > 1 or word == "%")
    }
