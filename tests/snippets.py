"""Snippets of Markdown in a whole topic, and the model without what only says where words stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from leafdeck.model import Block, Finding, Place, Section, Text, Topic
from leafdeck.reader import read_inlines, read_topic
from leafdeck.walk import walk

Node = TypeVar("Node")

PATH = "content/tea.md"
FRONT = """---
title: Tea
standfirst: What is known.
audience: Tea drinkers
version: "1.0"
checked: 2026-01-09
---
"""
HEADING = "## Found {#found}\n"
OFFSET = (FRONT + HEADING).count("\n")
"""Lines of the topic before the snippet."""

NOWHERE = Place("")


def text(words: str) -> Text:
    """The Text of *words*, standing nowhere."""
    inlines, findings = read_inlines(words, NOWHERE)
    assert findings == (), f"{words!r} has mistakes"
    return Text(inlines, words, "", NOWHERE)


def container(opening: str, header: str, *rows: str) -> str:
    """A container that holds a table: *opening* stands behind `:::{`, cells are set apart by bars."""
    rule = "|".join("---" for _ in header.split("|"))
    return "\n".join([f":::{{{opening}", *(f"| {each} |" for each in (header, rule, *rows)), ":::"])


def line(number: int) -> Place:
    """Line *number* of a snippet, as a place in its topic."""
    return Place(PATH, OFFSET + number)


def topic_of(snippet: str) -> Topic:
    """The topic whose only section holds *snippet*."""
    topic, findings = read_topic(PATH, FRONT + HEADING + snippet)
    assert findings == (), f"{snippet!r} has mistakes: {findings}"
    assert topic is not None
    return topic


def section_of(snippet: str) -> Section:
    """The section that holds *snippet*."""
    return topic_of(snippet).sections[0]


def blocks_of(snippet: str) -> tuple[Block, ...]:
    """The blocks of *snippet*, their texts standing nowhere."""
    return bare(section_of(snippet).blocks)


def bare(node: Node) -> Node:
    """*node*, its texts reduced to their words."""
    return walk(node, lambda each: replace(each, id="", place=NOWHERE, kind="paragraph", note="", context=""))


def findings_of(snippet: str) -> tuple[Finding, ...]:
    """What is wrong with *snippet* in an otherwise faultless topic."""
    return read_topic(PATH, FRONT + HEADING + snippet)[1]


def told(findings: tuple[Finding, ...], offset: int = OFFSET) -> list[str]:
    """Findings as `line:column id`, or `line id` where they mean the whole line; lines count from the snippet."""
    return [
        f"{finding.place.line - offset}{f':{finding.place.column}' if finding.place.column else ''} {finding.id}"
        for finding in findings
    ]
