"""What every test shares."""

from __future__ import annotations

from hypothesis import settings

from tests.goldens import golden, pytest_addoption
from tests.tools import pytest_collection_modifyitems, pytest_runtest_setup, pytest_terminal_summary

__all__ = [
    "golden",
    "pytest_addoption",
    "pytest_collection_modifyitems",
    "pytest_runtest_setup",
    "pytest_terminal_summary",
]

# The gate tries the same examples each time, on slow machines too; `--hypothesis-profile=search` looks for new ones.
settings.register_profile("gate", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=2000, deadline=None)
settings.load_profile("gate")
