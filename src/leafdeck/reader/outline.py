"""A file into blocks, before anybody asks what they mean: markdown-it for lists, tables and headings, our own rules
for containers and notes to the translator. Token types stop here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from leafdeck.model import Finding, Place
from leafdeck.reader.attributes import read_attributes
from leafdeck.reader.fences import Fence, Fences, read_fences
from leafdeck.reader.near import did_you_mean

DEEPEST_LIST = 3
"""Lists nest this deep. markdown-it drops what nests deeper than ten lists, so a limit must come first."""

_NOTE_LINE = re.compile(r"\{((?=[^{}\"]*=)(?:[^{}\"]|\"[^\"]*\")*)\}[ \t]*")
_NOTE_KEYS = ("note", "ctx")

_REFUSED: dict[str, tuple[str, str, str]] = {
    "code_block": ("indented", "Indented words are not part of the format", "Begin the line at the left margin."),
    "fence": ("code", "A code block is not part of the format", "Remove it."),
    "blockquote": ("blockquote", "`>` is not part of the format", "Write `:::{quote speaker=\"…\"}`, or drop the `>`."),
    "hr": ("rule", "A line across the page is not part of the format", "Remove it; headings divide a topic."),
    "html_block": ("html", "HTML is not part of the format", "Remove it."),
}  # fmt: skip
"""Blocks that are recognised and refused: finding, what is wrong, how to mend it."""

_LINE_STARTS: tuple[tuple[str, re.Pattern[str], str, str], ...] = (
    ("bad-heading", re.compile(r"#"), "looks like a heading", "Write a space after the `#`, or `\\#` for the sign."),
    ("bad-block", re.compile(r":{3}"), "looks like a block, but is indented", "Begin it at the left margin."),
    ("bad-table", re.compile(r"\|"), "looks like a table row",
     "Give the table a header, a line `|---|---|` with as many columns, and an empty line before it."),
    ("bad-bullet", re.compile(r"[•·‣◦▪]|-(?=[^\s\d-])"), "looks like a bullet", "Write `- ` before each item."),
    ("bad-step", re.compile(r"\d{1,2}[.)](?=[^\W\d])"), "looks like a step", "Write a space after the number."),
)  # fmt: skip
"""How lines of a paragraph begin that were meant as something else."""

_MARKERS = {"bullet_list": ("-", "Bullets", "- "), "ordered_list": (".", "Steps", "1. ")}


@dataclass(slots=True)
class Node:
    """One block as it is written."""

    kind: str
    """`paragraph`, `bullets`, `steps`, `item`, `heading`, `table` or `container`."""
    line: int
    """The line it begins on, from 1."""
    end: int
    """The last of its lines."""
    words: str = ""
    """The words of a paragraph or heading; the title of a container."""
    level: int = 0
    """Of a heading: 1 to 6."""
    fence: Fence | None = None
    """Of a container."""
    below: list[Node] = field(default_factory=list)
    note: str = ""
    """What the author tells the translator of each message in it."""
    context: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """The blocks of a file, and what could not become one."""

    nodes: list[Node]
    findings: list[Finding]


def read_outline(path: str, lines: Sequence[str], start: int) -> Outline:
    """The blocks of *lines* from index *start* on, each with its line in the file."""
    fences = read_fences(path, lines, start)
    blank = [""] * start
    source = "\n".join([*blank, *lines[start:]])
    tokens: list[Token] = []
    _MARKDOWN.block.parse(source, _MARKDOWN, {"fences": fences}, tokens)
    builder = _Builder(path, lines, list(fences.findings))
    return Outline(builder.nodes(SyntaxTreeNode(tokens).children), builder.findings)


def _container(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A container whose lines `read_fences` has found."""
    fences: Fences = state.env["fences"]
    fence = fences.opened.get(start)
    if fence is None:
        if start in fences.closing and not silent:
            state.line = start + 1
        return start in fences.closing
    if silent:
        return True
    parent, limit = state.parentType, state.lineMax
    state.parentType, state.lineMax = "container", fence.end
    opening = state.push("container_open", "", 1)
    opening.map, opening.meta = [start, fence.end], {"fence": fence}
    state.md.block.tokenize(state, start + 1, fence.end)
    state.push("container_close", "", -1)
    state.parentType, state.lineMax = parent, limit
    state.line = fence.end
    return True


