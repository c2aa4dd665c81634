"""`content/claims.toml`: the registry of claims."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from leafdeck.model import Checked, Claim, EvidenceLevel, Finding, Verdict
from leafdeck.project.toml import Document, Table, checked, read_toml


def _written(value: object) -> object:
    """A day may be written as a date of TOML, or like a month or a year in quotes."""
    return value.isoformat() if type(value) is date else value


PartialDate = Annotated[str, BeforeValidator(_written)]
_SHAPE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_PRECISION = {4: "year", 7: "month", 10: "day"}


class _Claim(Table):
    sentence: str
    sources: list[str] = []
    level: str
    checked: str
    as_of: PartialDate
    recheck_by: date
    verdict: str = "print"
    numbers: list[str] = []
    balanced_by: list[str] = []
    conflict: str = ""
    decision: str = ""
    allow: list[str] = []


def partial_date(words: str) -> tuple[date, str]:
    """The first day that *words* can mean, and their precision: `day`, `month` or `year`. ValueError: no such date."""
    if not _SHAPE.fullmatch(words):
        raise ValueError(f"{words!r} is no year, month or day")
    return date.fromisoformat((words + "-01-01")[:10]), _PRECISION[len(words)]


def read_claims(root: Path) -> tuple[dict[str, Claim], tuple[Finding, ...]]:
    """`content/claims.toml` by claim id."""
    document, findings = read_toml(root / "content/claims.toml", root)
    if document is None:
        return {}, findings
    claims: dict[str, Claim] = {}
    found = list(findings)
    for id_ in document.data:
        record, findings = checked(_Claim, document, id_)
        found += findings
        if record is None:
            continue
        choices = (("level", record.level, EvidenceLevel), ("checked", record.checked, Checked),
                   ("verdict", record.verdict, Verdict))  # fmt: skip
        wrong = [_unknown(document, id_, key, value, kind) for key, value, kind in choices if value not in list(kind)]
        try:
            as_of, precision = partial_date(record.as_of)
        except ValueError:
            wrong.append(
                Finding("wrong-value", "error", f"`{record.as_of}` is no date.", document.place(id_, "as_of"),
                        'Write a day that exists, or "2024-02" or "2024".')
            )  # fmt: skip
        found += wrong
        if wrong:
            continue
        claims[id_] = Claim(
            id=id_,
            sentence=record.sentence,
            sources=tuple(record.sources),
            level=EvidenceLevel(record.level),
            checked=Checked(record.checked),
            as_of=as_of,
            as_of_precision=precision,
            recheck_by=record.recheck_by,
            verdict=Verdict(record.verdict),
            numbers=tuple(record.numbers),
            balanced_by=tuple(record.balanced_by),
            conflict=record.conflict,
            decision=record.decision,
            allow=tuple(record.allow),
            place=document.place(id_),
        )
    return claims, tuple(found)


def _unknown(document: Document, id_: str, key: str, value: str, kind: Iterable[str]) -> Finding:
    known = [str(member) for member in kind]
    near = get_close_matches(value, known, 1)
    fix = f'Write "{near[0]}".' if near else f"Write one of: {', '.join(known)}."
    return Finding("wrong-value", "error", f"`{key}` cannot be `{value}`.", document.place(id_, key), fix)
