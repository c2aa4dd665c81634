"""Every name the words use must be known: claims, sources, glossary terms, region variables, regions."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from leafdeck.check.levels import found
from leafdeck.check.marks import terms, variables
from leafdeck.check.passages import Content, blocks_of, charts
from leafdeck.model import Finding, Only, Place, Text, cited
from leafdeck.project import ROOT_FILE

SHOWN = 8
"""Known names listed where none comes near."""


def nearest(name: str, known: Collection[str], where: str) -> str:
    """The fix for an unknown *name*: the nearest of *known*, else some of them, else *where* to define it."""
    near = get_close_matches(name, sorted(known), 1)
    if near:
        return f"Write `{near[0]}`, or define `{name}` in {where}."
    if 0 < len(known) <= SHOWN:
        return f"Write {' or '.join(f'`{one}`' for one in sorted(known))}, or define `{name}` in {where}."
    return f"Define `{name}` in {where}."


def _texts(content: Content) -> Iterator[Text]:
    """Every text of the project in the source language."""
    return (passage.text for passage in (*content.passages, *content.others))


def unknown_claim(content: Content) -> Iterator[Finding]:
    """Claims that are cited, charted, or named as a balance or in the settings must stand in the registry."""
    library = content.library
    named: list[tuple[str, Place]] = [(id_, text.place) for text in _texts(content) for id_ in cited(text.inlines)]
    for topic in library.topics.values():
        named += [(row.claim, row.place) for chart in charts(topic) for row in chart.rows]
    named += [(id_, claim.place) for claim in library.claims.values() for id_ in claim.balanced_by]
    settings = library.settings
    tables = {"mandatory": settings.mandatory, "criteria": settings.criteria.named()}
    named += [
        (id_, settings.place(table, key))
        for table, lists in tables.items()
        for key, ids in lists.items()
        for id_ in ids
    ]
    for id_, place in named:
        if id_ not in library.claims:
            fix = nearest(id_, library.claims, "content/claims.toml")
            yield found("unknown-claim", f"There is no claim `{id_}`.", place, fix)


def unknown_source(content: Content) -> Iterator[Finding]:
    """Sources a claim rests on must stand in the registry of sources."""
    library = content.library
    for claim in library.claims.values():
        for id_ in claim.sources:
            if id_ not in library.sources:
                fix = nearest(id_, library.sources, "content/sources.json")
                message = f"The claim `{claim.id}` rests on `{id_}`, and there is no such source."
                yield found("unknown-source", message, claim.place, fix)


def unknown_term(content: Content) -> Iterator[Finding]:
    """Words that link to the glossary must have an entry there."""
    known = {entry.id for entry in content.library.glossary}
    for text in _texts(content):
        for id_ in sorted(terms(text.inlines)):
            if id_ not in known:
                fix = nearest(id_, known, "content/glossary.toml")
                yield found("unknown-term", f"The glossary has no entry `{id_}`.", text.place, fix)


def unknown_variable(content: Content) -> Iterator[Finding]:
    """A variable in a topic must be one that regions know; they all know the same.

    Fixed phrases are left out: their placeholders, such as `{page}`, are filled by the output.
    """
    known = {name for region in content.library.regions.values() for name, _ in region.variables}
    for text in _texts(content):
        for name in sorted(variables(text.inlines)):
            if name not in known and not text.id.startswith("ui."):
                fix = nearest(name, known, "content/regions.toml")
                yield found("unknown-variable", f"No region knows the variable {{{name}}}.", text.place, fix)


def unknown_region(content: Content) -> Iterator[Finding]:
    """Regions named by a block or by the settings must be described."""
    library = content.library
    named = [(library.settings.region, Place(ROOT_FILE))]
    for topic in library.topics.values():
        for block in blocks_of(topic):
            if isinstance(block, Only):
                named += [(id_, block.place) for id_ in block.regions]
    for id_, place in named:
        if id_ not in library.regions:
            fix = nearest(id_, library.regions, "content/regions.toml")
            yield found("unknown-region", f"There is no region `{id_}`.", place, fix)
