"""Texts become paragraphs: runs of one look and one language, citations as numbers, names kept together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from leafdeck.deck.direction import RIGHT_TO_LEFT, Direction, first_strong, split
from leafdeck.language import describe
from leafdeck.model import (
    Citation,
    Inline,
    Item,
    Para,
    Piece,
    Place,
    Plain,
    Reference,
    Run,
    State,
    Strong,
    Term,
    Text,
    Variable,
    has_words,
    plain,
)

NAMES = "en"
"""Language of names in Latin letters, such as CAR-T, inside words of another script."""
DEEPEST = 2
"""Levels of a list that a slide tells apart; deeper ones stand on the last."""
IN_SOURCE = (State.MISSING, State.STALE)
"""States in which the words of the source language stand in."""
UNBROKEN_HYPHEN, UNBROKEN_SPACE = "\u2011", "\u00a0"
UNIT = re.compile(r"(?<=[0-9])[ \u202f](?=(?:°[CF]|%|mm|cm|mg|ml|kg|g)(?![A-Za-z0-9]))")
"""The space between a figure and its unit."""
LETTERED = re.compile(r"(?<=(?<![\w-])[A-Z])-(?=\w)")
"""The hyphen of a word that begins with one letter, such as "B-Zellen": a line that ends with "B-" cannot be read."""

Fill = str | Text


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, with the sources it cites and the place its words stand at."""

    para: Para
    sources: tuple[int, ...]
    """Reference numbers, rising."""
    place: Place

    @property
    def words(self) -> str:
        """The bare characters."""
        return "".join(run.text for run in self.para.runs)


class Wording:
    """Words the texts of one piece. With *kept*, names and quantities do not break across lines, as slides need it."""

    def __init__(self, piece: Piece, *, kept: bool = True) -> None:
        self.piece = piece
        self._variables = dict(piece.variables)
        names = sorted((name for name in piece.keep if "-" in name or " " in name), key=len, reverse=True)
        self._keep = re.compile("|".join(map(re.escape, names))) if names and kept else None
        self._kept = kept
        # The Arabic semicolon keeps the order of parts where names in Latin letters meet.
        self.separator = "؛ " if piece.language.direction == "rtl" else "; "

    def line(
        self,
        text: Text,
        *,
        level: int = 0,
        marker: Literal["none", "bullet", "number"] = "none",
        bold: bool = False,
        fills: Mapping[str, Fill] | None = None,
    ) -> Line:
        """*text* as one paragraph. *fills* stand for the placeholders of a fixed phrase."""
        direction = self._direction(text)
        parts = list(self._parts(text.inlines, self._lang(text), bold, fills or {}))
        if text.state in IN_SOURCE and not self._native(text):
            parts.insert(0, self._fallback_mark())
        para = Para(tuple(_runs(parts, direction)), direction, min(level, DEEPEST), marker)
        inlines = (text.inlines, *(fill.inlines for fill in (fills or {}).values() if isinstance(fill, Text)))
        sources = {number for each in inlines for claim in _claims(each) for number in self.piece.numbers(claim)}
        return Line(para, tuple(sorted(sources)), text.translated_at or text.place)

    def phrase(self, name: str, *, bold: bool = False, **fills: Fill) -> Line:
        """The fixed phrase *name*. KeyError: `ui.toml` lacks it."""
        return self.line(self.piece.phrase(name), bold=bold, fills=fills)

    def made(self, words: str, *, bold: bool = False) -> Line:
        """*words* that are no message, such as a date or a speaker's name."""
        language = self.piece.language
        parts = [Run(self._whole(words), language.office_locale, bold)]
        return Line(Para(tuple(_runs(parts, language.direction)), language.direction), (), Place(""))

    def items(
        self, items: Iterable[Item], marker: Literal["bullet", "number"] = "bullet", level: int = 0
    ) -> Iterator[Line]:
        """List items as paragraphs, nested ones a level deeper."""
        for item in items:
            yield self.line(item.text, level=level, marker=marker)
            if item.below is not None:
                yield from self.items(item.below.items, "bullet", level + 1)

    def bare(self, text: Text, **fills: str) -> str:
        """*text* without any marks, for names and alternative texts."""

        def filled(match: re.Match[str]) -> str:
            value = fills.get(match[1], self._variables.get(match[1], match[0]))
            return self.bare(value) if isinstance(value, Text) else value

        return re.sub(r"\{([\w-]+)\}", filled, plain(text.inlines))

    def bare_phrase(self, name: str, **fills: str) -> str:
        """The fixed phrase *name* without any marks."""
        return self.bare(self.piece.phrase(name), **fills)

    def reference(self, reference: Reference, *, numbered: bool) -> Para:
        """A source in full. It stays in the language it was published in, left to right."""
        words = f"[{reference.number}] {reference.words}" if numbered else reference.words
        runs = [Run(words, _office(NAMES))]
        if reference.link:
            runs += [Run(" ", _office(NAMES)), Run(reference.link, _office(NAMES), link=reference.link)]
        return Para(tuple(runs), "ltr")

    def _native(self, text: Text) -> bool:
        return not text.lang or text.lang == self.piece.language.tag or not has_words(text)

    def _lang(self, text: Text) -> str:
        return self.piece.language.office_locale if self._native(text) else _office(text.lang)

    def _direction(self, text: Text) -> Direction:
        base = self.piece.language.direction
        return base if self._native(text) else first_strong(plain(text.inlines)) or base

    def _fallback_mark(self) -> Run:
        mark = self.piece.phrase("fallback-mark")
        return Run(f"[{plain(mark.inlines)}] ", self._lang(mark), small=True)

    def _parts(self, inlines: tuple[Inline, ...], lang: str, bold: bool, fills: Mapping[str, Fill]) -> Iterator[Run]:
        waiting: list[str] = []
        for inline in inlines:
            if isinstance(inline, Citation):
                # Neighbouring citations are one mark, "[2, 3]": "[2][3]" in small type reads as 23.
                waiting += inline.claims
                continue
            if waiting and not (isinstance(inline, Plain) and not inline.text.strip()):
                yield self._mark(waiting, lang)
                waiting = []
            match inline:
                case Plain(words):
                    yield Run(self._whole(words), lang, bold)
                case Strong(inner):
                    yield from self._parts(inner, lang, True, fills)
                case Term(inner, _):
                    yield from self._parts(inner, lang, bold, fills)
                case Variable(name):
                    fill = fills.get(name, self._variables.get(name, f"{{{name}}}"))
                    if isinstance(fill, Text):
                        yield from self._parts(fill.inlines, self._lang(fill), bold, fills)
                    else:
                        yield Run(self._whole(fill), lang, bold)
        if waiting:
            yield self._mark(waiting, lang)

    def _mark(self, claims: list[str], lang: str) -> Run:
        numbers = sorted({number for claim in claims for number in self.piece.numbers(claim)})
        listed = f",{UNBROKEN_SPACE}".join(map(str, numbers))
        return Run(f"{UNBROKEN_SPACE}[{listed}]" if numbers else "", lang, small=True)

    def _whole(self, words: str) -> str:
        if not self._kept:
            return words
        if self._keep:
            words = self._keep.sub(
                lambda name: name[0].replace("-", UNBROKEN_HYPHEN).replace(" ", UNBROKEN_SPACE), words
            )
        words = LETTERED.sub(UNBROKEN_HYPHEN, words)
        return UNIT.sub(UNBROKEN_SPACE, words)


