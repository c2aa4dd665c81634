"""How a leaflet is laid out for reading: pieces, headings, summary, cues, pictures, tables."""

from __future__ import annotations

from collections.abc import Sequence

from leafdeck.check.criteria.judgement import Judgement, counted, inapplicable, met, missing, undecided
from leafdeck.check.criteria.shown import VISUALS, Part, Shown, place_of
from leafdeck.check.marks import strong, unmarked
from leafdeck.model import (
    Bullets,
    Callout,
    Chart,
    Figure,
    Paragraph,
    Place,
    Stat,
    Steps,
    Table,
    Timeline,
    Urgency,
    plain,
)

NO_VISUAL = "It has no chart, figure or timeline."
VERY_SHORT = 2
"""Blocks up to which a leaflet is too short to be divided or summed up."""
LONG_RUN = 150
"""Words of running text, unbroken by a heading, list, box or picture, that make a long read. Our own measure: the
instruments ask for short passages and name no number."""
LONG_HEADER = 6
"""Words up to which the heading of a row or column is short. Our own measure."""
LONG_LIST = 7
"""Entries up to which a list is short (CDC Clear Communication Index, user guide, item 8)."""


def chunked(shown: Shown) -> Judgement:
    """Met where headings part the leaflet and no run of paragraphs is long."""
    if _very_short(shown):
        return inapplicable("It is very short.")
    if len(shown.parts) == 1:
        return missing("Everything stands under one heading.", [shown.parts[0].section.place])
    longest, place = max((_longest_run(part) for part in shown.parts), key=lambda run: run[0])
    said = f"{counted(len(shown.parts), 'section')}; the longest run of paragraphs has {longest} words"
    return met(f"{said}.", [place]) if longest <= LONG_RUN else missing(f"{said}, more than {LONG_RUN}.", [place])


def pieces_to_weigh(shown: Shown) -> Judgement:
    """Not met where passages are long; whether each holds one idea, a person tells."""
    judged = chunked(shown)
    return undecided(judged.why, judged.places) if judged.verdict in ("met", "does not apply") else judged


def headings(shown: Shown) -> Judgement:
    """Not met where two sections of a chapter have the same heading; whether headings inform, a person tells."""
    if _very_short(shown):
        return inapplicable("It is very short.")
    seen: dict[tuple[str, str], Place] = {}
    chapter = ""
    for part in shown.parts:
        chapter = plain(part.chapter.inlines) if part.chapter else chapter
        key = chapter, plain(part.section.heading.inlines).casefold()
        if key in seen:
            words = plain(part.section.heading.inlines)
            return missing(f'Two sections are called "{words}".', [seen[key], part.section.place])
        seen[key] = part.section.place
    return undecided(f"{counted(len(seen), 'heading')}, no two alike.")


def summarised(shown: Shown) -> Judgement:
    """Met where the first or the last section holds a box of what to remember."""
    if _very_short(shown):
        return inapplicable("It is very short.")
    boxes = [*_summaries(shown.parts[0]), *_summaries(shown.parts[-1])]
    if boxes:
        return met("A box of what to remember stands first or last.", [box.title.place for box in boxes])
    return missing("Neither the first nor the last section has a `key` or `plain-words` box.", shown.first)


def main_message(shown: Shown) -> Judgement:
    """Not met where no box says what to remember; whether it says one thing, a person tells."""
    boxes = [box for box in shown.blocks(Callout) if box.kind in ("key", "plain-words")]
    if boxes:
        entries = sum(len(block.items) for block in boxes[0].blocks if isinstance(block, Bullets | Steps))
        said = f"The first box of what to remember has {counted(entries, 'entry', 'entries')}."
        return undecided(said if entries else "A box says what to remember.", [boxes[0].title.place])
    return missing("There is no `key` or `plain-words` box.", shown.first)


def message_first(shown: Shown) -> Judgement:
    """Met where the first section holds the box of what to remember."""
    boxes = _summaries(shown.parts[0])
    if boxes:
        return met("The first section holds the box of what to remember.", [boxes[0].title.place])
    return missing("The first section has no `key` or `plain-words` box.", shown.first)


def message_emphasised(shown: Shown) -> Judgement:
    """Met where the main message stands in a box of its own."""
    message = main_message(shown)
    return met("It stands in a box with a heading.", message.places) if message.verdict == "open" else message


def visual_cues(shown: Shown) -> Judgement:
    """Met where boxes, lists or stressed words draw the eye."""
    boxes = shown.blocks((Callout, Urgency, Stat, Bullets, Steps))
    stressed = [text.place for text in shown.texts if strong(text.inlines)]
    if boxes or stressed:
        boxed = counted(len(boxes), "box or list", "boxes and lists")
        said = f"{boxed}; stressed words in {counted(len(stressed), 'text')}."
        return met(said, [*map(place_of, boxes[:1]), *stressed[:1]])
    return missing("No box, list or stressed words.", shown.first)


