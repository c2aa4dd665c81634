"""Bringing a catalog up to date: old translations follow their messages, and nobody's words are lost.

A message takes the translation it had, then that of the most similar message that is gone; the same place in the
content counts as likeness. The previous msgid that is kept is always the one the translation was really made for, so
that a chain of edits never loses its base (msgmerge --previous does the same for one step).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import asdict, dataclass, replace

from rapidfuzz import fuzz

from leafdeck.catalog.entry import Catalog, Entry, Message
from leafdeck.catalog.write import fresh, header

SIMILAR = 65
"""Points a candidate needs: the ratio of equal characters in percent, plus the two bonuses."""
SAME_TOPIC = 10
SAME_ID = 15

_TOKEN = re.compile(r"\[@[^\]]*\]|\(term:[^)]*\)|\{[a-z][a-z0-9_-]*\}")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-"})
NUMBER_CHANGED = "NUMBER CHANGED: "


@dataclass(frozen=True, slots=True)
class Report:
    """What an update did."""

    numbers: tuple[str, ...] = ()
    """Ids of messages in which a number changed: a wrong figure would otherwise look translated."""
    added: int = 0
    """Messages without a translation that could follow."""
    carried: int = 0
    """Translations that followed a change in spelling or in tokens, and stay what they were."""
    stale: int = 0
    """Translations that followed a change of words, and need work."""
    dropped: int = 0
    """Messages that are gone; what was translated is kept as obsolete."""

    def summary(self) -> dict[str, object]:
        """The report by name."""
        return asdict(self)

    def __str__(self) -> str:
        said = [f"number changed in {id_}" for id_ in self.numbers]
        said += [f"{count} {name}" for name, count in self.summary().items() if name != "numbers" and count]
        return ", ".join(said) or "order and notes only"


def new(language: str, *, project: str, created: str, path: str = "") -> Catalog:
    """A catalog without messages for *language*, written as gettext does (`pt_BR`); *created* is a gettext date."""
    return Catalog(path, (header(project=project, language=language, created=created),))


def update(old: Catalog, messages: Iterable[Message], *, created: str) -> tuple[Catalog, Report]:
    """*old* with exactly *messages*, and what became of its translations.

    Entries that stay the same keep their bytes. Where nothing changes the result equals *old*, whatever *created* says.
    """
    wanted = fresh(messages)
    keys = {entry.key for entry in wanted}
    spare = [entry for entry in old.entries if not entry.is_header and not (entry.living and entry.key in keys)]
    pairs = _pairs([entry for entry in wanted if entry.key not in old.index], spare)
    tally: Counter[str] = Counter()
    numbers: list[str] = []
    entries: list[Entry] = []
    for entry in wanted:
        if entry.key in old.index:
            entries.append(_refreshed(old.index[entry.key], entry))
            continue
        followed, how = _followed(entry, pairs[entry.key]) if entry.key in pairs else (entry, "added")
        tally[how] += 1
        numbers += entry.ids[:1] if any(line.startswith(NUMBER_CHANGED) for line in followed.extracted) else ()
        entries.append(followed)
    taken = {entry.key for entry in pairs.values()}
    left = [entry for entry in spare if entry.key not in taken | keys]
    dropped = sum(entry.living for entry in left)
    obsolete = [entry if entry.obsolete else _obsolete(entry) for entry in left if entry.obsolete or entry.msgstr]
    report = Report(tuple(numbers), tally["added"], tally["carried"], tally["stale"], dropped)
    head = [entry for entry in old.entries if entry.is_header]
    if (*head, *entries, *obsolete) == old.entries:
        return old, report
    return replace(old, entries=(*(_dated(entry, created) for entry in head), *entries, *obsolete)), report


def _pairs(wanted: Sequence[Entry], spare: Sequence[Entry]) -> dict[tuple[str, str], Entry]:
    """The spare entry each wanted message takes over, by the message's key; the best pairs are made first.

    Entries with a translation come before those that hold only a comment.
    """
    others = [(each, set(each.ids)) for each in spare if each.msgstr or each.comments]
    scored = [
        (bool(each.msgstr), score, -place, -rank, entry, each)
        for place, (entry, ids) in enumerate((entry, set(entry.ids)) for entry in wanted)
        for rank, (each, their_ids) in enumerate(others)
        if (score := _score(entry, each, _bonus(ids, their_ids))) > 0
    ]
    pairs: dict[tuple[str, str], Entry] = {}
    taken: set[tuple[str, str]] = set()
    for *_, entry, each in sorted(scored, key=lambda one: one[:4], reverse=True):
        if entry.key not in pairs and each.key not in taken:
            pairs[entry.key] = each
            taken.add(each.key)
    return pairs


def _bonus(ids: Set[str], others: Set[str]) -> int:
    if ids & others:
        return SAME_ID + SAME_TOPIC
    topics = {id_.partition(".")[0] for id_ in ids}
    return 0 if topics.isdisjoint(id_.partition(".")[0] for id_ in others) else SAME_TOPIC


def _score(entry: Entry, other: Entry, bonus: int) -> float:
    """How well the translation of *other* suits *entry*, in points; 0 where it does not."""
    if entry.key == other.key:
        return float("inf")
    if entry.context != other.context and bonus < SAME_ID:
        return 0  # The same word in another context is another word, unless it stands in the same place.
    ratio = max(
        fuzz.ratio(entry.msgid, source, score_cutoff=SIMILAR - bonus)
        for source in dict.fromkeys((other.msgid, other.made_for[1]))
    )
    return ratio + bonus if ratio else 0


def _followed(entry: Entry, old: Entry) -> tuple[Entry, str]:
    """*entry* with the words of *old*, and what became of them: `carried`, `stale`, or `added` where it had none."""
    moved = replace(entry, comments=old.comments)
    if not old.msgstr:
        return moved, "added"
    context, base = old.made_for
    same_words = _retold(base, old.msgstr, entry.msgid) if context == entry.context else None
    if same_words is not None:
        return replace(moved, msgstr=same_words, flags=_flags(entry, old.fuzzy)), "carried"
    before, after = _figures(base), _figures(entry.msgid)
    note = (f"{NUMBER_CHANGED}{before or 'none'} -> {after or 'none'}",) if before != after else ()
    return replace(
        moved,
        msgstr=old.msgstr,
        flags=_flags(entry, fuzzy=True),
        previous=base,
        previous_context=context,
        extracted=(*entry.extracted, *note),
    ), "stale"


def _flags(entry: Entry, fuzzy: bool) -> tuple[str, ...]:
    return (*(("fuzzy",) if fuzzy else ()), *entry.flags)


def _retold(base: str, translation: str, words: str) -> str | None:
    """*translation* of *base* as one of *words*; None where the two say different things.

    They say the same where they differ in kinds of quotes, dashes and spaces, or in the names of tokens that can be
    told apart; the tokens are renamed.
    """
    before, after = _TOKEN.findall(base), _TOKEN.findall(words)
    if len(before) != len(after) or _plain(_TOKEN.sub("{}", base)) != _plain(_TOKEN.sub("{}", words)):
        return None
    renamed = dict(zip(before, after, strict=True))
    if [renamed[token] for token in before] != after:
        return None
    if before != after and not set(_TOKEN.findall(translation)) <= renamed.keys():
        return None
    return _TOKEN.sub(lambda token: renamed.get(token[0], token[0]), translation)


def _plain(words: str) -> str:
    """*words* without what a translation does not depend on: kinds of quotes, dashes, spaces."""
    return " ".join(words.translate(_QUOTES).split())


def _figures(words: str) -> str:
    """The numbers in *words*, in an order that does not depend on theirs."""
    return " ".join(sorted(_DIGITS.findall(_TOKEN.sub("", words))))


def _refreshed(old: Entry, wanted: Entry) -> Entry:
    """The old entry with what we say about it brought up to date; unchanged where that is the same.

    What an update once said of a stale translation goes as soon as a translator has cleared the fuzzy flag, or
    made a new draft and taken the previous words away.
    """
    stale = old.fuzzy and old.previous
    warned = tuple(line for line in old.extracted if line.startswith(NUMBER_CHANGED) and stale)
    context, previous = (old.previous_context, old.previous) if stale else ("", "")
    result = replace(
        old,
        extracted=(*wanted.extracted, *warned),
        references=wanted.references,
        previous=previous,
        previous_context=context,
    )
    return old if result == old else replace(result, raw="")


def _obsolete(entry: Entry) -> Entry:
    return replace(entry, obsolete=True, extracted=(), references=(), raw="")


def _dated(entry: Entry, created: str) -> Entry:
    dated = re.sub(r"(?m)^POT-Creation-Date:.*$", f"POT-Creation-Date: {created}", entry.msgstr)
    return replace(entry, msgstr=dated, raw="") if dated != entry.msgstr else entry
