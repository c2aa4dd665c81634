"""Characters set in a chain of fonts, as text engines fall back from one to the next: how wide, and which none has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import uharfbuzz as hb

from leafdeck.measure.typefaces import FontFile

CACHE = 20_000
"""Segments whose width is remembered by one ruler: those of some thirty decks."""
_NEUTRAL = frozenset({"Zs", "Po", "Ps", "Pe", "Pd", "Pi", "Pf", "Nd", "Mn", "Me", "Cf", "Sm"})
"""Characters that stay in the font of the character before them, where it has them."""
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
"""Characters that need no glyph: text engines make spaces themselves, and show no controls."""
_SELECTORS = re.compile("[\u034f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Marks that need none either: they choose among the glyphs of the character before them."""


@dataclass(frozen=True, slots=True, eq=False)
class _Font:
    font: hb.Font
    units: int
    """Units an em."""
    characters: frozenset[int]


def _load(file: FontFile, bold: bool) -> _Font:
    face = hb.Face(hb.Blob.from_file_path(str(file.path)), file.index)
    font = hb.Font(face)
    if face.has_var_data:
        font.set_variations({"wght": 700 if bold else 400})
    return _Font(font, face.upem, frozenset(face.unicodes))


def measures(
    regular: Sequence[FontFile], bold: Sequence[FontFile]
) -> tuple[Callable[[str, bool], float], Callable[[str], str]]:
    """Two functions: from characters, and whether they are bold, to their width in em; and to those no font has.

    Each character is set in the first font of the chain that has it. One that none has is as wide as an East Asian
    character, or as the mark for a missing glyph.
    """
    chains = {False: [_load(file, False) for file in regular], True: [_load(file, True) for file in bold]}

    @lru_cache(maxsize=CACHE)
    def advance(text: str, is_bold: bool) -> float:
        return sum(_shaped(font, words) for font, words in _runs(text, chains[is_bold]))

    @lru_cache(maxsize=CACHE)
    def lacks(text: str) -> str:
        return "".join(dict.fromkeys(_without_glyph(text, chains[False])))

    return advance, lacks


def _without_glyph(text: str, chain: Sequence[_Font]) -> Iterator[str]:
    """The characters of *text* no font can show, neither whole nor from their parts, as letter and accent."""

    def has(characters: str) -> bool:
        return all(any(ord(each) in font.characters for font in chain) for each in characters)

    for character in unicodedata.normalize("NFC", _SELECTORS.sub("", text)):
        seen = unicodedata.category(character) not in _UNSEEN
        if seen and not has(character) and not has(unicodedata.normalize("NFD", character)):
            yield character


def _runs(text: str, chain: Sequence[_Font]) -> list[tuple[_Font | None, str]]:
    """*text* cut where the font changes; None where no font has the characters."""
    runs: list[tuple[_Font | None, str]] = []
    current: _Font | None = None
    for character in text:
        code = ord(character)
        stays = current is not None and code in current.characters and unicodedata.category(character) in _NEUTRAL
        if not stays:
            current = next((font for font in chain if code in font.characters), None)
            if current is None and runs and unicodedata.category(character) in ("Mn", "Cf", "Cc"):
                current = runs[-1][0]
        if runs and runs[-1][0] is current:
            runs[-1] = (current, runs[-1][1] + character)
        else:
            runs.append((current, character))
    return runs


def _shaped(font: _Font | None, text: str) -> float:
    if font is None:
        return sum(_missing(character) for character in text)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font.font, buffer)
    advance: int = sum(position.x_advance for position in buffer.glyph_positions or ())
    return advance / font.units


def _missing(character: str) -> float:
    if unicodedata.category(character) in ("Cc", "Cf", "Mn"):
        return 0.0
    return 1.0 if unicodedata.east_asian_width(character) in "WF" else 0.75
