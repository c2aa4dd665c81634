"""Decks for tests, each built once a run: every deck that ships in every language, and the small piece."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache

from leafdeck.assemble import assemble
from leafdeck.build.fonts import fonts_for
from leafdeck.deck import plan
from leafdeck.model import Deck, Job
from leafdeck.powerpoint import emit
from leafdeck.project import Library, read_library
from tests.deck_pieces import even, piece, theme
from tests.projects import REPOSITORY

DAY = date(2026, 11, 24)
LANGUAGES = ("en", "de", "ar", "zh-Hans")
SHIPPED = [(deck.stem, language) for deck in sorted((REPOSITORY / "slides").glob("*.toml")) for language in LANGUAGES]
"""Deck and language of all that ships."""

Parts = dict[str, bytes]
Fault = Callable[[Parts], None]


@cache
def library() -> Library:
    read, findings = read_library(REPOSITORY)
    assert read is not None, findings
    return read


@cache
def planned(deck: str, tag: str) -> Deck:
    """The plan of a deck that ships, measured with the fonts of this machine."""
    region = library().settings.region
    job = Job(deck, "deck", tag, region, "30", "", "draft", DAY, f"{tag}/slides/{deck}.pptx")
    ruler = fonts_for(library().locales[tag].language).ruler
    assert ruler is not None, "a measuring font is missing: ./dev doctor names it"
    made, findings = plan(assemble(job, library(), None), theme(), ruler)
    assert made is not None, findings
    return made


@cache
def shipped(deck: str, tag: str) -> bytes:
    """A deck that ships, as a .pptx."""
    return emit(planned(deck, tag), theme()).data


@cache
def small_plan(tag: str) -> Deck:
    made, findings = plan(piece(tag), theme(), even(tag))
    assert made is not None, findings
    return made


@cache
def small(tag: str) -> bytes:
    """The small piece, with every layout, as a .pptx."""
    made = emit(small_plan(tag), theme())
    assert not made.findings
    return made.data


def parts(pptx: bytes) -> Parts:
    """The files of a package."""
    with zipfile.ZipFile(io.BytesIO(pptx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(files: Parts) -> bytes:
    """The package of *files*."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def broken(pptx: bytes, fault: Fault) -> bytes:
    """*pptx* with *fault* in it; AssertionError where the fault changed nothing."""
    files = parts(pptx)
    before = dict(files)
    fault(files)
    assert files != before, "the fault changed nothing"
    return packed(files)
