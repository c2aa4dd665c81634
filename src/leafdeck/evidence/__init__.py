"""Claims and levels: what may be printed, how sure we are, and how a source is written."""

from leafdeck.evidence.certainty import RANK, STRENGTH, Strength, least_certain, newest
from leafdeck.evidence.printable import expired, unbalanced, why_not
from leafdeck.evidence.reference import link, reference

__all__ = [
    "RANK",
    "STRENGTH",
    "Strength",
    "expired",
    "least_certain",
    "link",
    "newest",
    "reference",
    "unbalanced",
    "why_not",
]
