"""Drafts take as many slides as they need: sizes from the ladders, splits at the floor, findings beyond it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from math import inf
from typing import get_args

from leafdeck.deck.draft import Draft, Lengths, Rows
from leafdeck.deck.fit import Fit, beside, pages, room
from leafdeck.deck.glyphs import missing_glyphs, words_of
from leafdeck.deck.wording import Line, Wording
from leafdeck.model import Badge, Bar, Bars, Fill, Finding, Grid, LayoutName, Para, Place, Words

FLOWING = ("points", "list")
"""Placeholders whose paragraphs may go on, on another slide."""
GOES_ON: dict[LayoutName, LayoutName] = {"references": "references", "questions": "questions"}
"""The layout on which what flows goes on; `bullets` for all others."""
SIDE_BY_SIDE: dict[LayoutName, dict[str, str]] = {
    "urgency": {"now": "now-level", "today": "today-level", "next-visit": "next-visit-level"},
    "comparison": {"first": "first-heading", "second": "second-heading"},
}
"""Lists that go on in the same place of another slide, each with the placeholder of its heading."""
BADGES: dict[str, Badge] = {badge: badge for badge in get_args(Badge)}
"""Placeholder of the legend -> the badge that its words explain."""
WHOLE = ("now",)
"""Lists that never go on: whoever looks for a sign of danger must not think that the first slide has them all."""
ONE_LINE = ("number",)
"""Placeholders whose words stand on one line."""
MEASURED_AS_SHOWN = frozenset({"Latn", "Grek", "Cyrl", "Hebr"})
"""Scripts whose widths in Office are known; Arabic, say, is measured with another typeface than Office has."""
MARGIN = 1.2
"""How much wider than measured a line of any other script may turn out: a large figure must not break in two."""
NAMES = 0.38
"""Share of a chart's width that the names of its bars have at most (`powerpoint/charts.py` draws them so)."""
LINES_OF_A_NAME = 5
LINES_OF_A_BAR, LINES_BETWEEN = 1.4, 0.6
"""Height of a bar, and of the space to the next, in lines."""

Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One slide without its title and its foot."""

    layout: LayoutName
    fills: tuple[tuple[str, Fill], ...]
    sources: tuple[int, ...]


class Spread:
    """Spreads the drafts of one piece over slides; what does not fit is added to *findings*."""

    def __init__(self, wording: Wording, fit: Fit, findings: list[Finding]) -> None:
        self._findings = findings
        self._wording = wording
        self._fit = fit
        self._language = wording.piece.language

    def pages(self, draft: Draft, slide: str) -> Iterator[Page]:
        """The slides *draft* takes."""
        self._missing_glyphs(slide, words_of(draft))
        if draft.layout in SIDE_BY_SIDE:
            yield from self._side_by_side(draft, slide)
            return
        fixed = {name: each for name, each in draft.fills if isinstance(each, tuple) and name not in FLOWING}
        words = self._same_size(slide, draft.layout, fixed)
        sources = {each for lines in fixed.values() for each in _sources(lines)}
        flowing: tuple[str, Lines] | None = None
        pieces: list[tuple[str, Fill, tuple[int, ...]]] = []
        for name, content in draft.fills:
            match content:
                case Rows():
                    pieces = [(name, *each) for each in self._grids(slide, draft.layout, name, content)]
                case Lengths():
                    pieces = [(name, *each) for each in self._charts(slide, draft.layout, name, content)]
                case _ if name in FLOWING:
                    flowing = (name, content)
        fills = [*words.items(), *((name, fill) for name, fill, _ in pieces[:1])]
        sources.update(number for _, _, numbers in pieces[:1] for number in numbers)
        going_on: list[Page] = []
        if flowing:
            here, going_on = self._flow(slide, draft.layout, *flowing)
            fills += [(flowing[0], words) for words, _ in here]
            sources.update(number for _, numbers in here for number in numbers)
        yield Page(draft.layout, tuple(fills), tuple(sorted(sources)))
        for name, fill, numbers in pieces[1:]:
            yield Page(draft.layout, (*words.items(), (name, fill)), numbers)
        yield from going_on

    def fitted(self, slide: str, layout: LayoutName, name: str, lines: Lines, badge: Badge | None = None) -> Words:
        """*lines* beside *badge* at the size that fits; at the floor, with a finding, where none does."""
        self._missing_glyphs(slide, ((line.words, line.place) for line in lines))
        box = beside(self._fit.theme.layout(layout).placeholder(name), badge)
        paras = _paras(lines)
        most = 1 if name in ONE_LINE else inf
        if name in ONE_LINE and self._language.script not in MEASURED_AS_SHOWN:
            box = replace(box, width=box.width / MARGIN)
        size = self._fit.size(paras, box, most)
        if size is None:
            self._report(slide, name, lines, self._fit.excess(paras, box, most))
        return Words(paras, size or box.sizes[-1], badge)

    def _same_size(self, slide: str, layout: LayoutName, fills: Mapping[str, Lines]) -> dict[str, Words]:
        """Words in boxes that cannot go on. Boxes with one ladder take one size: equals look equal."""
        badges = BADGES if layout == "legend" else {}
        made = {
            name: self.fitted(slide, layout, name, lines, badges.get(name)) for name, lines in fills.items() if lines
        }
        boxes = {box.name: box for box in self._fit.theme.layout(layout).placeholders}

        def kind(name: str) -> tuple[tuple[float, ...], bool]:
            return boxes[name].sizes, boxes[name].bold

        least = {
            kind(name): min(each.size for other, each in made.items() if kind(other) == kind(name)) for name in made
        }
        return {name: replace(words, size=least[kind(name)]) for name, words in made.items()}

    # --- lists side by side -----------------------------------------------------------------------------------

    def _side_by_side(self, draft: Draft, slide: str) -> Iterator[Page]:
        """Lists that start together. What one of them cannot hold stands in its place on the next slide."""
        layout, names = draft.layout, SIDE_BY_SIDE[draft.layout]
        contents = {name: each for name, each in draft.fills if isinstance(each, tuple)}
        headings = {name: contents[name] for name in names.values() if contents.get(name)}
        titled = self._same_size(slide, layout, headings)
        parts = {name: self._parts(slide, layout, name, contents.get(name, ())) for name in names}
        size = min(self._size(layout, name, part) for name, each in parts.items() for part in each)
        for number in range(max(len(each) for each in parts.values())):
            fills: dict[str, Fill] = {}
            shown: list[Line] = []
            for name, heading in names.items():
                if number < len(parts[name]):
                    fills |= {heading: titled[heading]} if heading in titled else {}
                    fills |= {name: Words(_paras(parts[name][number]), size)} if parts[name][number] else {}
                    shown += [*headings.get(heading, ()), *parts[name][number]]
            yield Page(layout, tuple(fills.items()), _sources(shown))

    def _parts(self, slide: str, layout: LayoutName, name: str, lines: Lines) -> list[Lines]:
        """*lines* as parts that fit at the floor; what stands before the list, such as an action, opens each."""
        box = self._fit.theme.layout(layout).placeholder(name)
        if self._fit.fits(_paras(lines), box, box.sizes[-1]):
            return [lines]
        lead = tuple(takewhile(lambda line: line.para.marker == "none", lines))
        if lead == lines or name in WHOLE:
            self._report(slide, name, lines, self._fit.excess(_paras(lines), box))
            return [lines]
        return [(*lead, *part) for part in self._shared(slide, layout, name, lines[len(lead) :], lead)]

    def _size(self, layout: LayoutName, name: str, lines: Lines) -> float:
        """The largest size at which *lines* fit, or the floor."""
        box = self._fit.theme.layout(layout).placeholder(name)
        return self._fit.size(_paras(lines), box) or box.sizes[-1]

    # --- words that flow --------------------------------------------------------------------------------------

    def _flow(
        self, slide: str, layout: LayoutName, name: str, lines: Lines
    ) -> tuple[list[tuple[Words, tuple[int, ...]]], list[Page]]:
        """What stands on the draft's own slide, if anything does, and the slides on which the rest goes on."""
        box = self._fit.theme.layout(layout).placeholder(name)
        size = self._fit.size(_paras(lines), box)
        if size is not None:
            return [(Words(_paras(lines), size), _sources(lines))], []
        other = GOES_ON.get(layout, "bullets")
        if other == layout or layout == "bullets":
            first, *rest = self._split(slide, layout, name, lines)
            return [first], [Page(layout, ((name, words),), sources) for words, sources in rest]
        blocks = _blocks(lines)
        kept = 0
        while self._fit.fits(_paras(_joined(blocks[: kept + 1])), box, box.sizes[-1]):
            kept += 1
        here = _joined(blocks[:kept])
        rest = self._split(slide, other, name, _joined(blocks[kept:]))
        going_on = [Page(other, ((name, words),), sources) for words, sources in rest]
        shown = [(Words(_paras(here), self._size(layout, name, here)), _sources(here))] if here else []
        return shown, going_on

    def _split(self, slide: str, layout: LayoutName, name: str, lines: Lines) -> list[tuple[Words, tuple[int, ...]]]:
        """*lines* on as few slides of *layout* as the floor allows, then as large as all of them fit."""
        parts = self._shared(slide, layout, name, lines, ())
        size = min(self._size(layout, name, part) for part in parts)
        return [(Words(_paras(part), size), _sources(part)) for part in parts]

    def _shared(self, slide: str, layout: LayoutName, name: str, lines: Lines, lead: Lines) -> list[Lines]:
        """*lines* shared out among as few boxes as the floor allows, where *lead* opens each box."""
        box = self._fit.theme.layout(layout).placeholder(name)
        width, height = room(box)
        blocks = _blocks(lines)

        def measured(part: Lines) -> float:
            return self._fit.height(_paras(part), width, box.sizes[-1], box.bold, box.spacing)

        heights = [measured(block) + self._fit.before(block[0].para, box.spacing) for block in blocks]
        shared = pages(heights, height - measured(lead))
        if shared is None:
            tallest = (*lead, *blocks[max(range(len(blocks)), key=heights.__getitem__)])
            self._report(slide, name, tallest, self._fit.excess(_paras(tallest), box))
            shared = [range(len(blocks))]
        return [_joined([blocks[place] for place in each]) for each in shared]

    # --- tables and charts ------------------------------------------------------------------------------------

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
            broken = self._fit.broken_words(paras, box, size)
            if shared is not None and len(shared) == 1 and not broken:
                break
        if broken:
            widest = max(
                (line for row in rows for line in row), key=lambda line: max(map(len, line.words.split()), default=0)
            )
            self._report(slide, name, (widest,), broken)
        if shared is None:
            longest = max((line for row in rows for line in row), key=lambda line: len(line.words))
            share = 1 - (height - heights[0]) / max(heights[1:], default=height)
            self._report(slide, name, (longest,), max(1, round(len(longest.words) * share)))
            shared = [range(len(table.rows))]
        alt = self._wording.bare_phrase("slide-table-alt", title=table.title)
        for each in shared:
            shown = [0, *(place + 1 for place in each)]
            cells = tuple(tuple(Words((para,), size) for para in paras[place]) for place in shown)
            sources = _sources([line for place in shown for line in rows[place]])
            shares = tuple(round(width / sum(widths), 4) for width in widths)
            yield Grid(cells, shares, tuple(round(heights[place], 1) for place in shown), alt), sources

    def _charts(
        self, slide: str, layout: LayoutName, name: str, chart: Lengths
    ) -> Iterator[tuple[Bars, tuple[int, ...]]]:
        """The chart on as many slides as its bars need."""
        box = self._fit.theme.layout(layout).placeholder(name)
        width, height = room(box)
        size = box.sizes[-1]
        heights = []
        for each in chart.lengths:
            lines = self._fit.ruler.lines(each.bar.name, width * NAMES, size)
            if lines > LINES_OF_A_NAME:
                allowed = round(len(each.bar.name) * LINES_OF_A_NAME / lines)
                self._tell(slide, name, each.bar.name, len(each.bar.name) - allowed, each.place)
            heights.append(size * self._fit.ruler.pitch * (max(lines, LINES_OF_A_BAR) + LINES_BETWEEN))
        for shown in pages(heights, max(height, *heights)) or []:
            drawn = [chart.lengths[place] for place in shown]
            title = self._wording.bare_phrase("slide-chart-alt", title=chart.title)
            told = self._wording.separator.join(_told(each.bar) for each in drawn)
            alt = f"{title}. {told}"
            bars = Bars(tuple(each.bar for each in drawn), chart.series, self._language.office_locale, alt)
            yield bars, tuple(sorted({number for each in drawn for number in each.sources}))

    def _missing_glyphs(self, slide: str, words: Iterable[tuple[str, Place]]) -> None:
        """A finding, once, for each line of *words* that no typeface can show."""
        found = missing_glyphs(slide, words, self._fit.ruler, self._wording.piece)
        self._findings += [each for each in found if each not in self._findings]

    def _report(self, slide: str, name: str, lines: Sequence[Line], excess: int) -> None:
        place = next((line.place for line in lines if line.place.path), Place("templates/slides/theme.toml"))
        self._tell(slide, name, " ".join(line.words for line in lines), excess, place)

    def _tell(self, slide: str, name: str, words: str, excess: int, place: Place) -> None:
        """A finding: *words* are *excess* characters too long for the placeholder *name*."""
        shown = words if len(words) <= 60 else f"{words[:57]}…"
        self._findings.append(
            Finding(
                "slide-too-full",
                "error",
                f"Slide {slide}, {name}, {self._language.english_name}: “{shown}” is {excess} characters too long.",
                place,
                f"Shorten it by about {excess} characters.",
                self._language.tag,
            )
        )


def _told(bar: Bar) -> str:
    """*bar* for those who cannot see it."""
    return " · ".join(filter(None, (f"{bar.label}: {bar.value_label}", bar.came_back)))


def _paras(lines: Sequence[Line]) -> tuple[Para, ...]:
    return tuple(line.para for line in lines)


def _sources(lines: Sequence[Line]) -> tuple[int, ...]:
    return tuple(sorted({number for line in lines for number in line.sources}))


def _joined(blocks: Sequence[Lines]) -> Lines:
    return tuple(line for block in blocks for line in block)


def _blocks(lines: Sequence[Line]) -> list[Lines]:
    """Paragraphs that stay together: one of the first level with those under it."""
    blocks: list[list[Line]] = []
    for line in lines:
        if line.para.level == 0 or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    return [tuple(block) for block in blocks]
