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
from leafdeck.model import Finding
from leafdeck.project import Library, Manifest

__all__ = ["INSTRUMENTS", "Assessment", "Criterion", "Judgement", "Verdict", "assess", "unmet"]

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


def unmet(library: Library) -> Iterator[Finding]:
    """One note for each leaflet that lacks what an instrument asks for, in a project that uses the instruments.

    It uses them where leafdeck.toml has a table `[criteria]`.
    """
    if not any(library.settings.criteria.named().values()):
        return
    lacking: dict[str, dict[str, list[str]]] = {}
    for one in assess(library):
        if one.judgement.verdict == "not met":
            lacking.setdefault(one.piece, {}).setdefault(one.instrument, []).append(one.criterion.number)
    for piece, by_instrument in lacking.items():
        items = "; ".join(f"{name} {', '.join(numbers)}" for name, numbers in by_instrument.items())
        message = f"The leaflet `{piece}` does not meet {items}."
        fix = "`check criteria` says what is missing; mend what readers of this leaflet need."
        yield Finding("criterion-not-met", "note", message, library.leaflets[piece].place, fix)


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
