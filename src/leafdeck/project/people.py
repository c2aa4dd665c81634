"""What a clinic and a speaker add: their own box and their own disclosure slide."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from leafdeck.model import Clinic, Finding, Speaker
from leafdeck.project.files import is_absent
from leafdeck.project.lines import Line
from leafdeck.project.toml import Table, checked, read_toml


class _Clinic(Table):
    name: Annotated[Line, Field(min_length=1)]
    department: Line = ""
    address: Annotated[list[Line], Field(max_length=4)] = []
    phone: Line = ""
    phone_24h: Line = ""
    hours: Line = ""
    web: Line = ""
    email: Line = ""


class _Speaker(Table):
    name: Line
    affiliation: Line
    interests: list[Line] = []


def read_clinic(path: Path, root: Path) -> tuple[Clinic | None, tuple[Finding, ...]]:
    """The clinic profile at *path*, or every mistake in it."""
    document, findings = read_toml(path, root)
    if document is None:
        return None, findings
    record, findings = checked(_Clinic, document)
    if record is None:
        return None, findings
    return Clinic(**{**record.model_dump(), "address": tuple(record.address)}), ()


def read_speaker(root: Path) -> tuple[Speaker | None, tuple[Finding, ...]]:
    """`speaker.toml` of the project; None, without a finding, where nobody has written one."""
    document, findings = read_toml(root / "speaker.toml", root)
    if document is None:
        return None, () if is_absent(findings) else findings
    record, findings = checked(_Speaker, document)
    if record is None:
        return None, findings
    return Speaker(record.name, record.affiliation, tuple(record.interests)), ()
