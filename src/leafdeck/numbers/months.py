"""Months by name: "October 2026" is 2026年10月 in a language that counts its months."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from decimal import Decimal
from functools import cache

from leafdeck.language import month_names
from leafdeck.numbers.figures import Number
from leafdeck.numbers.folding import fold, fold_word


def months(text: str, tag: str, keep: Collection[str] = ()) -> Iterator[Number]:
    """The months that *text*, in the language *tag*, names before a year, each a soft number.

    Without a year a name may be another word: "may", "march".
    """
    folded = fold(text, keep)
    pattern, values = _names(tag)
    for match in pattern.finditer(folded.text):
        start, end = folded.places[match.start(1)], folded.places[match.end(1) - 1] + 1
        yield Number(Decimal(values[match[1]]), "", text[start:end], (start, end), spelled=True, soft=True)


@cache
def _names(tag: str) -> tuple[re.Pattern[str], dict[str, int]]:
    values = {fold_word(name): month for name, month in month_names(tag).items()}
    names = "|".join(re.escape(name) for name in sorted(values, key=len, reverse=True)) or "(?!)"
    # Between them the "de" of Spanish, the day of American English, a second month ("from May to July 2026").
    year = r"\W{1,2}(?:de |\d{1,2}\W{1,2})?(?:19|20)\d\d(?!\d)"
    second = rf"\W{{1,3}}(?:\w{{1,5}}\W{{1,3}})?(?:{names})"
    return re.compile(rf"(?<![^\W\d_])({names})(?=(?:{second})?{year})"), values
