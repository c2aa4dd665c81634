"""A test whose tool is missing is skipped by name and counted, or fails where CI may skip nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools import ROOT, TOOLS, requires

CONFTEST = (ROOT / "tests" / "conftest.py").read_text(encoding="utf-8")
TESTS = """
import pytest
from tests.tools import requires

def test_needs_nothing(): pass

@requires("soffice", "msgfmt")
def test_needs_two(): pass

@requires("soffice")
def test_needs_one(): pass
"""


def run(folder: Path, *arguments: str, ci: str = "") -> list[str]:
    """The lines pytest prints about the tests above on a machine without tools."""
    (folder / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    (folder / "test_it.py").write_text(TESTS, encoding="utf-8")
    markers = ["-o", "markers=slow\ntool", "-o", f"pythonpath={ROOT}"]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *markers, *arguments]
    environment = os.environ | {"PATH": str(folder), "CI": ci}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.stdout.splitlines()


def test_missing_tools_are_counted_and_the_last_line_is_pytests(tmp_path: Path) -> None:
    lines = run(tmp_path)
    assert "skipped for want of a tool: 2 (soffice: 1, soffice, msgfmt: 1)" in lines
    assert lines[-1].startswith("1 passed, 2 skipped")


def test_ci_skips_nothing(tmp_path: Path) -> None:
    lines = run(tmp_path, ci="true")
    assert "needs soffice, msgfmt, and CI may skip nothing; ./dev test fetches it where it can" in lines
    assert lines[-1].startswith("1 passed, 2 errors")


def test_a_test_that_needs_a_tool_is_slow(tmp_path: Path) -> None:
    assert run(tmp_path, "-m", "not slow", ci="true")[-1].startswith("1 passed, 2 deselected")


def test_a_tool_nobody_knows_is_a_mistake_at_once() -> None:
    with pytest.raises(AssertionError, match="no such tool: sofice"):
        requires("sofice", *TOOLS)
