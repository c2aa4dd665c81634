"""Words with their marks become HTML: language and direction of each run, citations, terms, names kept together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from leafdeck.leaflet.direction import BARRIER, Direction, first_strong, foreign_runs
from leafdeck.model import Citation, Inline, Piece, Plain, State, Strong, Term, Text, Variable, has_words, plain

IN_SOURCE = (State.MISSING, State.STALE)
"""States in which the words of the source language stand in."""
OPPOSITE: dict[Direction, Direction] = {"ltr": "rtl", "rtl": "ltr"}
LETTER: dict[Direction, str] = {"ltr": "a", "rtl": "\u05d0"}
"""A letter of each direction: what a link counts as when runs are looked for."""
QUANTITY = re.compile(r"[0-9][0-9.,]*[ \u00a0](?:°[CF]|%|mm|cm|mg|ml|kg|g)(?![A-Za-z0-9])")
"""A figure and its unit."""
NO_NUMBER = Markup('<sup class="cite">&#160;</sup>')
"""Between a figure and the number of a source: a screen reader, and whoever copies the words, would get "9114"."""
LETTERED = re.compile(r"(?<![\w-])[A-Z]-\w+")
"""A word that begins with one letter and a hyphen, such as "B-Zellen": a line that ends with "B-" cannot be read."""
SHORT = 24
"""Characters a linked term may have and still be kept on one line."""

Fill = Markup | str | int | Text


@dataclass(frozen=True, slots=True)
class _Token:
    """A stretch of words, a finished box, or strong words."""

    counts_as: str
    """What the search for runs sees: the words themselves, or what stands for a box."""
    html: Markup | None = None
    """Of a box only."""
    inner: tuple[_Token, ...] = ()
    """Of strong words only."""
    cites: bool = False
    """Raised numbers of sources."""


class Inlines:
    """Renders the texts of one piece, in the order it is asked: the first mention of a term links to its meaning."""

    def __init__(self, piece: Piece) -> None:
        self._piece = piece
        self._variables = dict(piece.variables)
        self._explained = {line.id for line in piece.glossary}
        self._linked: set[str] = set()
        names = "|".join(re.escape(name) for name in sorted(piece.keep, key=len, reverse=True))
        self._keep = re.compile("|".join(filter(None, (names, QUANTITY.pattern, LETTERED.pattern))))

    def attributes(self, text: Text) -> Markup:
        """` lang="en" dir="ltr"` where *text* is not in the piece's language, else nothing."""
        if self._native(text):
            return Markup()
        return Markup(' lang="{}" dir="{}"').format(text.lang, self._direction(text))

    def words(self, text: Text, fills: Mapping[str, Fill] | None = None) -> Markup:
        """The words of *text* as inline HTML. *fills* stand for the placeholders of a fixed phrase."""
        words = self._html(text, fills or {})
        if text.state in IN_SOURCE and not self._native(text):
            return Markup("{}&#32;{}").format(self._fallback_mark(), words)
        return words

    def run(self, text: Text, fills: Mapping[str, Fill] | None = None) -> Markup:
        """*text* in a box of its own language where it stands among words of the piece's."""
        words = self.words(text, fills)
        return words if self._native(text) else Markup("<bdi{}>{}</bdi>").format(self.attributes(text), words)

    def bare(self, text: Text, fills: Mapping[str, Fill] | None = None) -> str:
        """*text* without any marks, for attributes: alternative texts, titles."""

        def replaced(match: re.Match[str]) -> str:
            fill = (fills or {}).get(match[1], self._variables.get(match[1], match[0]))
            return self.bare(fill) if isinstance(fill, Text) else str(fill)

        return re.sub(r"\{([\w-]+)\}", replaced, plain(text.inlines))

    def citation(self, claims: Iterable[str]) -> Markup:
        """The numbers of the sources *claims* rest on, raised, in rising order, each a link; nothing for none."""
        numbers = sorted({number for claim in claims for number in self._piece.numbers(claim)})
        if not numbers:
            return Markup()
        name = self._piece.phrase("source-number")
        links = Markup(", ").join(
            Markup('<a href="#source-{0}" title="{1}">{0}</a>').format(number, self.bare(name, {"number": number}))
            for number in numbers
        )
        return Markup('<sup class="cite" dir="ltr">{}</sup>').format(links)

    def foreign(self, words: str) -> Markup:
        """Words that are no message, such as a clinic's name, with each run of the other direction in its own box."""
        return self._joined((_Token(words),), self._piece.language.direction)

    def is_machine(self, text: Text) -> bool:
        """True where *text* is a machine draft that holds words."""
        return text.state is State.MACHINE and has_words(text)

    def _native(self, text: Text) -> bool:
        return not text.lang or text.lang == self._piece.language.tag or not has_words(text)

    def _direction(self, text: Text) -> Direction:
        base = self._piece.language.direction
        return base if self._native(text) else first_strong(plain(text.inlines)) or base

    def _html(self, text: Text, fills: Mapping[str, Fill]) -> Markup:
        return self._joined(tuple(self._tokens(text.inlines, fills)), self._direction(text))

    def _fallback_mark(self) -> Markup:
        # The mark itself may lack a translation; it is then in the language it names, and needs no mark of its own.
        mark = self._piece.phrase("fallback-mark")
        lang = self._piece.language.tag if self._native(mark) else mark.lang
        words = plain(mark.inlines)
        return Markup('<bdi class="mark" lang="{}" dir="{}">{}</bdi>').format(lang, self._direction(mark), words)

    def _tokens(self, inlines: tuple[Inline, ...], fills: Mapping[str, Fill]) -> Iterator[_Token]:
        waiting: list[str] = []
        for place, inline in enumerate(inlines):
            if isinstance(inline, Citation):
                # Neighbouring citations print as one, "2, 3": two superscripts in a row would read "23".
                waiting += inline.claims
                continue
            cites_next = isinstance(next(iter(inlines[place + 1 :]), None), Citation)
            between = cites_next and isinstance(inline, Plain) and not inline.text.strip()
            if waiting and not between:
                yield self._citation(waiting)
                waiting = []
            match inline:
                case Plain(text):
                    words = text.rstrip() if cites_next else text
                    yield _Token(words)
                case Strong(inner):
                    strong = tuple(self._tokens(inner, fills))
                    yield _Token("".join(token.counts_as for token in strong), inner=strong)
                case Term(inner, term):
                    yield from self._term(inner, term, fills)
                case Variable(name):
                    yield from self._variable(name, fills)
        if waiting:
            yield self._citation(waiting)

    def _citation(self, claims: list[str]) -> _Token:
        html = self.citation(claims)
        return _Token(BARRIER if html else "", html, cites=True)

    def _term(self, inner: tuple[Inline, ...], term: str, fills: Mapping[str, Fill]) -> Iterator[_Token]:
        if term in self._linked or term not in self._explained:
            yield from self._tokens(inner, fills)
            return
        self._linked.add(term)
        words = plain(inner)
        # Nothing may stand inside `a`: WeasyPrint makes a second annotation for every element in a link.
        keep = " keep" if len(words) <= SHORT else ""
        link = Markup('<a class="term{}" href="#term-{}">{}</a>').format(keep, term, words)
        base = self._piece.language.direction
        foreign = foreign_runs(words, base) == [(0, len(words))]
        yield _Token(LETTER[OPPOSITE[base] if foreign else base], link)

    def _variable(self, name: str, fills: Mapping[str, Fill]) -> Iterator[_Token]:
        fill = fills.get(name, self._variables.get(name, f"{{{name}}}"))
        if isinstance(fill, Markup):
            yield _Token(BARRIER, fill)
        elif isinstance(fill, Text) and self._native(fill):
            yield from self._tokens(fill.inlines, fills)
        elif isinstance(fill, Text):
            yield _Token(BARRIER, self.run(fill))
        else:
            yield _Token(str(fill))

    def _joined(self, tokens: tuple[_Token, ...], base: Direction) -> Markup:
        """The tokens as HTML, each run against *base* in a `bdi`."""
        words = "".join(token.counts_as for token in tokens)
        runs = _whole_tokens(foreign_runs(words, base), tokens)
        starts, ends = {start for start, _ in runs}, {end for _, end in runs}
        other = OPPOSITE[base]
        out: list[Markup] = []
        in_run = False
        place = 0
        for token in tokens:
            begin, place = place, place + len(token.counts_as)
            cuts = sorted({begin, place, *(edge for edge in starts | ends if begin < edge < place)})
            for start, end in pairwise(cuts):
                if start in starts:
                    out.append(Markup('<bdi dir="{}">').format(other))
                    in_run = True
                if token.inner:
                    strong = self._joined(token.inner, other if in_run else base)
                    out.append(Markup("<strong>{}</strong>").format(strong))
                else:
                    if token.cites and token.html and words[:begin][-1:].isdigit():
                        out.append(NO_NUMBER)
                    out.append(token.html or self._kept(token.counts_as[start - begin : end - begin]))
                if in_run and end in ends:
                    out.append(Markup("</bdi>"))
                    in_run = False
        return Markup().join(out)

    def _kept(self, words: str) -> Markup:
        """*words* escaped, with names and quantities that may not break across lines in a box of their own."""
        out: list[str] = []
        place = 0
        for match in self._keep.finditer(words):
            out += words[place : match.start()], Markup('<span class="keep">{}</span>').format(match.group())
            place = match.end()
        return Markup().join([*out, words[place:]])


def _whole_tokens(runs: list[tuple[int, int]], tokens: tuple[_Token, ...]) -> list[tuple[int, int]]:
    """The runs, shortened where they would cut strong words in two; what they lose is found again inside those."""
    place = 0
    for token in tokens:
        begin, place = place, place + len(token.counts_as)
        if token.inner:
            runs = [
                piece
                for start, end in runs
                for piece in (
                    [(start, end)]
                    if start <= begin and place <= end
                    else [(start, min(end, begin)), (max(start, place), end)]
                )
                if piece[0] < piece[1]
            ]
    return runs
