"""Published readability formulas, each for the one language it was made for (docs/readability.md)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from leafdeck.check.syllables import syllables

SMOG_SENTENCES = 30
"""Sentences that SMOG is made for: McLaughlin counts ten at the beginning, ten in the middle, ten at the end."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas ask of a text in English or German."""

    sentences: int
    words: int
    syllables: int
    monosyllables: int
    polysyllables: int
    """Words of three syllables and more."""
    long_words: int
    """Words of more than six letters."""

    @property
    def sentence_length(self) -> float:
        """Words a sentence."""
        return self.words / self.sentences

    @property
    def word_length(self) -> float:
        """Syllables a word."""
        return self.syllables / self.words


@dataclass(frozen=True, slots=True)
class Formula:
    """One way to put a number to a text."""

    id: str
    name: str
    source: str
    scale: str
    """How to read its number."""
    value: Callable[[Counts], float]
    least: int = 1
    """Sentences below which its author does not use it."""
    easy_is_high: bool = False
    """True where a high number is easy to read."""


def counts(sentences: Sequence[Sequence[str]], language: str) -> Counts:
    """The counts of *sentences*, each given as its words; every sentence has some."""
    lengths = [syllables(word, language) for words in sentences for word in words]
    letters = [sum(map(str.isalpha, word)) for words in sentences for word in words]
    return Counts(
        sentences=len(sentences),
        words=len(lengths),
        syllables=sum(lengths),
        monosyllables=sum(length == 1 for length in lengths),
        polysyllables=sum(length >= 3 for length in lengths),
        long_words=sum(length > 6 for length in letters),
    )


def _flesch_kincaid(of: Counts) -> float:
    return 0.39 * of.sentence_length + 11.8 * of.word_length - 15.59


def _smog(of: Counts) -> float:
    return 1.0430 * sqrt(of.polysyllables * SMOG_SENTENCES / of.sentences) + 3.1291


def _amstad(of: Counts) -> float:
    return 180 - of.sentence_length - 58.5 * of.word_length


def _wiener(of: Counts) -> float:
    hard, long, short = (100 * part / of.words for part in (of.polysyllables, of.long_words, of.monosyllables))
    return 0.1935 * hard + 0.1672 * of.sentence_length + 0.1297 * long - 0.0327 * short - 0.875


GATE = "flesch-kincaid"
"""The formula whose number a section may not exceed."""

FORMULAS: Mapping[str, tuple[Formula, ...]] = {
    "en": (
        Formula(GATE, "Flesch-Kincaid", "Kincaid et al. 1975", "US school grade", _flesch_kincaid),
        Formula("smog", "SMOG", "McLaughlin 1969", "US school grade", _smog, least=SMOG_SENTENCES),
    ),
    "de": (
        Formula("amstad", "Flesch-Amstad", "Amstad 1978", "0 very hard to 100 very easy", _amstad, easy_is_high=True),
        Formula("wiener-1", "Wiener Sachtextformel 1", "Bamberger and Vanecek 1984", "school year 4 to 15", _wiener),
    ),
}
"""Language -> its formulas, the first of which tells how hard a single sentence is."""

WITHOUT: Mapping[str, str] = {
    "ar": "OSMAN (El-Haj and Rayson 2016) counts short vowels, which these words do not show",
    "zh": "those proposed for Chinese need a graded corpus or a list of known words",
}
"""Language -> why none of its formulas is used."""
