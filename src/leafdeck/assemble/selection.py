"""What a piece shows: its sections, with regions resolved and optional blocks decided, and the topics it names."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from leafdeck.model import (
    Block,
    Case,
    Chart,
    Job,
    Only,
    Publisher,
    Questions,
    Quote,
    Related,
    Section,
    Stat,
    Steps,
    Table,
    Timeline,
    Topic,
    TwoLists,
    Urgency,
)
from leafdeck.project import Library, Manifest

SHOWN = (Table, Chart, Stat, Urgency, TwoLists, Timeline, Quote)
"""Blocks every slide shows."""
SHOWN_ALONE = (Steps, Questions)
"""Blocks a slide shows where its author gave it no points: points are their short form."""


Named = tuple[str, Section]
"""A section, and the id of its topic."""


def manifest_of(job: Job, library: Library) -> Manifest:
    """The manifest that *job* follows."""
    return (library.leaflets if job.kind == "leaflet" else library.decks)[job.piece]


def sections_of(job: Job, manifest: Manifest, topics: Mapping[str, Topic]) -> list[Named]:
    """The sections of *topics* that *job* shows, in order, as its readers see them."""
    return [
        (id_, settled(section, job.region, manifest.show))
        for id_, section in chosen(topics, manifest.topics, manifest.sections)
        if fits(section, job.kind, job.edition)
    ]


def titled(job: Job, sections: Sequence[Named]) -> tuple[str, ...]:
    """Topics whose titles stand among *sections*: in a deck its own, in a leaflet those it names as related."""
    if job.kind == "deck":
        return tuple(dict.fromkeys(id_ for id_, _ in sections))
    blocks = (block for _, section in sections for block in section.blocks)
    return tuple(dict.fromkeys(id_ for block in blocks if isinstance(block, Related) for id_ in block.topics))


def topics_of(job: Job, library: Library) -> frozenset[str]:
    """Every topic whose words *job* prints, be it nothing but a title; some may not be there."""
    manifest = manifest_of(job, library)
    return frozenset({*manifest.topics, *titled(job, sections_of(job, manifest, library.topics))})


def chosen(topics: Mapping[str, Topic], ids: Collection[str], sections: Collection[str]) -> list[Named]:
    """(topic id, section) of the piece, in order. Empty *sections* means every section of the topics."""
    every = {f"{id_}.{section.id}": (id_, section) for id_ in ids if id_ in topics for section in topics[id_].sections}
    return [every[name] for name in sections if name in every] if sections else list(every.values())


def fits(section: Section, kind: Literal["leaflet", "deck"], edition: str) -> bool:
    """True where a piece of *kind* shows *section*: a deck shows those that have a slide in its cut."""
    return kind == "leaflet" or (section.slide is not None and section.cut <= int(edition))


def settled(section: Section, region: str, show: Collection[str]) -> Section:
    """*section* as readers in *region* see it: `Only` dissolved, blocks that are off or may not print left out."""
    return replace(section, blocks=_settled(section.blocks, region, show))


def _settled(blocks: tuple[Block, ...], region: str, show: Collection[str]) -> tuple[Block, ...]:
    kept: list[Block] = []
    for block in blocks:
        match block:
            case Only(regions, inner):
                kept += _settled(inner, region, show) if region in regions else ()
            case Case() if "case" not in show:
                pass
            case Publisher() if "publisher" not in show:
                pass
            case Quote(status=status) if status != "verified":
                pass
            case _:
                kept.append(block)
    return tuple(kept)


def printed(section: Section, kind: Literal["leaflet", "deck"]) -> tuple[object, ...]:
    """The parts of *section* that an output of *kind* shows or says, in reading order."""
    if kind == "leaflet":
        return (section.heading, *section.blocks)
    # Spoken words stand for the prose, which then reaches neither slides nor notes.
    return (section.heading, section.slide, section.say, *(visuals(section) if section.say else section.blocks))


def visuals(section: Section) -> tuple[Block, ...]:
    """The blocks of *section* that its slides show; the others are for the speaker to say."""
    points = bool(section.slide and section.slide.points)
    return tuple(
        block for block in section.blocks
        if isinstance(block, SHOWN) or (isinstance(block, SHOWN_ALONE) and not points)
    )  # fmt: skip
