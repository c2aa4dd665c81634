"""How sure we are: an order of evidence levels and the four strengths a reader is shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from leafdeck.model import Claim, EvidenceLevel

Strength = Literal["strong", "some", "early", "unknown"]

STRENGTH: dict[EvidenceLevel, Strength | None] = {
    EvidenceLevel.REGULATORY: "strong",
    EvidenceLevel.RANDOMISED_TRIAL: "some",
    EvidenceLevel.SINGLE_ARM_TRIAL: "early",
    EvidenceLevel.GUIDELINE: "some",
    EvidenceLevel.REVIEW: "some",
    EvidenceLevel.OBSERVATIONAL: "early",
    EvidenceLevel.CASE_SERIES: "early",
    EvidenceLevel.CASE_REPORT: "early",
    EvidenceLevel.EXPERT_OPINION: "unknown",
    EvidenceLevel.BACKGROUND: None,
    EvidenceLevel.OPEN_QUESTION: "unknown",
    EvidenceLevel.SITE_STATEMENT: None,
}
"""What a level means to a reader. None: general knowledge or a statement about oneself, which needs no badge.

A randomised trial counts as "some" because the field has one small one, which GRADE (BMJ 2008;336:924) would
rate down for imprecision.
"""

RANK: dict[EvidenceLevel, int] = {level: rank for rank, level in enumerate(EvidenceLevel)}
"""0 for the most certain level."""


def least_certain(claims: Iterable[Claim]) -> EvidenceLevel | None:
    """The level a reader is shown for *claims*: the least certain one that reports a result.

    Opinions and open questions count only where nothing reports a result, because every honest section ends with
    something nobody knows. None where no claim carries a strength.
    """
    levels = {claim.level for claim in claims if STRENGTH[claim.level] is not None}
    results = {level for level in levels if STRENGTH[level] != "unknown"}
    return max(results or levels, key=RANK.__getitem__, default=None)


def newest(claims: Iterable[Claim]) -> Claim | None:
    """The claim with the latest as-of date; None where there are none."""
    return max(claims, key=lambda claim: (claim.as_of, claim.id), default=None)
