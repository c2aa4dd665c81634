"""Words short enough to be read: slide headlines and sentences."""

from __future__ import annotations

from collections.abc import Iterator

from leafdeck.check.levels import found
from leafdeck.check.passages import Content
from leafdeck.check.prose import sentences
from leafdeck.model import Finding, plain

HEADLINE = 90
"""Characters a slide headline may have; more does not fit on two lines."""
SENTENCE = 25
"""Words a sentence may have: the limit of GOV.UK's guide to writing, which rests on its tests with readers."""
SHOWN = 6
"""Words of a sentence that a message repeats."""


def long_headline(content: Content) -> Iterator[Finding]:
    """A slide headline is read while somebody speaks."""
    for passage in content.passages:
        words = plain(passage.text.inlines)
        if passage.text.kind == "slide headline" and len(words) > HEADLINE:
            message = f'The headline "{_start(words)}" has {len(words)} characters.'
            yield found("long-headline", message, passage.text.place, f"Shorten it to {HEADLINE}.")


def long_sentence(content: Content) -> Iterator[Finding]:
    """A long sentence loses readers; the longest of each message is named."""
    language = content.library.settings.source.split("-")[0]
    for passage in content.passages:
        longest = max(sentences(plain(passage.text.inlines), language), key=_length, default="")
        if _length(longest) > SENTENCE:
            message = f'The sentence "{_start(longest)}" has {_length(longest)} words.'
            yield found("long-sentence", message, passage.text.place, f"Make two sentences of it, of up to {SENTENCE}.")


def _length(sentence: str) -> int:
    return len([word for word in sentence.split() if any(character.isalnum() for character in word)])


def _start(words: str) -> str:
    first = words.split()
    return " ".join(first[:SHOWN]) + (" …" if len(first) > SHOWN else "")
