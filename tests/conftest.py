"""What every test shares."""

from __future__ import annotations

from tests.tools import pytest_collection_modifyitems, pytest_runtest_setup, pytest_terminal_summary

__all__ = ["pytest_collection_modifyitems", "pytest_runtest_setup", "pytest_terminal_summary"]
