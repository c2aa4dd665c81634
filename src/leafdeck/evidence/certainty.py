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

WITHOUT_STUDIES = (EvidenceLevel.EXPERT_OPINION, EvidenceLevel.REGULATORY, EvidenceLevel.OPEN_QUESTION)
"""Levels that no study stands behind; of several in a section the last is shown."""


def said(level: EvidenceLevel) -> str | None:
    """The name of the phrase, after `strength-`, that tells a reader how sure we are; None where no badge is needed.

    Experts may well know what they advise: "nobody knows yet" would be the wrong words for it, though no study stands
    behind it either.
    """
    return "opinion" if level is EvidenceLevel.EXPERT_OPINION else STRENGTH[level]


def least_certain(claims: Iterable[Claim]) -> EvidenceLevel | None:
    """The level a reader is shown for *claims*: the least certain one that reports what studies or experts found.

    Opinions count where most claims are opinions, and open questions where no study is cited, because every honest
    section ends with something nobody knows. What an office has stated, such as an approval, counts last: it must not
    make an open question look well founded. None where no claim carries a strength.
    """
    levels = [claim.level for claim in claims if STRENGTH[claim.level] is not None]
    if 2 * levels.count(EvidenceLevel.EXPERT_OPINION) > len(levels):
        return EvidenceLevel.EXPERT_OPINION
    studies = [level for level in levels if STRENGTH[level] in ("some", "early")]
    if studies:
        return max(studies, key=RANK.__getitem__)
    return max(levels, key=WITHOUT_STUDIES.index, default=None)


def newest(claims: Iterable[Claim]) -> Claim | None:
    """The claim with the latest as-of date; None where there are none."""
    return max(claims, key=lambda claim: (claim.as_of, claim.id), default=None)
