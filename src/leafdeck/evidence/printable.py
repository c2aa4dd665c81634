"""Whether a claim may be printed today, and what must stand beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from leafdeck.model import Checked, Claim, Verdict


def why_not(claim: Claim) -> str:
    """Why *claim* must never print, in words; empty where it may."""
    if claim.checked is Checked.UNVERIFIED:
        return "nobody has verified it"
    if claim.verdict is Verdict.DISPUTED:
        return "its sources contradict each other and nothing has been decided"
    return ""


def expired(claim: Claim, today: date) -> bool:
    """True from the day after the claim had to be checked again."""
    return today > claim.recheck_by


def unbalanced(claims: Iterable[Claim], cited: Collection[str]) -> tuple[Claim, ...]:
    """Those of *claims* that need another claim beside them, and none of the allowed ones is *cited*."""
    return tuple(claim for claim in claims if claim.balanced_by and not set(claim.balanced_by) & set(cited))
