"""TOML files as checked values: every mistake at once, each with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from leafdeck.model import Finding, Place


class Table(BaseModel):
    """A table of a TOML file: unknown keys and wrong types are refused, nothing is coerced."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


Kind = TypeVar("Kind", bound=Table)
Loc = tuple[str | int, ...]

_HEADER = re.compile(r"\s*\[(\[?)([^\[\]]+)\]?\]")
_KEY = re.compile(r"""\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*)\s*=""")


def _split(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in re.findall(r"""[^."']+|"[^"]*"|'[^']*'""", dotted))


def key_lines(source: str) -> dict[Loc, int]:
    """Line (from 1) of each table and key of the TOML document *source*; array tables carry their index."""
    lines: dict[Loc, int] = {}
    counts: dict[Loc, int] = {}
    table: Loc = ()
    quote, depth = "", 0
    for number, line in enumerate(source.splitlines(), 1):
        if not quote and depth <= 0:
            if header := _HEADER.match(line):
                table = _split(header[2])
                if header[1]:
                    counts[table] = counts.get(table, -1) + 1
                    table = (*table, counts[table])
                lines.setdefault(table, number)
            elif key := _KEY.match(line):
                lines.setdefault((*table, *_split(key[1])), number)
        quote, depth = _carry(line, quote, depth)
    return lines


def _carry(line: str, quote: str, depth: int) -> tuple[str, int]:
    """Open multi-line quote and bracket depth after *line*, given those before it."""
    position = 0
    for token in re.finditer(r"""\"{3}|'{3}|"(?:\\.|[^"\\])*"|'[^']*'|[\[\]{}#]""", line):
        if token.start() < position:
            continue
        position = token.end()
        found = token[0]
        if quote:
            quote = "" if found == quote else quote
        elif found in ('"""', "'''"):
            quote = found
        elif found == "#":
            break
        elif found in "[{":
            depth += 1
        elif found in "]}":
            depth -= 1
    return quote, max(depth, 0)


@dataclass(frozen=True, slots=True)
class Document:
    """A TOML file that has been read."""

    path: str
    data: Mapping[str, Any]
    lines: Mapping[Loc, int]

    def place(self, *loc: str | int) -> Place:
        """Where the key *loc* stands, or the nearest table around it."""
        for end in range(len(loc), 0, -1):
            if loc[:end] in self.lines:
                return Place(self.path, self.lines[loc[:end]])
        return Place(self.path, 1)


def shown(path: Path, root: Path) -> str:
    """*path* as findings name it: relative to *root* where it lies inside, with forward slashes."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def read_file(path: Path, root: Path) -> tuple[str | None, tuple[Finding, ...]]:
    """The UTF-8 text of *path*, or why it cannot be had."""
    place = Place(shown(path, root))
    try:
        return path.read_bytes().decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return None, (
            Finding("not-utf8", "error", "The file is not UTF-8.", Place(place.path, line), "Save it as UTF-8."),
        )
    except FileNotFoundError:
        return None, (
            Finding(
                "missing-file",
                "error",
                f"There is no file {place.path}.",
                place,
                "Write it, or mend the name.",
            ),
        )
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return None, (
            Finding(
                "unreadable-file",
                "error",
                f"{place.path} cannot be read: {reason}.",
                place,
                "Check the file.",
            ),
        )


def read_toml(path: Path, root: Path) -> tuple[Document | None, tuple[Finding, ...]]:
    """The TOML document at *path* (TOML 1.0), or one finding that says why it cannot be read."""
    source, findings = read_file(path, root)
    if source is None:
        return None, findings
    name = shown(path, root)
    try:
        return Document(name, tomllib.loads(source), key_lines(source)), ()
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        place = Place(name, int(where[1]), int(where[2])) if where else Place(name, source.count("\n") + 1)
        message = re.sub(r"\s*\(at .*\)$", "", str(error))
        return None, (Finding("toml-syntax", "error", f"{message}.", place, "Mend the TOML syntax there."),)


def checked(kind: type[Kind], document: Document, *loc: str | int) -> tuple[Kind | None, tuple[Finding, ...]]:
    """The table at *loc* of *document* as a *kind*, or a finding for each of its mistakes."""
    data: Any = document.data
    for key in loc:
        data = data[key]
    return validate(kind, data, document, loc)


def validate(
    kind: type[Kind], data: object, document: Document, loc: Sequence[str | int]
) -> tuple[Kind | None, tuple[Finding, ...]]:
    """*data* as a *kind*; its mistakes are placed below *loc* in *document*."""
    try:
        return kind.model_validate(data), ()
    except ValidationError as error:
        return None, tuple(_finding(kind, detail, document, tuple(loc)) for detail in error.errors())


def _finding(kind: type[Table], detail: Mapping[str, Any], document: Document, loc: Loc) -> Finding:
    inner: Loc = tuple(detail["loc"])
    place = document.place(*loc, *inner)
    key = ".".join(str(part) for part in inner)
    match detail["type"]:
        case "extra_forbidden":
            near = get_close_matches(str(inner[-1]), _keys(kind, inner), 1)
            fix = f"Write `{near[0]}`." if near else f"Remove it; known keys: {', '.join(_keys(kind, inner))}."
            return Finding("unknown-key", "error", f"Unknown key `{key}`.", place, fix)
        case "missing":
            return Finding("missing-key", "error", f"`{key}` is missing.", place, f"Add `{inner[-1]} = …`.")
        case _:
            message = str(detail["msg"])
            return Finding("wrong-value", "error", f"`{key}`: {message}.", place, "Write a value of that kind.")


def _keys(kind: type[Table], inner: Loc) -> list[str]:
    """The keys allowed where the last part of *inner* stands."""
    names = {field.alias or name: field for name, field in kind.model_fields.items()}
    for part in inner[:-1]:
        field = names.get(str(part))
        annotation = getattr(field, "annotation", None) if field else None
        if isinstance(annotation, type) and issubclass(annotation, Table):
            names = {inner.alias or name: inner for name, inner in annotation.model_fields.items()}
    return sorted(names)
