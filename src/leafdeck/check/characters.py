"""Characters that harm a translation without being seen: outer spaces, traces of a wrong encoding, narrow signs.

Characters that no output can set are named by `translation-syntax`: the reader refuses them in every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from leafdeck.check.levels import found
from leafdeck.check.translation import Translation
from leafdeck.model import Finding, plain

_MOJIBAKE = re.compile("Ã[\xa0-\xbf]|Â[\xa0-\xbf]|â€|Ø.Ù|Ù.Ø")
"""What UTF-8 looks like when it was read as Windows-1252."""
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_NARROW = re.compile(
    f"(?<=[{_HAN}])[,;:?!(.]|[)](?=[{_HAN}])|(?<=[{_HAN}]) +(?=[{_HAN}，。：；？！（）])|(?<=[，。：；？！]) +"
)
"""Signs and spaces of Latin words among Chinese characters."""


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


def chinese_punctuation(translation: Translation) -> Iterator[Finding]:
    """Chinese has signs of its own, as wide as its characters, and no spaces (GB/T 15834-2011)."""
    tag = translation.locale.tag
    for pair in translation.pairs if tag.split("-")[0] == "zh" else ():
        words = plain(pair.words)
        if match := _NARROW.search(words):
            around = words[max(match.start() - 4, 0) : match.end() + 4]
            message = f'Among Chinese characters stands a sign or a space of Latin words: "{around}".'
            yield found("chinese-punctuation", message, pair.place, "Write ，。：；？！（） and no space.", tag)
