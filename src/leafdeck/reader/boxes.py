"""Containers that hold words: boxes, lists under headings, quotations, figures."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal, cast

from leafdeck.model import (
    Answer,
    Block,
    Bullets,
    Callout,
    Case,
    Checklist,
    Column,
    Faq,
    Figure,
    Paragraph,
    Publisher,
    Questions,
    Quote,
    Related,
    Stat,
    TwoLists,
    Urgency,
    UrgencyLevel,
)
from leafdeck.reader.blocks import WORDS, items, words
from leafdeck.reader.inlines import ID
from leafdeck.reader.near import did_you_mean, one_of
from leafdeck.reader.opened import Headed, Opened, headed
from leafdeck.reader.reading import Numbering, Reading, sole


def callout(reading: Reading, opened: Opened) -> Block | None:
    """A box of the kind its name says."""
    kind = cast("Literal['key', 'plain-words', 'warning', 'not-for']", opened.name)
    blocks = words(reading, opened.node.below, Numbering(opened.id), opened.shown, WORDS, opened.node.line)
    return Callout(kind, opened.words(reading, "box title"), blocks) if blocks else None


LEVELS = {"Now": "now", "Today": "today", "Next visit": "next-visit"}


def urgency(reading: Reading, opened: Opened) -> Block | None:
    """Warning signs under headings that say how fast to act."""
    levels = [level for part in headed(reading, opened) if (level := _urgency_level(reading, opened, part))]
    order = list(LEVELS.values())
    for before, level in pairwise(levels):
        if order.index(level.level) <= order.index(before.level):
            message = f"`{level.level}` stands after a level that is not more urgent."
            reading.problem("bad-urgency", level.action.place.line, message, "Put the most urgent level first, once.")
    return Urgency(tuple(levels)) if levels else None


def _urgency_level(reading: Reading, opened: Opened, part: Headed) -> UrgencyLevel | None:
    name, _, action = (each.strip() for each in part.node.words.partition(":"))
    wanted = "Write `### Now: …`, `### Today: …` or `### Next visit: …`."
    listed = sole(reading, part.below, part.shown, "bullets", part.node.line)
    if name not in LEVELS:
        message = f"`{name}` is no level of urgency."
        reading.problem("bad-urgency", part.node.line, message, did_you_mean(name, LEVELS, wanted))
        return None
    if not action:
        reading.problem("bad-urgency", part.node.line, f"`{name}` does not say what to do.", wanted)
        return None
    if listed is None:
        return None
    level = cast("Literal['now', 'today', 'next-visit']", LEVELS[name])
    id_ = f"{opened.id}/{level}"
    return UrgencyLevel(
        level,
        reading.text(action, part.node, f"{id_}/action", "urgency action"),
        Bullets(items(reading, listed, id_, "warning sign")),
    )


def stat(reading: Reading, opened: Opened) -> Block | None:
    """A figure made large, with the one paragraph that gives it its meaning."""
    label = sole(reading, opened.node.below, opened.shown, "paragraph", opened.node.line)
    if label is None:
        return None
    text = reading.text(label.words, label, f"{opened.id}/label", "what the figure means")
    return Stat(opened.words(reading, "figure made large"), text)


def figure(reading: Reading, opened: Opened) -> Block | None:
    """A picture, its caption, and the one paragraph for those who cannot see it."""
    given = opened.attributes
    missing = [key for key in ("file", "credit", "licence") if not given.get(key)]
    for key in missing:
        fix = f'Add {key}="…" in the braces.'
        reading.problem("bad-figure", opened.node.line, f"The figure has no {key}.", fix)
    for key in ("credit", "licence"):
        reading.check_value(given.get(key, ""), opened.node.line)
    alt = sole(reading, opened.node.below, opened.shown, "paragraph", opened.node.line)
    if alt is None or missing:
        return None
    caption = opened.words(reading, "caption") if opened.title else None
    text = reading.text(alt.words, alt, f"{opened.id}/alt", "figure description")
    return Figure(given["file"], text, caption, given["credit"], given["licence"], reading.place(opened.node.line))


STATUSES = ("verified", "adapted", "unsigned")


def quote(reading: Reading, opened: Opened) -> Block | None:
    """Somebody's words, in one paragraph; the title is the speaker's role."""
    said = sole(reading, opened.node.below, opened.shown, "paragraph", opened.node.line)
    speaker, status = opened.attributes.get("speaker", ""), opened.attributes.get("status", "unsigned")
    reading.check_value(speaker, opened.node.line)
    if status not in STATUSES:
        fix = did_you_mean(status, STATUSES, one_of(STATUSES))
        reading.problem("bad-quote", opened.node.line, f"`{status}` is no status of a quote.", fix)
        return None
    if said is None:
        return None
    role = opened.words(reading, "role of a speaker") if opened.title else None
    text = reading.text(said.words, said, f"{opened.id}/words", "quotation")
    return Quote(text, speaker, role, cast("Literal['verified', 'adapted', 'unsigned']", status))


LINES = tuple("0123456789")


def questions(reading: Reading, opened: Opened) -> Block | None:
    """Questions to take along, each with lines to write on."""
    listed = sole(reading, opened.node.below, opened.shown, "bullets", opened.node.line)
    lines = opened.attributes.get("lines", "1")
    if lines not in LINES:
        message = f"`{lines}` is no number of lines."
        reading.problem("bad-questions", opened.node.line, message, "Write lines=0 to lines=9.")
        return None
    if listed is None:
        return None
    return Questions(opened.words(reading, "box title"), items(reading, listed, opened.id, "question"), int(lines))


def checklist(reading: Reading, opened: Opened) -> Block | None:
    """Things to tick."""
    listed = sole(reading, opened.node.below, opened.shown, "bullets", opened.node.line)
    return Checklist(opened.words(reading, "box title"), items(reading, listed, opened.id)) if listed else None


def two_lists(reading: Reading, opened: Opened) -> Block | None:
    """Two lists set against each other, each under its heading."""
    parts = headed(reading, opened)
    columns: list[Column] = []
    for number, part in enumerate(parts, 1):
        if listed := sole(reading, part.below, part.shown, "bullets", part.node.line):
            id_ = f"{opened.id}/list-{number}"
            text = reading.text(part.node.words, part.node, f"{id_}/heading", "heading of a list")
            columns.append(Column(text, items(reading, listed, id_)))
    if parts and len(parts) != 2:
        message = f"{opened.shown} must have two headings; it has {len(parts)}."
        reading.problem("bad-lists", opened.node.line, message, "Write two headings, each with bullets under it.")
    return TwoLists(columns[0], columns[1]) if len(columns) == 2 else None


def faq(reading: Reading, opened: Opened) -> Block | None:
    """Common questions, each with its answer under it."""
    answers: list[Answer] = []
    for number, part in enumerate(headed(reading, opened), 1):
        ids = Numbering(f"{opened.id}/answer-{number}")
        text = reading.text(part.node.words, part.node, f"{ids.within}/question", "question")
        answers.append(Answer(text, words(reading, part.below, ids, part.shown, WORDS, part.node.line)))
    return Faq(tuple(answers)) if answers else None


def case(reading: Reading, opened: Opened) -> Block | None:
    """One person's story."""
    held = ("paragraph", "bullets")
    blocks = words(reading, opened.node.below, Numbering(opened.id), opened.shown, held, opened.node.line)
    return Case(opened.words(reading, "box title"), cast("tuple[Paragraph | Bullets, ...]", blocks)) if blocks else None


def related(reading: Reading, opened: Opened) -> Block | None:
    """Ids of other topics."""
    listed = sole(reading, opened.node.below, opened.shown, "bullets", opened.node.line)
    topics: list[str] = []
    for item in listed.below if listed else ():
        name = item.below[0].words if item.below else ""
        if ID.fullmatch(name) and len(item.below) == 1:
            topics.append(name)
        else:
            fix = "Write the name of its file without .md."
            reading.problem("bad-related", item.line, f"`{name}` is not the id of a topic and nothing else.", fix)
    return Related(tuple(topics), reading.place(opened.node.line)) if topics else None


def publisher(reading: Reading, opened: Opened) -> Block | None:
    """What the publisher says about itself."""
    ids = Numbering(opened.id)
    blocks = words(reading, opened.node.below, ids, opened.shown, ("paragraph",), opened.node.line)
    return Publisher(cast("tuple[Paragraph, ...]", blocks)) if blocks else None
