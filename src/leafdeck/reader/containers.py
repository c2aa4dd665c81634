"""Containers: one function for each name that may stand in the braces after three colons."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Literal, cast

from leafdeck.model import (
    Answer,
    Block,
    Bullets,
    Callout,
    Case,
    Chart,
    ChartRow,
    Checklist,
    Column,
    Event,
    Faq,
    Figure,
    Paragraph,
    Publisher,
    Questions,
    Quote,
    Related,
    Stat,
    Table,
    Text,
    Timeline,
    TwoLists,
    Urgency,
    UrgencyLevel,
)
from leafdeck.reader.blocks import items, paragraph, words
from leafdeck.reader.inlines import ID
from leafdeck.reader.near import did_you_mean, one_of
from leafdeck.reader.outline import Node
from leafdeck.reader.reading import Numbering, Reading, holding, sole
from leafdeck.reader.tables import Row, read_rows


@dataclass(frozen=True, slots=True)
class Opened:
    """A container whose opening line has been understood."""

    node: Node
    name: str
    title: str
    attributes: dict[str, str]
    id: str
    """Where it stands, such as `fifteen/chart-1`."""

    def words(self, reading: Reading, kind: str) -> Text:
        """Its title as a message."""
        column = reading.lines[self.node.line - 1].rfind(self.title) + 1
        return reading.text(self.title, self.node, f"{self.id}/title", kind, column=column)


Build = Callable[[Reading, Opened], Block | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a container may say and hold."""

    build: Build
    title: bool = True
    """Whether it must have a title; one that must not is refused."""
    attributes: tuple[str, ...] = ()


def _table(reading: Reading, opened: Opened) -> Block | None:
    node = sole(reading, opened.node.below, "A table", "table", opened.node.line)
    rows = read_rows(reading, node) if node else None
    if node is None or rows is None:
        return None
    header, body = rows

    def cell(row: Row, number: int, id_: str, kind: str) -> Text:
        return reading.text(row.cells[number], node, f"{opened.id}/{id_}", kind, line=row.line)

    width = range(len(header.cells))
    return Table(
        opened.words(reading, "table caption"),
        tuple(cell(header, column, f"header-{column + 1}", "table heading") for column in width),
        tuple(
            tuple(cell(row, column, f"row-{number}/cell-{column + 1}", "table cell") for column in width)
            for number, row in enumerate(body, 1)
        ),
    )


def _callout(reading: Reading, opened: Opened) -> Block | None:
    kind = cast("Literal['key', 'plain-words', 'warning', 'not-for']", opened.name)
    blocks = words(reading, opened.node.below, Numbering(opened.id), f"`:::{{{opened.name}}}`")
    if not blocks:
        reading.problem("missing-words", opened.node.line, "This box holds nothing.", "Write a paragraph in it.")
        return None
    return Callout(kind, opened.words(reading, "box title"), blocks)


LEVELS = {"Now": "now", "Today": "today", "Next visit": "next-visit"}


def _urgency(reading: Reading, opened: Opened) -> Block | None:
    levels: list[UrgencyLevel] = []
    for heading, below in _headed(reading, opened):
        name, colon, action = heading.words.partition(":")
        if name.strip() not in LEVELS or not colon:
            fix = did_you_mean(name, LEVELS, "Write `### Now: …`, `### Today: …` or `### Next visit: …`.")
            reading.problem("bad-urgency", heading.line, f"`{name.strip()}` is no level of urgency.", fix)
            continue
        level = cast("Literal['now', 'today', 'next-visit']", LEVELS[name.strip()])
        order = list(LEVELS.values())
        if levels and order.index(level) <= order.index(levels[-1].level):
            message = f"`{name.strip()}` stands after a level that is not more urgent."
            reading.problem("bad-urgency", heading.line, message, "Put the most urgent level first, each once.")
        listed = sole(reading, below, f"`{name.strip()}`", "bullets", heading.line)
        if listed is None:
            continue
        id_ = f"{opened.id}/{level}"
        text = reading.text(action.strip(), heading, f"{id_}/action", "urgency action")
        levels.append(UrgencyLevel(level, text, Bullets(items(reading, listed, id_, "warning sign"))))
    return Urgency(tuple(levels)) if levels else None


