"""Machine drafts: translations nobody has checked, marked so that everybody can tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from leafdeck.catalog.entry import MACHINE, Catalog, Entry, state


def write_machine(of: Catalog, drafts: Mapping[tuple[str, str], str], *, engine: str, date: str) -> Catalog:
    """*of* with each missing message filled from *drafts*, by (context, msgid): fuzzy, with a `# machine:` comment.

    What a person has written is never touched.
    """
    mark = f"{MACHINE} {engine} {date}"

    def filled(entry: Entry) -> Entry:
        words = drafts.get(entry.key, "")
        if not words or not entry.living or state(entry) != "missing":
            return entry
        flags = ("fuzzy", *(flag for flag in entry.flags if flag != "fuzzy"))
        comments = (*(line for line in entry.comments if line != mark), mark)
        return replace(entry, msgstr=words, flags=flags, comments=comments, previous="", previous_context="", raw="")

    return replace(of, entries=tuple(filled(entry) for entry in of.entries))
