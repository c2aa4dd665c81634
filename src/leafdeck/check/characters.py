"""Characters that harm a translation without being seen: outer spaces, traces of a wrong encoding.

Characters that no output can set are named by `translation-syntax`: the reader refuses them in every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from leafdeck.check.levels import found
from leafdeck.check.translation import Translation
from leafdeck.model import Finding

_MOJIBAKE = re.compile("Ã[\xa0-\xbf]|Â[\xa0-\xbf]|â€|Ø.Ù|Ù.Ø")
"""What UTF-8 looks like when it was read as Windows-1252."""


def outer_spaces(translation: Translation) -> Iterator[Finding]:
    """A translation neither begins nor ends with white space."""
    for pair in translation.printed:
        if pair.entry.msgstr != pair.entry.msgstr.strip():
            message = "The translation begins or ends with white space."
            yield found("outer-spaces", message, pair.place, "Remove it.", translation.locale.tag)


def mojibake(translation: Translation) -> Iterator[Finding]:
    """No letters that were read in the wrong encoding."""
    for pair in translation.printed:
        if match := _MOJIBAKE.search(pair.entry.msgstr):
            message = f'The translation holds what a wrong encoding left behind: "{match[0]}".'
            yield found("mojibake", message, pair.place, "Write the letters that were meant.", translation.locale.tag)
