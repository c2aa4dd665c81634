"""Do the words of a deck stay inside their boxes, as LibreOffice lays them out?

Every placeholder of every slide gets a page of its own, so that no words can hide among those of a neighbour. Autofit
is off: LibreOffice would shrink what does not fit, and show nothing wrong.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2

from leafdeck.model import Deck, Placeholder, Theme, Words
from leafdeck.powerpoint import emit
from tests.decks import packed, parts
from tests.libreoffice import to_pdf

TOLERANCE = 3.0
"""Points that letters may reach over the edge of a box, such as the slant of an f."""
REACH = {"ltr": 0.1, "rtl": 0.3}
"""Share of their size that letters may leave their line by: tails and vowel marks of Arabic letters hang far out."""
INCH = 72.0


def overflowing(deck: Deck, theme: Theme, folder: Path) -> list[str]:
    """One line for each placeholder whose words leave its box, ``slide placeholder: how far``."""
    apart = _apart(deck)
    file = folder / "deck.pptx"
    file.write_bytes(without_autofit(emit(apart, theme).data))
    document = pypdfium2.PdfDocument(io.BytesIO(to_pdf(file, folder).read_bytes()))
    assert len(document) == len(apart.slides)
    found = []
    for page, slide in zip(document, apart.slides, strict=True):
        ((name, fill),) = slide.fills
        box = theme.layout(slide.layout).placeholder(name)
        letters = list(_letters(page, theme))
        if not letters:
            found.append(f"{slide.id} {name}: nothing is shown")
            continue
        left, top = box.x * INCH, box.y * INCH
        if deck.direction == "rtl":
            left = (theme.width - box.x - box.width) * INCH
        size = fill.size if isinstance(fill, Words) else box.sizes[0]
        reach = size * REACH[deck.direction] - TOLERANCE
        over = max(
            max(left - x, right - left - box.width * INCH, top - y - reach, bottom - top - box.height * INCH - reach)
            for x, y, right, bottom in letters
        )
        if over > TOLERANCE:
            found.append(f"{slide.id} {name}: {over:.0f} points")
    return found


def without_autofit(pptx: bytes) -> bytes:
    """*pptx* with autofit off in every layout."""
    files = parts(pptx)
    return packed({name: data.replace(b"<a:normAutofit/>", b"<a:noAutofit/>") for name, data in files.items()})


def _apart(deck: Deck) -> Deck:
    slides = tuple(replace(slide, fills=(fill,)) for slide in deck.slides for fill in slide.fills)
    return replace(deck, slides=slides)


def _letters(page: pypdfium2.PdfPage, theme: Theme) -> Iterator[tuple[float, float, float, float]]:
    """Left, top, right and bottom of every letter above the foot of the page."""
    text = page.get_textpage()
    height = page.get_height()
    foot = min(_top(box) for box in theme.foot)
    for place in range(text.count_chars()):
        if not text.get_text_range(place, 1).strip():
            continue
        left, bottom, right, top = text.get_charbox(place)
        if height - bottom < foot or height - top < foot - TOLERANCE:
            yield left, height - top, right, height - bottom


def _top(box: Placeholder) -> float:
    return box.y * INCH
