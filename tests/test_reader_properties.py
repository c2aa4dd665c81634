"""Whatever is written, reading never fails; whatever was read is written back and read again as it was."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from leafdeck.model import Citation, Finding, Inline, Place, Plain, Strong, Term, Text, Variable
from leafdeck.reader import read_inlines, read_topic, write_inlines
from leafdeck.reader.characters import SPACES, collapse, origin
from leafdeck.walk import query
from tests.projects import REPOSITORY
from tests.snippets import FRONT, HEADING, PATH
from tests.test_reader_blocks import BLOCKS as GOOD
from tests.test_reader_mistakes import BLOCKS as BAD
from tests.test_reader_mistakes import MARKS

SIGNS = [
    *'*_~`[](){}<>@;:!&\\|#-." \n\t真，她あ①😀\u00a0\u3000\u00ad\u202e\x00\ud800aB1',
    *("**", "__", "~~", "[@tea]", "[@a; @b]", "(term:tea)", "[x](term:tea)", "{emergency}"),
    *("&amp;", "<b>", "![", "](", "\r\n"),
]
LINES = [
    *(
        "",
        "Words.",
        "- one",
        "  - two",
        "1. step",
        "   1. more",
        "\t- tab",
        "### Now: call",
        "### Why?",
        "## Next {#next}",
    ),
    *(":::", "::::", '::::{only region="GB"}', ":::{table} Caption", ":::{key} Title", ":::{urgency}", ":::{faq}"),
    *(
        ":::{two-lists}",
        ":::{chart} dots: Title",
        ":::{chart} bars: Title",
        ":::{timeline} Title",
        ":::{slide} Headline",
    ),
    *(":::{say}", ":::{related}", ':::{figure file="a" credit="b" licence="c"} Caption', ":::{stat} 5", ":::{kee} x"),
    *(
        "| a | b |",
        "|---|---|",
        "|---|---|---|---|",
        "| Result | n | of | claim |",
        "| a | 1 | 2 | tea |",
        "| When | What |",
    ),
    *("| 2021 | a |", "|", "Tea | cups", '{note="x"}', "> quote", "    code", "```", "<div>", "===", "---", "[x]: y"),
]
YAML = [
    *("title: Tea", "version: 1.0", "checked: 2026-13-40", "authors: [", "- a", "? [a]", ": b", "a: &a [*a]", "<<: {}"),
    *("!!int x", "...", "%YAML", "\t", "\x00", "'", "|", "title: >"),
]

signs = st.lists(st.sampled_from(SIGNS), max_size=16).map("".join)
anything = st.text(st.characters(), max_size=40)
lines = st.lists(st.one_of(st.sampled_from(LINES), signs), max_size=16).map("\n".join)


def sound(findings: tuple[Finding, ...], path: str, source: str) -> None:
    """Every finding stands somewhere in the file, and says something."""
    count = len(source.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    for finding in findings:
        assert finding.place.path == path
        assert 0 <= finding.place.line <= count
        assert finding.message
        assert finding.fix


@given(st.one_of(signs, anything))
@example("__a b__")
@example("\\")
def test_any_words_are_read(words: str) -> None:
    _, findings = read_inlines(words, Place(PATH, 1, 1))
    sound(findings, PATH, words)


@settings(max_examples=300)
@given(st.one_of(lines, anything))
def test_any_topic_is_read(snippet: str) -> None:
    source = FRONT + HEADING + snippet
    topic, findings = read_topic(PATH, source)
    sound(findings, PATH, source)
    assert topic is not None
    ids = [text.id for text in query(topic)]
    assert findings or len(ids) == len(set(ids))


@given(st.one_of(lines, anything))
def test_any_file_is_read(source: str) -> None:
    topic, findings = read_topic(PATH, source)
    assert topic is not None or findings
    sound(findings, PATH, source)


@given(st.lists(st.one_of(st.sampled_from(YAML), signs), max_size=6).map("\n".join))
def test_any_front_matter_is_read(yaml: str) -> None:
    source = f"---\n{yaml}\n---\n{HEADING}"
    topic, findings = read_topic(PATH, source)
    assert topic is not None or findings
    sound(findings, PATH, source)


@given(st.one_of(signs, anything))
def test_what_was_read_without_a_mistake_is_written_back_and_read_again(words: str) -> None:
    found, findings = read_inlines(words, Place(PATH, 1))
    if not findings:
        assert read_inlines(write_inlines(found), Place(PATH, 1)) == (found, ())


ids = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
names = st.from_regex(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", fullmatch=True)


# Every character that has, or looks like, a meaning, among words; nothing that no output can set.
CHARACTERS = '*_~`[](){}<>@;:!&\\|#-." 真，あ①😀éÄ\u00a0\u3000aAterm18'

plains = st.text(CHARACTERS, min_size=1, max_size=12).map(lambda words: Plain(re.sub(" +", " ", words)))
citations = st.lists(ids, min_size=1, max_size=3).map(lambda claims: Citation(tuple(claims)))
variables = names.map(Variable)


def sequence(*kinds: st.SearchStrategy[Inline], edges: str) -> st.SearchStrategy[tuple[Inline, ...]]:
    """Inlines as they can be read: no two Plain or Strong side by side, none of *edges* at the ends."""

    def settled(parts: list[Inline]) -> tuple[Inline, ...]:
        kept = [parts[0]]
        for part in parts[1:]:
            if not (isinstance(part, Plain | Strong) and type(part) is type(kept[-1])):
                kept.append(part)
        if isinstance(kept[0], Plain):
            kept[0] = Plain(kept[0].text.lstrip(edges) or "x")
        if isinstance(kept[-1], Plain):
            kept[-1] = Plain(kept[-1].text.rstrip(edges) or "x")
        return tuple(kept)

    return st.lists(st.one_of(*kinds), min_size=1, max_size=5).map(settled)


WHITE = " \u00a0\u3000"
terms = st.builds(Term, sequence(plains, variables, edges=SPACES), ids)
strongs = st.builds(Strong, sequence(plains, variables, citations, terms, edges=WHITE))
messages = sequence(plains, strongs, terms, citations, variables, edges=SPACES)


@settings(max_examples=300)
@example((Plain("<"), Strong((Plain("@"),)), Plain(">")))
@given(messages)
def test_whatever_inlines_are_written_they_are_read_again_without_a_mistake(parts: tuple[Inline, ...]) -> None:
    assert read_inlines(write_inlines(parts), Place(PATH, 1)) == (parts, ())


@given(st.one_of(signs, anything))
def test_collapsing_twice_changes_nothing_and_each_character_knows_its_origin(words: str) -> None:
    collapsed = collapse(words)
    assert collapse(collapsed) == collapsed
    for index, character in enumerate(collapsed):
        written = words[origin(words, index)]
        assert written == character or (character == " " and written in SPACES)


@pytest.mark.parametrize("snippet", [*(snippet for snippet, _ in GOOD.values()), *BAD, *MARKS])
def test_every_beginning_of_a_snippet_is_read(snippet: str) -> None:
    """What an editor sees while somebody types."""
    for end in range(len(snippet)):
        source = FRONT + HEADING + snippet[:end]
        sound(read_topic(PATH, source)[1], PATH, source)


@pytest.mark.parametrize("path", sorted((REPOSITORY / "content").glob("*.md")), ids=lambda path: path.stem)
def test_the_topics_that_ship_have_no_mistake_and_are_written_back(path: Path) -> None:
    topic, findings = read_topic(f"content/{path.name}", path.read_text(encoding="utf-8"))
    assert findings == ()
    texts = query(topic)
    assert len(texts) > 15
    for text in texts:
        assert write_inlines(text.inlines) == text.source


def texts_by_hand(node: object) -> list[Text]:
    """Every Text in *node*, found without `walk`."""
    if isinstance(node, Text):
        return [node]
    if isinstance(node, tuple):
        return [text for part in node for text in texts_by_hand(part)]
    if is_dataclass(node):
        return [text for field in fields(node) for text in texts_by_hand(getattr(node, field.name))]
    return []


@given(lines)
def test_walking_finds_every_text(snippet: str) -> None:
    topic, _ = read_topic(PATH, FRONT + HEADING + snippet)
    assert list(query(topic)) == texts_by_hand(topic)
