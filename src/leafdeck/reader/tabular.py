"""Containers that hold a Markdown table: tables, charts and timelines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Literal

from leafdeck.model import Block, Chart, ChartRow, Event, Table, Text, Timeline
from leafdeck.reader.inlines import ID
from leafdeck.reader.opened import Opened
from leafdeck.reader.outline import Node
from leafdeck.reader.reading import Reading, holding, sole
from leafdeck.reader.tables import Row, Rows, read_rows


def table(reading: Reading, opened: Opened) -> Block | None:
    """A table whose cells are messages."""
    rows = _rows(reading, opened, opened.node.below)
    if rows is None:
        return None
    width = range(len(rows.header.cells))

    def cells(row: Row, id_: str, kind: str) -> tuple[Text, ...]:
        return tuple(rows.text(reading, row, at, f"{opened.id}/{id_}-{at + 1}", kind) for at in width)

    return Table(
        opened.words(reading, "table caption"),
        cells(rows.header, "header", "table heading"),
        tuple(cells(row, f"row-{number}/cell", "table cell") for number, row in enumerate(rows.body, 1)),
    )


_COLUMNS = {
    "dots": (
        (("n", "of", "claim"), ("n", "of", "claim", "came back")),
        "Write `| Result | n | of | claim |`, and where there is one `came back |` behind it.",
    ),
    "bars": ((("claim",),), "Write `| Study | months | claim |`, the second one the unit."),
}
"""Kind of chart -> what its last columns may be, and how to write them all."""


def chart(reading: Reading, opened: Opened) -> Block | None:
    """A chart whose figures are data; only its title, labels, unit and note are messages."""
    kind, _, title = (part.strip() for part in opened.title.partition(":"))
    if kind not in _COLUMNS or not title:
        reading.problem("bad-chart", opened.node.line, f"`{opened.title}` does not say which kind of chart this is.",
                        "Write `:::{chart} dots: Title` or `:::{chart} bars: Title`.")  # fmt: skip
        return None
    held = holding(reading, opened.node.below, opened.shown, ("table", "paragraph"))
    notes = [node for node in held if node.kind == "paragraph"]
    if len(notes) > 1:
        reading.problem("too-much", notes[1].line, "A chart has at most one paragraph.", "Join them, or move one out.")
    rows = _rows(reading, opened, [node for node in held if node.kind == "table"])
    if rows is None:
        return None
    first = 1 if kind == "dots" else 2
    columns, fix = _COLUMNS[kind]
    if rows.header.cells[first:] not in columns:
        reading.problem("bad-chart", rows.header.line, "These are not the columns of such a chart.", fix)
        return None
    drawn = [
        row
        for number, written in enumerate(rows.body, 1)
        if (row := _chart_row(reading, rows, written, f"{opened.id}/row-{number}", people=kind == "dots"))
    ]
    unit = None
    if kind == "bars" and _has_words(reading, rows.header, 1):
        unit = rows.text(reading, rows.header, 1, f"{opened.id}/unit", "chart unit")
    return Chart(
        "dots" if kind == "dots" else "bars",
        replace(opened, title=title).words(reading, "chart title"),
        tuple(drawn),
        unit,
        reading.text(notes[0].words, notes[0], f"{opened.id}/note", "chart note") if notes else None,
    )


_PEOPLE = re.compile(r"[0-9]+")
_LENGTH = re.compile(r"[0-9]+(\.[0-9]+)?|[–—-]")
_DASHES = ("–", "—", "-")
_CLAIM_OF_PEOPLE = 3
"""Place of the claim in a row that counts people; what came back stands behind it."""


def _chart_row(reading: Reading, rows: Rows, row: Row, id_: str, people: bool) -> ChartRow | None:
    mistake = _mistake(row, people)
    if mistake:
        reading.problem("bad-chart", row.line, *mistake)
    if not _has_words(reading, row, 0) or mistake:
        return None
    figures = row.cells[1:3] if people else (row.cells[1], "–")
    value, of = (None if figure in _DASHES else Decimal(figure) for figure in figures)
    label = rows.text(reading, row, 0, id_, "chart label")
    return ChartRow(label, value, of, _claim(row, people), reading.place(row.line), _came_back(row) if people else None)


def _claim(row: Row, people: bool) -> str:
    return row.cells[_CLAIM_OF_PEOPLE if people else -1].strip("[]@ ")


def _came_back(row: Row) -> Decimal | Literal["not-reported"] | None:
    figure = "".join(row.cells[_CLAIM_OF_PEOPLE + 1 :])
    if not figure:
        return None
    return "not-reported" if figure in _DASHES else Decimal(figure)


def _mistake(row: Row, people: bool) -> tuple[str, str] | None:
    """What is wrong with the data of *row*, and how to mend it."""
    if not ID.fullmatch(_claim(row, people)):
        return f"`{row.cells[_CLAIM_OF_PEOPLE if people else -1]}` names no claim.", "Write the id of the claim."
    figures = row.cells[1:3] if people else row.cells[1:-1]
    for figure in figures:
        if people and not _PEOPLE.fullmatch(figure):
            return f"`{figure}` is no whole number.", "Write how many people, in digits."
        if not people and not _LENGTH.fullmatch(figure):
            return f"`{figure}` is neither a number nor `–` for no data.", "Write digits, such as 3 or 3.5."
    if people and not 0 <= int(figures[0]) <= int(figures[1]) > 0:
        return f"{figures[0]} of {figures[1]} cannot be drawn as people.", "Count those with the result, then all."
    for figure in row.cells[_CLAIM_OF_PEOPLE + 1 :] if people else ():
        if figure not in ("", *_DASHES) and not (_PEOPLE.fullmatch(figure) and int(figure) <= int(figures[1])):
            fix = "Write in how many of the group the illness came back, or `–` where nobody reports it."
            return f"`{figure}` is no number of people of this group.", fix
    return None


_WHEN = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


def timeline(reading: Reading, opened: Opened) -> Block | None:
    """A timeline, whose dates are data and whose events are messages."""
    rows = _rows(reading, opened, opened.node.below)
    if rows is None:
        return None
    if rows.header.cells != ("When", "What"):
        reading.problem("bad-timeline", rows.header.line, "These are not the columns of a timeline.",
                        "Write `| When | What |`.")  # fmt: skip
        return None
    events: list[Event] = []
    for number, row in enumerate(rows.body, 1):
        when = row.cells[0]
        if not _is_date(when):
            reading.problem("bad-timeline", row.line, f"`{when}` is no date.", "Write 2021, 2021-03 or 2021-03-05.")
        elif _has_words(reading, row, 1):
            if events and when < events[-1].when[: len(when)]:
                message = f"{when} stands after a later date."
                reading.problem("bad-timeline", row.line, message, "Put the oldest event first.")
            events.append(Event(when, rows.text(reading, row, 1, f"{opened.id}/event-{number}", "timeline entry")))
    return Timeline(opened.words(reading, "timeline title"), tuple(events))


def _is_date(when: str) -> bool:
    if not _WHEN.fullmatch(when):
        return False
    try:
        date.fromisoformat((when + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _rows(reading: Reading, opened: Opened, nodes: Sequence[Node]) -> Rows | None:
    node = sole(reading, nodes, opened.shown, "table", opened.node.line)
    return read_rows(reading, node) if node else None


def _has_words(reading: Reading, row: Row, number: int) -> bool:
    if not row.cells[number]:
        reading.problem("missing-words", row.line, f"Cell {number + 1} of this row is empty.", "Write its words.")
    return bool(row.cells[number])
