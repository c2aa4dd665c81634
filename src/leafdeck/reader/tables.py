"""Markdown tables (GitHub Flavored Markdown 4.10), cell by cell, each row with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from leafdeck.model import Text
from leafdeck.reader.outline import Node
from leafdeck.reader.reading import Reading

_BAR = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it is written."""

    line: int
    cells: tuple[str, ...]
    columns: tuple[int, ...]
    """Where each cell begins, from 1."""


@dataclass(frozen=True, slots=True)
class Rows:
    """A table whose rows are all as long as its header."""

    node: Node
    header: Row
    body: tuple[Row, ...]

    def text(self, reading: Reading, row: Row, number: int, id_: str, kind: str) -> Text:
        """The words of cell *number*, from 0, of *row* as a message."""
        return reading.text(row.cells[number], self.node, id_, kind, line=row.line, column=row.columns[number])


def read_rows(reading: Reading, node: Node) -> Rows | None:
    """The rows of the table *node*; None where it has none, or one that is not as long as the header."""
    header, rule, *body = (_row(line, reading.lines[line - 1]) for line in range(node.line, node.end + 1))
    fits = bool(body)
    if not body:
        reading.problem("bad-table", header.line, "The table has no rows.", "Write a row, or remove the table.")
    if any(":" in cell for cell in rule.cells):
        reading.problem("bad-table", rule.line, "Colons in this line would align columns, which the output does.",
                        "Remove the colons.")  # fmt: skip
    for row in body:
        if len(row.cells) != len(header.cells):
            message = f"Cells in this row: {len(row.cells)}; in the header: {len(header.cells)}."
            reading.problem("bad-table", row.line, message, "Give every row as many cells as the header.")
            fits = False
    return Rows(node, header, tuple(body)) if fits else None


def _row(number: int, line: str) -> Row:
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    if line.startswith("|", start):
        start += 1
    bars = [bar.start() for bar in _BAR.finditer(line, start, end)]
    if bars and bars[-1] == end - 1:
        end = bars.pop()
    spans = list(zip([start, *(bar + 1 for bar in bars)], [*bars, end], strict=True))
    return Row(
        number,
        tuple(line[first:last].strip().replace("\\|", "|") for first, last in spans),
        tuple(last - len(line[first:last].lstrip()) + 1 for first, last in spans),
    )
