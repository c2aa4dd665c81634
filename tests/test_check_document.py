"""docs/checks.md lists exactly the findings that the code can emit, each with its level.

They are read from the code itself. An id is the first argument of `Finding`, or of a function that hands it on. Where
it is no plain string, its words are looked for where they come from: a constant, one branch or another, a table, the
calls of a function. An id that nobody can tell fails the test.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from leafdeck.check.levels import LEVELS
from tests.projects import REPOSITORY

ROW = re.compile(r"^\| `([a-z0-9-]+)` \| (error|warning|note) \| (\S.*) \| (\S.*) \|$", re.MULTILINE)

Function = ast.FunctionDef | ast.Module


@dataclass(frozen=True)
class Emitted:
    """One call that makes a finding."""

    file: Path
    within: Function
    call: ast.Call
    id: ast.expr


@cache
def emitted() -> dict[str, set[str]]:
    """Every id of a finding, with the levels it is emitted at."""
    modules = {file: ast.parse(file.read_text(encoding="utf-8")) for file in sorted((REPOSITORY / "src").rglob("*.py"))}
    levels: dict[str, set[str]] = {}
    for each in _calls(modules):
        for id_ in _words(each.id, each, modules):
            levels.setdefault(id_, set()).add(_level(each.call, id_))
    return levels


def _level(call: ast.Call, id_: str) -> str:
    match call:
        case ast.Call(func=ast.Name("Finding"), args=[_, ast.Constant(str(level)), *_]):
            return level
        case ast.Call(func=ast.Name("found")):
            return LEVELS[id_]
        case _:  # The functions of the reader and of catalogs hand on errors only.
            return "error"


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
    return ""


def _functions(module: ast.Module) -> Iterator[Function]:
    """Every function of *module*, innermost last, after the module itself."""
    yield module
    yield from (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef))


def _parameters(function: Function) -> list[str]:
    if isinstance(function, ast.Module):
        return []
    return [each.arg for each in function.args.args if each.arg != "self"]


def _calls(modules: Mapping[Path, ast.Module]) -> Iterator[Emitted]:
    """The calls of `Finding` and of what hands an id on to it, but for those that only hand on."""
    handing = {"Finding": 0}
    for _ in range(3):  # as deep as functions hand on
        for module in modules.values():
            for function in _functions(module):
                for call in _inside(function, handing):
                    id_ = call.args[handing[_called(call)]]
                    if isinstance(id_, ast.Name) and id_.id in _parameters(function):
                        assert isinstance(function, ast.FunctionDef)
                        handing[function.name] = _parameters(function).index(id_.id)
    for file, module in modules.items():
        seen: dict[ast.Call, Emitted] = {}
        for function in _functions(module):
            for call in _inside(function, handing):
                seen[call] = Emitted(file, function, call, call.args[handing[_called(call)]])
        for each in seen.values():
            if not (isinstance(each.id, ast.Name) and each.id.id in _parameters(each.within)):
                yield each


def _inside(function: Function, handing: Mapping[str, int]) -> Iterator[ast.Call]:
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and len(node.args) > handing.get(_called(node), len(node.args)):
            yield node


def _words(value: ast.expr, each: Emitted, modules: Mapping[Path, ast.Module]) -> set[str]:
    """The strings that *value* can be."""
    words: set[str] = set()
    match value:
        case ast.Constant(str(id_)):
            words = {id_}
        case ast.IfExp(body=first, orelse=second):
            words = _words(first, each, modules) | _words(second, each, modules)
        case ast.Name(name):
            words = {id_ for one in _sources(name, each, modules) for id_ in _words(one, each, modules)}
        case ast.Attribute(attr="id"):  # of a Mistake, which becomes a finding where its line is known
            made = (node for module in modules.values() for node in ast.walk(module) if isinstance(node, ast.Call))
            words = {id_ for call in made if _called(call) == "Mistake" for id_ in _words(call.args[0], each, modules)}
        case ast.JoinedStr(values=[ast.Constant(str(start)), ast.FormattedValue(value=ast.Name(name))]):
            assert isinstance(each.within, ast.FunctionDef)
            at = _parameters(each.within).index(name)
            calls = (node for node in ast.walk(modules[each.file]) if isinstance(node, ast.Call))
            ends = [_words(call.args[at], each, modules) for call in calls if _called(call) == each.within.name]
            words = {f"{start}{end}" for every in ends for end in every}
    assert words, f"{each.file.name}:{each.call.lineno}: nobody can tell the id {ast.unparse(value)}"
    return words


def _sources(name: str, each: Emitted, modules: Mapping[Path, ast.Module]) -> Iterator[ast.expr]:
    """What the name is bound to: in the function, or as a constant of some module."""
    for node in ast.walk(each.within):
        match node:
            case ast.Assign(targets=[ast.Name(bound)], value=value) if bound == name:
                yield value
            case ast.Assign(
                targets=[ast.Tuple(elts=[ast.Name(bound), *_])], value=ast.Subscript(value=ast.Name(table))
            ) if bound == name:
                yield from _firsts(table, modules[each.file])
            case ast.For(target=ast.Tuple(elts=[ast.Name(bound), *_]), iter=ast.Name(table)) if bound == name:
                yield from _firsts(table, modules[each.file])
    for module in modules.values():
        for node in module.body:
            match node:
                case ast.Assign(targets=[ast.Name(bound)], value=value) if bound == name:
                    yield value


def _firsts(table: str, module: ast.Module) -> Iterator[ast.expr]:
    """The first member of each row of the constant *table*."""
    for node in module.body:
        match node:
            case ast.AnnAssign(target=ast.Name(bound), value=ast.Dict(values=rows) | ast.Tuple(elts=rows)) if (
                bound == table
            ):
                yield from (row.elts[0] for row in rows if isinstance(row, ast.Tuple))


def documented() -> list[tuple[str, str]]:
    """Id and level of each row of the document; every row says what is meant and how to mend it."""
    words = (REPOSITORY / "docs/checks.md").read_text(encoding="utf-8")
    rows = [(match[1], match[2]) for match in ROW.finditer(words)]
    assert len(rows) == len([line for line in words.split("\n") if line.startswith("| `")])
    return rows


def test_the_document_lists_every_finding_once_and_no_other() -> None:
    ids = [id_ for id_, _ in documented()]
    assert sorted(ids) == sorted(emitted())


def test_a_finding_has_one_level_wherever_it_is_found_and_the_document_names_it() -> None:
    levels = emitted()
    assert {id_: {level} for id_, level in documented()} == levels


def test_ids_are_found_wherever_the_code_takes_them_from() -> None:
    """One of each way: plain, handed on, by branch, from a table, from a constant, put together, from a mistake."""
    ways = {"over-budget", "bad-cut", "disk-full", "blockquote", "outside-project", "unknown-piece", "po-escape"}
    assert ways | set(LEVELS) <= set(emitted())
