"""Versions of the libraries that decide an output's bytes."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version

DECISIVE = ("weasyprint", "pydyf", "fonttools", "python-pptx", "lxml", "xlsxwriter", "babel", "uharfbuzz", "icu4py")


@cache
def versions() -> dict[str, str]:
    """Version by library, Leafdeck's own first."""
    return {"leafdeck": version("leafdeck")} | {name: version(name) for name in DECISIVE}
