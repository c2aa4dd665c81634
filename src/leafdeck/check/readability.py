"""How hard each section is to read, by a published formula of its language, and the gate that English words must pass.

No grade is ever compared across languages: each formula has its own scale, and most languages have none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leafdeck.check.formulas import FORMULAS, GATE, Formula, counts
from leafdeck.check.levels import found
from leafdeck.check.marks import unmarked
from leafdeck.check.passages import Content
from leafdeck.check.passive import is_passive
from leafdeck.check.prose import prose, sentences, words_of
from leafdeck.localise import localise
from leafdeck.model import Finding, Place, Section, Text, Topic
from leafdeck.project import Library

HIGHEST_GRADE = 7.0
"""The Flesch-Kincaid grade an English section may have: what a reader of twelve or thirteen copes with at school."""
HARDEST = 3
"""Sentences named of each section."""
FRAGMENT = 5
"""Words below which a sentence is named last: one long word is no sentence to shorten."""
PASSIVE = "en"
"""The one language whose passives are counted."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, and how hard it is alone."""

    text: str
    length: int
    """Its words; its characters, in scripts without spaces."""
    value: float | None
    """By the first formula of its language; None where it has none."""
    place: Place


@dataclass(frozen=True, slots=True)
class Score:
    """What one formula says of a text, rounded to one decimal as it is shown and judged."""

    formula: Formula
    value: float


@dataclass(frozen=True, slots=True)
class Measure:
    """How hard a text is to read."""

    sentences: int
    words: int
    """Characters, in scripts without spaces."""
    longest: int
    passives: int | None
    """Sentences in the passive; None where nobody counts them."""
    scores: tuple[Score, ...]
    hardest: tuple[Sentence, ...]
    """The hardest sentences, worst first: by the formula where there is one, otherwise by length."""

    @property
    def sentence_length(self) -> float:
        """Words a sentence, rounded as it is shown; 0 where there are none."""
        return round(self.words / self.sentences, 1) if self.sentences else 0.0

    @property
    def grade(self) -> float | None:
        """What the formula of the gate says; None where it does not judge."""
        return next((score.value for score in self.scores if score.formula.id == GATE), None)


@dataclass(frozen=True, slots=True)
class Reading:
    """One section, or one topic, in one language: its words on paper, and those a speaker says."""

    topic: str
    section: str
    """Empty for the whole topic, which no gate judges."""
    place: Place
    written: Measure
    spoken: Measure
    left: int
    """Texts on paper that are not in this language yet, and were not judged."""
    exception: str
    """Why the section may be harder than the gate allows; empty where nobody said so."""

    @property
    def name(self) -> str:
        """The section as leafdeck.toml names it; the topic."""
        return f"{self.topic}.{self.section}" if self.section else self.topic

    @property
    def too_hard(self) -> bool:
        """True where the grade of a section on paper is above the gate, whether or not an exception says why."""
        return bool(self.section) and self.written.grade is not None and self.written.grade > HIGHEST_GRADE


def readings(library: Library, tag: str) -> tuple[Reading, ...]:
    """Every section of *library* in the language *tag*, in reading order; after its sections, each topic as a whole."""
    return tuple(reading for topic in library.topics.values() for reading in _of_topic(library, topic, tag))


def _of_topic(library: Library, topic: Topic, tag: str) -> Iterator[Reading]:
    locale = library.locales.get(tag)
    catalog, path = (locale.catalogs.get(topic.id), locale.paths.get(topic.id, "")) if locale else (None, "")
    sections = localise(topic.sections, catalog, tag, library.settings.source, path)
    for section in sections:
        reason = library.settings.readability.get(f"{topic.id}.{section.id}", "")
        yield _reading([section], topic.id, section.id, section.place, tag, reason)
    yield _reading(sections, topic.id, "", topic.place, tag, "")


def _reading(sections: Sequence[Section], topic: str, id_: str, place: Place, tag: str, exception: str) -> Reading:
    written = [text for section in sections for text in prose(section.blocks)]
    there = [text for text in written if text.lang == tag]
    said = [part.text for section in sections for part in section.say if part.text.lang == tag]
    return Reading(topic, id_, place, measure(there, tag), measure(said, tag), len(written) - len(there), exception)


def measure(texts: Sequence[Text], tag: str) -> Measure:
    """How hard *texts* in the language *tag* are to read. Citations are no words, and a variable is left out."""
    language = tag.split("-")[0]
    formulas = FORMULAS.get(language, ())
    every = [
        (sentence, words_of(sentence, tag), text.translated_at or text.place)
        for text in texts
        for sentence in sentences(unmarked(text.inlines), language)
    ]
    scores: tuple[Score, ...] = ()
    if every and formulas:
        of = counts([words for _, words, _ in every], language)
        used = (formula for formula in formulas if of.sentences >= formula.least)
        scores = tuple(Score(formula, round(formula.value(of), 1)) for formula in used)
    lengths = [len(words) for _, words, _ in every]
    return Measure(
        sentences=len(every),
        words=sum(lengths),
        longest=max(lengths, default=0),
        passives=sum(is_passive(sentence) for sentence, _, _ in every) if language == PASSIVE else None,
        scores=scores,
        hardest=_hardest(every, language),
    )


def _hardest(every: Sequence[tuple[str, tuple[str, ...], Place]], language: str) -> tuple[Sentence, ...]:
    """The hardest sentences of *every*; a scale whose high numbers are easy is turned round."""
    first = next(iter(FORMULAS.get(language, ())), None)
    made = [
        Sentence(words, len(split), round(first.value(counts([split], language)), 1) if first else None, place)
        for words, split, place in every
    ]
    sign = -1 if first is not None and first.easy_is_high else 1
    made.sort(key=lambda one: (one.length < FRAGMENT, -sign * (one.value or 0), -one.length, one.place))
    return tuple(made[:HARDEST])


def hard_to_read(content: Content) -> Iterator[Finding]:
    """An English section whose grade is above the gate, unless leafdeck.toml says why it must be."""
    for reading in readings(content.library, content.library.settings.source):
        if reading.too_hard and not reading.exception:
            worst = reading.written.hardest[0]
            grade = f"Flesch-Kincaid grade {reading.written.grade}, above {HIGHEST_GRADE:g}"
            hardest = f'Hardest, in line {worst.place.line}: "{worst.text}"'
            message = f"Section `{reading.section}` has {grade}. {hardest}"
            fix = f"Shorten its sentences and words (`check readability`), or say why under `{reading.name}`."
            yield found("hard-to-read", message, reading.place, fix)


def needless_exception(content: Content) -> Iterator[Finding]:
    """An exception is for a section that exists and needs it: any other would hide what comes later."""
    settings = content.library.settings
    known = {reading.name: reading for reading in readings(content.library, settings.source) if reading.section}
    for name in settings.readability:
        place = settings.place("readability", name)
        if name not in known:
            message, fix = f"There is no section `{name}` to make an exception for.", "Write `topic.section`."
            yield found("needless-exception", message, place, fix)
        elif not known[name].too_hard:
            message = f"Section `{name}` is not too hard to read: its exception is needless."
            yield found("needless-exception", message, place, "Remove it.")
