"""Numbered references: claims in order of first mention, and the sources they rest on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from leafdeck.evidence import link
from leafdeck.model import Chart, Claim, Reference, Source, cited
from leafdeck.walk import query


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a piece numbers what it cites."""

    claims: tuple[Claim, ...]
    references: tuple[Reference, ...]
    numbers_of: tuple[tuple[str, tuple[int, ...]], ...]


def mentions(node: object) -> tuple[str, ...]:
    """Claim ids cited by the texts of *node*, in order of first mention."""
    found: dict[str, None] = {}
    for text in query(node):
        found.update(dict.fromkeys(cited(text.inlines)))
    return tuple(found)


def part_mentions(parts: Sequence[object]) -> tuple[str, ...]:
    """Claim ids cited in *parts* of a section, blocks among them, in order of first mention; chart rows cite too."""
    found: dict[str, None] = {}
    for part in parts:
        found.update(dict.fromkeys(mentions(part)))
        if isinstance(part, Chart):
            found.update(dict.fromkeys(row.claim for row in part.rows))
    return tuple(found)


def numbered(
    ids: Iterable[str], claims: Mapping[str, Claim], sources: Mapping[str, Source], written: Callable[[Source], str]
) -> Numbering:
    """The numbering for the claims *ids*, given in order of mention. Unknown ids are left to the checks.

    *written* gives the words of a reference.
    """
    known = [claims[id_] for id_ in dict.fromkeys(ids) if id_ in claims]
    numbers: dict[str, int] = {}
    for claim in known:
        for source in claim.sources:
            if source in sources:
                numbers.setdefault(source, len(numbers) + 1)
    references = tuple(
        Reference(number, sources[id_], written(sources[id_]), link(sources[id_])) for id_, number in numbers.items()
    )
    numbers_of = tuple(
        (claim.id, tuple(sorted(numbers[source] for source in claim.sources if source in numbers))) for claim in known
    )
    return Numbering(tuple(known), references, numbers_of)
