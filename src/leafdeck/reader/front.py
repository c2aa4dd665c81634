"""The front matter: YAML between two lines of three hyphens, every value with its line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
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
    return value is None or type(value) is date


def _names(value: object) -> bool:
    return isinstance(value, list) and all(_words(name) for name in value)


_KEYS: dict[str, tuple[Callable[[object], bool], bool, str]] = {
    "title": (_words, True, "words"),
    "standfirst": (_words, True, "words"),
    "audience": (_words, True, "words"),
    "version": (_words, True, 'words in quotes, such as "1.0"'),
    "checked": (_day, True, "a day, such as 2026-11-24"),
    "published": (_day, False, "a day, such as 2026-11-24"),
    "next_review": (_day, False, "a day, such as 2026-11-24"),
    "authors": (_names, False, "a list of names, such as [Ada Leaf]"),
    "reviewers": (_names, False, "a list of names, such as [Ada Leaf]"),
    "patient_reviewers": (_names, False, "a list of names, such as [Ada Leaf]"),
    "funding": (_words_or_none, False, "words, or null"),
}
"""Key -> whether a value is of its kind, whether it must be there, and its kind in words."""


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter of one topic."""

    values: Mapping[str, Any]
    lines: Mapping[str, int]
    """Line of each key, from 1."""
    end: int
    """Index of the first line after it."""
    usable: bool
    """False where a compulsory value is missing or wrong."""


def read_front(path: str, lines: Sequence[str]) -> tuple[Front | None, tuple[Finding, ...]]:
    """The front matter of *lines*, and every mistake in it. None: the file has none, or it is no YAML."""

    def problem(id_: str, line: int, message: str, fix: str, column: int = 0) -> Finding:
        return Finding(id_, "error", message, Place(path, line, column), fix)

    if not lines or lines[0].rstrip() != "---":
        return None, (problem("no-front-matter", 1, "The file does not begin with front matter.",
                              "Begin it with a line `---`; docs/content.md shows what follows."),)  # fmt: skip
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), 0)
    if not end:
        return None, (problem("no-front-matter", 1, "The front matter has no end.", "Close it with a line `---`."),)
    try:
        root = yaml.compose("\n".join(["", *lines[1:end]]), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at, column = (mark.line + 1, mark.column + 1) if mark else (1, 0)
        said = error.problem or "The front matter is no YAML"
        return None, (problem("yaml-syntax", at, f"{said[0].upper()}{said[1:]}.", "Mend the YAML there.", column),)
    except yaml.YAMLError as error:
        said = str(error).splitlines()[0]
        return None, (problem("yaml-syntax", 1, f"The front matter is no YAML: {said}.", "Mend it."),)
    if not isinstance(root, yaml.MappingNode):
        return None, (problem("yaml-syntax", 2, "The front matter holds no keys.", "Write `title: …` and the others."),)
    values: dict[str, Any] = {}
    places: dict[str, int] = {}
    found: list[Finding] = []
    for key_node, value_node in root.value:
        key, line = str(getattr(key_node, "value", "")), key_node.start_mark.line + 1
        if key not in _KEYS:
            fix = did_you_mean(key, _KEYS, one_of(_KEYS))
            found.append(problem("unknown-key", line, f"`{key}` is no key of the front matter.", fix))
        elif key in values:
            found.append(problem("duplicate-key", line, f"`{key}` stands here a second time.", "Keep one of them."))
        else:
            values[key], places[key] = _value(value_node), line
    usable = True
    for key, (fits, compulsory, kind) in _KEYS.items():
        if key not in values:
            if compulsory:
                found.append(problem("missing-key", 1, f"The front matter has no `{key}`.", f"Add `{key}`: {kind}."))
                usable = False
        elif not fits(values[key]):
            found.append(problem("wrong-value", places[key], f"`{key}` is not {kind}.", f"Write {kind}."))
            del values[key]
            usable = usable and not compulsory
    return Front(values, places, end + 1, usable), tuple(found)


def _value(node: yaml.Node) -> object:
    """The value of one YAML node; None for what cannot be one of ours, such as a nested mapping."""
    if isinstance(node, yaml.SequenceNode):
        return [_value(each) for each in node.value] if all(isinstance(n, yaml.ScalarNode) for n in node.value) else {}
    if not isinstance(node, yaml.ScalarNode):
        return {}
    try:
        return yaml.SafeLoader("").construct_object(node)
    except (yaml.YAMLError, ValueError):
        return {}
