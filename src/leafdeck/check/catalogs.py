"""How far a translation has come: missing catalogs and messages, machine drafts, translations of older words."""

from __future__ import annotations

from collections.abc import Iterator

from leafdeck.check.levels import found
from leafdeck.check.translation import Translation
from leafdeck.model import Finding, Place
from leafdeck.project import catalog_path

SHOWN = 40
"""Characters of a message that a finding repeats."""


def missing_catalog(translation: Translation) -> Iterator[Finding]:
    """Every language of leafdeck.toml has a catalog for each domain."""
    library, locale = translation.library, translation.locale
    for domain in library.domains:
        if domain not in locale.catalogs:
            path = catalog_path(library.root, locale.tag, domain).relative_to(library.root).as_posix()
            message = f"There is no catalog of `{domain}` in {locale.language.english_name} that can be read."
            fix = f"Run `leafdeck i18n update --locale {locale.tag}`, or mend the file."
            yield found("missing-catalog", message, Place(path), fix, locale.tag)


def unknown_message(translation: Translation) -> Iterator[Finding]:
    """A catalog holds messages of the content only; others are never printed."""
    locale = translation.locale
    known = {(one.message.msgid, one.message.context, one.place.path) for one in translation.offered}
    for domain, catalog in locale.catalogs.items():
        path = locale.paths[domain]
        for entry in catalog.entries:
            living = entry.msgid and not entry.obsolete
            if living and (entry.msgid, entry.context, path) not in known:
                message = f'The content no longer says "{shown(entry.msgid)}".'
                fix = f"Run `leafdeck i18n update --locale {locale.tag}`."
                yield found("unknown-message", message, Place(path, entry.line), fix, locale.tag)


def untranslated(translation: Translation) -> Iterator[Finding]:
    """A message without translation prints in the source language, marked."""
    tag = translation.locale.tag
    for one in translation.offered:
        if one.entry is None:
            message = f'"{shown(one.message.msgid)}" stands in no catalog yet.'
            yield found("untranslated", message, one.place, f"Run `leafdeck i18n update --locale {tag}`.", tag)
        elif one.state == "missing":
            message = f'"{shown(one.message.msgid)}" is not translated.'
            yield found("untranslated", message, one.place, "Translate it.", tag)


def machine_translation(translation: Translation) -> Iterator[Finding]:
    """A machine draft prints in a draft only, marked."""
    tag = translation.locale.tag
    for one in translation.offered:
        if one.state == "machine":
            message = f'"{shown(one.message.msgid)}" has a translation that only a machine has seen.'
            fix = "Have a person read it, then remove the fuzzy flag and the `machine:` comment."
            yield found("machine-translation", message, one.place, fix, tag)


def stale_translation(translation: Translation) -> Iterator[Finding]:
    """A translation of older words never prints."""
    tag = translation.locale.tag
    for one in translation.offered:
        if one.state == "stale":
            message = f'The translation of "{shown(one.message.msgid)}" is of older words.'
            yield found(
                "stale-translation", message, one.place, "Bring it up to date, then remove the fuzzy flag.", tag
            )


def shown(msgid: str) -> str:
    """The beginning of *msgid*, short enough for a message."""
    return msgid if len(msgid) <= SHOWN else msgid[:SHOWN].rsplit(" ", 1)[0] + " …"
