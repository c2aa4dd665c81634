"""Groups become slides: each with a title of its own, its notes, and at its foot the sources it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from leafdeck.deck.draft import Group
from leafdeck.deck.fit import Fit, beside
from leafdeck.deck.spread import Spread
from leafdeck.deck.wording import UNBROKEN_SPACE, Line, Wording, short
from leafdeck.model import Finding, LayoutName, Para, Slide, Words

COUNT = re.compile(r"\([^()]*\)$")
"""The end of a title that goes on, such as "(2 of 3)": it stays on one line."""


class Lay:
    """Lays out the slides of one piece, and gathers what does not fit."""

    def __init__(self, wording: Wording, fit: Fit) -> None:
        self.findings: list[Finding] = []
        self._wording = wording
        self._fit = fit
        self._spread = Spread(wording, fit, self.findings)

    def slides(self, group: Group) -> tuple[Slide, ...]:
        """The slides of *group*, those after the first with its title and which part they are."""
        laid = [page for draft in group.drafts for page in self._spread.pages(draft, group.id)]
        made = []
        for number, page in enumerate(laid, 1):
            title = self._title(group, number, len(laid))
            sources = sorted({*title.sources, *page.sources})
            said = list(group.notes) if number == 1 else [title]
            cited = sorted({*sources, *(each for line in said for each in line.sources)})
            fills = dict(page.fills)
            fills["title"] = self._spread.fitted(group.id, page.layout, "title", (title,))
            boxes = self._fit.theme.layout(page.layout).placeholders
            # A title slide has no foot for sources: its notes name them.
            if (sources or group.certainty) and any(box.name == "source" for box in boxes):
                fills["source"] = self._source(group, page.layout, sources)
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
        line = self._wording.phrase("continued", title=group.title, number=str(number), total=str(total))
        *before, last = line.para.runs
        whole = COUNT.sub(lambda count: count[0].replace(" ", UNBROKEN_SPACE), last.text)
        return replace(line, para=replace(line.para, runs=(*before, replace(last, text=whole))))

    def _source(self, group: Group, layout: LayoutName, sources: Sequence[int]) -> Words:
        """How sure we are, and the sources in few words; as numbers alone where even those are too many."""
        box = beside(self._fit.theme.layout(layout).placeholder("source"), group.badge)
        sure = (group.certainty,) if group.certainty else ()
        references = [each for each in self._wording.piece.references if each.number in sources]
        named = self._wording.separator.join(short(each) for each in references)
        names = (named, ", ".join(str(number) for number in sources)) if sources else ()
        ways = [(*sure, self._wording.phrase("slide-source", sources=each)) for each in names] or [sure]
        fits = (way for way in ways if self._fit.fits([line.para for line in way], box, box.sizes[-1]))
        return self._spread.fitted(group.id, layout, "source", next(fits, ways[-1]), group.badge)

    def _references(self, numbers: Sequence[int]) -> Iterator[Para]:
        """The sources in full, for the notes."""
        shown = [each for each in self._wording.piece.references if each.number in numbers]
        if shown:
            yield self._wording.phrase("slide-references", bold=True).para
        yield from (self._wording.reference(each, numbered=True) for each in shown)