def lists(shown: Shown) -> Judgement:
    """Met where lists break up the words, and none is long without lists nested in it."""
    every: list[Bullets | Steps] = [*shown.blocks(Bullets), *shown.blocks(Steps)]
    every += [level.signs for box in shown.blocks(Urgency) for level in box.levels]
    if not every:
        return missing("There is no list.", shown.first)
    long = [each for each in every if len(each.items) > LONG_LIST and not any(item.below for item in each.items)]
    if long:
        said = f"A list has {max(len(each.items) for each in long)} entries, more than {LONG_LIST}."
        return missing(said, [place_of(each) for each in long])
    return met("There are lists, none of them long.", [place_of(each) for each in every[:1]])


def message_shown(shown: Shown) -> Judgement:
    """Not met where nothing is shown, or nothing with a caption; whether it carries the message, a person tells."""
    titled = [each for each in _visuals(shown) if each not in _bare(shown)]
    if titled:
        return undecided(f"{_counted(titled)}.", [place_of(each) for each in titled])
    return missing("There is no chart, figure or timeline with a title or caption.", shown.first)


def visuals_wanted(shown: Shown) -> Judgement:
    """For a person: a leaflet may need no picture."""
    seen = _visuals(shown)
    return undecided(f"{_counted(seen)}." if seen else "There is no chart, figure or timeline.", map(place_of, seen))


def visuals_to_weigh(shown: Shown) -> Judgement:
    """Does not apply where nothing is shown; otherwise for a person."""
    seen = _visuals(shown)
    return undecided(f"{_counted(seen)}.", map(place_of, seen)) if seen else inapplicable(NO_VISUAL)


def visuals_titled(shown: Shown) -> Judgement:
    """Met where every figure has a caption; charts and timelines cannot be written without a title."""
    seen, bare = _visuals(shown), _bare(shown)
    if not seen:
        return inapplicable(NO_VISUAL)
    if bare:
        return missing(f"{_counted(bare)} without a caption.", [each.place for each in bare])
    return met(f"{_counted(seen)}, each with a title or caption.", map(place_of, seen))


def pictures(shown: Shown) -> Judgement:
    """Does not apply where there is no picture; otherwise for a person."""
    seen = shown.blocks(Figure)
    if not seen:
        return inapplicable("It has no picture.")
    return undecided(f"{counted(len(seen), 'picture')}.", [each.place for each in seen])


def tables(shown: Shown) -> Judgement:
    """Not met where the heading of a row or column is long; whether tables are simple, a person tells."""
    every = shown.blocks(Table)
    if not every:
        return inapplicable("It has no table.")
    heads = [text for table in every for text in (*table.header, *(row[0] for row in table.rows))]
    long = [text for text in heads if len(unmarked(text.inlines).split()) > LONG_HEADER]
    if long:
        said = f"{counted(len(long), 'heading')} of rows or columns with more than {LONG_HEADER} words."
        return missing(said, [each.place for each in long])
    return undecided(f"{counted(len(every), 'table')}, all headings short.", [table.caption.place for table in every])


def charts_explained(shown: Shown) -> Judgement:
    """Does not apply where there is no chart or table; otherwise for a person."""
    every = shown.blocks((Chart, Table))
    if not every:
        return inapplicable("It has no chart or table.")
    return undecided(f"{counted(len(every), 'chart or table', 'charts and tables')}.", map(place_of, every))


def _very_short(shown: Shown) -> bool:
    return sum(len(part.section.blocks) for part in shown.parts) <= VERY_SHORT


def _longest_run(part: Part) -> tuple[int, Place]:
    """Words of the longest run of paragraphs in the section, and where it begins."""
    longest, running, start = (0, part.section.place), 0, part.section.place
    for block in part.section.blocks:
        if not isinstance(block, Paragraph):
            running = 0
            continue
        start = block.text.place if running == 0 else start
        running += len(unmarked(block.text.inlines).split())
        longest = max(longest, (running, start), key=lambda run: run[0])
    return longest


def _summaries(part: Part) -> list[Callout]:
    boxes = [block for block in part.section.blocks if isinstance(block, Callout)]
    return [box for box in boxes if box.kind in ("key", "plain-words")]


def _visuals(shown: Shown) -> tuple[Chart | Figure | Timeline, ...]:
    return shown.blocks(VISUALS)


def _bare(shown: Shown) -> tuple[Figure, ...]:
    return tuple(figure for figure in shown.blocks(Figure) if figure.caption is None)


def _counted(seen: Sequence[object]) -> str:
    return counted(len(seen), "chart, figure or timeline", "charts, figures and timelines")