def _headed(reading: Reading, opened: Opened) -> list[tuple[Node, list[Node]]]:
    """The third-level headings of a container, each with what stands under it."""
    parts: list[tuple[Node, list[Node]]] = []
    for node in opened.node.below:
        if node.kind == "heading" and node.level == 3:
            parts.append((node, []))
        elif node.kind == "heading":
            reading.problem("bad-heading", node.line, "Headings in a block have three `#`.", "Write `### Heading`.")
        elif parts:
            parts[-1][1].append(node)
        else:
            reading.problem("not-allowed-here", node.line, "This stands before the first heading of its block.",
                            "Write a `### Heading` above it.")  # fmt: skip
    if not parts:
        reading.problem("missing-words", opened.node.line, f"`:::{{{opened.name}}}` has no headings.",
                        "Write `### Heading` with what belongs under it.")  # fmt: skip
    return parts


def _stat(reading: Reading, opened: Opened) -> Block | None:
    label = sole(reading, opened.node.below, "A stat", "paragraph", opened.node.line)
    if label is None:
        return None
    text = reading.text(label.words, label, f"{opened.id}/label", "what the figure means")
    return Stat(opened.words(reading, "figure made large"), text)


def _chart(reading: Reading, opened: Opened) -> Block | None:
    name, colon, title = opened.title.partition(":")
    if name.strip() not in ("dots", "bars") or not colon or not title.strip():
        reading.problem("bad-chart", opened.node.line, f"`{opened.title}` does not say which kind of chart this is.",
                        "Write `:::{chart} dots: Title` or `:::{chart} bars: Title`.")  # fmt: skip
        return None
    dots = name.strip() == "dots"
    held = holding(reading, opened.node.below, "A chart", ("table", "paragraph"))
    table = sole(reading, [node for node in held if node.kind == "table"], "A chart", "table", opened.node.line)
    notes = [node for node in held if node.kind == "paragraph"]
    if len(notes) > 1:
        reading.problem("too-much", notes[1].line, "A chart has at most one paragraph.", "Join them, or move one out.")
    rows = read_rows(reading, table) if table else None
    if rows is None or table is None:
        return None
    header, body = rows
    wanted = ["n", "of", "claim"] if dots else ["claim"]
    if list(header.cells[1:] if dots else header.cells[2:]) != wanted:
        shape = "`| Result | n | of | claim |`" if dots else "`| Study | months | claim |`, the second one the unit"
        reading.problem("bad-chart", header.line, "These are not the columns of such a chart.", f"Write {shape}.")
        return None
    made = [_chart_row(reading, table, row, f"{opened.id}/row-{number}", dots) for number, row in enumerate(body, 1)]
    whole = Opened(opened.node, opened.name, title.strip(), opened.attributes, opened.id)
    unit = None if dots else reading.text(header.cells[1], table, f"{opened.id}/unit", "chart unit", line=header.line)
    note = reading.text(notes[0].words, notes[0], f"{opened.id}/note", "chart note") if notes else None
    return Chart(
        "dots" if dots else "bars", whole.words(reading, "chart title"), tuple(row for row in made if row), unit, note
    )


def _chart_row(reading: Reading, node: Node, row: Row, id_: str, dots: bool) -> ChartRow | None:
    figures: list[Decimal | None] = []
    for written in row.cells[1:-1]:
        try:
            figures.append(None if written in ("–", "-", "—") and not dots else Decimal(written))
        except InvalidOperation:
            kind = "a number" if dots else "a number, nor `–` for no data"
            reading.problem("bad-chart", row.line, f"`{written}` is not {kind}.", "Write digits.")
            return None
    value, of = (figures[0], figures[1]) if dots else (figures[0], None)
    if any(figure is not None and figure < 0 for figure in figures):
        reading.problem("bad-chart", row.line, "A figure of a chart is below zero.", "Write what was counted.")
        return None
    if dots and value is not None and of is not None and (value > of or {value % 1, of % 1} != {Decimal(0)}):
        reading.problem("bad-chart", row.line, f"{value} of {of} cannot be drawn as people.", "Count whole people.")
        return None
    claim = row.cells[-1].strip("[]@ ")
    if not ID.fullmatch(claim):
        reading.problem("bad-chart", row.line, f"`{row.cells[-1]}` names no claim.", "Write the id of the claim.")
        return None
    label = reading.text(row.cells[0], node, id_, "chart label", line=row.line)
    return ChartRow(label, value, of, claim, reading.place(row.line))


