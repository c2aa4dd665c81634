"""How a piece of several topics tells them apart: chapters in a full one, headings of their own in a short one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from leafdeck.assemble.selection import Named
from leafdeck.model import Callout, Depth, Text, Topic
from leafdeck.walk import query


def named(topic: Topic) -> Text:
    """What *topic* is called inside a piece of several."""
    return topic.short_title or topic.title


def headed(sections: Sequence[Named], topics: Mapping[str, Topic], depth: Depth) -> list[Named]:
    """*sections*; in a short piece of several topics a heading that stood twice gives way to the name of its topic.

    "In short" would stand above most of them. A box that several topics have, such as the one that asks readers to
    keep taking their medicines, stands there once, unless nothing else stands under its heading.
    """
    if depth == "full" or not _several(sections):
        return list(sections)
    counts = Counter(section.heading.source for _, section in sections)
    shown: set[tuple[str, ...]] = set()
    made: list[Named] = []
    for id_, section in sections:
        blocks = tuple(
            block for block in section.blocks if not isinstance(block, Callout) or _words(block) not in shown
        )
        shown |= {_words(block) for block in blocks if isinstance(block, Callout)}
        heading = named(topics[id_]) if counts[section.heading.source] > 1 else section.heading
        made.append((id_, replace(section, heading=heading, blocks=blocks or section.blocks)))
    return made


def _words(box: Callout) -> tuple[str, ...]:
    return (box.kind, *(text.source for text in query(box)))


def chapters(sections: Sequence[Named], topics: Mapping[str, Topic], depth: Depth) -> tuple[Text | None, ...]:
    """The title of a chapter above each of *sections* that opens one; only a full piece of several topics has any."""
    if depth == "short" or not _several(sections):
        return (None,) * len(sections)
    opens = _opens(sections)
    return tuple(named(topics[id_]) if first else None for (id_, _), first in zip(sections, opens, strict=True))


def _several(sections: Sequence[Named]) -> bool:
    return len({id_ for id_, _ in sections}) > 1


def _opens(sections: Sequence[Named]) -> list[bool]:
    """Whether each of *sections* is of another topic than the one before it."""
    before = ["", *(id_ for id_, _ in sections)]
    return [id_ != last for (id_, _), last in zip(sections, before, strict=False)]
