"""A piece of several topics: a guide has chapters, a short piece has neither a heading nor a box twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

import pytest

from leafdeck.assemble import assemble
from leafdeck.model import Callout, Job, Piece, State, plain
from leafdeck.project import read_library
from tests.projects import add, tiny_project

BOX = "\n:::{warning} Careful\nTea is hot.\n:::\n"
COFFEE = """\
---
title: What is known about coffee
short_title: Coffee
standfirst: Less than about tea.
audience: People who drink
version: "0.1"
checked: 2026-11-01
---

## In short {#in-short}

It is dark.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tiny_project(tmp_path)
    add(root, "content/coffee.md", COFFEE + BOX)
    add(root, "content/tea.md", f"\n\n## In short {{#in-short}}\n\nIt is green.\n{BOX}\n## Cups {{#cups}}\n\nMany.\n")
    return root


def piece(root: Path, manifest: str, kind: Literal["leaflet", "deck"] = "leaflet", locale: str = "en") -> Piece:
    folder = "leaflets" if kind == "leaflet" else "slides"
    add(root, f"{folder}/both.toml", f'kind = "{kind}"\ntopics = ["tea", "coffee"]\n{manifest}\n')
    library, findings = read_library(root)
    assert library is not None, findings
    edition = "a4" if kind == "leaflet" else "30"
    return assemble(Job("both", kind, locale, "generic", edition, "", "draft", date(2026, 11, 24), "x"), library, None)


SECTIONS = 'sections = ["tea.in-short", "tea.cups", "coffee.in-short"]'


def headings(made: Piece) -> list[str]:
    return [plain(shown.section.heading.inlines) for shown in made.sections]


def chapters(made: Piece) -> list[str]:
    return ["" if shown.chapter is None else plain(shown.chapter.inlines) for shown in made.sections]


def test_a_guide_has_a_chapter_for_each_topic(root: Path) -> None:
    made = piece(root, SECTIONS)
    assert chapters(made) == ["Tea and sleep", "", "Coffee"]
    assert headings(made) == ["In short", "Cups", "In short"]


def test_in_a_short_piece_a_heading_that_stands_twice_gives_way_to_its_topic(root: Path) -> None:
    made = piece(root, f'{SECTIONS}\ndepth = "short"')
    assert chapters(made) == ["", "", ""]
    assert headings(made) == ["Tea and sleep", "Cups", "Coffee"]


def test_in_a_short_piece_a_box_of_several_topics_stands_once(root: Path) -> None:
    def boxes(made: Piece) -> int:
        return sum(isinstance(block, Callout) for shown in made.sections for block in shown.section.blocks)

    short = piece(root, f'{SECTIONS}\ndepth = "short"')
    assert boxes(short) == 1


def test_in_a_short_piece_no_heading_stands_above_nothing(root: Path) -> None:
    add(root, "content/coffee.md", f"\n## Heat {{#heat}}\n{BOX}")
    made = piece(root, 'sections = ["tea.in-short", "coffee.heat"]\ndepth = "short"')
    assert all(shown.section.blocks for shown in made.sections)


def test_a_short_piece_of_one_topic_keeps_its_headings(root: Path) -> None:
    made = piece(root, 'sections = ["tea.in-short", "tea.cups"]\ndepth = "short"')
    assert headings(made) == ["In short", "Cups"]


def test_a_piece_may_have_a_title_of_its_own(root: Path) -> None:
    made = piece(root, 'title = "All drinks"\nstandfirst = "In one place."')
    assert (plain(made.title.inlines), made.source_title) == ("All drinks", "All drinks")
    assert plain(made.standfirst.inlines) == "In one place."


def test_a_title_of_its_own_is_translated_like_any_phrase(root: Path) -> None:
    made = piece(root, 'title = "All drinks"\nstandfirst = "In one place."', locale="de")
    assert (made.title.state, made.title.lang) == (State.MISSING, "en")


def test_what_a_title_of_its_own_cites_stands_first_in_the_list_of_sources(root: Path) -> None:
    """No section of this piece cites the claim: its number would be missing, and its source."""
    front = 'title = "All drinks"\nstandfirst = "A team gave tea to 4 people [@tea-who]."'
    made = piece(root, f'{front}\nsections = ["coffee.in-short"]')
    assert dict(made.numbers_of)["tea-who"] == (1,)
    assert [reference.source.id for reference in made.references][:1] == ["leaf-2025"]
