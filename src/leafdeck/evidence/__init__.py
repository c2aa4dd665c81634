"""Claims and levels: what may be printed, how sure we are, how a source is written, and a report of all claims."""

from leafdeck.evidence.certainty import RANK, STRENGTH, Strength, least_certain, newest, said
from leafdeck.evidence.page import Chapter, page
from leafdeck.evidence.printable import expired, unbalanced, why_not
from leafdeck.evidence.reference import brief, link, reference
from leafdeck.evidence.report import Standing, by_level, disputed, needs_attention, standings

__all__ = [
    "RANK",
    "STRENGTH",
    "Chapter",
    "Standing",
    "Strength",
    "brief",
    "by_level",
    "disputed",
    "expired",
    "least_certain",
    "link",
    "needs_attention",
    "newest",
    "page",
    "reference",
    "said",
    "standings",
    "unbalanced",
    "why_not",
]
