"""What the checks of the content look over: every text of a topic, with the claims it may lean on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from leafdeck.model import (
    Answer,
    Block,
    Bullets,
    Callout,
    Case,
    Chart,
    Checklist,
    Event,
    Faq,
    Figure,
    Item,
    Only,
    Paragraph,
    Publisher,
    Questions,
    Quote,
    Related,
    Section,
    Stat,
    Steps,
    Table,
    Text,
    Timeline,
    Topic,
    TwoLists,
    Urgency,
    cited,
)
from leafdeck.project import Library
from leafdeck.walk import query


@dataclass(frozen=True, slots=True)
class Passage:
    """One text, and what it may lean on."""

    text: Text
    topic: str
    """Empty for words outside topics."""
    leans_on: tuple[str, ...]
    """Claims whose figures it may print: its own, and those of the words it belongs to."""
    answered_by: tuple[str, ...]
    """Claims cited where a question is answered; for other words, those cited in the text itself."""
    when: str = ""
    """The ISO date of the event it tells; empty elsewhere."""


@dataclass(frozen=True, slots=True)
class Content:
    """The words of a project on one day, as every check of the content sees them."""

    library: Library
    today: date
    passages: tuple[Passage, ...]
    """The texts of the topics, in reading order."""
    others: tuple[Passage, ...]
    """The glossary, the fixed phrases, the words of the regions, and the titles that manifests give."""


def content(library: Library, today: date) -> Content:
    """The content of *library* on the day *today*."""
    fronts = tuple(manifest.front for manifest in library.manifests)
    others = query((library.glossary, tuple(library.phrases.values()), tuple(library.regions.values()), fronts))
    return Content(
        library,
        today,
        tuple(one for topic in library.topics.values() for one in passages(topic)),
        tuple(_plain(text, "") for text in others),
    )


def claims_of(node: object) -> tuple[str, ...]:
    """Claim ids cited anywhere in *node* of the model, chart rows included, in order of first mention, each once."""
    found = dict.fromkeys(claim for text in query(node) for claim in cited(text.inlines))
    found.update(dict.fromkeys(row.claim for chart in charts(node) for row in chart.rows))
    return tuple(found)


def blocks_of(node: object) -> Iterator[Block]:
    """Every block in *node* (a topic, a section, a tuple of blocks), those in region blocks included, in order."""
    match node:
        case Topic(sections=sections):
            for section in sections:
                yield from blocks_of(section)
        case Section(blocks=blocks):
            yield from blocks_of(blocks)
        case Only(blocks=blocks):
            yield node
            yield from blocks_of(blocks)
        case tuple():
            for part in node:
                yield from blocks_of(part)
        case _ if isinstance(node, Block):
            yield node
        case _:
            return


def charts(node: object) -> Iterator[Chart]:
    """Every chart in *node*."""
    return (block for block in blocks_of(node) if isinstance(block, Chart))


def passages(topic: Topic) -> Iterator[Passage]:
    """The texts of *topic* in reading order."""
    for text in query((topic.title, topic.short_title, topic.standfirst, topic.audience, topic.funding)):
        yield _titled(text, topic.id, claims_of(topic.sections))
    for section in topic.sections:
        yield from _of_section(section, topic.id)


def _of_section(section: Section, topic: str) -> Iterator[Passage]:
    every = claims_of((section.heading, section.slide, section.say, section.blocks))
    yield _titled(section.heading, topic, every)
    for text in query(section.slide):
        yield _titled(text, topic, every)
    for paragraph in section.say:
        yield _plain(paragraph.text, topic)
    for block in section.blocks:
        yield from _of_block(block, topic)


def _plain(text: Text, topic: str, more: Iterable[str] = (), when: str = "") -> Passage:
    """*text*, leaning on its own citations and on *more*."""
    own = cited(text.inlines)
    return Passage(text, topic, tuple(dict.fromkeys((*own, *more))), own, when)


def _titled(text: Text, topic: str, below: Iterable[str]) -> Passage:
    """*text*, the title of words that cite *below*: it may lean on them, and a question is answered by them."""
    passage = _plain(text, topic, below)
    question = text.source.rstrip().endswith("?")
    return Passage(text, topic, passage.leans_on, passage.leans_on if question else passage.answered_by)


def _of_block(block: Block, topic: str) -> Iterator[Passage]:
    every = claims_of(block)
    match block:
        case Paragraph(text):
            yield _plain(text, topic)
        case Bullets(items) | Steps(items):
            yield from _of_items(items, topic)
        case Table(caption, header, rows):
            for text in (caption, *header):
                yield _titled(text, topic, every)
            for row in rows:
                yield from (_plain(cell, topic, claims_of(row)) for cell in row)
        case Callout(_, title, blocks) | Case(title, blocks):
            yield _titled(title, topic, every)
            for inner in blocks:
                yield from _of_block(inner, topic)
        case Urgency(levels):
            for level in levels:
                yield _titled(level.action, topic, claims_of(level.signs))
                yield from _of_items(level.signs.items, topic)
        case Stat() | Figure():
            yield from (_plain(text, topic, every) for text in query(block))
        case Chart(rows=rows):
            for text in query((block.title, block.unit, block.note)):
                yield _titled(text, topic, every)
            yield from (_plain(row.label, topic, (row.claim,)) for row in rows)
        case Timeline(title, events):
            yield _titled(title, topic, every)
            yield from (_of_event(event, topic) for event in events)
        case Quote():
            yield from (_plain(text, topic) for text in query(block))
        case Questions(title, items) | Checklist(title, items):
            yield _titled(title, topic, every)
            yield from _of_items(items, topic)
        case TwoLists(first, second):
            for column in (first, second):
                yield _titled(column.heading, topic, claims_of(column.items))
                yield from _of_items(column.items, topic)
        case Faq(answers):
            for answer in answers:
                yield from _of_answer(answer, topic)
        case Publisher(blocks):
            yield from (_plain(paragraph.text, topic) for paragraph in blocks)
        case Only(blocks=held):
            for each in held:
                yield from _of_block(each, topic)
        case Related():
            return
        case _:
            assert_never(block)


def _of_items(items: Iterable[Item], topic: str, parents: tuple[str, ...] = ()) -> Iterator[Passage]:
    for item in items:
        passage = _plain(item.text, topic, parents)
        yield passage
        if item.below is not None:
            yield from _of_items(item.below.items, topic, passage.leans_on)


def _of_event(event: Event, topic: str) -> Passage:
    return _plain(event.text, topic, when=event.when)


def _of_answer(answer: Answer, topic: str) -> Iterator[Passage]:
    yield _titled(answer.question, topic, claims_of(answer.answer))
    for block in answer.answer:
        yield from _of_block(block, topic)
