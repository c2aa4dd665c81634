"""What stands on the laid-out pages, read back from the boxes: nothing runs off a page, and no word is lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from leafdeck.pdf.tags import is_decorative

TOLERANCE = 1.0
"""Pixels (1/96 inch) a letter may stand out: rounding, and glyphs that overhang."""
DESCENT = 0.25
"""The part of the em square below the baseline."""
SHOWN = 60
"""Characters of a message's quotation."""
UNSEEN = {"head", "style", "script", "{http://www.w3.org/2000/svg}svg"}
# What line breaking adds, drops or replaces.
FLEXIBLE = dict.fromkeys(map(ord, " \t\n\r\u00a0\u00ad\u200b\u2010"))


def overflowing(document: Any) -> list[tuple[int, str]]:
    """Page number (from 1) and words of each text or picture that stands outside its page's content area.

    Words in the margins are held against the edges of the sheet.
    """
    found: list[tuple[int, str]] = []
    for number, page in enumerate(document.pages, start=1):
        sheet = page._page_box
        left, top = sheet.content_box_x(), sheet.content_box_y()
        area = (left, top, left + sheet.width, top + sheet.height)
        edges = (0.0, 0.0, page.width, page.height)
        for child in sheet.children:
            in_margin = isinstance(child, boxes.MarginBox)
            for box in _leaves(child):
                if not _within(box, edges if in_margin else area):
                    words = box.text if isinstance(box, boxes.TextBox) else "a picture"
                    found.append((number, words.strip()[:SHOWN]))
    return found


def lost_words(document: Any, root: Any) -> list[str]:
    """Words of the HTML tree *root* that stand on no page, one entry an element, in document order."""
    shown: defaultdict[Any, list[str]] = defaultdict(list)
    for page in document.pages:
        for box in _leaves(page._page_box):
            if isinstance(box, boxes.TextBox):
                shown[box.element].append(box.text)
    lost: list[str] = []
    for element in _visible(root):
        own = [element.text or "", *(child.tail or "" for child in element)]
        printed = "".join(shown[element]).translate(FLEXIBLE)
        missing = [part for part in own if part.translate(FLEXIBLE) not in printed]
        lost += [" ".join(part.split())[:SHOWN] for part in missing]
    return lost


def _visible(element: Any) -> Iterator[Any]:
    if element.tag in UNSEEN or not isinstance(element.tag, str):
        return
    yield element
    for child in element:
        yield from _visible(child)


def _leaves(box: Any) -> Iterator[Any]:
    """The boxes of words and pictures in *box*, decoration excepted."""
    for inner in box.descendants(placeholders=True):
        if isinstance(inner, (boxes.TextBox, boxes.ReplacedBox)) and not is_decorative(inner):
            yield inner


def _within(box: Any, area: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = area
    head, foot = box.position_y, box.position_y + box.height
    if isinstance(box, boxes.TextBox):
        # The box is as high as the tallest typeface of the family; the letters stand in the em square on its baseline.
        foot = box.position_y + box.baseline + box.style["font_size"] * DESCENT
        head = foot - box.style["font_size"]
    return bool(
        box.position_x >= left - TOLERANCE
        and head >= top - TOLERANCE
        and box.position_x + box.width <= right + TOLERANCE
        and foot <= bottom + TOLERANCE
    )
