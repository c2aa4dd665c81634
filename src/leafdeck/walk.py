"""Two verbs over the model, one traversal: `walk` changes every text, `query` collects every text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, cast

from leafdeck.model import Text

Node = TypeVar("Node")


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def walk(node: Node, change: Callable[[Text], Text]) -> Node:
    """*node* with every Text in it replaced by `change(text)`, in document order.

    A node is anything of the model: a topic, a block, a tuple of them. Parts in which nothing changed are the
    same objects as before.
    """
    if isinstance(node, Text):
        return cast("Node", change(node))
    if isinstance(node, tuple):
        walked = tuple(walk(part, change) for part in node)
        unchanged = all(new is old for new, old in zip(walked, node, strict=True))
        return node if unchanged else cast("Node", walked)
    if is_dataclass(node) and not isinstance(node, type):
        changes: dict[str, Any] = {}
        for name in _field_names(type(node)):
            old = getattr(node, name)
            new = walk(old, change)
            if new is not old:
                changes[name] = new
        return cast("Node", replace(node, **changes)) if changes else node
    return node


def query(node: object) -> tuple[Text, ...]:
    """Every Text in *node*, in document order."""
    found: list[Text] = []

    def collect(text: Text) -> Text:
        found.append(text)
        return text

    walk(node, collect)
    return tuple(found)
