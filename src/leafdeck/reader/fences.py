"""Containers: which line opens one and which closes it, found before anything else is parsed.

A forgotten closing line would otherwise swallow the rest of the file, and the message would point at the wrong end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from leafdeck.model import Finding, Place

_FENCE = re.compile(r"(:{3,})[ \t]*(.*)")
_OPENING = re.compile(r"\{([A-Za-z][A-Za-z-]*)((?:\s(?:[^{}\"]|\"[^\"]*\")*)?)\}(.*)")
_LOOSE_NAME = re.compile(r"\{?\s*\.?([A-Za-z][A-Za-z-]*)\s*\}?(.*)")
_SECTION = re.compile(r"##(?!#)")

HOLDS_CONTAINERS = "only"


@dataclass(slots=True)
class Fence:
    """One container. Lines count from 0."""

    line: int
    colons: int
    name: str
    """Empty where the opening line is malformed."""
    braces: str
    """What stands behind the name, inside the braces."""
    title: str
    end: int = 0
    """The closing line, or the first line that is no longer inside."""


@dataclass(slots=True)
class Fences:
    """Every line of a file that begins with three colons."""

    opened: dict[int, Fence] = field(default_factory=dict)
    closing: set[int] = field(default_factory=set)
    """Lines that close a container or, wrongly, none."""
    findings: list[Finding] = field(default_factory=list)


def read_fences(path: str, lines: Sequence[str], start: int) -> Fences:
    """The containers of *lines* from index *start* on, and every opening or closing line that has no partner."""
    scan = _Scan(path, lines)
    for number in range(start, len(lines)):
        if fence := _FENCE.match(lines[number]):
            if fence[2]:
                scan.open(number, fence)
            else:
                scan.close(number, len(fence[1]))
        elif _SECTION.match(lines[number]):  # Every container must end where a section does.
            scan.give_up(0, number)
    scan.give_up(0, len(lines))
    return scan.fences


class _Scan:
    """The containers that are open at some line, outermost first, and what has been found so far."""

    def __init__(self, path: str, lines: Sequence[str]) -> None:
        self.path = path
        self.lines = lines
        self.fences = Fences()
        self.stack: list[Fence] = []

    def report(self, id_: str, number: int, message: str, fix: str) -> None:
        self.fences.findings.append(Finding(id_, "error", message, Place(self.path, number + 1), fix))

    def shown(self, number: int) -> str:
        return f"`{self.lines[number].strip()}`"

    def open(self, number: int, match: re.Match[str]) -> None:
        colons, rest = len(match[1]), match[2].strip()
        if opening := _OPENING.fullmatch(rest):
            fence = Fence(number, colons, opening[1], opening[2], opening[3].strip())
        else:
            fence = Fence(number, colons, "", "", "")
            loose = _LOOSE_NAME.match(rest)
            wanted = f"{match[1]}{{{loose[1].lower()}}} {loose[2].strip()}".strip() if loose else ":::{name} Title"
            message = f"{self.shown(number)} opens no block: the name must stand in braces, its title behind them."
            self.report("bad-block", number, message, f"Write `{wanted}`.")
        outer = self.stack[-1] if self.stack else None
        if outer and outer.name == HOLDS_CONTAINERS and colons == outer.colons:
            message = f"A block with {colons} colons stands inside {self.shown(outer.line)}, which has no more."
            fix = f"Open and close the outer block with {colons + 1} colons."
            self.report("fence-length", outer.line, message, fix)
        else:
            depth = next((at for at, each in enumerate(self.stack) if each.colons <= colons), len(self.stack))
            self.give_up(depth, number)
        self.fences.opened[number] = fence
        self.stack.append(fence)

    def close(self, number: int, colons: int) -> None:
        self.fences.closing.add(number)
        depth = next((at for at in reversed(range(len(self.stack))) if self.stack[at].colons == colons), None)
        if depth is not None:
            self.give_up(depth + 1, number)
            self.stack.pop().end = number
        elif self.stack:
            wanted = self.stack.pop()
            wanted.end = number
            message = f"{self.shown(number)} does not close {self.shown(wanted.line)} of line {wanted.line + 1}."
            self.report("fence-length", number, message, f"Close it with `{':' * wanted.colons}`.")
        else:
            message = f"{self.shown(number)} closes nothing: no block is open here."
            self.report("stray-fence", number, message, "Remove it, or open the block above.")

    def give_up(self, depth: int, end: int) -> None:
        """End the open containers from *depth* on at line *end*, because nothing closed them."""
        while len(self.stack) > depth:
            fence = self.stack.pop()
            fence.end = end
            where = f"before line {end + 1}" if end < len(self.lines) else "before the end of the file"
            fix = f"Write `{':' * fence.colons}` on a line of its own where it ends."
            self.report("unclosed-block", fence.line, f"{self.shown(fence.line)} is not closed {where}.", fix)
