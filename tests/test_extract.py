"""What translators are offered is exactly what localisation replaces."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafdeck.catalog import Catalog, Entry, Message, parse
from leafdeck.extract import messages
from leafdeck.localise import localise
from leafdeck.model import Plain, State, Text, has_words
from leafdeck.project import Library, read_library
from leafdeck.reader import read_topic
from leafdeck.walk import query
from tests.projects import REPOSITORY, add, edit, tiny_project
from tests.snippets import FRONT, HEADING, PATH
from tests.test_reader_blocks import BLOCKS
from tests.test_reader_properties import LINES

MARK = "Ü"


def library(root: Path) -> Library:
    read, findings = read_library(root)
    assert [finding for finding in findings if not finding.place.path.startswith("locales")] == []
    assert read is not None
    return read


def parts(of: Library) -> Mapping[str, object]:
    """Domain -> all of the model that its catalog translates."""
    fronts = tuple(each.front for each in (*of.leaflets.values(), *of.decks.values()))
    words = (tuple(of.phrases.values()), tuple(of.regions[id_] for id_ in sorted(of.regions)), fronts)
    return {**of.topics, "glossary": of.glossary, "ui": words}


def catalog(offered: tuple[Message, ...]) -> Catalog:
    """A translation of each message into one that nobody could mistake for anything else."""
    return Catalog("de.po", tuple({(m.msgid, m.context): Entry(m.msgid, MARK, m.context) for m in offered}.values()))


def replaced(text: Text) -> bool:
    return text.inlines == (Plain(MARK),)


def check_offered_is_replaced(node: object, offered: tuple[Message, ...]) -> None:
    """Every message of *offered*, and nothing else, stands for the words of a text in *node*."""
    before, after = query(node), query(localise(node, catalog(offered), "de", "en"))
    assert [text.id for text in after if replaced(text)] == [message.id for message in offered]
    for old, new in zip(before, after, strict=True):
        assert new.state is State.TRANSLATED
        assert replaced(new) or (new.inlines == old.inlines and not has_words(old))


DOMAINS = [path.stem for path in sorted((REPOSITORY / "locales").glob("*.pot"))]


@pytest.mark.parametrize("domain", DOMAINS)
def test_in_what_ships_everything_offered_is_replaced_and_nothing_else(domain: str) -> None:
    shipped = library(REPOSITORY)
    check_offered_is_replaced(parts(shipped)[domain], messages(shipped)[domain])


def test_without_one_of_its_messages_exactly_its_texts_stay_behind() -> None:
    shipped = library(REPOSITORY)
    offered = messages(shipped)["risks"]
    for lost in offered:
        rest = tuple(message for message in offered if (message.msgid, message.context) != (lost.msgid, lost.context))
        made = query(localise(shipped.topics["risks"], catalog(rest), "de", "en"))
        behind = [(text.source, text.context) for text in made if text.state is State.MISSING]
        assert behind
        assert set(behind) == {(lost.msgid, lost.context)}


def offered_of(root: Path, snippet: str) -> tuple[Library, tuple[Message, ...]]:
    add(root, "content/tea.md", f"\n\n## More {{#more}}\n\n{snippet}\n")
    read = library(root)
    return read, messages(read)["tea"]


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_offers_what_is_replaced(name: str, tmp_path: Path) -> None:
    read, offered = offered_of(tiny_project(tmp_path), BLOCKS[name][0])
    check_offered_is_replaced(read.topics["tea"], offered)


@given(st.lists(st.sampled_from(LINES), max_size=12).map("\n".join))
def test_in_any_topic_everything_with_words_is_replaced(snippet: str) -> None:
    topic, _ = read_topic(PATH, FRONT + HEADING + snippet)
    entries = {(t.context, t.source): Entry(t.source, MARK, t.context) for t in query(topic) if has_words(t)}
    made = query(localise(topic, Catalog("de.po", tuple(entries.values())), "de", "en"))
    assert [replaced(text) for text in made] == [has_words(text) for text in query(topic)]


def test_the_domains_are_the_topics_the_glossary_and_the_phrases(tmp_path: Path) -> None:
    read = library(tiny_project(tmp_path))
    offered = messages(read)
    assert tuple(offered) == read.domains == ("tea", "glossary", "ui")
    assert [message.id for message in offered["glossary"]] == ["glossary.tea/term", "glossary.tea/meaning"]
    assert {message.id.partition(".")[0] for message in offered["ui"]} == {"ui", "regions"}


def test_messages_come_in_reading_order_and_figures_are_not_offered(tmp_path: Path) -> None:
    snippet = (
        ":::{chart} dots: Sleep\n| Result | n | of | claim |\n|---|---|---|---|\n| Longer | 4 | 4 | tea-sleep |\n"
        "| 5–10 | 1 | 4 | tea-sleep |\n:::\n\n:::{stat} 5 of 5\n{emergency}\n:::\n\n:::{related}\n- tea\n:::"
    )
    _, offered = offered_of(tiny_project(tmp_path), snippet)
    assert [message.msgid for message in offered if message.id.startswith("tea.more")] == [
        "More",
        "Sleep",
        "Longer",
        "5 of 5",
    ]


def test_a_message_says_all_that_a_translator_needs(tmp_path: Path) -> None:
    snippet = ':::{slide} Tea is warm\n:::\n\n{note="as on a button" ctx="button"}\nCall **now**\n'
    _, offered = offered_of(tiny_project(tmp_path), snippet)
    assert offered[-2:] == (
        Message("Tea is warm", "", "tea.more/slide/headline", "slide headline", "", "content/tea.md",
                "about 75 characters (slide headline, two lines)"),
        Message("Call **now**", "button", "tea.more/p1", "paragraph", "as on a button", "content/tea.md"),
    )  # fmt: skip


def test_words_that_stand_twice_are_offered_with_both_places(tmp_path: Path) -> None:
    _, offered = offered_of(tiny_project(tmp_path), "Twice.\n\nTwice.")
    assert [message.id for message in offered if message.msgid == "Twice."] == ["tea.more/p1", "tea.more/p2"]


def test_a_note_in_the_glossary_or_among_the_phrases_reaches_translators(tmp_path: Path) -> None:
    root = tiny_project(tmp_path)
    edit(root, "content/glossary.toml", "[terms.tea]", '[terms.tea]\nnote = "the drink"')
    offered = messages(library(root))
    assert {message.note for message in offered["glossary"]} == {"the drink"}
    assert any(message.note for message in offered["ui"])


@pytest.mark.parametrize("domain", ["evidence", "risks", "glossary", "ui"])
def test_the_templates_that_ship_hold_what_is_offered(domain: str) -> None:
    name = f"locales/{domain}.pot"
    template, findings = parse(name, (REPOSITORY / name).read_bytes())
    assert findings == ()
    offered = {(message.context, message.msgid) for message in messages(library(REPOSITORY))[domain]}
    assert {entry.key for entry in template.entries if entry.living} == offered
