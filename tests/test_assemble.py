"""From a library to a piece: what it shows, how it numbers, what it says about itself."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal

import pytest

from leafdeck.assemble import assemble
from leafdeck.model import Job, MissingPhraseError, Only, Paragraph, Piece, State, plain
from leafdeck.project import Library, read_library
from leafdeck.walk import query
from tests.projects import add, edit, tiny_project

CLAIM = """\
[tea-small]
sentence = "Groups are small."
sources = ["leaf-2025"]
level = "review"
checked = "primary"
as_of = "2025-06"
recheck_by = 2027-06-01

"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny_project(tmp_path)


def library(root: Path) -> Library:
    read, findings = read_library(root)
    assert read is not None
    assert [finding for finding in findings if finding.level == "error"] == []
    return read


def piece(
    root: Path, kind: Literal["leaflet", "deck"] = "leaflet", locale: str = "en", region: str = "generic"
) -> Piece:
    job = Job("tea", kind, locale, region, "a4" if kind == "leaflet" else "30", "", "draft", date(2026, 11, 24), "x")
    return assemble(job, library(root), None)


def test_sources_are_numbered_by_first_mention(root: Path) -> None:
    tea = piece(root)
    assert [(reference.number, reference.source.id) for reference in tea.references] == [
        (1, "leaf-2025"),
        (2, "pot-2026"),
    ]
    assert tea.numbers("tea-who") == (1,)
    assert tea.numbers("tea-wears-off") == (1, 2)
    assert tea.numbers("no-such-claim") == ()


def test_blocks_of_other_regions_are_left_out(root: Path) -> None:
    everywhere = [plain(text.inlines) for text in query(piece(root).sections)]
    britain = [plain(text.inlines) for text in query(piece(root, region="GB").sections)]
    assert "The kettle is on." not in everywhere
    assert "The kettle is on." in britain
    assert not any(
        isinstance(block, Only) for part in piece(root, region="GB").sections for block in part.section.blocks
    )


def test_a_region_variable_has_the_words_of_the_region(root: Path) -> None:
    assert plain(dict(piece(root, region="GB").variables)["emergency"].inlines) == "999"
    assert plain(dict(piece(root).variables)["emergency"].inlines) == "your emergency number"


def test_a_chart_is_cited_where_it_stands(root: Path) -> None:
    topic = (root / "content/tea.md").read_text(encoding="utf-8")
    paragraph = next(line for line in topic.splitlines() if line.startswith("A team gave"))
    edit(root, "content/tea.md", f"{paragraph}\n\n", "")
    edit(root, "content/tea.md", "| Slept longer | 4 | 4 | tea-sleep | 1 |\n", "")
    edit(root, "content/tea.md", "## When to call", "All 4 slept longer [@tea-sleep].\n\n## When to call")
    assert [claim.id for claim in piece(root).claims] == ["tea-wears-off", "tea-sleep"]


def test_phrases_cite_first_in_a_deck_and_last_in_a_leaflet(root: Path) -> None:
    edit(root, "content/ui.toml", 'own doctor."', 'own doctor [@tea-wears-off]."')
    edit(root, "content/ui.toml", 'slide-testing-small = "', 'slide-testing-small = "[@tea-wears-off] ')
    assert [claim.id for claim in piece(root).claims] == ["tea-who", "tea-sleep", "tea-wears-off"]
    assert next(claim.id for claim in piece(root, "deck").claims) == "tea-wears-off"
    assert [reference.source.id for reference in piece(root, "deck").references] == ["pot-2026", "leaf-2025"]


def test_a_phrase_is_cited_only_in_the_outputs_it_stands_in(root: Path) -> None:
    edit(root, "content/claims.toml", "[tea-wears-off]", CLAIM + "[tea-wears-off]")
    edit(root, "content/ui.toml", 'slide-testing-small = "', 'slide-testing-small = "[@tea-small] ')
    assert "tea-small" not in [claim.id for claim in piece(root).claims]
    assert "tea-small" in [claim.id for claim in piece(root, "deck").claims]


@pytest.mark.parametrize(("cut", "sections"), [("5", ["found"]), ("15", ["found"]), ("30", ["found", "call"])])
def test_a_deck_holds_the_sections_of_its_cut_and_cites_no_others(root: Path, cut: str, sections: list[str]) -> None:
    edit(root, "content/tea.md", "- You cannot wake up", "- You cannot wake up [@tea-small]")
    edit(root, "content/claims.toml", "[tea-wears-off]", CLAIM + "[tea-wears-off]")
    job = Job("tea", "deck", "en", "generic", cut, "", "draft", date(2026, 11, 24), "x")
    deck = assemble(job, library(root), None)
    assert [each.section.id for each in deck.sections] == sections
    assert ("tea-small" in [claim.id for claim in deck.claims]) is ("call" in sections)


