"""What must stand beside a claim, and what every topic must say: remission needs relapse, CAR-T needs its risks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from leafdeck.assemble.selection import printed, settled
from leafdeck.check.levels import found
from leafdeck.check.manifests import EVERY_TOPIC
from leafdeck.check.passages import Content, charts, claims_of
from leafdeck.evidence import unbalanced
from leafdeck.model import Finding, Place, Section, Topic, cited
from leafdeck.walk import query

KINDS: tuple[Literal["leaflet", "deck"], ...] = ("leaflet", "deck")
OPTIONAL: tuple[tuple[str, ...], ...] = ((), ("case", "publisher"))
"""Without and with the blocks a manifest may turn on."""


def _versions(section: Section, content: Content) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(kind, claims cited) of every form in which a reader may meet *section*, in any region."""
    for region in sorted(content.library.regions):
        for show in OPTIONAL:
            seen = settled(section, region, show)
            for kind in KINDS:
                yield kind, claims_of(printed(seen, kind))


def unbalanced_claim(content: Content) -> Iterator[Finding]:
    """A claim that needs another beside it finds one in the same section, in every region, on paper and on screen.

    A balance that stands only on the slide does not help the reader of the leaflet.
    """
    library = content.library
    for topic in library.topics.values():
        for section in topic.sections:
            told: set[str] = set()
            for kind, ids in _versions(section, content):
                for claim in unbalanced([library.claims[id_] for id_ in ids if id_ in library.claims], ids):
                    if claim.id in told:
                        continue
                    told.add(claim.id)
                    beside = " or ".join(f"`{id_}`" for id_ in claim.balanced_by)
                    message = f"`{claim.id}` stands in the {kind} of section `{section.id}` without {beside}."
                    fix = f"Cite {beside} in the same section, where every reader of the {kind} sees it."
                    yield found("unbalanced-claim", message, _mention(claim.id, section), fix)


def _mention(id_: str, section: Section) -> Place:
    """Where *section* first mentions the claim *id_*."""
    shown = (section.heading, section.slide, section.say, section.blocks)
    places = [text.place for text in query(shown) if id_ in cited(text.inlines)]
    places += [row.place for chart in charts(section) for row in chart.rows if row.claim == id_]
    return min(places, default=section.place)


def missing_mandatory_claim(content: Content) -> Iterator[Finding]:
    """What `mandatory` of leafdeck.toml asks of a topic must stand in its leaflet, in every region."""
    library = content.library
    for topic in library.topics.values():
        asked = (*library.settings.mandatory.get(EVERY_TOPIC, ()), *library.settings.mandatory.get(topic.id, ()))
        for id_ in dict.fromkeys(asked):
            if any(id_ not in ids for ids in _leaflets(topic, content)):
                message = f"The topic `{topic.id}` must cite `{id_}` where every reader sees it, and does not."
                fix = f"Say it in the running words and cite [@{id_}]."
                yield found("missing-mandatory-claim", message, topic.place, fix)


def _leaflets(topic: Topic, content: Content) -> Iterator[set[str]]:
    """The claims that the leaflet of *topic* cites, region by region, optional blocks left out."""
    for region in sorted(content.library.regions):
        parts = [printed(settled(section, region, ()), "leaflet") for section in topic.sections]
        yield {id_ for part in parts for id_ in claims_of(part)}
