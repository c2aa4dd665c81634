"""docs/coverage.md is true: every block cites its claims, every printable claim has a block, and nothing is copied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from leafdeck.check.passages import claims_of
from leafdeck.model import Checked, Section, Text
from leafdeck.project import Library, read_library
from leafdeck.walk import query
from tests.eight_words import articles, fingerprint, runs

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/coverage.md").read_text(encoding="utf-8")
TITLE = "CD19 CAR T-Cell Therapy in Autoimmune Disease – A Case Series with Follow-up"
"""The title of a paper that one of the articles names among its sources."""
FIXED = {"education-only"}
"""Claims that fixed phrases cite, on every piece."""
NEVER_SAID = ("trigger", "double-blind", "functional", "breakthrough", "miracle", "reboot")
"""Words of statements that were left out."""


@pytest.fixture(scope="module")
def library() -> Library:
    found, findings = read_library(ROOT)
    assert found is not None, findings
    return found


def rows(heading: str) -> Iterator[list[str]]:
    """The cells of each row of the tables under the second-level *heading* of docs/coverage.md."""
    part = PAGE.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    for line in part.splitlines():
        if line.startswith("| ") and not line.startswith("|---"):
            yield [cell.strip() for cell in line.strip("|").split(" | ")]


def blocks() -> Iterator[tuple[str, str, list[str], list[str]]]:
    """(topic, block, sections, claims) of every row that says what a block rests on."""
    part = PAGE.split("## What every block rests on\n", 1)[1].split("\n## ", 1)[0]
    for topic, table in re.findall(r"### `([\w-]+)`\n(.*?)(?=\n###|\Z)", part, re.DOTALL):
        for line in table.splitlines():
            if line.startswith("| ") and not line.startswith("| block"):
                name, sections, claims = [cell.strip() for cell in line.strip("|").split("|")]
                yield topic, name, re.findall(r"`([\w-]+)`", sections), re.findall(r"`([\w-]+)`", claims)


def section(library: Library, topic: str, id_: str) -> Section:
    found = [each for each in library.topics[topic].sections if each.id == id_]
    assert found, f"docs/coverage.md names {topic}.{id_}, which is not there"
    return found[0]


BLOCKS = list(blocks())


@pytest.mark.parametrize(
    ("topic", "block", "sections", "claims"), BLOCKS, ids=[f"{topic}: {block}" for topic, block, *_ in BLOCKS]
)
def test_a_block_cites_every_claim_it_rests_on(
    library: Library, topic: str, block: str, sections: list[str], claims: list[str]
) -> None:
    cited = {id_ for each in sections for id_ in claims_of(section(library, topic, each))}
    missing = [id_ for id_ in claims if id_ not in cited and library.claims[id_].checked is not Checked.UNVERIFIED]
    assert not missing, f"{topic}: {block}"


def test_every_printable_claim_has_a_block(library: Library) -> None:
    covered = {id_ for *_, claims in blocks() for id_ in claims} | FIXED
    cited = {id_ for topic in library.topics.values() for id_ in claims_of(topic.sections)}
    printable = {id_ for id_, claim in library.claims.items() if claim.checked is not Checked.UNVERIFIED}
    assert printable - covered == set(), "claims that no block rests on"
    assert printable - cited - FIXED == set(), "claims that no topic prints"


def test_every_section_of_the_articles_has_a_place_that_exists(library: Library) -> None:
    places = [
        (article, place)
        for article, _, where in list(rows("Where the articles' sections went"))[1:]
        for place in re.findall(r"`([\w-]+)\.([\w-]+)`", where)
    ]
    assert {article for article, _ in places} == {"A", "B", "C"}
    for _, (topic, id_) in places:
        section(library, topic, id_)


def words(library: Library) -> Iterator[Text]:
    """Every text of ours: topics, glossary, fixed phrases, titles of pieces."""
    manifests = (*library.leaflets.values(), *library.decks.values())
    yield from query(tuple(library.topics.values()))
    yield from query((library.glossary, tuple(library.phrases.values()), tuple(each.front for each in manifests)))


def test_what_was_left_out_stands_nowhere(library: Library) -> None:
    said = [(word, text) for text in words(library) for word in NEVER_SAID if word in text.source.casefold()]
    assert not said


def test_no_eight_words_in_a_row_are_the_articles(library: Library) -> None:
    known = articles()
    copied = [run for text in words(library) for run in runs(text.source) if fingerprint(run) in known]
    assert not copied


def test_a_copied_sentence_is_told_by_its_fingerprints() -> None:
    known = articles()
    assert all(fingerprint(run) in known for run in runs(TITLE))
    assert any(fingerprint(run) in known for run in runs(f"We read: {TITLE}, and more."))
    assert not any(fingerprint(run) in known for run in runs("Eight words that nobody but us has ever written down."))
