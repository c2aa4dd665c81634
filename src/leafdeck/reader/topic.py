"""A topic file into a Topic: front matter, sections, and what stands in each."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import cast

from leafdeck.model import Block, Finding, Only, Paragraph, Section, SlideWords, Topic
from leafdeck.reader.attributes import ID_KEY, read_attributes
from leafdeck.reader.blocks import WORDS, items, plain_block, words
from leafdeck.reader.characters import collapse
from leafdeck.reader.containers import KINDS, SPECIAL
from leafdeck.reader.front import Front, read_front
from leafdeck.reader.inlines import ID
from leafdeck.reader.near import did_you_mean, one_of
from leafdeck.reader.opened import open_container
from leafdeck.reader.outline import Node, read_outline
from leafdeck.reader.reading import Numbering, Reading, holding

CUTS = ("5", "15", "30")
RESERVED = ("glossary", "ui")
"""Domains of catalogs that are no topics."""
_HEADING = re.compile(r"(.*?)\s*\{([^{}]*)\}\s*", re.DOTALL)
_SECTION_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_REGION = re.compile(r"generic|[A-Z]{2}")


def read_topic(path: str, source: str) -> tuple[Topic | None, tuple[Finding, ...]]:
    """The topic in *source*, whose file is *path*, and every mistake in it, in the order of their lines.

    The syntax is `docs/content.md`. The topic is None where there is no usable front matter or no section; otherwise it
    holds whatever could be understood, so that its other checks can run as well.
    """
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    reading = Reading(path, lines, PurePosixPath(path).stem)
    _check_name(reading)
    front, findings = read_front(path, lines)
    reading.findings += findings
    topic = _topic(reading, front)
    return topic, tuple(sorted(dict.fromkeys(reading.findings), key=lambda finding: (finding.place, finding.id)))


def _check_name(reading: Reading) -> None:
    if reading.topic in RESERVED:
        message = f"A topic cannot be named `{reading.topic}`: a catalog of fixed words has that name."
        reading.problem("bad-topic-name", 0, message, "Rename the file.")
    elif not ID.fullmatch(reading.topic):
        message = f"`{reading.topic}` is no id of a topic."
        reading.problem("bad-topic-name", 0, message, "Rename the file: letters, digits, single hyphens, then `.md`.")


def _topic(reading: Reading, front: Front) -> Topic | None:
    outline = read_outline(reading.path, reading.lines, front.end)
    reading.findings += outline.findings
    sections = _sections(reading, outline.nodes)
    if not sections:
        reading.problem("no-section", max(front.end, 1), "The topic has no section.", "Write `## Heading {#id}`.")

    texts = {
        key: reading.text(
            collapse(value.value), Node("paragraph", value.line, value.line), key, key, column=value.column
        )
        for key, value in front.values.items()
        if key in ("title", "standfirst", "audience", "funding", "short_title") and value.value
    }
    for key in ("version", "authors", "reviewers", "patient_reviewers"):
        if key in front.values:
            reading.check_value("".join(front.get(key)), front.values[key].line)
    if not sections or not front.usable:
        return None
    return Topic(
        id=reading.topic,
        title=texts["title"],
        standfirst=texts["standfirst"],
        audience=texts["audience"],
        version=front.get("version"),
        published=front.get("published"),
        checked=front.get("checked"),
        next_review=front.get("next_review"),
        authors=tuple(front.get("authors") or ()),
        reviewers=tuple(front.get("reviewers") or ()),
        patient_reviewers=tuple(front.get("patient_reviewers") or ()),
        funding=texts.get("funding"),
        sections=sections,
        place=reading.place(1),
        short_title=texts.get("short_title"),
    )


def _sections(reading: Reading, nodes: list[Node]) -> tuple[Section, ...]:
    parts: list[tuple[Node, list[Node]]] = []
    for node in nodes:
        if node.kind == "heading" and node.level == 2:
            parts.append((node, []))
        elif parts:
            parts[-1][1].append(node)
        elif node.kind == "heading":
            _misplaced_heading(reading, node)
        else:
            reading.problem("not-allowed-here", node.line, "This stands before the first section.",
                            "Write a heading above it.")  # fmt: skip
    first: dict[str, int] = {}
    return tuple(_section(reading, heading, below, first) for heading, below in parts)


def _misplaced_heading(reading: Reading, node: Node) -> None:
    message = f"A heading with {node.level} `#` cannot stand here."
    reading.problem("bad-heading", node.line, message, "Write `## Heading {#id}`.")


def _section(reading: Reading, heading: Node, below: list[Node], first: dict[str, int]) -> Section:
    """The section of *heading*. *first* holds the line of each id so far."""
    found = _HEADING.fullmatch(heading.words)
    title, braces = (found[1], found[2]) if found else (heading.words, "")
    attributes, rest = read_attributes(braces)
    for what in [*(key for key in attributes if key not in (ID_KEY, "cut")), *([rest] if rest else [])]:
        fix = did_you_mean(what.partition("=")[0], ("cut",), "Write `{#id cut=5}`.")
        reading.problem("unknown-attribute", heading.line, f"`{what}` means nothing in a heading.", fix)
    if not title:
        reading.problem("missing-words", heading.line, "This heading has no words.", "Write them before the braces.")
    id_ = _section_id(reading, title, attributes.get(ID_KEY, ""), heading.line, first)
    cut = attributes.get("cut", "30")
    if cut not in CUTS:
        reading.problem("bad-cut", heading.line, f"`cut={cut}` is no length of a talk.", one_of(CUTS))
        cut = "30"
    column = reading.lines[heading.line - 1].find(title, len("##")) + 1
    slide, say = (_the_one(reading, below, name) for name in ("slide", "say"))
    ids = Numbering(id_)
    return Section(
        id=id_,
        heading=reading.text(title, heading, f"{id_}/heading", "heading", column=column),
        cut=int(cut),
        slide=_slide(reading, slide, id_) if slide else None,
        say=_say(reading, say, id_) if say else (),
        blocks=tuple(block for node in below if (block := _block(reading, node, ids, top=True))),
        place=reading.place(heading.line),
    )


def _section_id(reading: Reading, title: str, id_: str, line: int, first: dict[str, int]) -> str:
    """*id_*, or where it cannot be one, a name for ids of what the section holds."""
    if not _SECTION_ID.fullmatch(id_):
        message = f"`#{id_}` is no id." if id_ else f"The section `{title}` has no id."
        reading.problem("bad-id", line, message, "Write `{#id}`: lower-case letters, digits, single hyphens.")
    elif id_ in first:
        message = f"A second section `#{id_}`; the first stands at line {first[id_]}."
        reading.problem("duplicate-id", line, message, "Give one of them another id.")
    else:
        first[id_] = line
        return id_
    return f"line-{line}"


def _the_one(reading: Reading, nodes: list[Node], name: str) -> Node | None:
    """The one container *name* among *nodes*, if there is one."""
    found = [node for node in nodes if node.fence and node.fence.name == name]
    for extra in found[1:]:
        message = f"A second `{name}` in one section."
        reading.problem("too-much", extra.line, message, "Join them, or begin a new section.")
    return found[0] if found else None


def _slide(reading: Reading, node: Node, section: str) -> SlideWords:
    opened = open_container(reading, node, f"{section}/slide", title=True)
    lists = holding(reading, node.below, opened.shown, ("bullets",))
    if len(lists) > 1:
        reading.problem("too-much", lists[1].line, "A slide has more than one list of points.", "Make it one list.")
    points = items(reading, lists[0], opened.id, "slide point") if lists else ()
    return SlideWords(opened.words(reading, "slide headline", "headline"), points)


def _say(reading: Reading, node: Node, section: str) -> tuple[Paragraph, ...]:
    opened = open_container(reading, node, f"{section}/say", title=False)
    spoken = words(reading, node.below, Numbering(opened.id), opened.shown, ("paragraph",), node.line, "speaker notes")
    return cast("tuple[Paragraph, ...]", spoken)


def _block(reading: Reading, node: Node, ids: Numbering, top: bool) -> Block | None:
    """The block of *node*; *top* where it stands directly in a section."""
    if node.kind in WORDS:
        return plain_block(reading, node, ids)
    if node.kind == "heading":
        _misplaced_heading(reading, node)
        return None
    if node.fence is None:
        fix = "Put it into `:::{table} Caption` or a chart."
        reading.problem("bare-table", node.line, "A table stands alone.", fix)
        return None
    name = node.fence.name
    if name == "only" and top:
        return _only(reading, node, ids)
    if name in KINDS:
        kind = KINDS[name]
        return kind.build(reading, open_container(reading, node, ids.next(name), kind.title, kind.attributes))
    if name in SPECIAL and not top:
        message = f"`:::{{{name}}}` cannot stand here."
        reading.problem("not-allowed-here", node.line, message, "Put it directly into a section.")
    elif name and name not in SPECIAL:  # A name that is not there has been reported by `read_fences`.
        known = (*KINDS, *SPECIAL)
        fix = did_you_mean(name, known, one_of(known))
        reading.problem("unknown-block", node.line, f"There is no block `{name}`.", fix)
    return None


def _only(reading: Reading, node: Node, ids: Numbering) -> Block | None:
    opened = open_container(reading, node, "", title=False, known=("region",))
    regions = tuple(opened.attributes.get("region", "").split())
    wrong = [region for region in regions if not _REGION.fullmatch(region)]
    if not regions or wrong:
        message = f"`{wrong[0]}` is no region." if wrong else f"{opened.shown} names no region."
        reading.problem("bad-region", node.line, message, 'Write region="GB US": codes of two letters, or generic.')
    if not node.below:
        reading.problem("missing-words", node.line, f"{opened.shown} holds nothing.", "Write blocks in it.")
    blocks = tuple(block for below in node.below if (block := _block(reading, below, ids, top=False)))
    return Only(regions, blocks, reading.place(node.line))
