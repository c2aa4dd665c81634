"""Blocks that stand as in Markdown: paragraphs, bullets and steps, and the sequences of them other blocks hold."""

from __future__ import annotations

from collections.abc import Sequence

from leafdeck.model import Bullets, Item, Paragraph, Steps
from leafdeck.reader.outline import Node
from leafdeck.reader.reading import Numbering, Reading, holding

WORDS = ("paragraph", "bullets", "steps")
"""Kinds of blocks that `plain_block` reads."""


def words(
    reading: Reading,
    nodes: Sequence[Node],
    ids: Numbering,
    owner: str,
    kinds: Sequence[str],
    line: int,
    told: str = "paragraph",
) -> tuple[Paragraph | Bullets | Steps, ...]:
    """The blocks of *nodes*, which *owner* on *line* holds: one at least, each of one of the *kinds* of `WORDS`."""
    if not nodes:
        reading.problem("missing-words", line, f"{owner} holds nothing.", "Write a paragraph in it.")
    return tuple(plain_block(reading, node, ids, told) for node in holding(reading, nodes, owner, kinds))


def plain_block(reading: Reading, node: Node, ids: Numbering, told: str = "paragraph") -> Paragraph | Bullets | Steps:
    """The block of a paragraph, bullets or steps *node*; the message of a paragraph is *told* to be one."""
    if node.kind == "paragraph":
        return Paragraph(reading.text(node.words, node, ids.next("p"), told))
    listed = items(reading, node, ids.next(node.kind))
    return Bullets(listed) if node.kind == "bullets" else Steps(listed)


def items(reading: Reading, node: Node, id_: str, kind: str = "list item") -> tuple[Item, ...]:
    """The items of a list *node*. An item is one paragraph, and at most one list under it."""
    return tuple(
        item
        for number, below in enumerate(node.below, 1)
        if (item := _item(reading, below, f"{id_}/item-{number}", kind))
    )


def _item(reading: Reading, node: Node, id_: str, kind: str) -> Item | None:
    if not node.below or node.below[0].kind != "paragraph":
        reading.problem("missing-words", node.line, "This item has no words.", "Write its words on the same line.")
        return None
    first, *rest = node.below
    text = reading.text(first.words, first, id_, kind)
    lists = holding(reading, rest, "An item", ("bullets", "steps"))
    if len(lists) > 1:
        reading.problem("too-much", lists[1].line, "This item has more than one list under it.", "Make it one list.")
    if not lists:
        return Item(text)
    below = items(reading, lists[0], id_, kind)
    return Item(text, Bullets(below) if lists[0].kind == "bullets" else Steps(below))
