"""Languages: tags, scripts, directions, dates, digits and lists. The only room that knows Babel and CLDR."""

from leafdeck.language.describe import describe, is_known
from leafdeck.language.formats import (
    capitalised,
    format_date,
    format_number,
    join,
    month_names,
    partial_date,
    separators,
)
from leafdeck.language.tags import direction, is_tag, normalise, posix, script, tag_of, text_chain
from leafdeck.language.units import unit_words

__all__ = [
    "capitalised",
    "describe",
    "direction",
    "format_date",
    "format_number",
    "is_known",
    "is_tag",
    "join",
    "month_names",
    "normalise",
    "partial_date",
    "posix",
    "script",
    "separators",
    "tag_of",
    "text_chain",
    "unit_words",
]
