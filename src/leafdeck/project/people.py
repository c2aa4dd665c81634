"""What a clinic and a speaker add: their own box and their own disclosure slide."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from leafdeck.model import Clinic, Finding, Speaker
from leafdeck.project.files import is_absent
from leafdeck.project.toml import Table, checked, read_toml

JOINERS = "\u200c\u200d"
"""Persian and the languages of India are not spelled right without them; they move nothing."""

UNNAMED = {"Cc": "control character", "Cn": "unassigned", "Co": "private use", "Cs": "half a character"}
UNSEEN = (*UNNAMED, "Cf", "Zl", "Zp")
"""Categories (UAX 44) of what nobody sees: controls, line ends, marks of direction, characters of no font."""


def _seen(line: str) -> str:
    """*line*, where all of it is seen: a mark of direction would turn the digits of a phone number round."""
    for character in line:
        category = unicodedata.category(character)
        if category in UNSEEN and character not in JOINERS:
            name = unicodedata.name(character, UNNAMED.get(category, "")).lower()
            raise ValueError(f"holds U+{ord(character):04X} ({name}), which nobody sees")
    return line


Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=80), AfterValidator(_seen)]
"""One printed line."""


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
