"""Versions of the libraries that decide an output's bytes."""

from __future__ import annotations

import zlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from leafdeck import __version__

DECISIVE = ("weasyprint", "pydyf", "fonttools", "python-pptx", "lxml", "xlsxwriter", "babel", "uharfbuzz", "icu4py")
ABSENT = "missing"


@cache
def versions() -> dict[str, str]:
    """Version by library, Leafdeck's own first, then Python's packages, then what the system brings."""
    packages = {name: _package(name) for name in DECISIVE}
    return {"leafdeck": __version__, **packages, "pango": _pango(), "zlib": zlib.ZLIB_RUNTIME_VERSION}


def _package(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ABSENT


def _pango() -> str:
    try:
        from leafdeck.pdf import pango_version
    except (ImportError, OSError):
        return ABSENT
    return pango_version()
