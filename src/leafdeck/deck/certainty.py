"""How sure we are, in the words of the leaflet: at the foot of a section's slides, and on a slide that explains it."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from leafdeck.deck.draft import Draft, Group
from leafdeck.deck.wording import Line, Wording
from leafdeck.model import Badge, Evidence, Place, Run

DOT = " · "


def certainty(evidence: Evidence, wording: Wording) -> Line:
    """*evidence* in one line: how sure we are, what it rests on, as of when."""
    sure = wording.phrase("slide-level", bold=True, level=evidence.sure)
    as_of = wording.phrase("as-of", date=evidence.as_of)
    return _joined(sure, _run(DOT, wording), wording.line(evidence.words), _run(" ", wording), as_of)


def legend(wording: Wording, spoken: Wording, part: str) -> Group | None:
    """The slide that explains the badges; None where no section has one."""
    piece = wording.piece
    if not any(each.evidence for each in piece.sections):
        return None
    fills = [(badge, (_explained(badge, wording),)) for badge in get_args(Badge)]
    shown = Draft("legend", (*fills, ("note", (wording.phrase("legend-note"),))))
    said = tuple(_explained(badge, spoken) for badge in get_args(Badge))
    return Group("legend", piece.phrase("legend"), (shown,), (*said, spoken.phrase("legend-note")), part)


def _explained(badge: Badge, wording: Wording) -> Line:
    name = wording.phrase(f"strength-{badge}", bold=True)
    return _joined(name, _run(DOT, wording), wording.phrase(f"legend-{badge}"))


def _run(words: str, wording: Wording) -> Run:
    return Run(words, wording.piece.language.office_locale)


def _joined(first: Line, *others: Line | Run) -> Line:
    """Lines and characters between them as one line of the direction of the first."""
    runs = list(first.para.runs)
    for each in others:
        runs += [each] if isinstance(each, Run) else each.para.runs
    sources = {number for each in (first, *others) if isinstance(each, Line) for number in each.sources}
    return Line(replace(first.para, runs=tuple(runs)), tuple(sorted(sources)), Place(""))
