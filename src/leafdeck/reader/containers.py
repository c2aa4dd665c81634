"""Every name that may stand in the braces after three colons, and how its container is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from leafdeck.model import Block
from leafdeck.reader import boxes, tabular
from leafdeck.reader.opened import Opened
from leafdeck.reader.reading import Reading


@dataclass(frozen=True, slots=True)
class Kind:
    """What a container may say, and the function that reads what it holds.

    The function gives None where a finding says why there is no block.
    """

    build: Callable[[Reading, Opened], Block | None]
    title: bool | None = True
    """Whether it must have a title; None where it may have one."""
    attributes: tuple[str, ...] = ()


KINDS: dict[str, Kind] = {
    "table": Kind(tabular.table),
    "key": Kind(boxes.callout),
    "plain-words": Kind(boxes.callout),
    "warning": Kind(boxes.callout),
    "not-for": Kind(boxes.callout),
    "urgency": Kind(boxes.urgency, title=False),
    "stat": Kind(boxes.stat),
    "chart": Kind(tabular.chart),
    "timeline": Kind(tabular.timeline),
    "figure": Kind(boxes.figure, title=None, attributes=("file", "credit", "licence")),
    "quote": Kind(boxes.quote, title=None, attributes=("speaker", "status")),
    "questions": Kind(boxes.questions, attributes=("lines",)),
    "checklist": Kind(boxes.checklist),
    "two-lists": Kind(boxes.two_lists, title=False),
    "faq": Kind(boxes.faq, title=False),
    "case": Kind(boxes.case),
    "related": Kind(boxes.related, title=False),
    "publisher": Kind(boxes.publisher, title=False),
}
SPECIAL = ("slide", "say", "only")
"""Containers that are no blocks of their own: `topic` reads them."""
