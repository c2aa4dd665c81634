"""The running words of a section, their sentences and their words: what a readability formula may judge.

Flesch tests "only the running text" and skips titles, headings and captions (How to Write Plain English, 1979). Cells
of tables, labels of charts and figures made large are no sentences either, and a quotation is not ours to simplify.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from leafdeck.language import script
from leafdeck.model import (
    Block,
    Bullets,
    Callout,
    Case,
    Chart,
    Checklist,
    Faq,
    Figure,
    Item,
    Only,
    Paragraph,
    Publisher,
    Questions,
    Quote,
    Related,
    Stat,
    Steps,
    Table,
    Text,
    Timeline,
    TwoLists,
    Urgency,
)

UNSPACED = frozenset({"Hans", "Hant", "Jpan", "Thai", "Laoo", "Khmr", "Mymr"})
"""Scripts that set no space between words: a program needs a dictionary to count them."""

_END = re.compile(r"[.!?؟][\"”’»)\]]*\s+(?=[\"“„‘«(\[]*(?:[^\W\d_a-zäöü]|\d))|[。！？][」』”’）]*")
"""The end of a sentence: its mark, and a capital letter or a figure after a space; in Chinese the mark alone."""
_NO_END: dict[str, re.Pattern[str]] = {
    "en": re.compile(r"(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|Prof|St|No|vs|e\.g|i\.e)\.$"),
    "de": re.compile(r"(?:^|[\s(])(?:[A-Za-zÄÖÜäöü]|Dr|Prof|Nr|bzw|ca|evtl|ggf|inkl|usw|vgl|z\.B|d\.h|u\.a)\.$"),
}
"""Words that end in a full stop in the middle of a sentence."""
_DAY = re.compile(r"(?:^|\s)\d{1,2}\.$")
_MONTH = re.compile(r"Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember")


def prose(node: Block | Iterable[Block]) -> Iterator[Text]:
    """The texts of *node* that are running words, in reading order; optional blocks and those of regions as well."""
    match node:
        case Paragraph(text):
            yield text
        case Bullets(items) | Steps(items) | Questions(_, items) | Checklist(_, items):
            yield from _of_items(items)
        case Callout(blocks=blocks) | Case(blocks=blocks) | Publisher(blocks) | Only(blocks=blocks):
            yield from prose(blocks)
        case Urgency(levels):
            yield from prose(tuple(level.signs for level in levels))
        case Chart(note=note):
            yield from (note,) if note else ()
        case Timeline(events=events):
            yield from (event.text for event in events)
        case TwoLists(first, second):
            yield from _of_items((*first.items, *second.items))
        case Faq(answers):
            yield from prose(tuple(block for answer in answers for block in answer.answer))
        case Table() | Stat() | Figure() | Quote() | Related():
            return
        case _:
            for block in node:
                yield from prose(block)


def _of_items(items: Iterable[Item]) -> Iterator[Text]:
    for item in items:
        yield item.text
        if item.below is not None:
            yield from _of_items(item.below.items)


def sentences(words: str, language: str) -> tuple[str, ...]:
    """The sentences of *words*, one text in *language*; what no mark ends, such as a bullet, is a sentence too."""
    parts: list[str] = []
    start = 0
    for end in _END.finditer(words):
        sentence = words[start : end.end()].strip()
        if _ends(sentence, words[end.end() :], language):
            parts.append(sentence)
            start = end.end()
    parts.append(words[start:].strip())
    return tuple(part for part in parts if any(map(str.isalnum, part)))


def _ends(sentence: str, after: str, language: str) -> bool:
    abbreviated = _NO_END.get(language)
    if abbreviated and abbreviated.search(sentence):
        return False
    return not (language == "de" and _DAY.search(sentence) and _MONTH.match(after))


def words_of(sentence: str, tag: str) -> tuple[str, ...]:
    """The words of *sentence*: what stands between spaces and holds a letter or a digit.

    In scripts without spaces each letter is one: *tag* tells the script.
    """
    if script(tag) in UNSPACED:
        return tuple(sign for sign in sentence if sign.isalnum())
    return tuple(word for word in sentence.split() if any(map(str.isalnum, word)))