def test_a_section_without_a_slide_stands_in_no_deck(root: Path) -> None:
    edit(root, "content/tea.md", ":::{slide} Call early\n:::\n", "")
    assert [each.section.id for each in piece(root, "deck").sections] == ["found"]
    assert [each.section.id for each in piece(root).sections] == ["found", "call"]


def test_a_glossary_entry_brings_the_entries_it_links_to(root: Path) -> None:
    edit(root, "content/glossary.toml", "Leaves in hot water.", "[Leaves](term:leaf) in hot water.")
    entry = '\n[terms.{0}]\nterm = "{0}"\nmeaning = "{1}"\n'
    add(root, "content/glossary.toml", entry.format("leaf", "Part of a [plant](term:plant)."))
    add(root, "content/glossary.toml", entry.format("plant", "It has a [leaf](term:leaf)."))
    add(root, "content/glossary.toml", entry.format("stone", "Nobody links to it."))
    assert [line.id for line in piece(root).glossary] == ["leaf", "plant", "tea"]


def test_a_phrase_in_another_language_counts_as_words_of_the_piece(root: Path) -> None:
    english, german = piece(root), piece(root, locale="de")
    texts = query((german.title, german.standfirst, german.sections, german.glossary))
    assert english.fallback == 0
    assert german.fallback > sum(text.state is State.MISSING for text in texts)


@pytest.mark.parametrize("phrase", ["not-stated", "level-case-report", "version"])
def test_a_phrase_that_is_missing_is_named(root: Path, phrase: str) -> None:
    edit(root, "content/ui.toml", f"\n{phrase} =", f"\n{phrase}-x =")
    with pytest.raises(MissingPhraseError) as lack:
        piece(root)
    assert lack.value.name == phrase


def test_only_linked_terms_stand_in_the_glossary(root: Path) -> None:
    assert [line.id for line in piece(root).glossary] == ["tea"]
    edit(root, "content/tea.md", "[tea](term:tea)", "tea")
    assert piece(root).glossary == ()


def test_evidence_is_shown_where_something_is_claimed(root: Path) -> None:
    found, call = piece(root).sections
    assert found.evidence is not None
    assert (found.evidence.strength, found.evidence.as_of) == ("early", "2026")
    assert call.evidence is None


def test_what_is_not_stated_is_said_to_be_not_stated(root: Path) -> None:
    details = {plain(detail.label.inlines): plain(detail.words.inlines) for detail in piece(root).colophon}
    assert "Ada Leaf" in details.values()
    assert "10 January 2026" in details.values()
    assert list(details.values()).count("Not stated") == 2


def second_topic(root: Path, **front: str) -> None:
    """Add the topic `coffee` to the leaflet, a copy of `tea` with *front* in its front matter."""
    words = (root / "content/tea.md").read_text(encoding="utf-8").replace("title: Tea and sleep", "title: Coffee")
    for key, value in front.items():
        words = re.sub(rf"(?m)^{key}: .*$", f"{key}: {value}", words)
    add(root, "content/coffee.md", words)
    edit(root, "leaflets/tea.toml", 'topics = ["tea"]', 'topics = ["tea", "coffee"]')


def stated(root: Path) -> list[tuple[str, str]]:
    return [(plain(detail.label.inlines), plain(detail.words.inlines)) for detail in piece(root).colophon]


def test_a_leaflet_of_two_topics_answers_for_both(root: Path) -> None:
    second_topic(
        root, version='"2.1"', published="2026-03-02", checked="2025-05-06", next_review="2026-12-24",
        authors="[Ben Bean, Ada Leaf]", funding="The Coffee Board",
    )  # fmt: skip
    assert stated(root) == [
        ("Version", "1.0 + 2.1"),
        ("Published", "2 March 2026"),
        ("Facts last checked", "6 May 2025"),
        ("Next review", "24 December 2026"),
        ("Written by", "Ada Leaf and Ben Bean"),
        ("Reviewed by (clinicians)", "Bo Cup"),
        ("Reviewed by (patients)", "Not stated"),
        ("Paid for by", "Not stated"),
        ("Paid for by", "The Coffee Board"),
    ]
    assert piece(root).version == "1.0 + 2.1"
    edit(root, "leaflets/tea.toml", '"coffee"]', '"coffee"]\nsections = ["tea.found"]')
    assert stated(root)[:2] == [("Version", "1.0"), ("Published", "10 January 2026")]


