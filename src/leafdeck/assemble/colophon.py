"""The colophon: version, dates and people, each stated, or said to be not stated."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from leafdeck.language import format_date, join
from leafdeck.model import Detail, Language, Place, Plain, State, Text, Topic, phrase_of


def words(value: str, lang: str) -> Text:
    """*value*, made by the program in the language *lang*, as a Text."""
    return Text((Plain(value),), value, "colophon", Place(""), "colophon", lang=lang, state=State.TRANSLATED)


def colophon(topic: Topic, phrases: Mapping[str, Text], language: Language) -> tuple[Detail, ...]:
    """The details of *topic* in the order they are printed."""

    def on(day: date | None) -> Text | None:
        return words(format_date(day, "day", language), language.tag) if day else None

    def by(names: tuple[str, ...]) -> Text | None:
        return words(join(names, language), language.tag) if names else None

    stated = {
        "version": words(topic.version, language.tag),
        "published": on(topic.published),
        "checked": on(topic.checked),
        "next-review": on(topic.next_review),
        "authors": by(topic.authors),
        "reviewers": by(topic.reviewers),
        "patient-reviewers": by(topic.patient_reviewers),
        "funding": topic.funding,
    }
    return tuple(
        Detail(phrase_of(phrases, name), value or phrase_of(phrases, "not-stated")) for name, value in stated.items()
    )
