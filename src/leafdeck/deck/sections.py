"""One section becomes drafts of slides: its points, and each of its visuals in the layout made for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from leafdeck.assemble import visuals
from leafdeck.deck.draft import Content, Draft, Length, Lengths, Rows
from leafdeck.deck.fit import pages
from leafdeck.deck.wording import Line, Wording
from leafdeck.language import capitalised, format_number, partial_date
from leafdeck.model import (
    Bar,
    Block,
    Chart,
    ChartRow,
    Column,
    Item,
    LayoutName,
    Piece,
    Questions,
    Quote,
    Section,
    Stat,
    Steps,
    Table,
    Timeline,
    TwoLists,
    Urgency,
)

STEPS: dict[int, LayoutName] = {3: "steps-3", 4: "steps-4", 5: "steps-5", 6: "steps-6"}
"""Layouts by the number of steps they hold. One or two are a list; more than six go on, on another slide."""


def drafts(section: Section, wording: Wording) -> Iterator[Draft]:
    """The drafts of *section*: its points beside the first visual where that has room for them, else before it."""
    points = tuple(wording.items(section.slide.points)) if section.slide else ()
    shown = visuals(section)
    if points and not (shown and isinstance(shown[0], Chart | Stat)):
        yield Draft("bullets", (("points", points),))
        points = ()
    elif not points and not shown:
        yield Draft("key-message")
    for block in shown:
        yield from _visual(block, points, wording)
        points = ()


def _visual(block: Block, points: tuple[Line, ...], wording: Wording) -> Iterator[Draft]:
    match block:
        case Table(caption, header, rows):
            cells = tuple(tuple(wording.line(cell) for cell in row) for row in rows)
            heads = tuple(wording.line(cell) for cell in header)
            yield Draft("table", (("table", Rows(heads, cells, wording.bare(caption))),))
        case Timeline(title, events):
            days = (wording.made(partial_date(event.when, wording.piece.language)) for event in events)
            lines = tuple((day, wording.line(event.text)) for day, event in zip(days, events, strict=True))
            heads = (wording.phrase("slide-when"), wording.phrase("slide-what"))
            yield Draft("table", (("table", Rows(heads, lines, wording.bare(title))),))
        case Chart():
            yield _chart(block, points, wording)
        case Stat(value, label):
            said = (("number", (wording.line(value),)), ("label", (wording.line(label),)))
            yield Draft("big-number", (*said, *((("points", points),) if points else ())))
        case Urgency(levels):
            fills: list[tuple[str, Content]] = []
            for level in levels:
                fills.append((f"{level.level}-level", (wording.phrase(f"urgency-{level.level}"),)))
                action = _sentence(wording.line(level.action, bold=True))
                fills.append((level.level, (action, *wording.items(level.signs.items))))
            yield Draft("urgency", tuple(fills))
        case TwoLists(first, second):
            yield Draft("comparison", (*_column("first", first, wording), *_column("second", second, wording)))
        case Steps(items):
            yield from _steps(items, wording)
        case Questions(items=items):
            yield Draft("questions", (("points", tuple(wording.items(items))),))
        case Quote(text, speaker, role):
            who = (wording.made(speaker, bold=True), *([wording.line(role)] if role else []))
            yield Draft("quote", (("quote", (wording.line(text),)), ("speaker", who)))
        case _:
            raise TypeError(f"no slide shows a {type(block).__name__}")


def _sentence(line: Line) -> Line:
    """*line* with a capital: it goes on from its level in the text ("Now: call …"), and stands alone on a slide."""
    first, *rest = line.para.runs
    runs = (replace(first, text=capitalised(first.text, first.lang)), *rest)
    return replace(line, para=replace(line.para, runs=runs))


def _column(name: str, column: Column, wording: Wording) -> Iterator[tuple[str, tuple[Line, ...]]]:
    yield f"{name}-heading", (wording.line(column.heading),)
    yield name, tuple(wording.items(column.items))


def _steps(items: Sequence[Item], wording: Wording) -> Iterator[Draft]:
    if len(items) < min(STEPS):
        yield Draft("bullets", (("points", tuple(wording.items(items, "number"))),))
        return
    for each in pages([1.0] * len(items), max(STEPS)) or []:
        fills: list[tuple[str, tuple[Line, ...]]] = []
        for place, number in enumerate(each, 1):
            fills.append((f"number-{place}", (wording.made(format_number(number + 1, wording.piece.language)),)))
            # A list under a step stands below it as plain lines: its badge is the only mark.
            lines = (
                replace(line, para=replace(line.para, marker="none", level=0))
                for line in wording.items([items[number]])
            )
            fills.append((f"step-{place}", tuple(lines)))
        yield Draft(STEPS[len(each)], tuple(fills))


def _chart(chart: Chart, points: tuple[Line, ...], wording: Wording) -> Draft:
    words = (*points, *([wording.line(chart.note)] if chart.note else []))
    caption = wording.line(chart.title)
    if chart.unit:
        unit = wording.line(chart.unit)
        opening, closing = wording.made(" (").para.runs, wording.made(")").para.runs
        runs = (*caption.para.runs, *opening, *unit.para.runs, *closing)
        caption = replace(caption, para=replace(caption.para, runs=runs))
    bars = tuple(
        Length(_bar(row, wording), _behind(row, wording.piece), row.label.translated_at or row.label.place)
        for row in chart.rows
    )
    title = wording.bare(chart.title)
    series = (title,) if chart.kind == "bars" else (title, wording.bare_phrase("slide-others"))
    lengths = Lengths(bars, series, caption.words if chart.unit else title)
    fills: list[tuple[str, Content]] = [*([("caption", (caption,))] if caption.words else []), ("chart", lengths)]
    if not words:
        return Draft("chart-wide", tuple(fills))
    return Draft("chart", (*fills, ("points", words)))


def _behind(row: ChartRow, piece: Piece) -> tuple[int, ...]:
    """The sources of the figures of *row*."""
    claims = {row.claim, *(piece.relapse_claims(row.claim) if isinstance(row.came_back, Decimal) else ())}
    return tuple(sorted({number for claim in claims for number in piece.numbers(claim)}))


def _came_back(row: ChartRow, wording: Wording) -> str:
    """In how many people of *row* the illness came back, in words; empty where the row does not say."""
    match row.came_back:
        case None:
            return ""
        case "not-reported":
            return wording.bare_phrase("came-back-not-reported")
        case figure:
            language = wording.piece.language
            group = format_number(row.of or 0, language)
            shown = wording.bare_phrase("n-of", n=format_number(figure, language), of=group)
            return wording.bare_phrase("came-back", figure=shown)


def _bar(row: ChartRow, wording: Wording) -> Bar:
    language = wording.piece.language
    label, came_back = wording.bare(row.label), _came_back(row, wording)
    if row.value is None:
        return Bar(label, Decimal(0), row.of or Decimal(0), wording.bare_phrase("no-data"), came_back)
    shown = format_number(row.value, language)
    if row.of is not None:
        shown = wording.bare_phrase("n-of", n=shown, of=format_number(row.of, language))
    return Bar(label, row.value, (row.of or row.value) - row.value, shown, came_back)
