"""What every test shares."""

from __future__ import annotations

from tests.goldens import golden, pytest_addoption
from tests.tools import pytest_collection_modifyitems, pytest_runtest_setup, pytest_terminal_summary

__all__ = [
    "golden",
    "pytest_addoption",
    "pytest_collection_modifyitems",
    "pytest_runtest_setup",
    "pytest_terminal_summary",
]
