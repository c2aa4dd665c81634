"""Every third-party library stands in a contract that keeps it in its own room (pyproject.toml, import-linter)."""

from __future__ import annotations

import ast
import sys
import tomllib

from tests.tools import ROOT

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def imported() -> set[str]:
    """The first names of all modules that the engine imports."""
    names = set()
    for file in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.split(".")[0])
    return names


def contained() -> list[str]:
    contracts = PYPROJECT["tool"]["importlinter"]["contracts"]
    return [name for contract in contracts for name in contract.get("protected_modules", [])]


def test_no_library_is_without_a_room() -> None:
    libraries = imported() - set(sys.stdlib_module_names) - {"leafdeck"}
    assert libraries == set(contained()), "add it to, or take it from, the contracts in pyproject.toml"


def test_no_library_has_two_rooms() -> None:
    assert len(contained()) == len(set(contained()))
