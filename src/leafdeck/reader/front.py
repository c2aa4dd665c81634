"""The front matter: YAML between two lines of three hyphens, every value with its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml

from leafdeck.model import Finding, Place
from leafdeck.reader.near import did_you_mean, one_of


def _words(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _words_or_none(value: object) -> bool:
    return value is None or _words(value)


def _day(value: object) -> bool:
    return value is None or isinstance(value, date)


def _names(value: object) -> bool:
    return isinstance(value, list) and all(_words(name) for name in value)


_DAY = "a day, such as 2026-11-24, or null"
_NAMES = "a list of names, such as [Ada Leaf]"
_KEYS: dict[str, tuple[Callable[[object], bool], bool, str]] = {
    "title": (_words, True, "words"),
    "standfirst": (_words, True, "words"),
    "audience": (_words, True, "words"),
    "version": (_words, True, 'words in quotes, such as "1.0"'),
    "checked": (_day, True, _DAY),
    "published": (_day, False, _DAY),
    "next_review": (_day, False, _DAY),
    "authors": (_names, False, _NAMES),
    "reviewers": (_names, False, _NAMES),
    "patient_reviewers": (_names, False, _NAMES),
    "funding": (_words_or_none, False, "words, or null"),
    "short_title": (_words, False, "words"),
}
"""Key -> whether a value is of its kind, whether it must be there, and its kind in words."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value, and where it stands."""

    value: Any
    line: int
    column: int
    """Where its words begin; 0 where they do not stand on one line as they are."""


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter of one topic."""

    end: int
    """Index of the first line after it."""
    values: Mapping[str, Value] = field(default_factory=dict)
    """Those that are of their kind."""
    usable: bool = False
    """False where a compulsory value is missing or wrong."""

    def get(self, key: str) -> Any:
        """The value of *key*; None where there is none."""
        return self.values[key].value if key in self.values else None


def read_front(path: str, lines: Sequence[str]) -> tuple[Front, tuple[Finding, ...]]:
    """The front matter of *lines*, and every mistake in it."""

    def problem(id_: str, line: int, message: str, fix: str, column: int = 0) -> Finding:
        return Finding(id_, "error", message, Place(path, line, column), fix)

    if lines[0].rstrip() != "---":
        return Front(0), (problem("no-front-matter", 1, "The file does not begin with front matter.",
                                  "Begin it with a line `---`; docs/content.md shows what follows."),)  # fmt: skip
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0)
    if not end:
        section = next((number for number, line in enumerate(lines) if line.startswith("## ")), len(lines))
        return Front(section), (problem("no-front-matter", 1, "The front matter has no end.",
                                        "Close it with a line `---`."),)  # fmt: skip
    source = "\n".join(["", *lines[1:end]])
    try:
        root = yaml.compose(source, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        line, column, said = _mistake(error, source)
        return Front(end + 1), (problem("yaml-syntax", line, said, "Mend the YAML there.", column),)
    if not isinstance(root, yaml.MappingNode):
        fix = "Write `title: …` and the others."
        return Front(end + 1), (problem("yaml-syntax", 2, "The front matter holds no keys.", fix),)
    values: dict[str, Value] = {}
    found: list[Finding] = []
    for key_node, value_node in root.value:
        line = key_node.start_mark.line + 1
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else lines[line - 1].strip()
        if key not in _KEYS:
            fix = did_you_mean(key, _KEYS, one_of(_KEYS))
            found.append(problem("unknown-key", line, f"`{key}` is no key of the front matter.", fix))
        elif key in values:
            found.append(problem("duplicate-key", line, f"`{key}` stands here a second time.", "Keep one of them."))
        else:
            values[key] = Value(_value(value_node), *_start(value_node, lines, line))
    fitting = {key: value for key, value in values.items() if _KEYS[key][0](value.value)}
    for key, (_, compulsory, kind) in _KEYS.items():
        if key not in values and compulsory:
            found.append(problem("missing-key", 1, f"The front matter has no `{key}`.", f"Add `{key}`: {kind}."))
        elif key in values and key not in fitting:
            found.append(problem("wrong-value", values[key].line, f"`{key}` is not {kind}.", f"Write {kind}."))
    usable = all(key in fitting for key, (_, compulsory, _) in _KEYS.items() if compulsory)
    return Front(end + 1, fitting, usable), tuple(found)


def _mistake(error: yaml.YAMLError | RecursionError, source: str) -> tuple[int, int, str]:
    """Line, column and message of what is no YAML in *source*."""
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        said = error.problem or "This is no YAML"
        return (mark.line + 1, mark.column + 1, f"{said[0].upper()}{said[1:]}.") if mark else (1, 0, f"{said}.")
    if isinstance(error, yaml.reader.ReaderError):
        before = source[: error.position]
        column = len(before) - before.rfind("\n")
        return before.count("\n") + 1, column, f"The character U+{ord(source[error.position]):04X} cannot stand here."
    return 1, 0, "The front matter is nested too deep."


def _value(node: yaml.Node) -> object:
    """The value of one YAML node; `...` for what is never a value of ours, such as a mapping or a number."""
    if isinstance(node, yaml.SequenceNode):
        return [_value(each) if isinstance(each, yaml.ScalarNode) else ... for each in node.value]
    match node.tag.rpartition(":")[2]:
        case "str":
            return node.value
        case "null":
            return None
        case "timestamp":
            try:
                return date.fromisoformat(node.value)
            except ValueError:
                return ...
        case _:
            return ...


def _start(node: yaml.Node, lines: Sequence[str], line: int) -> tuple[int, int]:
    """Line and column where the words of *node* begin, or *line*, that of its key, and 0."""
    written, begin = node.start_mark.line, node.start_mark.column
    at = lines[written].find(node.value, begin) if isinstance(node.value, str) and node.value else -1
    return (written + 1, at + 1) if at >= 0 else (line, 0)
