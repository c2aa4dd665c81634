"""How far a translation has come: missing catalogs and messages, machine drafts, translations of older words.

What one command or one long sitting mends is one finding a catalog, with how many messages it is about and where the
first stands: nine hundred lines would hide the broken link among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from leafdeck.catalog import Entry
from leafdeck.check.levels import found
from leafdeck.check.translation import Offered, Translation
from leafdeck.model import Finding, Place
from leafdeck.project import catalog_path

SHOWN = 40
"""Characters of a message that a finding repeats."""
LEFT = "`leafdeck i18n status` counts what is left."


def missing_catalog(translation: Translation) -> Iterator[Finding]:
    """Every language of leafdeck.toml has a catalog for each domain."""
    library, locale = translation.library, translation.locale
    for domain in library.domains:
        if domain not in locale.catalogs:
            path = catalog_path(library.root, locale.tag, domain).relative_to(library.root).as_posix()
            message = f"There is no catalog of `{domain}` in {locale.language.english_name} that can be read."
            fix = f"{_update(locale.tag)}, or mend the file."
            yield found("missing-catalog", message, Place(path), fix, locale.tag)


def unknown_message(translation: Translation) -> Iterator[Finding]:
    """A catalog holds messages of the content only; others are never printed."""
    locale = translation.locale
    known = {(one.message.msgid, one.message.context, one.place.path) for one in translation.offered}
    for domain, catalog in locale.catalogs.items():
        path = locale.paths[domain]
        lost = [one for one in catalog.entries if one.living and (one.msgid, one.context, path) not in known]
        if lost:
            others = f" and {len(lost) - 1} more" if len(lost) > 1 else ""
            message = f'The content no longer says "{shown(lost[0].msgid)}"{others}.'
            place = Place(path, lost[0].line)
            yield found("unknown-message", message, place, f"{_update(locale.tag)}.", locale.tag)


def untranslated(translation: Translation) -> Iterator[Finding]:
    """A message without translation prints in the source language, marked."""
    tag = translation.locale.tag
    for every in _by_catalog(translation, "missing"):
        written = [one for one in every if one.entry is not None]
        first = (written or every)[0]
        mend = "Translate it" if len(every) == 1 else "Translate them"
        fix = f"{mend}; {LEFT}" if written == every else f"{_update(tag)}, then translate; {LEFT}"
        message = f"{_counted(every, first, 'is', 'are')} not translated."
        yield found("untranslated", message, first.place, fix, tag)


def machine_translation(translation: Translation) -> Iterator[Finding]:
    """A machine draft prints in a draft only, marked."""
    tag = translation.locale.tag
    for every in _by_catalog(translation, "machine", lambda entry: entry.fuzzy):
        message = f"{_counted(every, every[0], 'has', 'have')} a translation that only a machine has seen."
        fix = f"Have a person read each, then remove its fuzzy flag and `machine:` comment; {LEFT}"
        yield found("machine-translation", message, every[0].place, fix, tag)


def machine_mark_left(translation: Translation) -> Iterator[Finding]:
    """A message that is fuzzy no more has lost its `machine:` comment too, if a person has read it."""
    tag = translation.locale.tag
    for every in _by_catalog(translation, "machine", lambda entry: not entry.fuzzy):
        message = f"{_counted(every, every[0], 'has', 'have')} a `machine:` comment and no fuzzy flag."
        fix = "Remove the comment where a person has read the words; they count as a machine's until then."
        yield found("machine-mark-left", message, every[0].place, fix, tag)


def stale_translation(translation: Translation) -> Iterator[Finding]:
    """A translation of older words never prints. Each is named: somebody has just changed what it says."""
    tag = translation.locale.tag
    for every in _by_catalog(translation, "stale"):
        for one in every:
            message = f'The translation of "{shown(one.message.msgid)}" is of older words, or was sent back.'
            fix = "Bring it up to date, then remove the fuzzy flag."
            yield found("stale-translation", message, one.place, fix, tag)


def shown(msgid: str) -> str:
    """The beginning of *msgid*, short enough for a message."""
    return msgid if len(msgid) <= SHOWN else msgid[:SHOWN].rsplit(" ", 1)[0] + " …"


def _by_catalog(
    translation: Translation, state: str, of: Callable[[Entry], bool] | None = None
) -> Iterator[list[Offered]]:
    """The messages in *state*, catalog by catalog; with *of*, those whose entry it holds for."""
    concerned = (
        one for one in translation.offered if one.state == state and (of is None or (one.entry and of(one.entry)))
    )
    return (list(every) for _, every in groupby(concerned, key=lambda one: one.place.path))


def _counted(every: list[Offered], first: Offered, singular: str, plural: str) -> str:
    """How many messages a finding is about and which comes *first*, with the verb that follows."""
    words = f'"{shown(first.message.msgid)}"'
    return f"{words} {singular}" if len(every) == 1 else f"{len(every)} messages, the first {words}, {plural}"


def _update(tag: str) -> str:
    return f"Run `leafdeck i18n update --locale {tag}`"
