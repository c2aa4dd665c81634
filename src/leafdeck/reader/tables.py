"""Markdown tables (GitHub Flavored Markdown 4.10), cell by cell, each row with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from leafdeck.reader.outline import Node
from leafdeck.reader.reading import Reading

_BAR = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it is written."""

    line: int
    cells: tuple[str, ...]


def read_rows(reading: Reading, node: Node) -> tuple[Row, list[Row]] | None:
    """The header and the rows of the table *node*; None where a row has not as many cells as the header."""
    written = [Row(line, _cells(reading.lines[line - 1])) for line in range(node.line, node.end + 1)]
    written = [row for row in written if row.cells]
    header, body = written[0], written[2:]
    fitting = True
    for row in body:
        if len(row.cells) != len(header.cells):
            message = f"This row has {len(row.cells)} cells; the header has {len(header.cells)}."
            reading.problem("bad-table", row.line, message, "Give every row as many cells as the header.")
            fitting = False
    if not body:
        reading.problem("bad-table", node.line, "The table has no rows.", "Write a row, or remove the table.")
        fitting = False
    return (header, body) if fitting else None


def _cells(line: str) -> tuple[str, ...]:
    inner = re.sub(r"(?<!\\)\|\s*$", "", line.strip().removeprefix("|"))
    return tuple(cell.strip().replace("\\|", "|") for cell in _BAR.split(inner)) if line.strip() else ()
