"""What a piece shows: its sections, with regions resolved and optional blocks decided."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Literal

from leafdeck.model import (
    Block,
    Case,
    Chart,
    Only,
    Publisher,
    Questions,
    Quote,
    Section,
    Stat,
    Steps,
    Table,
    Timeline,
    Topic,
    TwoLists,
    Urgency,
)

SHOWN = (Table, Chart, Stat, Urgency, TwoLists, Timeline, Quote)
"""Blocks every slide shows."""
SHOWN_ALONE = (Steps, Questions)
"""Blocks a slide shows where its author gave it no points: points are their short form."""


def chosen(topics: Mapping[str, Topic], ids: Collection[str], sections: Collection[str]) -> list[tuple[str, Section]]:
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
