"""Characters that harm a translation without being seen: outer spaces, bidi controls, the traces of a wrong encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leafdeck.check.levels import found
from leafdeck.check.translation import Translation
from leafdeck.model import Finding

_OVERRIDES = re.compile("[\u202a-\u202e]")
_ISOLATE = re.compile("[\u2066-\u2068]")
_POP = "\u2069"
_MOJIBAKE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffd]|Ã[\xa0-\xbf]|Â[\xa0-\xbf]|â€|Ø.Ù|Ù.Ø")
"""Controls, the sign for a lost character, and what UTF-8 looks like when it was read as Windows-1252."""


def outer_spaces(translation: Translation) -> Iterator[Finding]:
    """A translation neither begins nor ends with white space."""
    for pair in translation.printed:
        if pair.entry.msgstr != pair.entry.msgstr.strip():
            message = "The translation begins or ends with white space."
            yield found("outer-spaces", message, pair.place, "Remove it.", translation.locale.tag)


def bidi_controls(translation: Translation) -> Iterator[Finding]:
    """No overrides or embeddings of direction, and every isolate is closed (UAX #9, sections 2.1 to 2.4)."""
    for pair in translation.printed:
        words = pair.entry.msgstr
        if override := _OVERRIDES.search(words):
            message = f"The translation forces a direction with U+{ord(override[0]):04X}."
            fix = "Remove it; where a name needs it, put U+2068 before it and U+2069 after it."
            yield found("bidi-controls", message, pair.place, fix, translation.locale.tag)
        elif not _closed(words):
            message = "An isolate of direction (U+2066 to U+2068) is not closed, or closed without being opened."
            yield found("bidi-controls", message, pair.place, "End each isolate with U+2069.", translation.locale.tag)


def _closed(words: str) -> bool:
    depth = 0
    for character in words:
        if _ISOLATE.match(character):
            depth += 1
        elif character == _POP:
            depth -= 1
        if depth < 0:
            return False
    return depth == 0


def mojibake(translation: Translation) -> Iterator[Finding]:
    """No lost characters, no controls, no letters read in the wrong encoding."""
    for pair in translation.printed:
        if match := _MOJIBAKE.search(pair.entry.msgstr):
            signs = " ".join(f"U+{ord(character):04X}" for character in match[0])
            message = f"The translation holds characters that a wrong encoding left behind: {signs}."
            yield found("mojibake", message, pair.place, "Write the letters that were meant.", translation.locale.tag)