@pytest.mark.parametrize(("tea", "coffee", "printed"), [("[]", "[B]", "Not stated"), ("[A]", "[B]", "A and B")])
def test_a_reviewer_of_one_topic_does_not_vouch_for_the_other(root: Path, tea: str, coffee: str, printed: str) -> None:
    second_topic(root, reviewers=coffee)
    edit(root, "content/tea.md", "\nreviewers: [Bo Cup]", f"\nreviewers: {tea}")
    assert dict(stated(root))["Reviewed by (clinicians)"] == printed


def test_a_day_that_one_topic_does_not_state_is_stated_for_neither(root: Path) -> None:
    second_topic(root, checked="null", published="null", next_review="null")
    days = dict(stated(root))
    assert days["Published"] == days["Facts last checked"] == "Not stated"
    assert days["Next review"] == "9 January 2027"


def test_the_words_of_another_topic_count_where_its_title_or_its_funder_is_printed(root: Path) -> None:
    second_topic(root)
    edit(root, "leaflets/tea.toml", '"coffee"]', '"coffee"]\nsections = ["tea.found"]')
    alone = piece(root, locale="de")
    edit(root, "content/tea.md", "## When to call", ":::{related}\n- tea\n- coffee\n:::\n\n## When to call")
    naming = piece(root, locale="de")
    assert (alone.titles, [id_ for id_, _ in naming.titles]) == ((), ["tea", "coffee"])
    assert naming.fallback == alone.fallback + 1, "its own title is counted already"
    edit(root, "content/tea.md", "funding: null", "funding: The Tea Board")
    assert piece(root, locale="de").fallback == naming.fallback + 1


def test_optional_blocks_are_off_unless_the_manifest_turns_them_on(root: Path) -> None:
    edit(root, "content/tea.md", "## When to call", ":::{publisher}\nWe sell tea.\n:::\n\n## When to call")
    words = [plain(text.inlines) for text in query(piece(root).sections)]
    assert "We sell tea." not in words
    edit(root, "leaflets/tea.toml", 'editions = ["a4"]', 'editions = ["a4"]\nshow = ["publisher"]')
    assert "We sell tea." in [plain(text.inlines) for text in query(piece(root).sections)]


def test_a_quotation_nobody_can_vouch_for_is_left_out(root: Path) -> None:
    quote = ':::{quote speaker="A" status="STATUS"} Baker\nTea works.\n:::\n\n## When to call'
    edit(root, "content/tea.md", "## When to call", quote.replace("STATUS", "verified"))
    assert "Tea works." in [plain(text.inlines) for text in query(piece(root).sections)]
    edit(root, "content/tea.md", "verified", "unsigned")
    assert "Tea works." not in [plain(text.inlines) for text in query(piece(root).sections)]


def test_words_without_a_translation_are_counted_and_keep_their_language(root: Path) -> None:
    german = piece(root, locale="de")
    assert german.fallback > 0
    paragraph = next(block for block in german.sections[0].section.blocks if isinstance(block, Paragraph))
    assert (paragraph.text.lang, paragraph.text.state) == ("en", State.MISSING)
    assert piece(root).fallback == 0


def test_a_verify_address_brings_a_code_that_never_names_the_clinic(root: Path) -> None:
    assert (piece(root).qr, piece(root).qr_address) == ((), "")
    edit(root, "leafdeck.toml", 'licence = "CC BY 4.0"', 'licence = "CC BY 4.0"\nverify = "https://example.org/v"')
    tea = piece(root)
    assert tea.qr_address == "https://example.org/v?piece=tea&locale=en&region=generic&edition=a4&version=1.0"
    assert len(tea.qr) == len(tea.qr[0])
    edit(root, "leafdeck.toml", "https://example.org/v", "https://example.org/?v=1")
    assert (
        piece(root).qr_address == "https://example.org/?v=1&piece=tea&locale=en&region=generic&edition=a4&version=1.0"
    )
    edit(root, "leafdeck.toml", "https://example.org/?v=1", "https://example.org/v")
    job = Job("tea", "leaflet", "en", "generic", "a4", "clinics/st-mary.toml", "draft", date(2026, 11, 24), "x")
    assert assemble(replace(job), library(root), None).qr_address == tea.qr_address