_WHEN = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def _timeline(reading: Reading, opened: Opened) -> Block | None:
    node = sole(reading, opened.node.below, "A timeline", "table", opened.node.line)
    rows = read_rows(reading, node) if node else None
    if node is None or rows is None:
        return None
    header, body = rows
    if header.cells != ("When", "What"):
        reading.problem(
            "bad-timeline", header.line, "These are not the columns of a timeline.", "Write `| When | What |`."
        )
        return None
    events: list[Event] = []
    for number, row in enumerate(body, 1):
        when = row.cells[0]
        if not _is_date(when):
            reading.problem("bad-timeline", row.line, f"`{when}` is no date.", "Write 2021, 2021-03 or 2021-03-05.")
            continue
        if events and when < events[-1].when[: len(when)]:
            reading.problem(
                "bad-timeline", row.line, f"{when} stands after a later date.", "Put the oldest event first."
            )
        text = reading.text(row.cells[1], node, f"{opened.id}/event-{number}", "timeline entry", line=row.line)
        events.append(Event(when, text))
    return Timeline(opened.words(reading, "timeline title"), tuple(events))


def _is_date(when: str) -> bool:
    if not _WHEN.fullmatch(when):
        return False
    try:
        date.fromisoformat((when + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _figure(reading: Reading, opened: Opened) -> Block | None:
    given = opened.attributes
    for key in ("file", "credit", "licence"):
        if not given.get(key):
            reading.problem(
                "bad-figure", opened.node.line, f"The figure has no {key}.", f'Add {key}="…" in the braces.'
            )
    alt = sole(reading, opened.node.below, "A figure", "paragraph", opened.node.line)
    if alt is None or not all(given.get(key) for key in ("file", "credit", "licence")):
        return None
    caption = opened.words(reading, "caption") if opened.title else None
    text = reading.text(alt.words, alt, f"{opened.id}/alt", "figure description")
    return Figure(given["file"], text, caption, given["credit"], given["licence"], reading.place(opened.node.line))


STATUSES = ("verified", "adapted", "unsigned")


def _quote(reading: Reading, opened: Opened) -> Block | None:
    said = sole(reading, opened.node.below, "A quote", "paragraph", opened.node.line)
    status = opened.attributes.get("status", "unsigned")
    if status not in STATUSES:
        fix = did_you_mean(status, STATUSES, one_of(STATUSES))
        reading.problem("bad-quote", opened.node.line, f"`{status}` is no status of a quote.", fix)
        return None
    if said is None:
        return None
    role = opened.words(reading, "role of a speaker") if opened.title else None
    text = reading.text(said.words, said, f"{opened.id}/words", "quotation")
    return Quote(
        text, opened.attributes.get("speaker", ""), role, cast("Literal['verified', 'adapted', 'unsigned']", status)
    )


def _questions(reading: Reading, opened: Opened) -> Block | None:
    lines = opened.attributes.get("lines", "1")
    if not lines.isascii() or not lines.isdigit() or int(lines) > 9:
        reading.problem(
            "bad-questions", opened.node.line, f"`{lines}` is no number of lines.", "Write lines=0 to lines=9."
        )
        return None
    listed = sole(reading, opened.node.below, "Questions", "bullets", opened.node.line)
    if listed is None:
        return None
    return Questions(opened.words(reading, "box title"), items(reading, listed, opened.id, "question"), int(lines))


def _checklist(reading: Reading, opened: Opened) -> Block | None:
    listed = sole(reading, opened.node.below, "A checklist", "bullets", opened.node.line)
    return Checklist(opened.words(reading, "box title"), items(reading, listed, opened.id)) if listed else None


def _two_lists(reading: Reading, opened: Opened) -> Block | None:
    columns: list[Column] = []
    parts = _headed(reading, opened)
    for number, (heading, below) in enumerate(parts, 1):
        listed = sole(reading, below, f"`{heading.words}`", "bullets", heading.line)
        if listed:
            id_ = f"{opened.id}/list-{number}"
            text = reading.text(heading.words, heading, f"{id_}/heading", "heading of a list")
            columns.append(Column(text, items(reading, listed, id_)))
    if parts and len(parts) != 2:
        reading.problem("bad-lists", opened.node.line, f"There are {len(parts)} lists here.", "Write two headings.")
    return TwoLists(columns[0], columns[1]) if len(columns) == 2 else None


def _faq(reading: Reading, opened: Opened) -> Block | None:
    answers: list[Answer] = []
    for number, (heading, below) in enumerate(_headed(reading, opened), 1):
        ids = Numbering(f"{opened.id}/answer-{number}")
        text = reading.text(heading.words, heading, f"{ids.within}/question", "question")
        answer = words(reading, below, ids, "An answer")
        if not answer:
            reading.problem("missing-words", heading.line, "This question has no answer.", "Write one under it.")
        answers.append(Answer(text, answer))
    return Faq(tuple(answers)) if answers else None


def _case(reading: Reading, opened: Opened) -> Block | None:
    held = holding(reading, opened.node.below, "A case", ("paragraph", "bullets"))
    blocks = words(reading, held, Numbering(opened.id), "A case")
    return Case(opened.words(reading, "box title"), cast("tuple[Paragraph | Bullets, ...]", blocks))


def _related(reading: Reading, opened: Opened) -> Block | None:
    listed = sole(reading, opened.node.below, "`:::{related}`", "bullets", opened.node.line)
    topics: list[str] = []
    for item in listed.below if listed else ():
        name = item.below[0].words if item.below else ""
        if ID.fullmatch(name) and len(item.below) == 1:
            topics.append(name)
        else:
            reading.problem(
                "bad-related", item.line, f"`{name}` is no id of a topic.", "Write the name of its file without .md."
            )
    return Related(tuple(topics), reading.place(opened.node.line)) if topics else None


def _publisher(reading: Reading, opened: Opened) -> Block | None:
    ids = Numbering(opened.id)
    held = holding(reading, opened.node.below, "`:::{publisher}`", ("paragraph",))
    return Publisher(tuple(paragraph(reading, node, ids) for node in held)) if held else None


KINDS: dict[str, Kind] = {
    "table": Kind(_table),
    "key": Kind(_callout),
    "plain-words": Kind(_callout),
    "warning": Kind(_callout),
    "not-for": Kind(_callout),
    "urgency": Kind(_urgency, title=False),
    "stat": Kind(_stat),
    "chart": Kind(_chart),
    "timeline": Kind(_timeline),
    "figure": Kind(_figure, title=False, attributes=("file", "credit", "licence")),
    "quote": Kind(_quote, title=False, attributes=("speaker", "status")),
    "questions": Kind(_questions, attributes=("lines",)),
    "checklist": Kind(_checklist),
    "two-lists": Kind(_two_lists, title=False),
    "faq": Kind(_faq, title=False),
    "case": Kind(_case),
    "related": Kind(_related, title=False),
    "publisher": Kind(_publisher, title=False),
}
OPTIONAL_TITLE = ("figure", "quote")
"""Their title is a caption or a role, which may be missing."""


def build(reading: Reading, opened: Opened) -> Block | None:
    """The block of a container; None where a finding says why there is none."""
    return KINDS[opened.name].build(reading, opened)


def titled(reading: Reading, opened: Opened, must: bool) -> bool:
    """Whether the title is there where it must be, and not where it may not be."""
    if must and not opened.title:
        reading.problem(
            "missing-title", opened.node.line, f"`:::{{{opened.name}}}` has no title.", "Write it behind the braces."
        )
    elif not must and opened.title and opened.name not in OPTIONAL_TITLE:
        message = f"`:::{{{opened.name}}}` has no title: `{opened.title}` would be lost."
        reading.problem("stray-title", opened.node.line, message, "Remove it, or write it inside.")
    return bool(opened.title) or not must


def understood(reading: Reading, attributes: dict[str, str], known: Sequence[str], line: int, name: str) -> None:
    """Report attributes that mean nothing in `:::{name}`."""
    for key in attributes:
        if key not in known:
            otherwise = one_of(known) if known else "Remove it."
            reading.problem("unknown-attribute", line, f"`{key}` means nothing in `:::{{{name}}}`.",
                            did_you_mean(key, known, otherwise))  # fmt: skip
