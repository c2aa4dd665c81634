"""The colophon: version, dates and people of all the topics in a piece, each stated, or said to be not stated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from leafdeck.language import format_date, join
from leafdeck.model import Detail, Language, Place, Plain, State, Text, Topic, phrase_of, plain


def words(value: str, lang: str) -> Text:
    """*value*, made by the program in the language *lang*, as a Text."""
    return Text((Plain(value),), value, "colophon", Place(""), "colophon", lang=lang, state=State.TRANSLATED)


def edition_of(topics: Sequence[Topic]) -> str:
    """The version of a piece made of *topics*: theirs, each once."""
    return " + ".join(dict.fromkeys(topic.version for topic in topics))


def colophon(topics: Sequence[Topic], phrases: Mapping[str, Text], language: Language) -> tuple[Detail, ...]:
    """The details of a piece made of *topics*, in the order they are printed.

    It claims for the whole piece what holds for all of it: published when its newest topic was, checked when its
    oldest was, reviewed by somebody where each topic was. The next review is the first that is due.
    """

    def on(day: date | None) -> Text | None:
        return words(format_date(day, "day", language), language.tag) if day else None

    def by(names: Iterable[str]) -> Text | None:
        distinct = tuple(dict.fromkeys(names))
        return words(join(distinct, language), language.tag) if distinct else None

    def every(people: Sequence[tuple[str, ...]]) -> Iterable[str]:
        return (name for names in people for name in names)

    reviewers = [topic.reviewers for topic in topics]
    patients = [topic.patient_reviewers for topic in topics]
    reviews = [topic.next_review for topic in topics if topic.next_review]
    stated: dict[str, Sequence[Text | None]] = {
        "version": [words(edition_of(topics), language.tag)],
        "published": [on(_of_all([topic.published for topic in topics], max))],
        "checked": [on(_of_all([topic.checked for topic in topics], min))],
        "next-review": [on(min(reviews, default=None))],
        "authors": [by(every([topic.authors for topic in topics]))],
        "reviewers": [by(every(reviewers) if all(reviewers) else ())],
        "patient-reviewers": [by(every(patients) if all(patients) else ())],
        "funding": _distinct([topic.funding for topic in topics]),
    }
    return tuple(
        Detail(phrase_of(phrases, name), value or phrase_of(phrases, "not-stated"))
        for name, values in stated.items()
        for value in values
    )


def _of_all(days: Sequence[date | None], choose: Callable[[list[date]], date]) -> date | None:
    """What *choose* takes of *days*; None where one of them is not stated."""
    known = [day for day in days if day]
    return choose(known) if len(known) == len(days) else None


def _distinct(texts: Sequence[Text | None]) -> list[Text | None]:
    """*texts* without those that say the same as an earlier one."""
    first: dict[str | None, Text | None] = {}
    for text in texts:
        first.setdefault(plain(text.inlines) if text else None, text)
    return list(first.values())
