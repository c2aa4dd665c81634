"""What people and programs read: findings and events, as lines or as JSON objects."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import click

from leafdeck.model import Finding, Level

COLOURS: dict[Level, str] = {"error": "red", "warning": "yellow", "note": "blue"}
FOLD_AFTER = 5


def as_json(value: Mapping[str, Any]) -> None:
    """Print *value* as one line of JSON on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, default=str))


def record(finding: Finding) -> dict[str, Any]:
    """*finding* as it stands in JSON output (docs/commands.md)."""
    return {
        "id": finding.id,
        "level": finding.level,
        "path": finding.place.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "locale": finding.locale,
        "message": finding.message,
        "fix": finding.fix,
    }


def every(findings: Iterable[Finding], json_wanted: bool, *, err: bool = True) -> None:
    """Print all of *findings*, as JSON on standard output or as lines on standard error (*err*) or output."""
    if not json_wanted:
        lines(findings, err=err, fold=False)
        return
    for finding in findings:
        as_json(record(finding))


def lines(findings: Iterable[Finding], *, err: bool = True, fold: bool = True) -> None:
    """Print *findings*, one a line, with how to mend each.

    With *fold*, more than five of one kind in one file become one line: three hundred machine drafts must not hide
    the one broken link.
    """
    shown: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        key = (finding.id, finding.place.path)
        shown[key] += 1
        if not fold or shown[key] <= FOLD_AFTER:
            level = colour(finding.level, COLOURS[finding.level])
            click.echo(f"{finding.place}: {level}: {finding.message} {finding.fix} [{finding.id}]", err=err)
    for (id_, path), count in shown.items():
        if fold and count > FOLD_AFTER:
            click.echo(f"{path}: and {count - FOLD_AFTER} more [{id_}]; `check` lists them all", err=err)


def tally(findings: Sequence[Finding]) -> str:
    """How many findings of each level, in words: "2 errors, 1 warning"."""
    counts = Counter(finding.level for finding in findings)
    parts = [f"{counts[level]} {level}{'' if counts[level] == 1 else 's'}" for level in COLOURS if counts[level]]
    return ", ".join(parts) or "no findings"


def colour(words: str, name: str) -> str:
    """*words* in a colour, unless the environment asks for none (no-color.org)."""
    return words if os.environ.get("NO_COLOR") else click.style(words, fg=name)
