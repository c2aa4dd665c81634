"""The slides every deck has around its sections: who speaks, what is still unproven, sources, colophon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from leafdeck.deck.certainty import legend
from leafdeck.deck.draft import Draft, Group
from leafdeck.deck.wording import Line, Wording
from leafdeck.model import Para, Place, Run, Text

TESTING = ("slide-testing-approval", "slide-testing-small", "slide-testing-relapse", "slide-testing-risk")
DOT = " · "


def opening(wording: Wording, spoken: Wording) -> Iterator[Group]:
    """The title, the disclosure, and what is still being tested: no deck goes without them."""
    piece = wording.piece
    part = wording.bare_phrase("slide-part-opening")
    version = wording.bare_phrase("version-short", version=piece.version)
    details = [wording.made(DOT.join((piece.language.autonym, version)))]
    if piece.profile == "draft":
        details.append(wording.phrase("slide-footer-draft", bold=True))
    fills = (("standfirst", (wording.line(piece.standfirst),)), ("details", tuple(details)))
    bands = [spoken.phrase(name) for name in _bands(wording)]
    said = (spoken.line(piece.standfirst), spoken.phrase("slide-disclaimer"), *bands)
    yield Group("title", piece.title, (Draft("title", fills),), said, part)
    yield _list(
        "disclosure", "slide-disclosure", _disclosed(wording), (spoken.phrase("slide-disclosure-say"),), part, wording
    )
    tested = tuple(_bullet(wording.phrase(name)) for name in TESTING)
    yield _list("testing", "slide-testing", tested, (spoken.phrase("slide-testing-say"),), part, wording)


def topic(id_: str, title: Text, wording: Wording, spoken: Wording) -> Group:
    """The slide that opens one topic of several."""
    return Group(id_, title, (Draft("section"),), (spoken.line(title),), wording.bare(title))


def closing(wording: Wording, spoken: Wording) -> Iterator[Group]:
    """Questions, the sources in full, and the colophon."""
    piece = wording.piece
    part = wording.bare_phrase("slide-part-closing")
    hint = Draft("questions", (("points", (wording.phrase("slide-questions-hint"),)),))
    yield Group("questions", piece.phrase("slide-questions"), (hint,), (spoken.phrase("slide-questions-say"),), part)
    listed = tuple(
        Line(
            replace(wording.reference(each, numbered=False), marker="number", start=each.number), (), each.source.place
        )
        for each in piece.references
    )
    if listed:
        draft = Draft("references", (("list", listed),))
        said = (spoken.phrase("slide-references-say"),)
        yield Group("references", piece.phrase("slide-references"), (draft,), said, part)
    explained = legend(wording, spoken, part)
    if explained:
        yield explained
    details = [_detail(wording.line(each.label, bold=True), wording.line(each.words)) for each in piece.colophon]
    about = (*details, wording.phrase("licence"), wording.phrase("slide-disclaimer"))
    bands = [spoken.phrase(name) for name in _bands(wording)]
    # In the layout of the sources, whose ladder goes lower: all of it belongs on one slide.
    shown = Draft("references", (("list", about),))
    yield Group("about", piece.phrase("slide-about"), (shown,), (spoken.phrase("slide-disclaimer"), *bands), part)


def footer(wording: Wording) -> Para:
    """What stands at the foot of every slide: that it is a draft, or a machine's words, and its version."""
    piece = wording.piece
    names = [
        *(["slide-footer-draft"] if piece.profile == "draft" else []),
        *(["slide-footer-machine"] if piece.machine else []),
    ]
    lines = [*(wording.phrase(name) for name in names), wording.phrase("version-short", version=piece.version)]
    dot = Run(DOT, piece.language.office_locale)
    runs = [run for line in lines for run in (dot, *line.para.runs)][1:]
    return Para(tuple(runs), piece.language.direction)


def _bands(wording: Wording) -> list[str]:
    piece = wording.piece
    stated = (
        ("band-draft", piece.profile == "draft"),
        ("band-machine", piece.machine),
        ("band-fallback", piece.fallback),
    )
    return [name for name, holds in stated if holds]


def _list(id_: str, title: str, lines: tuple[Line, ...], said: tuple[Line, ...], part: str, wording: Wording) -> Group:
    return Group(id_, wording.piece.phrase(title), (Draft("bullets", (("points", lines),)),), said, part)


def _disclosed(wording: Wording) -> tuple[Line, ...]:
    speaker = wording.piece.speaker
    if speaker is None:
        return (wording.phrase("slide-not-filled"),)
    interests = ", ".join(speaker.interests)
    told = (
        wording.phrase("slide-interests", interests=interests)
        if interests
        else wording.phrase("slide-nothing-to-disclose")
    )
    return (wording.made(speaker.name, bold=True), wording.made(speaker.affiliation), told)


def _bullet(line: Line) -> Line:
    return replace(line, para=replace(line.para, marker="bullet"))


def _detail(label: Line, words: Line) -> Line:
    colon = Run(": ", label.para.runs[0].lang, bold=True)
    return Line(replace(label.para, runs=(*label.para.runs, colon, *words.para.runs)), words.sources, Place(""))
