"""The report of all claims: what is due, from memory, disputed or cited nowhere; and the page that lists them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from leafdeck.build.evidence import evidence_page, standing
from leafdeck.check import check_content
from leafdeck.cli import exits, main
from leafdeck.evidence import Chapter, by_level, disputed, needs_attention, page, standings
from leafdeck.model import Checked, Claim, EvidenceLevel, Verdict
from leafdeck.project import Library, read_library
from tests.projects import DAY, REPOSITORY, add, edit, tiny_project
from tests.test_evidence import CLAIM, PAPER

TODAY = date.fromisoformat(DAY)
CLAIMS = "content/claims.toml"
WORDS = {"level-case-series": "Rests on small groups.", "strength-early": "Early signs only"}
Said = pytest.CaptureFixture[str]


def needs(claim: Claim, as_of: date = date(2026, 12, 1), within: int = 90, printed_in: str = "tea.found") -> list[str]:
    places = {claim.id: (printed_in,)} if printed_in else {}
    return [need for need, those in needs_attention(standings([claim], places, as_of, within)).items() if those]


def library(root: Path) -> Library:
    read, findings = read_library(root)
    assert read is not None, findings
    return read


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny project as the current folder, with a claim that nothing cites."""
    made = tiny_project(tmp_path)
    kettle = (
        '\n[kettle]\nsentence = "Kettles * sing."\nlevel = "expert-opinion"\nchecked = "memory"\nas_of = 2026-01-01\n'
        'recheck_by = 2026-12-24\nconflict = "Some whistle."\ndecision = "Say that some sing."\n'
    )
    add(made, CLAIMS, kettle)
    monkeypatch.chdir(made)
    return made


# --- what needs somebody


def test_a_claim_is_due_within_the_days_asked_for_and_expired_the_day_after() -> None:
    assert needs(CLAIM, date(2027, 1, 2), within=30) == ["expiring"]
    assert needs(CLAIM, date(2027, 1, 1), within=30) == []
    assert needs(CLAIM, date(2027, 2, 1), within=0) == ["expiring"]
    assert needs(CLAIM, date(2027, 2, 2), within=30) == ["expired"]


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (replace(CLAIM, checked=Checked.MEMORY), "memory"),
        (replace(CLAIM, checked=Checked.UNVERIFIED), "unverified"),
        (replace(CLAIM, conflict="Another paper says 7."), "disputed"),
        (replace(CLAIM, verdict=Verdict.DISPUTED), "disputed"),
    ],
)
def test_what_is_not_checked_or_in_dispute_is_named(claim: Claim, told: str) -> None:
    assert needs(claim, within=0) == [told]
    assert needs(CLAIM, within=0) == []


def test_a_claim_that_nothing_prints_is_named() -> None:
    assert needs(CLAIM, within=0, printed_in="") == ["unused"]


def test_what_is_due_first_is_named_first() -> None:
    later = replace(CLAIM, id="a-later", recheck_by=date(2027, 2, 2))
    due = needs_attention(standings([later, CLAIM], {}, date(2027, 1, 20), 30))["expiring"]
    assert [each.claim.id for each in due] == ["remission", "a-later"]


def test_claims_are_counted_by_level_the_most_certain_first() -> None:
    claims = [replace(CLAIM, id=str(level), level=level) for level in reversed(EvidenceLevel)]
    every = standings([*claims, CLAIM], {}, TODAY, 0)
    assert list(by_level(every)) == list(EvidenceLevel)
    assert by_level(every)[EvidenceLevel.CASE_SERIES] == 2


def test_the_report_and_the_check_agree_on_what_nothing_cites(root: Path) -> None:
    read = library(root)
    unused = [each.claim.id for each in standing(read, TODAY, 0) if not each.printed_in]
    found = [each.message for each in check_content(read, TODAY) if each.id == "unused-claim"]
    assert unused == ["kettle"]
    assert found == ["Nothing cites the claim `kettle`."]


def test_a_claim_is_printed_where_its_words_or_its_chart_stand(root: Path) -> None:
    add(root, "content/glossary.toml", '\n[terms.pot]\nterm = "Pot"\nmeaning = "It holds tea [@tea-who]."\n')
    places = {each.claim.id: each.printed_in for each in standing(library(root), TODAY, 0)}
    assert places["tea-who"] == ("tea.found", "glossary.pot")
    assert "tea.found" in places["tea-sleep"]


# --- the page


