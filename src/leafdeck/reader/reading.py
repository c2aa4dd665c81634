"""What the reader knows while it reads one topic: its lines, and the findings so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from leafdeck.model import Finding, Place, Text
from leafdeck.reader.characters import character_name, collapse, forbidden, special_hyphen
from leafdeck.reader.inlines import Locate, parse
from leafdeck.reader.outline import Node


@dataclass(slots=True)
class Reading:
    """One topic file being read. Lines count from 1."""

    path: str
    lines: Sequence[str]
    topic: str
    findings: list[Finding] = field(default_factory=list)

    def place(self, line: int, column: int = 0) -> Place:
        """A place in this file."""
        return Place(self.path, line, column)

    def problem(self, id_: str, line: int, message: str, fix: str) -> None:
        """Record a mistake on *line*."""
        self.findings.append(Finding(id_, "error", message, self.place(line), fix))

    def text(self, words: str, node: Node, id_: str, kind: str, line: int = 0, column: int = 0) -> Text:
        """The Text of *words*, which stand on *line* (or where *node* begins), from *column* on.

        Without a column they are looked for at the end of their line. The Text carries the note to the translator
        that stands before *node*.
        """
        line = line or node.line
        inlines, findings = parse(words, self._locate(words, line, column))
        self.findings += findings
        id_ = f"{self.topic}.{id_}"
        return Text(inlines, collapse(words), id_, self.place(line), kind, node.note, node.context)

    def check_value(self, words: str, line: int) -> None:
        """Report characters that no output can set in *words*, a value that is no Text."""
        if found := forbidden(words) or special_hyphen(words):
            message = f"A character that cannot stand in a value: {character_name(found[0])}."
            self.problem("bad-character", line, message, "Remove it.")

    def _locate(self, words: str, line: int, column: int) -> Locate:
        """Finds characters of *words* in the file, whose lines may be indented or begin with a mark."""

        def locate(index: int) -> Place:
            before = words[:index]
            number = before.count("\n")
            on_line = index - (before.rfind("\n") + 1)
            if column and not number:
                return self.place(line, column + on_line)
            written = words.split("\n")[number]
            at = self.lines[line + number - 1].rfind(written)
            return self.place(line + number, at + on_line + 1 if at >= 0 else 0)

        return locate


@dataclass(slots=True)
class Numbering:
    """Ids of blocks within one part of a topic: `fifteen/p1`, `fifteen/p2`, `fifteen/table-1`."""

    within: str
    counts: Counter[str] = field(default_factory=Counter)

    def next(self, name: str) -> str:
        """The id of the next block that is a *name*."""
        self.counts[name] += 1
        number = self.counts[name]
        return f"{self.within}/p{number}" if name == "p" else f"{self.within}/{name}-{number}"


NAMES = {
    "paragraph": ("paragraph", "paragraphs"),
    "bullets": ("list of bullets", "bullets"),
    "steps": ("list of steps", "steps"),
    "table": ("table", "a table"),
    "heading": ("heading", "headings"),
}


def holding(reading: Reading, nodes: Iterable[Node], owner: str, kinds: Sequence[str]) -> list[Node]:
    """Those of *nodes* whose kind is among *kinds*; the others are findings: *owner* cannot hold them."""
    held = []
    for node in nodes:
        if node.kind in kinds:
            held.append(node)
            continue
        what = f"block `{node.fence.name}`" if node.fence else NAMES[node.kind][0]
        *others, last = (NAMES[kind][1] for kind in kinds)
        wanted = f"{', '.join(others)} or {last}" if others else last
        fix = f"Write {wanted} in it, and nothing else."
        reading.problem("not-allowed-here", node.line, f"{owner} cannot hold a {what}.", fix)
    return held


def sole(reading: Reading, nodes: Iterable[Node], owner: str, kind: str, line: int) -> Node | None:
    """The one node of *kind* that *owner*, which begins on *line*, must hold."""
    held = holding(reading, nodes, owner, (kind,))
    name = NAMES[kind][0]
    fix = f"Write exactly one {name} in it."
    if not held:
        reading.problem("missing-words", line, f"{owner} has no {name}.", fix)
        return None
    if len(held) > 1:
        reading.problem("too-much", held[1].line, f"{owner} has more than one {name}.", fix)
    return held[0]
