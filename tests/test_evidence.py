"""What may print, how sure we are, and how a source is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from leafdeck.evidence import (
    RANK,
    STRENGTH,
    brief,
    expired,
    least_certain,
    link,
    newest,
    reference,
    said,
    unbalanced,
    why_not,
)
from leafdeck.model import Checked, Claim, EvidenceLevel, Place, Source, Verdict

CLAIM = Claim(
    id="remission",
    sentence="All eight reached remission.",
    sources=("muller-2024",),
    level=EvidenceLevel.CASE_SERIES,
    checked=Checked.ABSTRACT,
    as_of=date(2024, 2, 1),
    as_of_precision="month",
    recheck_by=date(2027, 2, 1),
    verdict=Verdict.PRINT,
    numbers=("8",),
    balanced_by=("relapse",),
    conflict="",
    decision="",
    allow=(),
    place=Place("content/claims.toml", 1),
)
PAPER = Source(
    id="muller-2024",
    authors=("Müller F",),
    more_authors=True,
    title="CD19 CAR T-Cell Therapy in Autoimmune Disease",
    container="N Engl J Med",
    issued="2024-02-22",
    volume="390",
    issue="8",
    page="687–700",
    doi="10.1056/NEJMoa2308917",
    pmid="38381673",
    url="http://example.org",
    number="",
    note="",
    place=Place("content/sources.json", 1),
)


@pytest.mark.parametrize(
    ("levels", "shown"),
    [
        ((EvidenceLevel.REGULATORY, EvidenceLevel.CASE_SERIES), EvidenceLevel.CASE_SERIES),
        ((EvidenceLevel.CASE_SERIES, EvidenceLevel.OPEN_QUESTION), EvidenceLevel.CASE_SERIES),
        ((EvidenceLevel.OPEN_QUESTION, EvidenceLevel.BACKGROUND), EvidenceLevel.OPEN_QUESTION),
        ((EvidenceLevel.REGULATORY, EvidenceLevel.OPEN_QUESTION), EvidenceLevel.OPEN_QUESTION),
        ((EvidenceLevel.REGULATORY, EvidenceLevel.EXPERT_OPINION), EvidenceLevel.REGULATORY),
        (
            (EvidenceLevel.EXPERT_OPINION, EvidenceLevel.GUIDELINE, EvidenceLevel.EXPERT_OPINION),
            EvidenceLevel.EXPERT_OPINION,
        ),
        ((EvidenceLevel.EXPERT_OPINION, EvidenceLevel.GUIDELINE), EvidenceLevel.GUIDELINE),
        ((EvidenceLevel.BACKGROUND, EvidenceLevel.SITE_STATEMENT), None),
        ((), None),
    ],
)
def test_a_section_shows_the_least_certain_level_that_reports_a_result(
    levels: tuple[EvidenceLevel, ...], shown: EvidenceLevel | None
) -> None:
    assert least_certain(replace(CLAIM, level=level) for level in levels) == shown


def test_what_experts_advise_is_not_called_unknown() -> None:
    assert STRENGTH[EvidenceLevel.EXPERT_OPINION] == STRENGTH[EvidenceLevel.OPEN_QUESTION] == "unknown"
    assert (said(EvidenceLevel.EXPERT_OPINION), said(EvidenceLevel.OPEN_QUESTION)) == ("opinion", "unknown")
    assert (said(EvidenceLevel.CASE_SERIES), said(EvidenceLevel.BACKGROUND)) == ("early", None)


def test_every_level_has_its_rank_and_its_strength() -> None:
    assert list(RANK) == list(STRENGTH) == list(EvidenceLevel)


def test_the_newest_claim_dates_a_section() -> None:
    later = replace(CLAIM, id="later", as_of=date(2026, 1, 1))
    assert newest([CLAIM, later]) is later
    assert newest([]) is None


def test_a_claim_expires_the_day_after_it_had_to_be_rechecked() -> None:
    assert not expired(CLAIM, date(2027, 2, 1))
    assert expired(CLAIM, date(2027, 2, 2))


def test_unverified_and_disputed_claims_never_print() -> None:
    assert why_not(CLAIM) == ""
    for checked in set(Checked) - {Checked.UNVERIFIED}:
        assert why_not(replace(CLAIM, checked=checked)) == ""
    assert why_not(replace(CLAIM, verdict=Verdict.HEDGE)) == ""
    assert "verified" in why_not(replace(CLAIM, checked=Checked.UNVERIFIED))
    assert "contradict" in why_not(replace(CLAIM, verdict=Verdict.DISPUTED))


def test_remission_needs_relapse_beside_it() -> None:
    assert unbalanced([CLAIM], {"remission"}) == (CLAIM,)
    assert unbalanced([CLAIM], {"remission", "relapse"}) == ()
    either = replace(CLAIM, balanced_by=("relapse", "flare"))
    assert unbalanced([either, replace(CLAIM, balanced_by=())], {"remission", "flare"}) == ()


def test_a_reference_is_one_line_in_the_style_of_medical_journals() -> None:
    assert reference(PAPER) == (
        "Müller F, et al. CD19 CAR T-Cell Therapy in Autoimmune Disease. N Engl J Med 2024;390(8):687–700."
    )
    page = replace(PAPER, authors=(), more_authors=False, container="FDA", volume="", issue="", page="", number="NCT1")
    assert reference(page) == "CD19 CAR T-Cell Therapy in Autoimmune Disease. FDA 2024-02-22. NCT1."

    bare = replace(page, authors=("Ada Leaf",), container="", issued="", volume="12", page="3", number="")
    assert reference(bare) == "Ada Leaf. CD19 CAR T-Cell Therapy in Autoimmune Disease. 12:3."


def test_a_brief_reference_is_enough_to_find_the_source_by() -> None:
    assert brief(PAPER) == "Müller F, et al. N Engl J Med 2024."
    page = replace(PAPER, authors=(), more_authors=False, container="FDA", doi="", number="NCT1")
    assert brief(page) == "CD19 CAR T-Cell Therapy in Autoimmune Disease. FDA 2024. NCT1."
    assert brief(replace(PAPER, more_authors=False, container="")) == (
        "Müller F. CD19 CAR T-Cell Therapy in Autoimmune Disease. 2024."
    )


def test_a_link_is_the_doi_or_an_https_address_or_nothing() -> None:
    assert link(PAPER) == "https://doi.org/10.1056/NEJMoa2308917"
    assert link(replace(PAPER, doi="10.1002/(SICI)1097<1::AID#2>3.0")) == (
        "https://doi.org/10.1002/(SICI)1097%3C1::AID%232%3E3.0"
    )
    assert link(replace(PAPER, doi="")) == ""
    assert link(replace(PAPER, doi="", url="https://example.org/a")) == "https://example.org/a"
