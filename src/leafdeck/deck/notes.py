"""What the speaker says: the section's spoken words, or else all of it that no slide shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leafdeck.assemble import visuals
from leafdeck.deck.wording import Line, Wording
from leafdeck.model import (
    Block,
    Bullets,
    Callout,
    Case,
    Checklist,
    Faq,
    Figure,
    Only,
    Paragraph,
    Publisher,
    Questions,
    Related,
    Section,
    Steps,
)


def notes(section: Section, wording: Wording) -> tuple[Line, ...]:
    """The paragraphs for the notes of *section*; its headline where it has no others."""
    if section.say:
        return tuple(wording.line(paragraph.text) for paragraph in section.say)
    shown = visuals(section)
    said = tuple(line for block in section.blocks if block not in shown for line in _said(block, wording))
    if said or section.slide is None:
        return said
    return (wording.line(section.slide.headline),)


def _said(block: Block, wording: Wording) -> Iterator[Line]:
    match block:
        case Paragraph(text):
            yield wording.line(text)
        case Bullets(items) | Checklist(items=items) | Questions(items=items):
            yield from wording.items(items)
        case Steps(items):
            yield from wording.items(items, "number")
        case Callout(_, title, blocks) | Case(title, blocks):
            yield wording.line(title, bold=True)
            yield from _all(blocks, wording)
        case Faq(answers):
            for answer in answers:
                yield wording.line(answer.question, bold=True)
                yield from _all(answer.answer, wording)
        case Publisher(blocks):
            yield from _all(blocks, wording)
        case Figure() | Related() | Only() | _:
            return


def _all(blocks: Sequence[Block], wording: Wording) -> Iterator[Line]:
    for block in blocks:
        yield from _said(block, wording)
