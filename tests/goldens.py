"""Goldens: what a room made once, read by a person, kept in `tests/goldens/`, and compared ever after.

A test asks for the fixture and hands over what was made::

    def test_a_plan(golden: Golden) -> None:
        golden("leaflet/every.en.html", plan(piece("en"), templates()))

`pytest --bless` writes the files anew; `git diff` then shows what changed, for a person to agree with.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "goldens"

Golden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Goldens are written anew only when a person asks for it."""
    parser.addoption("--bless", action="store_true", help="write the files of tests/goldens/ anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares what was made with the file of that name; a difference is shown line by line."""
    bless = request.config.getoption("--bless")

    def compare(name: str, made: str) -> None:
        file = FOLDER / name
        if bless:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(made, encoding="utf-8")
        kept = file.read_text(encoding="utf-8") if file.exists() else ""
        if made != kept:
            lines = unified_diff(kept.splitlines(), made.splitlines(), f"tests/goldens/{name}", "made now", lineterm="")
            pytest.fail("\n".join([*lines, "", "Where this is meant, write it anew: pytest --bless"]), pytrace=False)

    return compare
