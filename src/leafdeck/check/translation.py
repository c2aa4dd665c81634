"""What the checks of a translation look over: each message of the content beside its entry in the catalog."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from leafdeck.catalog import Entry, Message, state
from leafdeck.extract import messages
from leafdeck.model import Finding, Inline, Place, Text, has_words
from leafdeck.project import Library, Locale
from leafdeck.reader import read_inlines

PRINTED = ("machine", "translated")
"""States of an entry whose words reach a reader, in a draft at least."""

_ACCEPTED = re.compile(r"lint-ok:\s*([a-z-]+)\s*[–—:-]\s*\S")


@dataclass(frozen=True, slots=True)
class Offered:
    """One message of the content, and the entry its catalog holds for it, if any."""

    message: Message
    entry: Entry | None
    state: str
    place: Place
    """The line of the translation; the catalog as a whole where it has no entry."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One message with a translation that reaches readers."""

    message: Message
    entry: Entry
    source: tuple[Inline, ...]
    words: tuple[Inline, ...]
    """The translation; all of its words even where `problems` name broken marks."""
    problems: tuple[Finding, ...]
    """What reading the translation found; words with problems never print."""
    place: Place
    accepted: frozenset[str]
    """Checks a translator has answered in a comment: `# lint-ok: numbers – reason`."""

    @property
    def wordless(self) -> bool:
        """True where the marks of the translation can be read and hold no words; every message offered has some."""
        made = Text(self.words, self.entry.msgstr, self.message.id, self.place)
        return not self.problems and not has_words(made)


@dataclass(frozen=True, slots=True)
class Translation:
    """One language of a project, as every check of a translation sees it."""

    library: Library
    locale: Locale
    offered: tuple[Offered, ...]
    """Every message of the domains that have a catalog, each once."""
    printed: tuple[Pair, ...]
    """Those of them whose translation reaches readers."""

    @property
    def pairs(self) -> Iterator[Pair]:
        """The printed pairs whose marks can be read and hold words, so that the two sides can be compared."""
        return (pair for pair in self.printed if not pair.problems and not pair.wordless)


def translation(library: Library, locale: Locale) -> Translation:
    """The messages of *library* in the language of *locale*."""
    offered = tuple(_offered(library, locale))
    return Translation(library, locale, offered, tuple(_pair(one) for one in offered if one.state in PRINTED))


def _offered(library: Library, locale: Locale) -> Iterator[Offered]:
    for domain, every in messages(library).items():
        catalog = locale.catalogs.get(domain)
        if catalog is None:
            continue
        path = locale.paths[domain]
        for message in {(one.msgid, one.context): one for one in every}.values():
            entry = catalog.find(message.msgid, message.context)
            if entry is None:
                yield Offered(message, None, "missing", Place(path))
            else:
                yield Offered(message, entry, state(entry), Place(path, entry.msgstr_line))


def _pair(offered: Offered) -> Pair:
    entry = offered.entry
    assert entry is not None  # noqa: S101 - only an entry can be printed
    source, _ = read_inlines(offered.message.msgid, offered.place)
    words, problems = read_inlines(entry.msgstr, offered.place)
    comments = "\n".join(entry.comments)
    return Pair(offered.message, entry, source, words, problems, offered.place, frozenset(_ACCEPTED.findall(comments)))
