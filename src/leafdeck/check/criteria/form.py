"""How a leaflet is laid out for reading: pieces, headings, summary, cues, pictures, tables, numbers, hard words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from leafdeck.check.criteria.judgement import PLACES, Judgement, counted, inapplicable, met, missing, undecided
from leafdeck.check.criteria.shown import VISUALS, Part, Shown, place_of
from leafdeck.check.glossary import pattern_of
from leafdeck.check.marks import strong, terms, unmarked
from leafdeck.check.quantities import figures, is_share
from leafdeck.check.readability import measure
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
    Text,
    Timeline,
    Urgency,
    plain,
)
from leafdeck.numbers import Number

NO_VISUAL = "It has no chart, figure or timeline."
VERY_SHORT = 2
"""Blocks up to which a leaflet is too short to be divided or summed up."""
LONG_RUN = 150
"""Words of running text, unbroken by a heading, list, box or picture, that make a long read. Our own measure: the
instruments ask for short passages and name no number."""
LONG_HEADER = 6
"""Words up to which the heading of a row or column is short. Our own measure."""
MOSTLY_ACTIVE = 0.8
"""The share of a leaflet that must have what an item asks for (PEMAT user guide)."""
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
    return missing("Neither the first nor the last section has a `key` or `plain-words` box.", _first(shown))


def main_message(shown: Shown) -> Judgement:
    """Not met where no box says what to remember; whether it says one thing, a person tells."""
    boxes = [box for box in shown.blocks(Callout) if box.kind in ("key", "plain-words")]
    if boxes:
        entries = sum(len(block.items) for block in boxes[0].blocks if isinstance(block, Bullets | Steps))
        said = f"The first box of what to remember has {counted(entries, 'entry', 'entries')}."
        return undecided(said if entries else "A box says what to remember.", [boxes[0].title.place])
    return missing("There is no `key` or `plain-words` box.", _first(shown))


def message_first(shown: Shown) -> Judgement:
    """Met where the first section holds the box of what to remember."""
    boxes = _summaries(shown.parts[0])
    if boxes:
        return met("The first section holds the box of what to remember.", [boxes[0].title.place])
    return missing("The first section has no `key` or `plain-words` box.", _first(shown))


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
    return missing("No box, list or stressed words.", _first(shown))


def lists(shown: Shown) -> Judgement:
    """Met where lists break up the words, and none is long without lists nested in it."""
    every: list[Bullets | Steps] = [*shown.blocks(Bullets), *shown.blocks(Steps)]
    every += [level.signs for box in shown.blocks(Urgency) for level in box.levels]
    if not every:
        return missing("There is no list.", _first(shown))
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
    return missing("There is no chart, figure or timeline with a title or caption.", _first(shown))


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


def plain_numbers(shown: Shown) -> Judgement:
    """Met where every number is whole: no percentage, no fraction, no decimals."""
    if not _numbered(shown):
        return inapplicable("It has no numbers.")
    hard = [(text, number) for text, number in _numbers(shown) if number.unit == "%" or is_share(number)]
    if hard:
        written = dict.fromkeys(f"{number.written}{'%' if number.unit == '%' else ''}" for _, number in hard)
        named = ", ".join(f'"{one}"' for one in list(written)[:PLACES])
        return missing(f"Percentages, fractions or decimals: {named}.", [text.place for text, _ in hard])
    return met("Every number is whole; charts give the count and the group.", _first(shown))


def numbers_for_readers(shown: Shown) -> Judgement:
    """Not met where numbers are not whole; whether readers use such numbers, a person tells."""
    whole = plain_numbers(shown)
    return undecided(whole.why, whole.places) if whole.verdict == "met" else whole


def numbers_to_weigh(shown: Shown) -> Judgement:
    """Does not apply where there is no number; otherwise for a person."""
    return undecided("It has numbers.", _first(shown)) if _numbered(shown) else inapplicable("It has no numbers.")


def active_voice(shown: Shown) -> Judgement:
    """Met where nearly all sentences are in the active voice, in a language whose passives can be counted."""
    measured = measure(shown.texts, shown.library.settings.source)
    if measured.passives is None or not measured.sentences:
        return undecided("Passives are not counted in this language.")
    said = f"A passive was found in {measured.passives} of {measured.sentences} sentences"
    active = measured.sentences - measured.passives
    if active >= MOSTLY_ACTIVE * measured.sentences:
        return met(f"{said}.")
    return missing(f"{said}, more than a fifth.", _first(shown))


def hard_words(shown: Shown) -> Judgement:
    """Not met where a word of the glossary stands there and is linked nowhere; other hard words a person finds."""
    linked = {id_ for text in shown.texts for id_ in terms(text.inlines)}
    found: dict[str, Place] = {}
    for entry in shown.library.glossary:
        pattern = pattern_of(entry)
        for text in shown.texts if entry.id not in linked else ():
            if match := _standing(pattern, plain(text.inlines), shown.library.keep):
                found[match[0]] = text.place
                break
    if found:
        named = ", ".join(f'"{word}"' for word in list(found)[:PLACES])
        more = f" and {len(found) - PLACES} more" if len(found) > PLACES else ""
        return missing(f"In the glossary, and linked nowhere in this leaflet: {named}{more}.", found.values())
    return undecided(f"{counted(len(linked), 'word')} explained, every one of the glossary that stands here.")


def _standing(pattern: re.Pattern[str], words: str, keep: Collection[str]) -> re.Match[str] | None:
    """Where *pattern* first stands in *words* by itself: the CAR of CAR-T, a name in *keep*, is no word."""
    names = [name for kept in keep for name in re.finditer(re.escape(kept), words)]

    def part_of(match: re.Match[str], name: re.Match[str]) -> bool:
        return name.start() <= match.start() and match.end() <= name.end() and match.span() != name.span()

    free = (match for match in pattern.finditer(words) if not any(part_of(match, name) for name in names))
    return next(free, None)


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


def _first(shown: Shown) -> list[Place]:
    return [shown.parts[0].section.place]


def _numbers(shown: Shown) -> Iterator[tuple[Text, Number]]:
    """Every figure in the words of the leaflet, with the text it stands in."""
    return ((text, number) for text in shown.texts for number in figures(unmarked(text.inlines), shown.library))


def _numbered(shown: Shown) -> bool:
    return bool(shown.blocks(Chart)) or any(True for _ in _numbers(shown))
