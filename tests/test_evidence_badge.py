"""How sure we are, the same on paper and on screen: a shape, its words and a legend; relapse beside every result."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from leafdeck.assemble import assemble
from leafdeck.leaflet import plan
from leafdeck.model import Job, Piece, Words
from tests.decks import DAY, library, planned
from tests.html_tree import Element, of_class, tree
from tests.leaflet_pieces import piece
from tests.pdfs import templates
from tests.test_evidence import CLAIM

SHIPPED = sorted(set(library().decks) & set(library().leaflets))


def on_paper(name: str) -> Piece:
    job = Job(name, "leaflet", "en", "generic", "a4", "", "draft", DAY, "x")
    return assemble(job, library(), None)


def on_screen(name: str) -> Piece:
    job = Job(name, "deck", "en", "generic", "30", "", "draft", DAY, "x")
    return assemble(job, library(), None)


def html(shown: Piece) -> Element:
    return tree(plan(shown, templates()))


def squeezed(words: str) -> str:
    return " ".join(words.split())


@pytest.mark.parametrize("name", SHIPPED)
def test_a_section_that_ships_is_as_sure_on_screen_as_on_paper(name: str) -> None:
    paper = {(each.topic, each.section.id): each.evidence for each in on_paper(name).sections}
    screen = {(each.topic, each.section.id): each.evidence for each in on_screen(name).sections}
    assert any(screen.values())
    assert screen == {key: paper[key] for key in screen}


def test_both_say_it_in_the_same_words() -> None:
    paper = [squeezed(each.words) for each in of_class(html(on_paper("evidence")), "sure")]
    for slide in planned("evidence", "en").slides:
        foot = dict(slide.fills).get("source")
        if isinstance(foot, Words) and foot.badge:
            assert "".join(run.text for run in foot.paras[0].runs) in paper


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_the_steps_of_a_leaflet_go_up_in_reading_direction(tag: str) -> None:
    for drawn in of_class(html(piece(tag)), "steps-icon"):
        steps = sorted(drawn.below, key=lambda step: float(step.attributes["x"]), reverse=tag == "ar")
        heights = [float(step.attributes["height"]) for step in steps]
        assert len(heights) == 3
        assert heights == sorted(heights)


def test_a_leaflet_that_shows_badges_explains_all_four() -> None:
    (legend,) = of_class(html(piece("en")), "legend")
    filled = [re.findall("#0B3C49", "".join(step.attributes["fill"] for step in drawn.below))
              for drawn in of_class(legend, "steps-icon")]  # fmt: skip
    assert [len(each) for each in filled] == [3, 2, 1, 0]
    assert "Nobody knows yet. · Nobody has answered it." in squeezed(legend.words)


def test_a_leaflet_without_badges_has_no_legend() -> None:
    made = piece("en")
    plain = replace(made, sections=tuple(replace(each, evidence=None) for each in made.sections))
    assert of_class(html(plain), "legend") == []


def test_a_chart_of_a_leaflet_says_beside_each_result_in_how_many_it_came_back() -> None:
    """A figure has its source; that nobody reports one has none, and a row of no result says nothing."""
    silent, told = of_class(html(piece("en")), "came-back")
    assert (silent.words, silent.all("a")) == ("Came back: not reported", [])
    assert told.words == "Came back: 2 of 12\N{NO-BREAK SPACE}2"
    assert [link.attributes["href"] for link in told.all("a")] == ["#source-2"]


def test_relapse_is_cited_from_the_claims_that_balance_the_result() -> None:
    made = replace(piece("en"), claims=(CLAIM, replace(CLAIM, id="relapse", balanced_by=())))
    assert made.relapse_claims("remission") == ("relapse",)
    assert made.relapse_claims("relapse") == ("relapse",)
