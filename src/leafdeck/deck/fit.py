"""How much room words take in the boxes of a theme, and where they are cut. All lengths are in points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, inf
from unicodedata import east_asian_width

from leafdeck.measure import SAFETY, Ruler
from leafdeck.model import Badge, Para, Placeholder, Theme, beside_badge

INCH = 72.0
CORNERS = {"rect": 0.0, "roundRect": 0.0488, "octagon": 0.1464, "ellipse": 0.1464}
"""Share of a shape's shorter side that its outline takes from the words on each side (presetShapeDefinitions.xml)."""
SPREADS = (1.0, 0.85, 0.7, 0.55, 0.4)
"""How strongly a column's width follows the length of its words: the spread that gives the lowest table is taken."""
BISECTIONS = 24
WIDTH_OF_A_LETTER = 0.5
"""Em, for telling how many letters a word must lose."""
LONGEST_EAST_ASIAN = 4
"""Characters that most words of Chinese and Japanese, which no spaces set apart, stay within."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Measures paragraphs in the boxes of one theme, in one language."""

    ruler: Ruler
    theme: Theme

    def lines(self, para: Para, width: float, size: float, bold: bool) -> int:
        """Lines *para* takes. Citation marks count at full size, to be safe."""
        indent = self.theme.indent * INCH * (para.level + (para.marker != "none"))
        runs = [(run.text, run.bold or bold) for run in para.runs] or [("", bold)]
        return self.ruler.lines_of(runs, max(width - indent, size), size)

    def height(
        self, paras: Sequence[Para], width: float, size: float, bold: bool = False, spacing: float = 1.0
    ) -> float:
        """The height of *paras* one under the other."""
        lines = [self.lines(para, width, size, bold) for para in paras]
        before = [self.before(para, spacing) for para in paras]
        return self.ruler.height(lines, size, self.theme.line_spacing, before)

    def before(self, para: Para, spacing: float) -> float:
        """The space above *para* where it is not the first of its box."""
        return self.theme.space_before[min(para.level, len(self.theme.space_before) - 1)] * spacing

    def fits(self, paras: Sequence[Para], box: Placeholder, size: float, most: float = inf) -> bool:
        """True where *paras* stay inside *box* and within *most* lines."""
        width, height = room(box)
        if sum(self.lines(para, width, size, box.bold) for para in paras) > most:
            return False
        return self.height(paras, width, size, box.bold, box.spacing) <= height

    def size(self, paras: Sequence[Para], box: Placeholder, most: float = inf) -> float | None:
        """The largest size of the box's ladder at which *paras* fit; None where even the floor is too large."""
        return next((size for size in box.sizes if self.fits(paras, box, size, most)), None)

    def excess(self, paras: Sequence[Para], box: Placeholder, most: float = inf) -> int:
        """How many characters *paras* must lose, counted from their end, to fit at the floor."""
        total = sum(len(run.text) for para in paras for run in para.runs)
        low, high = 0, total
        while low < high:
            middle = (low + high + 1) // 2
            if self.fits(tuple(_first(paras, middle)), box, box.sizes[-1], most):
                low = middle
            else:
                high = middle - 1
        return total - low

    def widths(self, rows: Sequence[Sequence[Para]], box: Placeholder, size: float) -> tuple[float, ...]:
        """Widths of the columns that hold their longest words and make the table as low as can be."""
        total = room(box)[0]
        columns = list(zip(*rows, strict=True))
        least = self._narrowest(columns, size)
        if sum(least) >= total:
            return tuple(total * each / sum(least) for each in least)
        lengths = [sum(self._width(para, size) for para in column) / len(column) + size for column in columns]
        spare = total - sum(least)
        tried = [
            tuple(low + spare * length**power / sum(each**power for each in lengths)
                  for low, length in zip(least, lengths, strict=True))
            for power in SPREADS
        ]  # fmt: skip
        return min(tried, key=lambda widths: sum(self.row_heights(rows, widths, size)))

    def broken_words(self, rows: Sequence[Sequence[Para]], box: Placeholder, size: float) -> int:
        """How many characters the longest words of the columns have too many; 0 where every word stays whole."""
        lacking = sum(self._narrowest(list(zip(*rows, strict=True)), size)) - room(box)[0]
        return max(0, ceil(lacking / (size * WIDTH_OF_A_LETTER)))

    def _narrowest(self, columns: Sequence[Sequence[Para]], size: float) -> list[float]:
        """The width each column needs for its longest word."""
        inset = 2 * self.theme.cell_inset * INCH
        return [max(self._longest_word(para, size) for para in column) * SAFETY + inset for column in columns]

    def row_heights(self, rows: Sequence[Sequence[Para]], widths: Sequence[float], size: float) -> tuple[float, ...]:
        """The height of each row: that of its tallest cell. The header and the first column are bold."""
        inset = 2 * self.theme.cell_inset * INCH
        return tuple(
            inset
            + max(
                self.height((para,), width - inset, size, bold=not number or not place) * self.ruler.in_rows
                for place, (para, width) in enumerate(zip(row, widths, strict=True))
            )
            for number, row in enumerate(rows)
        )

    def _width(self, para: Para, size: float) -> float:
        return sum(self.ruler.width(run.text, size, bold=True) for run in para.runs)

    def _longest_word(self, para: Para, size: float) -> float:
        words = "".join(run.text for run in para.runs).replace("-", "- ").split(" ")
        return max(self._whole(word, size) for word in words)

    def _whole(self, word: str, size: float) -> float:
        """The width that keeps *word* whole, or its longest part where it is a sentence without spaces."""
        width = self.ruler.width(word, size, bold=True)
        if not any(east_asian_width(character) in "WF" for character in word):
            return width
        longest = max(self.ruler.width(part, size, bold=True) for part in self.ruler.parts(word))
        return max(longest, min(width, LONGEST_EAST_ASIAN * size))


def room(box: Placeholder) -> tuple[float, float]:
    """Width and height of the words' room in *box*."""
    corner = CORNERS[box.shape]
    if box.shape == "ellipse":
        across, down = box.width * corner, box.height * corner
    else:
        across = down = min(box.width, box.height) * corner
    return (box.width - 2 * (box.inset + across)) * INCH, (box.height - 2 * (box.inset + down)) * INCH


def beside(box: Placeholder, badge: Badge | None) -> Placeholder:
    """The part of *box* that is left to its words beside *badge*."""
    return replace(box, width=box.width - beside_badge(box)) if badge else box


def pages(heights: Sequence[float], height: float) -> list[range] | None:
    """Places of the parts that share a page: as few pages as can be, filled as evenly as can be.

    None where one part alone is higher than a page.
    """
    if any(each > height for each in heights):
        return None
    best = _greedy(heights, height)
    low, high = max(heights, default=0.0), height
    for _ in range(BISECTIONS):
        middle = (low + high) / 2
        tried = _greedy(heights, middle)
        if len(tried) == len(best):
            best, high = tried, middle
        else:
            low = middle
    return best


def _greedy(heights: Sequence[float], height: float) -> list[range]:
    found: list[range] = []
    start, used = 0, 0.0
    for place, each in enumerate(heights):
        if place > start and used + each > height:
            found.append(range(start, place))
            start, used = place, 0.0
        used += each
    return [*found, range(start, len(heights))]


def _first(paras: Sequence[Para], characters: int) -> Iterator[Para]:
    """*paras* as far as their first *characters* go."""
    for para in paras:
        runs = []
        for run in para.runs:
            if characters > 0:
                runs.append(replace(run, text=run.text[:characters]))
            characters -= len(run.text)
        if runs:
            yield replace(para, runs=tuple(runs))
