"""A topic file into a Topic: front matter, sections, and what stands in each."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from leafdeck.model import Block, Finding, Only, Paragraph, Section, SlideWords, Text, Topic
from leafdeck.reader.attributes import ID_KEY, read_attributes
from leafdeck.reader.blocks import items, paragraph, plain_block
from leafdeck.reader.containers import KINDS, Opened, build, titled, understood
from leafdeck.reader.front import Front, read_front
from leafdeck.reader.near import did_you_mean, one_of
from leafdeck.reader.outline import Node, read_outline
from leafdeck.reader.reading import Numbering, Reading, holding

CUTS = ("5", "15", "30")
_HEADING = re.compile(r"(.*?)\s*\{([^{}]*)\}\s*", re.DOTALL)
_SECTION_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_REGION = re.compile(r"generic|[A-Z]{2}")
SPECIAL = ("slide", "say", "only")
"""Containers that are no blocks of their own kind."""


def read_topic(path: str, source: str) -> tuple[Topic | None, tuple[Finding, ...]]:
    """The topic in *source*, whose file is *path*, and every mistake in it, in the order of their lines.

    The syntax is `docs/content.md`. The topic is None where there is no usable front matter or no section; otherwise it
    holds whatever could be understood, so that its other checks can run as well.
    """
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    reading = Reading(path, lines, PurePosixPath(path).stem)
    front, findings = read_front(path, lines)
    reading.findings += findings
    if front is None:
        return None, tuple(reading.findings)
    outline = read_outline(path, lines, front.end)
    reading.findings += outline.findings
    sections = _sections(reading, outline.nodes)
    if not sections:
        reading.problem("no-section", front.end, "The topic has no section.", "Write `## Heading {#id}`.")
    topic = _topic(reading, front, sections) if sections and front.usable else None
    return topic, tuple(sorted(dict.fromkeys(reading.findings), key=lambda finding: (finding.place, finding.id)))


def _topic(reading: Reading, front: Front, sections: tuple[Section, ...]) -> Topic:
    def text(key: str, kind: str) -> Text:
        line = front.lines[key]
        return reading.text(str(front.values[key]), Node("paragraph", line, line), key, kind)

    def names(key: str) -> tuple[str, ...]:
        for name in front.values.get(key, ()):
            reading.check_value(name, front.lines[key])
        return tuple(front.values.get(key, ()))

    return Topic(
        id=reading.topic,
        title=text("title", "title"),
        standfirst=text("standfirst", "standfirst"),
        audience=text("audience", "audience"),
        version=front.values["version"],
        published=front.values.get("published"),
        checked=front.values["checked"],
        next_review=front.values.get("next_review"),
        authors=names("authors"),
        reviewers=names("reviewers"),
        patient_reviewers=names("patient_reviewers"),
        funding=text("funding", "funding") if front.values.get("funding") else None,
        sections=sections,
        place=reading.place(1),
    )


def _sections(reading: Reading, nodes: list[Node]) -> tuple[Section, ...]:
    parts: list[tuple[Node, list[Node]]] = []
    for node in nodes:
        if node.kind == "heading" and node.level == 2:
            parts.append((node, []))
        elif node.kind == "heading":
            reading.problem(
                "bad-heading",
                node.line,
                f"A heading with {node.level} `#` cannot stand here.",
                "Write `## Heading {#id}`.",
            )
        elif parts:
            parts[-1][1].append(node)
        else:
            reading.problem(
                "not-allowed-here", node.line, "This stands before the first section.", "Write a heading above it."
            )
    sections: list[Section] = []
    first: dict[str, int] = {}
    for heading, below in parts:
        section = _section(reading, heading, below, first)
        if section:
            sections.append(section)
    return tuple(sections)


def _section(reading: Reading, heading: Node, below: list[Node], first: dict[str, int]) -> Section | None:
    found = _HEADING.fullmatch(heading.words)
    words, braces = (found[1], found[2]) if found else (heading.words, "")
    attributes, rest = read_attributes(braces)
    for what in [*(key for key in attributes if key not in (ID_KEY, "cut", "note", "ctx")), *([rest] if rest else [])]:
        fix = did_you_mean(what.partition("=")[0], ("cut", "note", "ctx"), "Write `{#id cut=5}`.")
        reading.problem("unknown-attribute", heading.line, f"`{what}` means nothing in a heading.", fix)
    id_ = attributes.get(ID_KEY, "")
    if not words:
        reading.problem("missing-words", heading.line, "This heading has no words.", "Write them before the braces.")
    if not _SECTION_ID.fullmatch(id_):
        message = f"`#{id_}` is no id." if id_ else f"The section `{words}` has no id."
        reading.problem("bad-id", heading.line, message, "Write `{#id}`: lower-case letters, digits, single hyphens.")
        return None
    if id_ in first:
        message = f"A second section `#{id_}`; the first stands at line {first[id_]}."
        reading.problem("duplicate-id", heading.line, message, "Give one of them another id.")
        return None
    first[id_] = heading.line
    cut = attributes.get("cut", "30")
    if cut not in CUTS:
        reading.problem("bad-cut", heading.line, f"`cut={cut}` is no length of a talk.", one_of(CUTS))
        cut = "30"
    heading.note, heading.context = attributes.get("note", ""), attributes.get("ctx", "")
    text = reading.text(words, heading, f"{id_}/heading", "heading")
    slides = [node for node in below if node.fence and node.fence.name == "slide"]
    says = [node for node in below if node.fence and node.fence.name == "say"]
    for extra in [*slides[1:], *says[1:]]:
        reading.problem("too-much", extra.line, f"A second `{extra.fence.name if extra.fence else ''}` in one section.",
                        "Join them, or begin a new section.")  # fmt: skip
    ids = Numbering(id_)
    rest_of = [node for node in below if node not in slides and node not in says]
    blocks = [block for node in rest_of if (block := _block(reading, node, ids, top=True))]
    return Section(
        id=id_,
        heading=text,
        cut=int(cut),
        slide=_slide(reading, slides[0], id_) if slides else None,
        say=_say(reading, says[0], id_) if says else (),
        blocks=tuple(blocks),
        place=reading.place(heading.line),
    )


def _slide(reading: Reading, node: Node, section: str) -> SlideWords | None:
    opened = _opened(reading, node, f"{section}/slide")
    understood(reading, opened.attributes, (), node.line, "slide")
    if not titled(reading, opened, must=True):
        return None
    column = reading.lines[node.line - 1].rfind(opened.title) + 1
    headline = reading.text(opened.title, node, f"{section}/slide/headline", "slide headline", column=column)
    lists = holding(reading, node.below, "A slide", ("bullets",))
    if len(lists) > 1:
        reading.problem("too-much", lists[1].line, "A slide has more than one list of points.", "Make it one list.")
    return SlideWords(headline, items(reading, lists[0], f"{section}/slide", "slide point") if lists else ())


def _say(reading: Reading, node: Node, section: str) -> tuple[Paragraph, ...]:
    opened = _opened(reading, node, f"{section}/say")
    understood(reading, opened.attributes, (), node.line, "say")
    titled(reading, opened, must=False)
    ids = Numbering(f"{section}/say")
    held = holding(reading, node.below, "`:::{say}`", ("paragraph",))
    if not held:
        reading.problem("missing-words", node.line, "`:::{say}` holds nothing.", "Write what the speaker says.")
    return tuple(paragraph(reading, each, ids, "speaker notes") for each in held)


def _opened(reading: Reading, node: Node, id_: str) -> Opened:
    fence = node.fence
    name, braces = (fence.name, fence.braces) if fence else ("", "")
    attributes, rest = read_attributes(braces)
    if rest:
        reading.problem("unknown-attribute", node.line, f"`{rest}` cannot be understood.", 'Write `key="value"`.')
    return Opened(node, name, node.words, attributes, id_)


def _block(reading: Reading, node: Node, ids: Numbering, top: bool) -> Block | None:
    """The block of *node*; *top* where it stands directly in a section."""
    if node.kind in ("paragraph", "bullets", "steps"):
        return plain_block(reading, node, ids)
    if node.kind == "table":
        reading.problem(
            "bare-table", node.line, "A table stands alone.", "Put it into `:::{table} Caption` or a chart."
        )
        return None
    if node.kind == "heading":
        reading.problem(
            "bad-heading", node.line, f"A heading with {node.level} `#` cannot stand here.", "Write `## Heading {#id}`."
        )
        return None
    name = node.fence.name if node.fence else ""
    if not name:
        return None  # `read_fences` has reported the opening line.
    if name == "only" and top:
        return _only(reading, node, ids)
    if name in SPECIAL:
        reading.problem(
            "not-allowed-here", node.line, f"`:::{{{name}}}` cannot stand here.", "Put it directly into a section."
        )
        return None
    if name not in KINDS:
        known = (*KINDS, *SPECIAL)
        reading.problem(
            "unknown-block", node.line, f"There is no block `{name}`.", did_you_mean(name, known, one_of(known))
        )
        return None
    opened = _opened(reading, node, ids.next(name))
    understood(reading, opened.attributes, KINDS[name].attributes, node.line, name)
    return build(reading, opened) if titled(reading, opened, KINDS[name].title) else None


def _only(reading: Reading, node: Node, ids: Numbering) -> Block | None:
    opened = _opened(reading, node, "")
    understood(reading, opened.attributes, ("region",), node.line, "only")
    titled(reading, opened, must=False)
    regions = tuple(opened.attributes.get("region", "").split())
    wrong = [region for region in regions if not _REGION.fullmatch(region)]
    if not regions or wrong:
        message = f"`{wrong[0]}` is no region." if wrong else "`:::{only}` names no region."
        reading.problem("bad-region", node.line, message, 'Write region="GB US": codes of two letters, or generic.')
        return None
    blocks = tuple(block for below in node.below if (block := _block(reading, below, ids, top=False)))
    return Only(regions, blocks, reading.place(node.line))
