"""Machine drafts: translations nobody has checked, marked so that everybody can tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from leafdeck.catalog.entry import MACHINE, Catalog, catalog, state


def write_machine(of: Catalog, drafts: Mapping[tuple[str, str], str], *, engine: str, date: str) -> Catalog:
    """*of* with each missing message filled from *drafts*, by (context, msgid): fuzzy, with a `# machine:` comment.

    What a person has written is never touched.
    """
    mark = f"{MACHINE} {engine} {date}"
    return catalog(
        of.path,
        (
            replace(
                entry, msgstr=drafts[entry.key], flags=("fuzzy", *entry.flags), comments=(*entry.comments, mark), raw=""
            )
            if entry.key in drafts and not entry.obsolete and state(entry) == "missing"
            else entry
            for entry in of.entries
        ),
        of.newline,
    )