def short(reference: Reference) -> str:
    """*reference* in few words, for the foot of a slide: "[3] Müller 2024"."""
    source = reference.source
    name = source.authors[0] if source.authors else source.container or " ".join(source.title.split()[:4])
    family, _, initials = name.rpartition(" ")
    # "Müller F" gives way to "Müller"; "European Medicines Agency" stays.
    if source.authors and family and initials.isupper() and len(initials) <= 3:
        name = family
    return f"[{reference.number}] {name} {source.issued[:4]}".rstrip()


@cache
def _office(tag: str) -> str:
    """What Office proofs the language *tag* with."""
    return describe(tag).office_locale


def _claims(inlines: tuple[Inline, ...]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Citation(claims):
                yield from claims
            case Strong(inner) | Term(inner, _):
                yield from _claims(inner)
            case Plain() | Variable():
                pass


def _runs(parts: Iterable[Run], direction: Direction) -> Iterator[Run]:
    """The parts with neighbours of one look joined; right to left, names in Latin letters in runs of their own."""
    joined: list[Run] = []
    for part in parts:
        if part.small and joined and (not part.text or part.text.startswith(UNBROKEN_SPACE)):
            joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip())
        if joined and replace(joined[-1], text="") == replace(part, text=""):
            joined[-1] = replace(part, text=joined[-1].text + part.text)
        else:
            joined.append(part)
    for run in joined:
        if not run.text:
            continue
        if direction == "ltr":
            yield run
        elif run.small:
            # After a name in Latin letters the bracket would otherwise be shown before it.
            yield replace(run, text=RIGHT_TO_LEFT + run.text)
        else:
            yield from (
                replace(run, text=words, lang=_office(NAMES) if foreign else run.lang)
                for words, foreign in split(run.text)
            )
