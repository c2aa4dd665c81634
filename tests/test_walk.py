"""The two verbs over the model: `walk` changes every text, `query` collects every text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leafdeck.model import Bullets, Item, Paragraph, Steps, Text
from leafdeck.walk import query, walk
from tests.snippets import section_of, text
from tests.test_reader_blocks import BLOCKS

NESTED = (
    Paragraph(text("one")),
    Bullets((Item(text("two"), Steps((Item(text("three")),))), Item(text("four")))),
)


def test_query_collects_in_document_order() -> None:
    assert [found.source for found in query(NESTED)] == ["one", "two", "three", "four"]


def test_walk_changes_every_text_and_keeps_the_shape() -> None:
    shouted = walk(NESTED, lambda each: replace(each, source=each.source.upper()))
    assert [found.source for found in query(shouted)] == ["ONE", "TWO", "THREE", "FOUR"]
    assert [found.source for found in query(NESTED)] == ["one", "two", "three", "four"]


def test_what_does_not_change_is_the_same_object() -> None:
    assert walk(NESTED, lambda each: each) is NESTED
    changed = walk(NESTED, lambda each: replace(each, note="x") if each.source == "one" else each)
    assert changed[0] is not NESTED[0]
    assert changed[1] is NESTED[1]


def test_values_that_hold_no_text_pass_untouched() -> None:
    assert walk((1, "words", None), lambda each: each) == (1, "words", None)
    assert query({"a": text("a mapping is no node")}) == ()


@pytest.mark.parametrize("name", BLOCKS)
def test_both_verbs_meet_the_same_texts_of_every_block_in_the_same_order(name: str) -> None:
    met: list[Text] = []

    def change(each: Text) -> Text:
        met.append(each)
        return replace(each, note="met")

    section = section_of(BLOCKS[name][0])
    changed = walk(section, change)
    assert tuple(met) == query(section)
    assert [each.note for each in query(changed)] == ["met"] * len(met)
    assert walk(changed, lambda each: replace(each, note="")) == section
