"""What the words rest on: claims, sources, and the fixed vocabulary of evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from leafdeck.model.finding import Place
from leafdeck.model.text import Text


class EvidenceLevel(StrEnum):
    """What kind of evidence a claim rests on, most certain first."""

    REGULATORY = "regulatory"
    RANDOMISED_TRIAL = "randomised-trial"
    SINGLE_ARM_TRIAL = "single-arm-trial"
    GUIDELINE = "guideline"
    REVIEW = "review"
    OBSERVATIONAL = "observational"
    CASE_SERIES = "case-series"
    CASE_REPORT = "case-report"
    EXPERT_OPINION = "expert-opinion"
    BACKGROUND = "background"
    OPEN_QUESTION = "open-question"
    SITE_STATEMENT = "site-statement"


class Checked(StrEnum):
    """How a claim was checked against its source."""

    PRIMARY = "primary"
    ABSTRACT = "abstract"
    SECOND_HAND = "second-hand"
    MEMORY = "memory"
    UNVERIFIED = "unverified"
    """Never prints."""
    ATTESTED = "attested"
    """A named clinician stands for it."""


class Verdict(StrEnum):
    """Whether a claim may be printed."""

    PRINT = "print"
    HEDGE = "hedge"
    """Only in the form its decision gives."""
    DISPUTED = "disputed"
    """Sources contradict each other and nothing has been decided: never prints."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact that text may cite. The registry is `content/claims.toml`."""

    id: str
    sentence: str
    """The fact in one plain sentence."""
    sources: tuple[str, ...]
    """Source ids; empty only for expert opinion and site statements."""
    level: EvidenceLevel
    checked: Checked
    as_of: date
    """When the fact was true or published; the first day where only a month or year is known."""
    as_of_precision: str
    """`day`, `month` or `year`: how much of `as_of` may be printed."""
    recheck_by: date
    verdict: Verdict
    numbers: tuple[str, ...]
    """Figures the text may print on its strength, such as "8", "2.5", "27000"."""
    balanced_by: tuple[str, ...]
    """Claims one of which must stand in the same section: remission needs relapse."""
    conflict: str
    """How sources disagree; empty where they do not."""
    decision: str
    """What was decided, and in which form it may be printed."""
    allow: tuple[str, ...]
    """Forbidden words that text citing this claim may use, such as "cure"."""
    place: Place


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of `content/sources.json` (CSL-JSON 1.0.2, as Zotero exports it)."""

    id: str
    authors: tuple[str, ...]
    """"Family Initials" each, or one literal name; "et al." is written by the output."""
    more_authors: bool
    """More authors than listed."""
    title: str
    container: str
    """Journal, site or register; empty where there is none."""
    issued: str
    """ISO date, as precise as known."""
    volume: str
    issue: str
    page: str
    doi: str
    pmid: str
    url: str
    number: str
    """Trial or document number."""
    note: str
    place: Place


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """One word with its plain meaning, from `content/glossary.toml`."""

    id: str
    term: Text
    meaning: Text


@dataclass(frozen=True, slots=True)
class Region:
    """Where the reader is: facts no translation may decide."""

    id: str
    """`generic`, or an ISO 3166-1 alpha-2 code."""
    name: Text
    variables: tuple[tuple[str, Text], ...]
    """Variable name -> words or number, such as `emergency` -> `999`."""
    source: str
    """Where the facts were read."""
    as_of: date
    checked: Checked
    place: Place

    def variable(self, name: str) -> Text | None:
        """The words for `{name}`, or None where the region does not define it."""
        return dict(self.variables).get(name)
