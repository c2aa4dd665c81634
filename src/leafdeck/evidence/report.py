"""How the claims of a project stand on one day: how sure, how soon due, where printed, what is disputed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from leafdeck.evidence.certainty import RANK
from leafdeck.evidence.printable import expired
from leafdeck.model import Checked, Claim, EvidenceLevel, Verdict

Due = Literal["expired", "expiring", "current"]


@dataclass(frozen=True, slots=True)
class Standing:
    """One claim on the day of the report."""

    claim: Claim
    printed_in: tuple[str, ...]
    """Where its words stand, such as `evidence.fifteen`, in reading order; empty where nothing cites it."""
    due: Due
    """`expiring`: it has to be checked again within the days asked for."""


def standings(
    claims: Iterable[Claim], printed_in: Mapping[str, tuple[str, ...]], as_of: date, within: int
) -> tuple[Standing, ...]:
    """How each of *claims* stands on the day *as_of*, the most certain first; *within* is how many days are soon."""
    ordered = sorted(claims, key=lambda claim: (RANK[claim.level], claim.id))
    return tuple(Standing(claim, printed_in.get(claim.id, ()), _due(claim, as_of, within)) for claim in ordered)


def _due(claim: Claim, as_of: date, within: int) -> Due:
    if expired(claim, as_of):
        return "expired"
    return "expiring" if (claim.recheck_by - as_of).days <= within else "current"


def by_level(standing: Iterable[Standing]) -> dict[EvidenceLevel, int]:
    """How many claims there are of each level that has any, the most certain first."""
    counts = Counter(each.claim.level for each in standing)
    return {level: counts[level] for level in EvidenceLevel if counts[level]}


def disputed(claim: Claim) -> bool:
    """True where sources disagree, whether or not it was decided what may be printed."""
    return bool(claim.conflict) or claim.verdict is Verdict.DISPUTED


def needs_attention(standing: Iterable[Standing]) -> dict[str, tuple[Standing, ...]]:
    """Claims by what somebody should do about them, the most urgent first; a claim may need several things."""
    every = tuple(standing)
    return {
        "expired": tuple(sorted((each for each in every if each.due == "expired"), key=_by_day)),
        "expiring": tuple(sorted((each for each in every if each.due == "expiring"), key=_by_day)),
        "unverified": tuple(each for each in every if each.claim.checked is Checked.UNVERIFIED),
        "memory": tuple(each for each in every if each.claim.checked is Checked.MEMORY),
        "disputed": tuple(each for each in every if disputed(each.claim)),
        "unused": tuple(each for each in every if not each.printed_in),
    }


def _by_day(standing: Standing) -> tuple[date, str]:
    return standing.claim.recheck_by, standing.claim.id
