"""Characters that harm a translation without being seen: outer spaces, open isolates, traces of a wrong encoding.

Characters that no output can set are named by `translation-syntax`: the reader refuses them in every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from leafdeck.check.levels import found
from leafdeck.check.translation import Translation
from leafdeck.model import Finding

_STEPS = dict.fromkeys("\u2066\u2067\u2068", 1) | {"\u2069": -1}
"""How deep a character leads into isolates of direction, or out of them."""
_MOJIBAKE = re.compile("Ã[\xa0-\xbf]|Â[\xa0-\xbf]|â€|Ø.Ù|Ù.Ø")
"""What UTF-8 looks like when it was read as Windows-1252."""


def outer_spaces(translation: Translation) -> Iterator[Finding]:
    """A translation neither begins nor ends with white space."""
    for pair in translation.printed:
        if pair.entry.msgstr != pair.entry.msgstr.strip():
            message = "The translation begins or ends with white space."
            yield found("outer-spaces", message, pair.place, "Remove it.", translation.locale.tag)


def open_isolate(translation: Translation) -> Iterator[Finding]:
    """Every isolate of direction is closed (UAX #9, section 2.1)."""
    for pair in translation.printed:
        if not _closed(pair.entry.msgstr):
            message = "An isolate of direction (U+2066 to U+2068) is not closed, or closed without being opened."
            yield found("open-isolate", message, pair.place, "End each isolate with U+2069.", translation.locale.tag)


def _closed(words: str) -> bool:
    depth = 0
    for character in words:
        depth += _STEPS.get(character, 0)
        if depth < 0:
            return False
    return depth == 0


def mojibake(translation: Translation) -> Iterator[Finding]:
    """No letters that were read in the wrong encoding."""
    for pair in translation.printed:
        if match := _MOJIBAKE.search(pair.entry.msgstr):
            message = f'The translation holds what a wrong encoding left behind: "{match[0]}".'
            yield found("mojibake", message, pair.place, "Write the letters that were meant.", translation.locale.tag)
