"""Leaflets made for the tests, each once a session: laid out with one language's typefaces, as a build does it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from leafdeck.build import Request, Site, jobs, run
from leafdeck.build.fonts import Fonts, fonts_for, isolated
from leafdeck.leaflet import document_title, plan
from leafdeck.model import Emitted, Finished, Language
from leafdeck.pdf import emit
from leafdeck.project import read_library
from tests.leaflet_pieces import CLINIC, ENGLISH, LANGUAGES, MODULES, piece
from tests.projects import REPOSITORY

TEMPLATES = REPOSITORY / "templates/leaflet"
# A round cell, as an SVG; a single dot, as a raster picture.
CELL = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="3"/></svg>'
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100c9fe92"
    "ef0000000049454e44ae426082"
)


@cache
def templates() -> dict[str, str]:
    """The shipped templates of leaflets, by name."""
    return {path.name: path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.html")}


@cache
def assets() -> dict[str, bytes]:
    """The shipped style sheets, and the one picture of `leaflet_pieces`."""
    return {"figures/cell.svg": CELL} | {path.name: path.read_bytes() for path in TEMPLATES.glob("*.css")}


@contextmanager
def typefaces(language: Language) -> Iterator[Fonts]:
    """While open, fontconfig sees the typefaces of *language* and no others."""
    fonts, folder = _fonts(language)
    with isolated(fonts, Path(folder.name)):
        yield fonts


@cache
def _fonts(language: Language) -> tuple[Fonts, TemporaryDirectory[str]]:
    """The fonts, and a folder that keeps what fontconfig learnt of them until the session ends."""
    return fonts_for(language), TemporaryDirectory()


def every_html(tag: str) -> str:
    """The plan of the piece that holds every block, with a clinic and a QR code in English."""
    more = {"clinic": CLINIC, "qr": MODULES, "qr_address": "https://verify.example/v"} if tag == "en" else {}
    return plan(piece(tag, **more), templates())


@cache
def every(tag: str) -> Emitted:
    """That piece as a file."""
    language = LANGUAGES[tag]
    with typefaces(language):
        return emit(every_html(tag), assets(), language, title=document_title(piece(tag)), piece="every")


def page(body: str, css: str = "", language: Language = ENGLISH, **files: bytes) -> Emitted:
    """One small page with *body* as a file; *files* are pictures by their name, "a_png" for "a.png"."""
    families = ", ".join(f"'{family}'" for family in language.fonts)
    style = f"@page {{ size: A5 }} html {{ font-family: {families} }} {css}"
    html = (
        f'<!DOCTYPE html><html lang="{language.tag}" dir="{language.direction}"><title>A page</title>'
        f"<style>{style}</style><h1>A page</h1>{body}"
    )
    pictures = {name.replace("_", "."): data for name, data in files.items()}
    with typefaces(language):
        return emit(html, pictures, language, title="A page", piece="page")


@cache
def shipped() -> dict[str, bytes]:
    """Every leaflet that ships, in every language, by its path: built as `render.py build` builds it."""
    library, findings = read_library(REPOSITORY)
    assert library is not None, findings
    planned, refused = jobs(Request(editions=("a4",), as_of=date(2026, 11, 24)), library)
    assert refused == ()
    with TemporaryDirectory() as folder:
        events = [event for event in run(planned, Site(library, (), None, Path(folder))) if isinstance(event, Finished)]
        unmade = [str(found) for event in events if not event.sha256 for found in event.findings]
        assert unmade == [], "\n".join(unmade)
        return {event.job.path: (Path(folder) / event.job.path).read_bytes() for event in events}