def test_the_page_tells_all_that_is_known_of_a_claim() -> None:
    claim = replace(CLAIM, balanced_by=("relapse",), conflict="Another paper says 7.", decision="Print 8.")
    made = page(
        [Chapter("Tea", ("remission",))],
        standings([claim], {"remission": ("tea.found",)}, TODAY, 0),
        {"muller-2024": PAPER},
        WORDS,
    )
    assert made.partition("## Tea\n")[2] == (
        "\n### remission\n\nAll eight reached remission.\n\n"
        "- How sure: Early signs only. Rests on small groups.\n"
        "- Checked: read in the abstract of the source\n"
        "- As of 2024-02, to be checked again by 2027-02-01\n"
        "- Figures it allows: 8\n"
        "- Never without: [relapse](#relapse)\n"
        "- Source: Müller F, et al. CD19 CAR T-Cell Therapy in Autoimmune Disease. N Engl J Med 2024;390(8):687–700. "
        "<https://doi.org/10.1056/NEJMoa2308917>\n"
        "- Conflict: Another paper says 7.\n"
        "- Decision: Print 8.\n"
        "- Printed in: `tea.found`\n"
    )


def test_a_claim_of_two_topics_is_told_once() -> None:
    chapters = [Chapter("Tea", ("remission",)), Chapter("Coffee", ("remission",))]
    made = page(chapters, standings([CLAIM], {}, TODAY, 0), {"muller-2024": PAPER}, WORDS)
    assert made.count("### remission") == 1
    assert made.endswith("## Coffee\n\nTold above, and printed here too: [remission](#remission).\n")


def test_words_of_a_claim_are_no_markdown(root: Path) -> None:
    assert "Kettles \\* sing." in evidence_page(library(root))


def test_the_page_names_every_claim(root: Path) -> None:
    read = library(root)
    made = evidence_page(read)
    assert all(made.count(f"\n### {id_}\n") == 1 for id_ in read.claims)
    assert "## Printed nowhere\n\n### kettle\n" in made


def test_the_shipped_page_is_what_the_command_writes_today() -> None:
    """`render.py evidence --page docs/evidence.md` writes it anew; nothing in it depends on the day."""
    kept = (REPOSITORY / "docs/evidence.md").read_text(encoding="utf-8")
    assert kept == evidence_page(library(REPOSITORY)), "Write it anew: render.py evidence --page docs/evidence.md"


# --- the command


def test_the_command_counts_and_names(root: Path, capsys: Said) -> None:
    assert main(["evidence", "--as-of", DAY, "--expiring", "30"]) == exits.OK
    said = capsys.readouterr().out
    assert "     1  opinion   expert-opinion\n" in said
    assert f"To be checked again within 30 days of {DAY}: 1\n  2026-12-24  kettle  Kettles * sing.\n" in said
    assert "Written from memory only: 1\n" in said
    assert "Cited nowhere: 1\n" in said
    assert main(["evidence", "--as-of", DAY, "--expiring", "29"]) == exits.OK
    assert f"within 29 days of {DAY}: 0\n" in capsys.readouterr().out


def test_in_json_each_claim_is_one_object(root: Path, capsys: Said) -> None:
    assert main(["evidence", "--as-of", DAY, "--json"]) == exits.OK
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {each["claim"] for each in said} == set(library(root).claims)
    (kettle,) = [each for each in said if each["claim"] == "kettle"]
    assert kettle["needs"] == ["expiring", "memory", "disputed", "unused"]
    assert (kettle["strength"], kettle["recheck_by"], kettle["printed_in"]) == ("opinion", "2026-12-24", [])


def test_the_command_writes_the_page_where_it_is_told(root: Path, capsys: Said) -> None:
    assert main(["evidence", "--page", "out/evidence.md"]) == exits.OK
    assert capsys.readouterr().out == "out/evidence.md\n"
    assert (root / "out/evidence.md").read_text(encoding="utf-8") == evidence_page(library(root))


def test_a_page_that_cannot_be_written_is_told(root: Path, capsys: Said) -> None:
    add(root, "out", "a file")
    assert main(["evidence", "--page", "out/evidence.md"]) == exits.CANNOT_CREATE
    assert "cannot-write" in capsys.readouterr().err


def test_a_page_needs_the_words_of_its_levels(root: Path, capsys: Said) -> None:
    phrases = root / "content/ui.toml"
    kept = [line for line in phrases.read_text(encoding="utf-8").splitlines() if not line.startswith("strength-early")]
    phrases.write_text("\n".join(kept), encoding="utf-8")
    assert main(["evidence", "--page", "evidence.md"]) == exits.PROBLEMS
    assert "`strength-early`" in capsys.readouterr().err
    assert not (root / "evidence.md").exists()


def test_no_report_is_made_of_half_the_claims(root: Path, capsys: Said) -> None:
    edit(root, CLAIMS, 'checked = "memory"', 'checked = "hearsay"')
    assert main(["evidence"]) == exits.PROBLEMS
    said = capsys.readouterr()
    assert said.out == ""
    assert "wrong-value" in said.err


def test_a_broken_translation_does_not_hold_up_the_report(root: Path, capsys: Said) -> None:
    add(root, "locales/de/LC_MESSAGES/tea.po", "\nnonsense\n")
    assert main(["evidence", "--as-of", DAY]) == exits.OK


def test_a_conflict_is_a_dispute_even_where_it_was_decided() -> None:
    assert disputed(replace(CLAIM, conflict="Another paper says 7.", decision="Print 8."))
    assert not disputed(CLAIM)
