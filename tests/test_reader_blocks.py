"""Every block of docs/content.md, read into the model."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from leafdeck.model import (
    Answer,
    Block,
    Bullets,
    Callout,
    Case,
    Chart,
    ChartRow,
    Checklist,
    Column,
    Event,
    Faq,
    Figure,
    Item,
    Only,
    Paragraph,
    Publisher,
    Questions,
    Quote,
    Related,
    SlideWords,
    Stat,
    Steps,
    Table,
    Text,
    Timeline,
    TwoLists,
    Urgency,
    UrgencyLevel,
)
from leafdeck.reader import read_topic
from leafdeck.reader.containers import KINDS, SPECIAL
from leafdeck.walk import query
from tests.projects import REPOSITORY
from tests.snippets import (
    FRONT,
    HEADING,
    PATH,
    bare,
    blocks_of,
    container,
    findings_of,
    line,
    section_of,
    text,
    topic_of,
)


def p(words: str) -> Paragraph:
    return Paragraph(text(words))


def item(words: str, below: Bullets | Steps | None = None) -> Item:
    return Item(text(words), below)


def row(*words: str) -> tuple[Text, ...]:
    return tuple(text(each) for each in words)


BLOCKS: dict[str, tuple[str, Block]] = {
    "a paragraph": ("One line\nand the next.", p("One line and the next.")),
    "bullets": ("- one\n- two", Bullets((item("one"), item("two")))),
    "bullets apart": ("- one\n\n- two", Bullets((item("one"), item("two")))),
    "steps": ("1. one\n2. two", Steps((item("one"), item("two")))),
    "steps all numbered 1": ("1. one\n1. two", Steps((item("one"), item("two")))),
    "bullets in bullets in bullets": (
        "- one\n  - two\n    - three\n- four",
        Bullets((item("one", Bullets((item("two", Bullets((item("three"),))),))), item("four"))),
    ),
    "bullets in steps": (
        "1. one\n   - two\n   - three\n2. four",
        Steps((item("one", Bullets((item("two"), item("three")))), item("four"))),
    ),
    "steps in bullets": ("- one\n  1. two\n  2. three", Bullets((item("one", Steps((item("two"), item("three")))),))),
    "an item of two lines": ("- one\n  and more\n- two", Bullets((item("one and more"), item("two")))),
    "a table": (
        ":::{table} What was drunk\n| Tea | Cups |\n|---|---|\n| Green | 4 |\n| **Black** [@tea] | 2 \\| 3 |\n:::",
        Table(text("What was drunk"), row("Tea", "Cups"), (row("Green", "4"), row("**Black** [@tea]", "2 | 3"))),
    ),
    "a table without outer bars": (
        ":::{table} Tea\nTea | Cups\n--- | ---\nGreen | 4\n:::",
        Table(text("Tea"), row("Tea", "Cups"), (row("Green", "4"),)),
    ),
    "a table with empty cells": (
        ":::{table} Tea\n| | Cups |\n|---|---|\n| Green | |\n:::",
        Table(text("Tea"), row("", "Cups"), (row("Green", ""),)),
    ),
    "a key box": (
        ":::{key} In short\nTea is warm.\n\n- one\n\n1. two\n:::",
        Callout("key", text("In short"), (p("Tea is warm."), Bullets((item("one"),)), Steps((item("two"),)))),
    ),
    "plain words": (
        ":::{plain-words} In plain words\nTea is warm.\n:::",
        Callout("plain-words", text("In plain words"), (p("Tea is warm."),)),
    ),
    "a warning": (":::{warning} Hot\nWait.\n:::", Callout("warning", text("Hot"), (p("Wait."),))),
    "not for": (":::{not-for} Who\nCats.\n:::", Callout("not-for", text("Who"), (p("Cats."),))),
    "urgency": (
        ":::{urgency}\n### Now: call {emergency}\n- Burns\n### Today: call us\n- Thirst\n\n"
        "### Next visit: ask\n- Taste\n  - sour\n:::",
        Urgency(
            (
                UrgencyLevel("now", text("call {emergency}"), Bullets((item("Burns"),))),
                UrgencyLevel("today", text("call us"), Bullets((item("Thirst"),))),
                UrgencyLevel("next-visit", text("ask"), Bullets((item("Taste", Bullets((item("sour"),))),))),
            )
        ),
    ),
    "urgency with one level": (
        ":::{urgency}\n### Today: call: us\n- Thirst\n:::",
        Urgency((UrgencyLevel("today", text("call: us"), Bullets((item("Thirst"),))),)),
    ),
    "a stat": (":::{stat} 5 of 5\nslept [@tea].\n:::", Stat(text("5 of 5"), text("slept [@tea]."))),
    "a chart of people": (
        ":::{chart} dots: Sleep: longer\n| Result | n | of | claim |\n|---|---|---|---|\n"
        "| Slept **well** | 3 | 4 | tea |\n| Woke | 0 | 4 | [@woke] |\n\nFour people are few.\n:::",
        Chart(
            "dots",
            text("Sleep: longer"),
            (
                ChartRow(text("Slept **well**"), Decimal(3), Decimal(4), "tea", line(4)),
                ChartRow(text("Woke"), Decimal(0), Decimal(4), "woke", line(5)),
            ),
            None,
            text("Four people are few."),
        ),
    ),
    "a chart that says in how many people the illness came back": (
        container(
            "chart} dots: Relapses",
            "Result | n | of | claim | came back",
            "One | 4 | 4 | one | 1",
            "Two | 3 | 3 | two | –",
            "Three | 1 | 4 | one | ",
        ),
        Chart(
            "dots",
            text("Relapses"),
            (
                ChartRow(text("One"), Decimal(4), Decimal(4), "one", line(4), Decimal(1)),
                ChartRow(text("Two"), Decimal(3), Decimal(3), "two", line(5), "not-reported"),
                ChartRow(text("Three"), Decimal(1), Decimal(4), "one", line(6), None),
            ),
            None,
            None,
        ),
    ),
    "a bar chart": (
        container("chart} bars: How long", "Study | months | claim", "One | 5.5 | one", "Two | – | two"),
        Chart(
            "bars",
            text("How long"),
            (
                ChartRow(text("One"), Decimal("5.5"), None, "one", line(4)),
                ChartRow(text("Two"), None, None, "two", line(5)),
            ),
            text("months"),
            None,
        ),
    ),
    "a timeline": (
        container("timeline} Tea so far", "When | What", "2020 | Idea", "2021-03 | First cup", "2021-03-05 | Second"),
        Timeline(
            text("Tea so far"),
            (Event("2020", text("Idea")), Event("2021-03", text("First cup")), Event("2021-03-05", text("Second"))),
        ),
    ),
    "a figure": (
        ':::{figure file="cup.svg" credit="Ada Leaf" licence="CC BY 4.0"} A cup\nA cup with a handle.\n:::',
        Figure("cup.svg", text("A cup with a handle."), text("A cup"), "Ada Leaf", "CC BY 4.0", line(1)),
    ),
    "a figure without a caption": (
        ":::{figure file=cup.svg credit=Ada licence=CC0}\nA cup.\n:::",
        Figure("cup.svg", text("A cup."), None, "Ada", "CC0", line(1)),
    ),
    "a quote": (
        ':::{quote speaker="Ada" status="verified"} Baker\nI slept.\n:::',
        Quote(text("I slept."), "Ada", text("Baker"), "verified"),
    ),
    "a quote nobody signed": (":::{quote}\nI slept.\n:::", Quote(text("I slept."), "", None, "unsigned")),
    "questions": (
        ":::{questions lines=2} To ask\n- Is it hot?\n:::",
        Questions(text("To ask"), (item("Is it hot?"),), 2),
    ),
    "questions with a line each": (":::{questions} To ask\n- Hot?\n:::", Questions(text("To ask"), (item("Hot?"),), 1)),
    "a checklist": (":::{checklist} To bring\n- A cup\n:::", Checklist(text("To bring"), (item("A cup"),))),
    "two lists": (
        ":::{two-lists}\n### Known\n- Warm\n### Not known\n- Why\n:::",
        TwoLists(Column(text("Known"), (item("Warm"),)), Column(text("Not known"), (item("Why"),))),
    ),
    "common questions": (
        ":::{faq}\n### Is it hot?\nYes.\n\n- Very\n### Always?\n1. Pour\n:::",
        Faq(
            (
                Answer(text("Is it hot?"), (p("Yes."), Bullets((item("Very"),)))),
                Answer(text("Always?"), (Steps((item("Pour"),)),)),
            )
        ),
    ),
    "a case": (
        ":::{case} Ada\nShe slept.\n\n- Well\n:::",
        Case(text("Ada"), (p("She slept."), Bullets((item("Well"),)))),
    ),
    "related topics": (":::{related}\n- coffee\n- hot-water\n:::", Related(("coffee", "hot-water"), line(1))),
    "the publisher": (":::{publisher}\nWe sell tea.\n\nAnd cups.\n:::", Publisher((p("We sell tea."), p("And cups.")))),
    "a region": (
        '::::{only region="GB US generic"}\nThe kettle is on.\n\n:::{key} Tea\nHot.\n:::\n::::',
        Only(
            ("GB", "US", "generic"), (p("The kettle is on."), Callout("key", text("Tea"), (p("Hot."),))), line(1)
        ),
    ),
    "a region of plain words": (':::{only region="GB"}\nTea.\n:::', Only(("GB",), (p("Tea."),), line(1))),
}  # fmt: skip


@pytest.mark.parametrize("name", BLOCKS)
def test_each_block_is_read(name: str) -> None:
    snippet, expected = BLOCKS[name]
    assert blocks_of(snippet) == (expected,)


def test_the_table_above_and_the_documentation_name_every_container() -> None:
    documented = set(re.findall(r":{3,4}\{([a-z-]+)", (REPOSITORY / "docs/content.md").read_text(encoding="utf-8")))
    tried = {name for snippet, _ in BLOCKS.values() for name in re.findall(r":{3,4}\{([a-z-]+)", snippet)}
    assert documented - {"name"} == {*KINDS, *SPECIAL}
    assert tried == {*KINDS, "only"}


def test_blocks_need_no_empty_lines_between_them() -> None:
    assert blocks_of("Words.\n- one\n:::{stat} 5\nfive.\n:::\nMore.") == (
        p("Words."),
        Bullets((item("one"),)),
        Stat(text("5"), text("five.")),
        p("More."),
    )


def test_windows_line_ends_are_line_ends() -> None:
    assert blocks_of("One\r\ntwo.\r\n\r\n:::{stat} 5\r\nfive.\r\n:::\r\n") == (
        p("One two."),
        Stat(text("5"), text("five.")),
    )


def test_a_slide_and_spoken_words_belong_to_the_section_and_are_no_blocks() -> None:
    section = bare(
        section_of(":::{slide} Tea is warm [@tea]\n- one\n  - two\n:::\n\n:::{say}\nDrink.\n\nUp.\n:::\n\nProse.")
    )
    assert section.slide == SlideWords(text("Tea is warm [@tea]"), (item("one", Bullets((item("two"),))),))
    assert section.say == (p("Drink."), p("Up."))
    assert section.blocks == (p("Prose."),)


def test_a_section_may_have_neither() -> None:
    assert (section_of("Prose.").slide, section_of("Prose.").say) == (None, ())
    assert bare(section_of(":::{slide} Only this\n:::")).slide == SlideWords(text("Only this"), ())


@pytest.mark.parametrize(
    ("heading", "id_", "words", "cut"),
    [
        ("## Found {#found}", "found", "Found", 30),
        ("## Found {#found cut=5}", "found", "Found", 5),
        ("## What was **found**? {#what-2 cut=15} ##", "what-2", "What was **found**?", 15),
        ("## Call {emergency} {#call}", "call", "Call {emergency}", 30),
    ],
)
def test_a_heading_gives_the_id_and_the_cut_of_its_section(heading: str, id_: str, words: str, cut: int) -> None:
    topic, findings = read_topic(PATH, f"{FRONT}{heading}\nWords.")
    assert findings == ()
    assert topic is not None
    section = topic.sections[0]
    assert (section.id, section.heading.source, section.cut) == (id_, words, cut)


def test_each_text_knows_where_it_stands_and_what_it_is() -> None:
    snippet = (
        ":::{slide} Headline\n- point\n:::\n:::{say}\nSpoken.\n:::\nProse.\n\nMore.\n\n- bullet\n  1. step\n\n"
        ":::{table} Caption\n| a | b |\n|---|---|\n| c | d |\n:::\n"
        ":::{chart} bars: Chart\n| S | months | claim |\n|---|---|---|\n| e | 5 | x |\n\nNote.\n:::\n"
        ":::{faq}\n### Why?\nBecause.\n:::"
    )
    assert [f"{each.place.line} {each.id}: {each.kind}" for each in query(topic_of(snippet))] == [
        "2 tea.title: title",
        "3 tea.standfirst: standfirst",
        "4 tea.audience: audience",
        "8 tea.found/heading: heading",
        "9 tea.found/slide/headline: slide headline",
        "10 tea.found/slide/item-1: slide point",
        "13 tea.found/say/p1: speaker notes",
        "15 tea.found/p1: paragraph",
        "17 tea.found/p2: paragraph",
        "19 tea.found/bullets-1/item-1: list item",
        "20 tea.found/bullets-1/item-1/item-1: list item",
        "22 tea.found/table-1/title: table caption",
        "23 tea.found/table-1/header-1: table heading",
        "23 tea.found/table-1/header-2: table heading",
        "25 tea.found/table-1/row-1/cell-1: table cell",
        "25 tea.found/table-1/row-1/cell-2: table cell",
        "27 tea.found/chart-1/title: chart title",
        "30 tea.found/chart-1/row-1: chart label",
        "28 tea.found/chart-1/unit: chart unit",
        "32 tea.found/chart-1/note: chart note",
        "35 tea.found/faq-1/answer-1/question: question",
        "36 tea.found/faq-1/answer-1/p1: paragraph",
    ]


def test_every_text_of_a_topic_has_an_id_of_its_own() -> None:
    whole = "\n\n".join(snippet for snippet, _ in BLOCKS.values())
    ids = [each.id for each in query(topic_of(whole + "\n\n" + whole))]
    assert sorted(set(ids)) == sorted(ids)


NOTE = '{note="for the translator" ctx="button"}\n'


@pytest.mark.parametrize(
    "snippet",
    [
        "Words.",
        "- one\n- two\n  1. three",
        ":::{table} Caption\n| a | b |\n|---|---|\n| c | d |\n:::",
        ":::{urgency}\n### Now: call\n- one\n:::",
        ":::{slide} Headline\n- point\n:::",
    ],
)
def test_a_note_speaks_of_every_message_in_the_block_after_it(snippet: str) -> None:
    section = section_of(f"{NOTE}{snippet}\n\nAfter.")
    *noted, after = query((section.slide, section.blocks))
    assert {(each.note, each.context) for each in noted} == {("for the translator", "button")}
    assert (after.note, after.context) == ("", "")


def test_a_note_inside_a_block_comes_before_the_note_of_the_block() -> None:
    texts = query(section_of(f':::{{key}} Title\n{NOTE}One.\n\n{{note="x"}}\n- two\n:::').blocks)
    assert [(each.source, each.note, each.context) for each in texts] == [
        ("Title", "", ""),
        ("One.", "for the translator", "button"),
        ("two", "x", ""),
    ]
    inner = query(section_of(f'{NOTE}:::{{key}} Title\n{{note="x"}}\nOne.\n:::').blocks)
    assert [(each.note, each.context) for each in inner] == [("for the translator", "button"), ("x", "button")]


def test_a_note_before_a_heading_speaks_of_the_heading() -> None:
    topic, findings = read_topic(PATH, f"{FRONT}{NOTE}{HEADING}Words.")
    assert findings == ()
    assert topic is not None
    assert [each.note for each in query(topic.sections)] == ["for the translator", ""]


def test_a_variable_alone_on_a_line_is_no_note() -> None:
    assert blocks_of("{emergency}\n\nWords.") == (p("{emergency}"), p("Words."))


def test_ids_of_sections_are_unique_and_the_words_of_a_second_one_are_read_all_the_same() -> None:
    findings = findings_of("One.\n\n## Again {#found}\nTwo *slips*.")
    assert [f"{finding.place} {finding.message}" for finding in findings] == [
        "content/tea.md:11 A second section `#found`; the first stands at line 8.",
        "content/tea.md:12:5 Emphasis with one sign is not part of the format: `*slips*.`.",
    ]
