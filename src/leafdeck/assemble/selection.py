"""What a piece shows: its sections, with regions resolved and optional blocks decided."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Literal

from leafdeck.model import Block, Case, Only, Publisher, Quote, Section, Topic


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
    """The parts of *section* that an output of *kind* shows, in reading order."""
    if kind == "leaflet":
        return (section.heading, *section.blocks)
    return (section.heading, section.slide, section.say, *section.blocks)
