"""What must stand beside a claim, and what every topic must say: remission needs relapse, CAR-T needs its risks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from leafdeck.assemble.chapters import headed
from leafdeck.assemble.selection import chosen, printed, settled
from leafdeck.check.levels import found
from leafdeck.check.manifests import EVERY_TOPIC, LEAFLETS
from leafdeck.check.passages import Content, charts, claims_of
from leafdeck.evidence import unbalanced
from leafdeck.model import (
    Claim,
    Finding,
    Place,
    Section,
    Text,
    Topic,
    cited,
)
from leafdeck.project import Library, Manifest
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

    A balance that stands only on the slide does not help the reader of the leaflet. The title and the standfirst, of a
    topic or of a piece, are a section of their own.
    """
    library = content.library
    for above, place in _fronts(library):
        for claim in _unbalanced(claims_of(above), library):
            message = f"`{claim.id}` stands in the front matter without {_beside(claim)}."
            fix = f"Cite {_beside(claim)} there as well, or leave `{claim.id}` to the sections."
            yield found("unbalanced-claim", message, _mention(claim.id, above, place), fix)
    for topic in library.topics.values():
        for section in topic.sections:
            told: set[str] = set()
            for kind, ids in _versions(section, content):
                for claim in _unbalanced(ids, library):
                    if claim.id in told:
                        continue
                    told.add(claim.id)
                    message = f"`{claim.id}` stands in the {kind} of section `{section.id}` without {_beside(claim)}."
                    fix = f"Cite {_beside(claim)} in the same section, where every reader of the {kind} sees it."
                    yield found("unbalanced-claim", message, _mention(claim.id, section, section.place), fix)
    for leaflet in library.leaflets.values():
        yield from _without_its_box(leaflet, library)


def _without_its_box(leaflet: Manifest, library: Library) -> Iterator[Finding]:
    """A short piece of several topics shows a repeated box once: what it balances elsewhere must not stand alone."""
    told: set[tuple[str, Place]] = set()
    for region in sorted(library.regions):
        whole = [
            (id_, settled(section, region, leaflet.show))
            for id_, section in chosen(library.topics, leaflet.topics, leaflet.sections)
        ]
        for (_, section), (_, left) in zip(whole, headed(whole, library.topics, leaflet.depth), strict=True):
            alone = _unbalanced(claims_of(printed(section, "leaflet")), library)
            for claim in _unbalanced(claims_of(printed(left, "leaflet")), library):
                if claim not in alone and (claim.id, section.place) not in told:
                    told.add((claim.id, section.place))
                    message = f"In the leaflet `{leaflet.id}` a box told before is left out: `{claim.id}` is alone."
                    fix = f"Cite {_beside(claim)} in the words of section `{section.id}` as well."
                    yield found("unbalanced-claim", message, _mention(claim.id, left, section.place), fix)


def _fronts(library: Library) -> Iterator[tuple[tuple[Text | None, ...], Place]]:
    """What stands above the sections of each topic and of each piece with a title of its own, and whose it is."""
    for topic in library.topics.values():
        yield (topic.title, topic.short_title, topic.standfirst), topic.place
    for manifest in library.manifests:
        yield manifest.front or (), manifest.place


def _unbalanced(ids: tuple[str, ...], library: Library) -> tuple[Claim, ...]:
    return unbalanced([library.claims[id_] for id_ in ids if id_ in library.claims], ids)


def _beside(claim: Claim) -> str:
    return " or ".join(f"`{id_}`" for id_ in claim.balanced_by)


def _mention(id_: str, node: object, otherwise: Place) -> Place:
    """Where *node* first mentions the claim *id_*."""
    places = [text.place for text in query(node) if id_ in cited(text.inlines)]
    places += [row.place for chart in charts(node) for row in chart.rows if row.claim == id_]
    return min(places, default=otherwise)


def missing_mandatory_claim(content: Content) -> Iterator[Finding]:
    """What `mandatory` of leafdeck.toml asks of a topic must stand in its leaflets, in every region.

    A leaflet of a few sections must hold it as well. Where `mandatory` has a list for a short leaflet, the list stands
    for those of its topics, because a card has no room for all that they must say; what every topic must say stays.
    """
    library = content.library
    for topic in library.topics.values():
        for id_ in _mandatory(topic, library):
            if not _everywhere(id_, topic.sections, library):
                message = f"The topic `{topic.id}` must cite `{id_}` where every reader sees it, and does not."
                fix = f"Say it in the running words and cite [@{id_}]."
                yield found("missing-mandatory-claim", message, topic.place, fix)
    for leaflet in library.leaflets.values():
        topics = [library.topics[id_] for id_ in leaflet.topics if id_ in library.topics]
        whole = chosen(library.topics, leaflet.topics, leaflet.sections)
        shown = tuple(section for _, section in headed(whole, library.topics, leaflet.depth))
        own = library.settings.mandatory.get(f"{LEAFLETS}{leaflet.id}") if leaflet.depth == "short" else None
        everywhere = library.settings.mandatory.get(EVERY_TOPIC, [])
        asked = [*everywhere, *own] if own else [id_ for topic in topics for id_ in _mandatory(topic, library)]
        for id_ in dict.fromkeys(asked):
            if (leaflet.sections or own) and not _everywhere(id_, shown, library):
                message = f"The sections of the leaflet `{leaflet.id}` do not cite `{id_}`, which it must."
                place = leaflet.document.place("sections")
                yield found("missing-mandatory-claim", message, place, f"Add the section that cites [@{id_}].")


def _mandatory(topic: Topic, library: Library) -> tuple[str, ...]:
    mandatory = library.settings.mandatory
    return tuple(dict.fromkeys((*mandatory.get(EVERY_TOPIC, ()), *mandatory.get(topic.id, ()))))


def _everywhere(id_: str, sections: tuple[Section, ...], library: Library) -> bool:
    """True where *sections* cite the claim *id_* on paper in every region, whatever optional blocks are off."""
    return all(
        any(id_ in claims_of(printed(settled(section, region, ()), "leaflet")) for section in sections)
        for region in library.regions
    )
