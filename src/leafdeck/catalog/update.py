"""Bringing a catalog up to date: old translations follow their messages, and nobody's words are lost.

Candidates are tried in the order exact, same id, similar; the previous msgid that is kept is always the one the
translation was really made for, so that a chain of edits never loses its base (GNU gettext manual, msgmerge
--previous, does the same for one step).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace

from rapidfuzz import fuzz

from leafdeck.catalog.entry import Catalog, Entry, Message, catalog
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
    carried: int = 0
    """Translations that followed a change in spelling or in tokens, and stay valid."""
    stale: int = 0
    """Translations that followed a change of words, and need work."""
    dropped: int = 0
    """Messages that are gone; their translations are kept as obsolete."""

    def summary(self) -> dict[str, object]:
        """The report by name."""
        return asdict(self)

    def __str__(self) -> str:
        said = [f"number changed in {id_}" for id_ in self.numbers]
        said += [f"{count} {name}" for name, count in self.summary().items() if name != "numbers" and count]
        return ", ".join(said) or "nothing changed"


def new(language: str, *, project: str, created: str, path: str = "") -> Catalog:
    """A catalog without messages for *language*; *created* is a gettext date."""
    return catalog(path, [header(project=project, language=language, created=created)])


def update(old: Catalog, messages: Iterable[Message], *, created: str) -> tuple[Catalog, Report]:
    """*old* with exactly *messages*, and what became of its translations.

    Entries that stay the same keep their bytes. Where nothing changes the result equals *old*, whatever *created* says.
    """
    wanted = fresh(messages)
    living = {entry.key: entry for entry in old.entries if entry.msgid and not entry.obsolete}
    kept = {entry.key for entry in wanted} & living.keys()
    spare = {
        entry.key: entry
        for entry in old.entries
        if entry.msgid and (entry.obsolete or entry.key not in kept) and entry.msgstr
    }
    tally: Counter[str] = Counter()
    numbers: list[str] = []
    entries: list[Entry] = []
    for entry in wanted:
        if entry.key in living:
            entries.append(_refreshed(living[entry.key], entry))
            continue
        candidate = _candidate(entry, spare)
        if candidate is None:
            tally["added"] += 1
            entries.append(entry)
            continue
        del spare[candidate.key]
        followed, how = _followed(entry, candidate)
        tally[how] += 1
        numbers += entry.ids[:1] if any(line.startswith(NUMBER_CHANGED) for line in followed.extracted) else ()
        entries.append(followed)
    gone = [entry for entry in spare.values() if not entry.obsolete]
    tally["dropped"] = len(gone)
    obsolete = [entry if entry.obsolete else _obsolete(entry) for entry in spare.values()]
    report = Report(tuple(numbers), tally["added"], tally["carried"], tally["stale"], tally["dropped"])
    head = tuple(entry for entry in old.entries if not entry.msgid)
    result = catalog(old.path, (*head, *entries, *obsolete), old.newline)
    if result.entries == old.entries:
        return old, report
    return catalog(old.path, (*(_dated(entry, created) for entry in head), *entries, *obsolete), old.newline), report


def _refreshed(old: Entry, wanted: Entry) -> Entry:
    """The old entry with what we say about it brought up to date; unchanged where that is the same."""
    said = tuple(line for line in old.extracted if not line.startswith(NUMBER_CHANGED))
    changed = tuple(line for line in old.extracted if line.startswith(NUMBER_CHANGED) and old.fuzzy)
    if said == wanted.extracted and old.references == wanted.references and (*said, *changed) == old.extracted:
        return old
    return replace(old, extracted=(*wanted.extracted, *changed), references=wanted.references, raw="")


def _candidate(entry: Entry, spare: Mapping[tuple[str, str], Entry]) -> Entry | None:
    exact = spare.get(entry.key)
    if exact is not None:
        return exact
    best, points = None, float(SIMILAR)
    for each in spare.values():
        if each.context != entry.context:
            continue
        score = fuzz.ratio(entry.msgid, each.msgid) + _bonus(entry, each)
        if score > points:
            best, points = each, score
    return best


def _bonus(entry: Entry, other: Entry) -> int:
    if set(entry.ids) & set(other.ids):
        return SAME_ID + SAME_TOPIC
    topics = {id_.split(".")[0] for id_ in entry.ids} & {id_.split(".")[0] for id_ in other.ids}
    return SAME_TOPIC if topics else 0


def _followed(entry: Entry, old: Entry) -> tuple[Entry, str]:
    """*entry* with the translation of *old*, and whether it was `carried` or made `stale`."""
    base = old.previous or old.msgid
    moved = replace(entry, msgstr=old.msgstr, comments=old.comments)
    if old.msgid == entry.msgid:
        return replace(moved, flags=_flags(entry, old.fuzzy), previous=old.previous), "carried"
    if not old.previous and _plain(old.msgid) == _plain(entry.msgid):
        return replace(moved, flags=_flags(entry, old.fuzzy)), "carried"
    if not old.previous and (retold := _retold(old, entry)) is not None:
        return replace(moved, msgstr=retold, flags=_flags(entry, old.fuzzy)), "carried"
    before, after = _figures(base), _figures(entry.msgid)
    note = (f"{NUMBER_CHANGED}{' '.join(before)} -> {' '.join(after)}",) if before != after else ()
    stale = replace(moved, flags=_flags(entry, fuzzy=True), previous=base, extracted=(*entry.extracted, *note))
    return stale, "stale"


def _flags(entry: Entry, fuzzy: bool) -> tuple[str, ...]:
    return (*(("fuzzy",) if fuzzy else ()), *entry.flags)


def _plain(words: str) -> str:
    """*words* without what a translation does not depend on: kinds of quotes, dashes, spaces."""
    return " ".join(words.translate(_QUOTES).split())


def _retold(old: Entry, entry: Entry) -> str | None:
    """The old translation with its tokens renamed, where nothing but tokens changed and each can be told apart."""
    if _TOKEN.sub("\0", old.msgid) != _TOKEN.sub("\0", entry.msgid):
        return None
    renamed = dict(zip(_TOKEN.findall(old.msgid), _TOKEN.findall(entry.msgid), strict=True))
    if [renamed[token] for token in _TOKEN.findall(old.msgid)] != _TOKEN.findall(entry.msgid):
        return None
    if not set(_TOKEN.findall(old.msgstr)) <= renamed.keys():
        return None
    return _TOKEN.sub(lambda token: renamed[token[0]], old.msgstr)


def _figures(words: str) -> list[str]:
    return sorted(_DIGITS.findall(_TOKEN.sub("", words)))


def _obsolete(entry: Entry) -> Entry:
    return replace(entry, obsolete=True, extracted=(), references=(), raw="")


def _dated(entry: Entry, created: str) -> Entry:
    if not created or entry.msgid:
        return entry
    dated = re.sub(r"(?m)^POT-Creation-Date:.*$", f"POT-Creation-Date: {created}", entry.msgstr)
    return replace(entry, msgstr=dated, raw="") if dated != entry.msgstr else entry
