"""Drafts become slides: sizes from the ladders, splits where the floor is reached, findings where nothing helps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from leafdeck.deck.draft import Draft, Group, Lengths, Rows
from leafdeck.deck.fit import Fit, pages, room
from leafdeck.deck.wording import Line, Wording, short
from leafdeck.model import (
    Bars,
    Fill,
    Finding,
    Grid,
    LayoutName,
    Para,
    Place,
    Slide,
    Words,
)

FLOWING = ("points", "list")
"""Placeholders whose paragraphs may go on, on another slide."""
GOES_ON: dict[LayoutName, LayoutName] = {"references": "references", "questions": "questions"}
"""The layout on which what flows goes on; `bullets` for all others."""
ONE_LINE = ("number",)
"""Placeholders whose words stand on one line."""
LINES_OF_A_BAR = 2.6
"""Height of a bar with its room, in lines: its name may take two."""
SEPARATOR = {"ltr": "; ", "rtl": "؛ "}
"""Between short references. The Arabic semicolon keeps their order where names in Latin letters meet."""


@dataclass(frozen=True, slots=True)
class _Page:
    """One slide without its title and its foot."""

    layout: LayoutName
    fills: tuple[tuple[str, Fill], ...]
    sources: tuple[int, ...]


class Lay:
    """Lays out the slides of one piece, and gathers what does not fit."""

    def __init__(self, wording: Wording, fit: Fit) -> None:
        self.findings: list[Finding] = []
        self._wording = wording
        self._fit = fit
        self._language = wording.piece.language

    def slides(self, group: Group) -> tuple[Slide, ...]:
        """The slides of *group*, those after the first with its title and which part they are."""
        laid = [page for draft in group.drafts for page in self._pages(draft, group.id)]
        made = []
        for number, page in enumerate(laid, 1):
            title = self._title(group, number, len(laid))
            sources = sorted({*title.sources, *page.sources})
            said = list(group.notes) if number == 1 else [title]
            cited = sorted({*sources, *(each for line in said for each in line.sources)})
            fills = dict(page.fills)
            fills["title"] = self._fitted(group.id, page.layout, "title", (title,))
            if sources:
                fills["source"] = self._source(group, page.layout, sources)
            boxes = self._fit.theme.layout(page.layout).placeholders
            made.append(
                Slide(
                    id=f"{group.id}+{number}" if number > 1 else group.id,
                    layout=page.layout,
                    fills=tuple((box.name, fills[box.name]) for box in boxes if box.name in fills),
                    notes=(*(line.para for line in said), *self._references(cited)),
                    part=group.part,
                )
            )
        return tuple(made)

    def _title(self, group: Group, number: int, total: int) -> Line:
        if number == 1:
            return self._wording.line(group.title)
        return self._wording.phrase("continued", title=group.title, number=str(number), total=str(total))

    def _source(self, group: Group, layout: LayoutName, sources: Sequence[int]) -> Words:
        """How sure we are, and the sources in few words; as numbers alone where even those are too many."""
        box = self._fit.theme.layout(layout).placeholder("source")
        references = [each for each in self._wording.piece.references if each.number in sources]
        named = SEPARATOR[self._language.direction].join(short(each) for each in references)
        sure = [group.certainty.para] if group.certainty else []
        for names in (named, ", ".join(str(number) for number in sources)):
            paras = [*sure, self._wording.phrase("slide-source", sources=names).para]
            if self._fit.fits(paras, box, box.sizes[-1]):
                break
        return Words(tuple(paras), box.sizes[-1])

    def _references(self, numbers: Sequence[int]) -> Iterator[Para]:
        """The sources in full, for the notes."""
        shown = [each for each in self._wording.piece.references if each.number in numbers]
        if shown:
            yield self._wording.phrase("slide-references", bold=True).para
        yield from (self._wording.reference(each, numbered=True) for each in shown)

    def _pages(self, draft: Draft, slide: str) -> Iterator[_Page]:
        """The slides *draft* takes."""
        fixed = {name: each for name, each in draft.fills if isinstance(each, tuple) and name not in FLOWING}
        words = self._same_size(slide, draft.layout, fixed)
        sources = {each for lines in fixed.values() for line in lines for each in line.sources}
        flowing: tuple[str, tuple[Line, ...]] | None = None
        pieces: list[tuple[str, Fill, tuple[int, ...]]] = []
        for name, content in draft.fills:
            match content:
                case Rows():
                    pieces = [(name, *each) for each in self._grids(slide, draft.layout, name, content)]
                case Lengths():
                    pieces = [(name, *each) for each in self._charts(draft.layout, name, content)]
                case _ if name in FLOWING:
                    flowing = (name, content)
        fills = [*words.items(), *((name, fill) for name, fill, _ in pieces[:1])]
        sources.update(number for _, _, numbers in pieces[:1] for number in numbers)
        going_on: list[_Page] = []
        if flowing:
            here, going_on = self._flow(slide, draft.layout, *flowing)
            fills += [(flowing[0], words) for words, _ in here]
            sources.update(number for _, numbers in here for number in numbers)
        yield _Page(draft.layout, tuple(fills), tuple(sorted(sources)))
        for name, fill, numbers in pieces[1:]:
            yield _Page(draft.layout, (*words.items(), (name, fill)), numbers)
        yield from going_on

    def _same_size(self, slide: str, layout: LayoutName, fills: dict[str, tuple[Line, ...]]) -> dict[str, Words]:
        """Words in boxes that cannot go on. Boxes with one ladder take one size: equals look equal."""
        made = {name: self._fitted(slide, layout, name, lines) for name, lines in fills.items() if lines}
        boxes = {box.name: box for box in self._fit.theme.layout(layout).placeholders}

        def kind(name: str) -> tuple[tuple[float, ...], bool]:
            return boxes[name].sizes, boxes[name].bold

        least = {
            kind(name): min(each.size for other, each in made.items() if kind(other) == kind(name)) for name in made
        }
        return {name: replace(words, size=least[kind(name)]) for name, words in made.items()}

    def _fitted(self, slide: str, layout: LayoutName, name: str, lines: Sequence[Line]) -> Words:
        """*lines* at the size that fits; at the floor, with a finding, where none does."""
        box = self._fit.theme.layout(layout).placeholder(name)
        paras = tuple(line.para for line in lines)
        most = 1 if name in ONE_LINE else inf
        size = self._fit.size(paras, box, most)
        if size is None:
            self._report(slide, name, lines, self._fit.excess(paras, box, most))
        return Words(paras, size or box.sizes[-1])

    def _flow(
        self, slide: str, layout: LayoutName, name: str, lines: tuple[Line, ...]
    ) -> tuple[list[tuple[Words, tuple[int, ...]]], list[_Page]]:
        """What stands on the draft's own slide, if anything does, and the slides on which the rest goes on."""
        box = self._fit.theme.layout(layout).placeholder(name)
        size = self._fit.size([line.para for line in lines], box)
        if size is not None:
            return [(_words(lines, size), _sources(lines))], []
        other = GOES_ON.get(layout, "bullets")
        if other == layout or layout == "bullets":
            first, *rest = self._split(slide, layout, name, lines)
            return [first], [_Page(layout, ((name, words),), sources) for words, sources in rest]
        blocks = _blocks(lines)
        kept = 0
        while self._fit.fits([line.para for block in blocks[: kept + 1] for line in block], box, box.sizes[-1]):
            kept += 1
        here = tuple(line for block in blocks[:kept] for line in block)
        rest = self._split(slide, other, name, tuple(line for block in blocks[kept:] for line in block))
        sized = self._fit.size([line.para for line in here], box) or box.sizes[-1]
        going_on = [_Page(other, ((name, words),), sources) for words, sources in rest]
        return ([(_words(here, sized), _sources(here))] if here else []), going_on

    def _split(
        self, slide: str, layout: LayoutName, name: str, lines: tuple[Line, ...]
    ) -> list[tuple[Words, tuple[int, ...]]]:
        """*lines* on as few slides of *layout* as the floor allows, then as large as all of them fit."""
        box = self._fit.theme.layout(layout).placeholder(name)
        width, height = room(box)
        blocks = _blocks(lines)
        heights = [
            self._fit.height([line.para for line in block], width, box.sizes[-1], box.bold, box.spacing)
            + self._fit.before(block[0].para, box.spacing)
            for block in blocks
        ]
        shared = pages(heights, height)
        if shared is None:
            tallest = blocks[max(range(len(blocks)), key=heights.__getitem__)]
            self._report(slide, name, tallest, self._fit.excess([line.para for line in tallest], box))
            shared = [range(len(blocks))]
        parts = [tuple(line for place in each for line in blocks[place]) for each in shared]
        sizes = [self._fit.size([line.para for line in part], box) or box.sizes[-1] for part in parts]
        return [(_words(part, min(sizes)), _sources(part)) for part in parts]

    def _grids(self, slide: str, layout: LayoutName, name: str, table: Rows) -> Iterator[tuple[Grid, tuple[int, ...]]]:
        """The table on as few slides as it needs, its header on each."""
        box = self._fit.theme.layout(layout).placeholder(name)
        rows = [table.header, *table.rows]
        paras = [[line.para for line in row] for row in rows]
        height = room(box)[1]
        for size in box.sizes:
            widths = self._fit.widths(paras, box, size)
            heights = self._fit.row_heights(paras, widths, size)
            shared = pages(heights[1:], height - heights[0])
            if shared is not None and (len(shared) == 1 or size == box.sizes[-1]):
                break
        if shared is None:
            longest = max((line for row in rows for line in row), key=lambda line: len(line.words))
            share = 1 - (height - heights[0]) / max(heights[1:], default=height)
            self._report(slide, name, (longest,), max(1, round(len(longest.words) * share)))
            shared = [range(len(table.rows))]
        alt = self._wording.bare_phrase("slide-table-alt", title=table.title)
        for each in shared:
            shown = [0, *(place + 1 for place in each)]
            cells = tuple(tuple(Words((para,), size) for para in paras[place]) for place in shown)
            sources = {number for place in shown for line in rows[place] for number in line.sources}
            shares = tuple(round(width / sum(widths), 4) for width in widths)
            grid = Grid(cells, shares, tuple(round(heights[place], 1) for place in shown), alt)
            yield grid, tuple(sorted(sources))

    def _charts(self, layout: LayoutName, name: str, chart: Lengths) -> Iterator[tuple[Bars, tuple[int, ...]]]:
        """The chart on as many slides as its bars need."""
        box = self._fit.theme.layout(layout).placeholder(name)
        row = box.sizes[-1] * self._fit.ruler.pitch * LINES_OF_A_BAR
        shared = pages([row] * len(chart.bars), max(room(box)[1], row)) or []
        for each in shared:
            bars = [chart.bars[place] for place in each]
            title = self._wording.bare_phrase("slide-chart-alt", title=chart.title)
            told = "; ".join(f"{bar.label}: {bar.value_label}" for bar, _ in bars)
            sources = {number for _, numbers in bars for number in numbers}
            drawn = Bars(tuple(bar for bar, _ in bars), chart.series, self._language.office_locale, f"{title}. {told}")
            yield drawn, tuple(sorted(sources))

    def _report(self, slide: str, name: str, lines: Sequence[Line], excess: int) -> None:
        words = " ".join(line.words for line in lines)
        shown = words if len(words) <= 60 else f"{words[:57]}…"
        self.findings.append(
            Finding(
                "slide-too-full",
                "error",
                f"Slide {slide}, {name}, {self._language.english_name}: “{shown}” is {excess} characters too long.",
                next((line.place for line in lines if line.place.path), Place("templates/slides/theme.toml")),
                f"Shorten it by about {excess} characters.",
                self._language.tag,
            )
        )


def _words(lines: Sequence[Line], size: float) -> Words:
    return Words(tuple(line.para for line in lines), size)


def _sources(lines: Sequence[Line]) -> tuple[int, ...]:
    return tuple(sorted({number for line in lines for number in line.sources}))


def _blocks(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Paragraphs that stay together: one of the first level with those under it."""
    blocks: list[list[Line]] = []
    for line in lines:
        if line.para.level == 0 or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    return [tuple(block) for block in blocks]
