"""Characters of slides that no typeface has: PowerPoint would show empty boxes, and not say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leafdeck.deck.draft import Draft, Lengths, Rows
from leafdeck.measure import Ruler
from leafdeck.model import Finding, Piece, Place


def words_of(draft: Draft) -> Iterator[tuple[str, Place]]:
    """All words of *draft*, each line with its place."""
    for _, content in draft.fills:
        match content:
            case Rows():
                yield from ((line.words, line.place) for row in (content.header, *content.rows) for line in row)
            case Lengths():
                yield from ((f"{each.bar.name} {each.bar.value_label}", each.place) for each in content.lengths)
            case _:
                yield from ((line.words, line.place) for line in content)


def missing_glyphs(slide: str, words: Iterable[tuple[str, Place]], ruler: Ruler, piece: Piece) -> Iterator[Finding]:
    """One finding for each of the *words* of *slide* that holds characters for which *ruler* knows no glyph.

    Words that stand in no file, such as a date, are placed where the piece has its title.
    """
    for line, place in words:
        if lacking := ruler.lacks(line):
            signs = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in lacking)
            yield Finding(
                "missing-glyph",
                "error",
                f"Slide {slide}, {piece.language.english_name}: no measuring typeface has a glyph for {signs}.",
                place if place.path else piece.title.place,
                "Write it in words.",
                piece.language.tag,
            )
