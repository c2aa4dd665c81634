"""Problems as values: a finding names what is wrong, where it stands and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "note"]
"""`error` stops every build, `warning` stops a release, `note` stops nothing."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file, as an editor shows it."""

    path: str
    """Path with forward slashes, relative to the project root where the file lies inside it."""
    line: int = 0
    """1 for the first line; 0 where the file as a whole is meant."""
    column: int = 0
    """1 for the first character; 0 where the line as a whole is meant."""

    def __str__(self) -> str:
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])


COMMAND_LINE = Place("command line")
"""Where a name stands that somebody typed."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem. Checks return these; they neither raise nor print."""

    id: str
    """The check that found it, such as `unknown-claim`; stable, because scripts filter on it."""
    level: Level
    message: str
    """One sentence that names the offending words."""
    place: Place
    fix: str
    """One sentence in the imperative that says how to mend it."""
    locale: str = ""
    """The language it concerns; empty where it concerns every language."""
