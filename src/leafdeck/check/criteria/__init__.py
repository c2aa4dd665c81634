"""What the instruments of the field ask of patient information, held against each leaflet as its readers see it.

A program judges what the model proves and leaves the rest open. There is no score: docs/criteria.md says why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from leafdeck.check.criteria.clear_communication import CLEAR_COMMUNICATION
from leafdeck.check.criteria.discern import DISCERN
from leafdeck.check.criteria.judgement import Criterion, Judgement, Verdict
from leafdeck.check.criteria.pemat import PEMAT
from leafdeck.check.criteria.shown import Shown, shown
from leafdeck.project import Library, Manifest

__all__ = ["INSTRUMENTS", "Assessment", "Criterion", "Judgement", "Verdict", "assess"]

INSTRUMENTS: Mapping[str, tuple[Criterion, ...]] = {
    "DISCERN": DISCERN,
    "PEMAT-P": PEMAT,
    "CDC Clear Communication Index": CLEAR_COMMUNICATION,
}
"""Every item of each instrument, in its order."""

WORST: tuple[Verdict, ...] = ("not met", "open", "met", "does not apply")
"""What counts for a leaflet whose regions differ: the first of these."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """What is said of one item for one leaflet."""

    piece: str
    instrument: str
    criterion: Criterion
    judgement: Judgement
    region: str
    """Where that holds; empty where it holds in every region."""


def assess(library: Library) -> Iterator[Assessment]:
    """Every item of every instrument for each leaflet of *library*, in order. Decks are no printed information."""
    for manifest in library.leaflets.values():
        seen = _versions(manifest, library)
        for instrument, criteria in INSTRUMENTS.items():
            for criterion in criteria if seen else ():
                yield _assessed(seen, instrument, criterion)


def _versions(manifest: Manifest, library: Library) -> list[Shown]:
    """The leaflet as the project's own region sees it, then as those see it that see something else."""
    found: list[Shown] = []
    for region in dict.fromkeys((library.settings.region, *sorted(library.regions))):
        version = shown(manifest, library, region)
        if version and all(version.parts != other.parts for other in found):
            found.append(version)
    return found


def _assessed(seen: list[Shown], instrument: str, criterion: Criterion) -> Assessment:
    judged = [(criterion.judge(version), version) for version in seen]
    judgement, version = min(judged, key=lambda each: WORST.index(each[0].verdict))
    alike = len({each.verdict for each, _ in judged}) == 1
    return Assessment(version.manifest.id, instrument, criterion, judgement, "" if alike else version.region)
