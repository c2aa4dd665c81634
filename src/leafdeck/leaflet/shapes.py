"""Pictures made of figures: dots for people, bars for lengths, modules for a QR code. All lengths are millimetres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from leafdeck.model import ChartRow

PITCH = ((40, 20, 5.4), (120, 30, 4.2), (1000, 50, 2.8))
"""People in a group up to, dots in a line, distance between dots: the more people, the smaller their dots."""
BAR_LENGTH, BAR_HEIGHT = 110.0, 5.6
HATCH = 2.2
"""Distance between the strokes of "no data"."""
QUIET_ZONE = 4
"""Modules left white around a QR code (ISO/IEC 18004, 5.3.8)."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One person."""

    x: float
    y: float
    filled: bool
    """Has the result."""


@dataclass(frozen=True, slots=True)
class Dots:
    """Every person of a group."""

    width: float
    height: float
    radius: float
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One length on the chart's scale, or the room of one that is not known."""

    length: float
    height: float
    strokes: str
    """SVG path of the hatching that stands for "no data"; empty where there is data."""


def dots(row: ChartRow, mirrored: bool) -> Dots | None:
    """The people of *row*, those with the result first, in reading order; *mirrored* runs from the right.

    None for a group of more than a thousand, where no dot could be told from the next: its words stand alone.
    """
    of, having = int(row.of or 0), int(row.value or 0)
    size = next(((in_line, pitch) for most, in_line, pitch in PITCH if of <= most), None)
    if size is None or not of:
        return None
    in_line, pitch = size
    columns, lines = min(of, in_line), -(-of // in_line)
    width = columns * pitch

    def dot(person: int) -> Dot:
        line, column = divmod(person, in_line)
        x = (column + 0.5) * pitch
        return Dot(_mm(width - x if mirrored else x), _mm((line + 0.5) * pitch), person < having)

    return Dots(_mm(width), _mm(lines * pitch), _mm(pitch * 0.38), tuple(dot(person) for person in range(of)))


def bar(row: ChartRow, rows: Sequence[ChartRow]) -> Bar:
    """The bar of *row* on the scale of all *rows*, which starts at zero."""
    if row.value is None:
        length = BAR_LENGTH / 4
        return Bar(length, BAR_HEIGHT, _hatching(length))
    longest = max(each.value for each in rows if each.value is not None)
    return Bar(_mm(float(row.value / longest) * BAR_LENGTH) if longest > 0 else 0.0, BAR_HEIGHT, "")


def qr_path(modules: Sequence[Sequence[bool]]) -> str:
    """SVG path of the dark modules, one unit each, inside a quiet zone."""
    path: list[str] = []
    for y, row in enumerate(modules):
        x = 0
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                path.append(f"M{x + QUIET_ZONE} {y + QUIET_ZONE}h{length}v1h-{length}z")
            x += length
    return "".join(path)


def _hatching(length: float) -> str:
    """Strokes that slant through a bar of *length*, cut where it ends."""
    strokes: list[str] = []
    foot = HATCH
    while foot < length + BAR_HEIGHT:
        low, high = max(0.0, foot - length), min(foot, BAR_HEIGHT)
        strokes.append(f"M{_mm(foot - low)} {_mm(low)}L{_mm(foot - high)} {_mm(high)}")
        foot += HATCH
    return "".join(strokes)


def _mm(value: float) -> float:
    return round(value, 2)
