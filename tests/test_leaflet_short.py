"""A short version says so and holds all that a full one must, in less room; a guide of several topics has contents."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from leafdeck.leaflet import plan
from leafdeck.model import plain
from leafdeck.walk import query
from tests.html_tree import Element, of_class, tree
from tests.leaflet_pieces import CLINIC, piece, text
from tests.pdfs import templates


def planned(tag: str = "en", **changes: object) -> Element:
    return tree(plan(piece(tag, depth="short", **changes), templates()))


def bare(words: str) -> str:
    return re.sub(r"[\s\d,]+", "", words).casefold()


def test_it_says_that_it_is_short_and_that_a_longer_one_tells_more() -> None:
    html = planned()
    assert [each.words for each in of_class(html, "depth")] == ["Short version"]
    assert "A longer one tells more." in of_class(html, "colophon")[0].words


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_it_holds_every_word_explained_every_source_and_the_whole_colophon(tag: str) -> None:
    made, html = piece(tag), planned(tag)
    words = bare(html.words)
    for message in query((made.glossary, made.colophon)):
        assert bare(plain(message.inlines)) in words
    assert all(bare(each.words) in words for each in made.references)


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_every_link_inside_it_has_a_target(tag: str) -> None:
    html = planned(tag)
    ids = {each.attributes["id"] for each in html.all() if "id" in each.attributes}
    targets = [each.attributes["href"] for each in html.all("a") if each.attributes["href"].startswith("#")]
    assert {target.removeprefix("#") for target in targets} <= ids


def test_the_clinic_s_box_stands_before_the_words_with_lines_or_with_what_the_clinic_says() -> None:
    assert len(of_class(planned(), "write")) == 6
    box = of_class(planned(clinic=CLINIC), "clinic")[0]
    assert all(each in box.words for each in (CLINIC.name, CLINIC.phone, CLINIC.phone_24h, *CLINIC.address))
    html = plan(piece("en", depth="short"), templates())
    assert html.index('class="clinic"') < html.index("<main>")


def test_what_a_clinic_leaves_out_leaves_nothing_behind() -> None:
    silent = replace(CLINIC, department="", address=(), phone="", phone_24h="", hours="", web="", email="")
    box = of_class(planned(clinic=silent), "clinic")[0]
    assert [each.words for each in box.all("p")] == [CLINIC.name]


def test_a_guide_lists_its_chapters_and_each_opens_under_its_name() -> None:
    made = piece("en")
    first, second, *rest = made.sections
    sections = (replace(first, chapter=text("One")), second, *(replace(each, topic="two") for each in rest))
    sections = (*sections[:2], replace(sections[2], chapter=text("Two")), *sections[3:])
    html = tree(plan(replace(made, sections=sections), templates()))
    links = of_class(html, "contents")[0].all("a")
    opened = [(each.words, f"#{each.attributes['id']}") for each in of_class(html, "chapter")]
    assert [(each.words, each.attributes["href"]) for each in links] == opened
    assert [words for words, _ in opened] == ["One", "Two"]


def test_a_topic_that_a_guide_comes_back_to_opens_under_an_address_of_its_own() -> None:
    made = piece("en")
    again = tuple(replace(each, chapter=text("One")) for each in made.sections[:2])
    html = tree(plan(replace(made, sections=(*again, *made.sections[2:])), templates()))
    assert len({each.attributes["id"] for each in of_class(html, "chapter")}) == 2


def test_a_leaflet_of_one_topic_has_no_contents() -> None:
    made = piece("en")
    assert of_class(tree(plan(made, templates())), "contents") == []
