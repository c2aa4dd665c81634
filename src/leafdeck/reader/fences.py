"""Containers: which line opens one and which closes it, found before anything else is parsed.

A forgotten closing line would otherwise swallow the rest of the file, and the message would point at the wrong end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
    fences = Fences()
    stack: list[Fence] = []
    for number, fence in _fence_lines(lines, start):
        if fence is None:
            _unclosed(fences, path, lines, stack, 0, number)
        elif fence[2]:
            _open(fences, path, lines, stack, number, fence)
        else:
            _close(fences, path, lines, stack, number, len(fence[1]))
    _unclosed(fences, path, lines, stack, 0, len(lines))
    return fences


def _fence_lines(lines: Sequence[str], start: int) -> Iterator[tuple[int, re.Match[str] | None]]:
    """Lines that begin with three colons, and, as None, those that begin a section, where every container must end."""
    for number in range(start, len(lines)):
        if fence := _FENCE.match(lines[number]):
            yield number, fence
        elif _SECTION.match(lines[number]):
            yield number, None


def _open(
    fences: Fences, path: str, lines: Sequence[str], stack: list[Fence], number: int, match: re.Match[str]
) -> None:
    colons, rest = len(match[1]), match[2].strip()
    opening = _OPENING.fullmatch(rest)
    if opening:
        fence = Fence(number, colons, opening[1], opening[2], opening[3].strip())
    else:
        fence = Fence(number, colons, "", "", "")
        loose = _LOOSE_NAME.match(rest)
        wanted = f"{match[1]}{{{loose[1].lower()}}} {loose[2].strip()}".strip() if loose else ":::{name} Title"
        message = f"`{lines[number].strip()}` opens no block: the name must stand in braces, its title behind them."
        fences.findings.append(Finding("bad-block", "error", message, Place(path, number + 1), f"Write `{wanted}`."))
    if stack and stack[-1].name == HOLDS_CONTAINERS and colons == stack[-1].colons:
        message = f"A block with {colons} colons stands inside `{lines[stack[-1].line].strip()}`, which has no more."
        fix = "Open and close the outer block with four colons."
        fences.findings.append(Finding("fence-length", "error", message, Place(path, stack[-1].line + 1), fix))
    else:
        while stack and colons >= stack[-1].colons:
            _unclosed(fences, path, lines, stack, len(stack) - 1, number)
    fences.opened[number] = fence
    stack.append(fence)


def _close(fences: Fences, path: str, lines: Sequence[str], stack: list[Fence], number: int, colons: int) -> None:
    fences.closing.add(number)
    depth = next((at for at in reversed(range(len(stack))) if stack[at].colons == colons), None)
    if depth is not None:
        _unclosed(fences, path, lines, stack, depth + 1, number)
        stack.pop().end = number
        return
    place = Place(path, number + 1)
    if stack:
        wanted = stack[-1]
        message = f"`{lines[number].strip()}` does not close `{lines[wanted.line].strip()}` of line {wanted.line + 1}."
        fix = f"Close it with {':' * wanted.colons}."
        fences.findings.append(Finding("fence-length", "error", message, place, fix))
        stack.pop().end = number
    else:
        message = f"`{lines[number].strip()}` closes nothing: no block is open here."
        fences.findings.append(Finding("stray-fence", "error", message, place, "Remove it, or open the block above."))


def _unclosed(fences: Fences, path: str, lines: Sequence[str], stack: list[Fence], depth: int, end: int) -> None:
    """End the containers of *stack* from *depth* on at line *end*, because nothing closed them."""
    while len(stack) > depth:
        fence = stack.pop()
        fence.end = end
        where = f"before line {end + 1}" if end < len(lines) else "before the end of the file"
        message = f"`{lines[fence.line].strip()}` is not closed {where}."
        fix = f"Write {':' * fence.colons} on a line of its own where it ends."
        fences.findings.append(Finding("unclosed-block", "error", message, Place(path, fence.line + 1), fix))
