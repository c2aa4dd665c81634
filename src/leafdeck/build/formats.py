"""The outputs Leafdeck makes, one row each: where they go, and how a piece becomes bytes.

A new output is one row here, one file on the emit rung and one golden test. The heavy rooms are imported when a row
is used, so that the command line can name the outputs without loading them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from leafdeck.build.fonts import Fonts
from leafdeck.model import Emitted, Finding, Piece
from leafdeck.project import Library


@dataclass(frozen=True, slots=True)
class Made:
    """What became of a piece."""

    emitted: Emitted | None
    """None where planning found that it cannot be laid out."""
    plan: str
    """The plan as text: with the fonts in the file and the libraries, all that decides the bytes."""
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of output."""

    folder: str
    suffix: str
    make: Callable[[Piece, Library, Fonts], Made]
    embeds_fonts: bool
    """True where the file holds the fonts it is set in, so that they decide its bytes."""


def _leaflet(piece: Piece, library: Library, fonts: Fonts) -> Made:
    from leafdeck import leaflet, pdf

    try:
        html = leaflet.plan(piece, library.templates)
    except leaflet.BrokenTemplateError as broken:
        return Made(None, "", (broken.finding,))
    emitted = pdf.emit(html, library.assets, piece.language, title=leaflet.document_title(piece), piece=piece.id)
    return Made(emitted, html + repr(sorted(library.assets.items())), emitted.findings)


def _deck(piece: Piece, library: Library, fonts: Fonts) -> Made:
    from leafdeck import deck, powerpoint

    if library.theme is None or fonts.ruler is None:
        return Made(None, "", ())
    plan, findings = deck.plan(piece, library.theme, fonts.ruler)
    if plan is None:
        return Made(None, "", findings)
    emitted = powerpoint.emit(plan, library.theme)
    return Made(emitted, repr((plan, library.theme)), (*findings, *emitted.findings))


FORMATS: dict[str, Format] = {
    "leaflet": Format("leaflets", "pdf", _leaflet, embeds_fonts=True),
    "deck": Format("slides", "pptx", _deck, embeds_fonts=False),
}
