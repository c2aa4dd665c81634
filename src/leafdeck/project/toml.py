"""TOML files as checked values: every mistake at once, each with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ValidationError

from leafdeck.model import Finding, Place
from leafdeck.project.files import read_file, shown


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
    for number, line in enumerate(source.split("\n"), 1):
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


def read_toml(path: Path, root: Path) -> tuple[Document | None, tuple[Finding, ...]]:
    """The TOML document at *path* (TOML 1.0), or one finding that says why it cannot be read."""
    source, findings = read_file(path, root)
    if source is None:
        return None, findings
    name = shown(path, root)
    try:
        return Document(name, tomllib.loads(source), key_lines(source)), ()
    except tomllib.TOMLDecodeError as error:
        return None, (_syntax(name, source, str(error)),)
    except (ValueError, RecursionError):
        message = "A figure is too long, or brackets are nested too deep."
        return None, (Finding("toml-syntax", "error", message, Place(name), "Look at what changed last."),)


def _syntax(name: str, source: str, said: str) -> Finding:
    """What tomllib *said*, with its place, and in words where a key stands twice."""
    where = re.search(r"\(at line (\d+), column (\d+)\)", said)
    place = Place(name, int(where[1]), int(where[2])) if where else Place(name, source.rstrip("\n").count("\n") + 1)
    message = re.sub(r"\s*\(at [^()]*\)$", "", said)
    if twice := re.match(r"Cannot declare \((.*)\) twice", message):
        table = ".".join(re.findall(r"'([^']*)'", twice[1]))
        message = f"`{table}` stands here a second time"
        return Finding("duplicate-key", "error", f"{message}.", place, "Keep one of the two, or rename one.")
    if message == "Cannot overwrite a value":
        key = source.split("\n")[place.line - 1].partition("=")[0].strip()
        message = f"`{key}` stands here a second time"
        return Finding("duplicate-key", "error", f"{message}.", place, "Keep one of the two.")
    return Finding("toml-syntax", "error", f"{message}.", place, "Mend the TOML syntax there.")


def checked(kind: type[Kind], document: Document, *loc: str | int) -> tuple[Kind | None, tuple[Finding, ...]]:
    """The table at *loc* of *document* as a *kind*, or a finding for each of its mistakes."""
    data: Any = document.data
    for key in loc:
        data = data[key]
    try:
        return kind.model_validate(data), ()
    except ValidationError as error:
        found = (_finding(kind, detail, document, loc) for detail in error.errors())
        return None, tuple(sorted(found, key=lambda finding: finding.place))


KINDS = {
    "bool_type": ("true or false", "Write true or false, without quotes."),
    "date_type": ("a day", "Write it like 2026-11-24, without quotes."),
    "dict_type": ("a table", "Write a header in brackets above its keys."),
    "float_type": ("a number", "Write it in figures, without quotes."),
    "int_type": ("a whole number", "Write it in figures, without quotes."),
    "list_type": ("a list", "Put it in brackets: [ … ]."),
    "model_type": ("a table", "Write a header in brackets above its keys."),
    "string_type": ("text", 'Put it in quotes: " … ".'),
}
"""What a value must be, and how that is written, by the type of pydantic's error."""


def _finding(kind: type[Table], detail: Mapping[str, Any], document: Document, loc: Loc) -> Finding:
    inner: Loc = tuple(detail["loc"])
    place = document.place(*loc, *inner)
    key = ".".join(str(part) for part in inner or loc)
    match detail["type"]:
        case "extra_forbidden":
            known = _keys(kind, inner[:-1])
            near = get_close_matches(str(inner[-1]), known, 1)
            fix = f"Write `{near[0]}`." if near else f"Remove it; known keys: {', '.join(known)}."
            return Finding("unknown-key", "error", f"Unknown key `{key}`.", place, fix)
        case "missing":
            return Finding("missing-key", "error", f"`{key}` is missing.", place, f"Add `{inner[-1]} = …`.")
        case "literal_error":
            message = f"`{key}` cannot be `{detail['input']}`."
            return Finding("wrong-value", "error", message, place, f"Write {detail['ctx']['expected']}.")
        case type_ if type_ in KINDS:
            wanted, fix = KINDS[type_]
            return Finding("wrong-value", "error", f"`{key}` must be {wanted}.", place, fix)
        case "too_long" | "string_too_long":
            what = "entries" if detail["type"] == "too_long" else "characters"
            message = f"`{key}` has {len(detail['input'])} {what}; {detail['ctx']['max_length']} are allowed."
            return Finding("wrong-value", "error", message, place, "Shorten it.")
        case "too_short" | "string_too_short":
            return Finding("wrong-value", "error", f"`{key}` is empty.", place, "Fill it in.")
        case "value_error":
            message = f"`{key}` {detail['ctx']['error']}."
            return Finding("wrong-value", "error", message, place, "Type it anew, without that.")
        case _:
            message = str(detail["msg"])
            return Finding("wrong-value", "error", f"`{key}`: {message}.", place, "Write a value of that kind.")


def _keys(kind: type[Table], inner: Loc) -> list[str]:
    """The keys a table allows that stands at *inner* of a table of *kind*, through lists and tables by name."""
    at: Any = kind
    for part in inner:
        fields = _fields(at)
        at = fields.get(str(part)) if fields else _member(at)
    return sorted(_fields(at))


def _fields(annotation: Any) -> dict[str, Any]:
    """The type of each key of a table; empty where *annotation* is no table."""
    for each in (annotation, *get_args(annotation)):
        if isinstance(each, type) and issubclass(each, Table):
            return {field.alias or name: field.annotation for name, field in each.model_fields.items()}
        if get_origin(each) in (dict, list):
            break
    return {}


def _member(annotation: Any) -> Any:
    """The type of what a list, or a table of any names, holds."""
    holder = next((each for each in (annotation, *get_args(annotation)) if get_origin(each) in (dict, list)), None)
    return get_args(holder)[-1] if holder else None