def _note(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A note to the translator: `{note="…" ctx="…"}` alone on its line."""
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    found = _NOTE_LINE.fullmatch(line)
    if found is None:
        return False
    if not silent:
        token = state.push("note", "", 0)
        token.content, token.map = found[1], [start, start + 1]
        state.line = start + 1
    return True


def _block_parser() -> MarkdownIt:
    markdown = MarkdownIt("zero", {"html": True})
    markdown.enable(["code", "fence", "blockquote", "hr", "list", "html_block", "heading", "lheading", "table"])
    everywhere: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    markdown.block.ruler.before("table", "container", _container, everywhere)
    markdown.block.ruler.before("table", "note", _note, everywhere)
    return markdown


_MARKDOWN = _block_parser()


class _Builder:
    """Turns markdown-it's tree into nodes, and what the format does not have into findings."""

    def __init__(self, path: str, lines: Sequence[str], findings: list[Finding]) -> None:
        self.path = path
        self.lines = lines
        self.findings = findings

    def report(self, id_: str, line: int, message: str, fix: str) -> None:
        self.findings.append(Finding(id_, "error", message, Place(self.path, line), fix))

    def shown(self, line: int) -> str:
        words = self.lines[line - 1].strip()
        return words if len(words) <= 40 else words[:39] + "…"

    def nodes(self, trees: Sequence[SyntaxTreeNode], lists: int = 0) -> list[Node]:
        """The nodes of sibling *trees*, each with the note that stands before it."""
        found: list[Node] = []
        waiting: tuple[int, dict[str, str]] | None = None
        for tree in trees:
            line = tree.map[0] + 1 if tree.map else 0
            if tree.type == "note":
                if waiting:
                    self.lost_note(waiting[0])
                waiting = line, self.note(tree.content, line)
            elif node := self.node(tree, line, lists):
                if waiting:
                    _speak_of(node, waiting[1].get("note", ""), waiting[1].get("ctx", ""))
                    waiting = None
                found.append(node)
        if waiting:
            self.lost_note(waiting[0])
        return found

    def note(self, braces: str, line: int) -> dict[str, str]:
        attributes, rest = read_attributes(braces)
        unknown = [key for key in attributes if key not in _NOTE_KEYS]
        for what in [*unknown, *([rest] if rest else [])]:
            fix = did_you_mean(what.partition("=")[0], _NOTE_KEYS, 'Write `{note="…"}`, `{ctx="…"}` or both.')
            self.report("bad-note", line, f"`{what}` means nothing in a note to the translator.", fix)
        return attributes

    def lost_note(self, line: int) -> None:
        fix = "Put it on the line before the block it speaks of."
        self.report("bad-note", line, f"The note `{self.shown(line)}` stands before no block.", fix)

    def node(self, tree: SyntaxTreeNode, line: int, lists: int) -> Node | None:
        """The node of *tree*, or None where the format has no such block; the finding says so."""
        end = tree.map[1] if tree.map else line
        if tree.type in _REFUSED:
            id_, what, fix = _REFUSED[tree.type]
            self.report(id_, line, f"{what}: `{self.shown(line)}`.", fix)
            return None
        match tree.type:
            case "paragraph":
                self.paragraph(tree.children[0].content, line)
                return Node("paragraph", line, end, tree.children[0].content)
            case "heading":
                return self.heading(tree, line, end)
            case "bullet_list" | "ordered_list":
                return self.list_of(tree, line, end, lists + 1)
            case "list_item":
                return Node("item", line, end, below=self.nodes(tree.children, lists))
            case "table":
                return Node("table", line, end)
            case "container":
                fence: Fence = tree.meta["fence"]
                return Node("container", line, end, fence.title, fence=fence, below=self.nodes(tree.children))
            case other:
                raise AssertionError(f"markdown-it gave {other}, a rule that is not enabled")

    def heading(self, tree: SyntaxTreeNode, line: int, end: int) -> Node | None:
        words = tree.children[0].content
        if not tree.markup.startswith("#"):
            self.report("underlined-heading", end, f"The line under `{self.shown(line)}` makes it a heading.",
                        "Write `## Heading {#id}`, or put an empty line between.")  # fmt: skip
            return None
        return Node("heading", line, end, words, level=len(tree.markup))

    def list_of(self, tree: SyntaxTreeNode, line: int, end: int, depth: int) -> Node | None:
        if depth > DEEPEST_LIST:
            self.report("deep-list", line, f"A list is nested {depth} deep: `{self.shown(line)}`.",
                        f"Nest lists at most {DEEPEST_LIST} deep.")  # fmt: skip
            return None
        marker, what, wanted = _MARKERS[tree.type]
        if tree.markup != marker:
            self.report("list-marker", line, f"{what} are marked with `{tree.markup}`: `{self.shown(line)}`.",
                        f"Write `{wanted}`.")  # fmt: skip
        if tree.type == "ordered_list" and tree.attrs.get("start", 1) != 1:
            self.report("list-start", line, f"Steps begin with {tree.attrs['start']}: `{self.shown(line)}`.",
                        "Begin with `1.`; steps always count from 1.")  # fmt: skip
        return Node(
            "bullets" if tree.type == "bullet_list" else "steps", line, end, below=self.nodes(tree.children, depth)
        )

    def paragraph(self, words: str, line: int) -> None:
        """Signs of something else in the lines of a paragraph."""
        for number, written in enumerate(words.split("\n"), line):
            if written.endswith(("  ", "\\")) and number < line + words.count("\n"):
                self.report("line-break", number, f"Two spaces or a backslash end the line `{self.shown(number)}`.",
                            "Remove them; lines are broken by the output.")  # fmt: skip
            for id_, start, what, fix in _LINE_STARTS:
                if start.match(written.lstrip()):
                    self.report(id_, number, f"`{self.shown(number)}` {what}.", fix)


def _speak_of(node: Node, note: str, context: str) -> None:
    """Give a note to *node* and to all below it that have none of their own."""
    node.note, node.context = node.note or note, node.context or context
    for below in node.below:
        _speak_of(below, note, context)
