"""What a reader program learns of a leaflet: its title, language, direction, bookmarks and typefaces. And that its
bytes depend on nothing but what went in.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from leafdeck.leaflet import document_title
from leafdeck.model import plain
from leafdeck.pdf import fontconfig, pango_version
from tests.html_tree import tree
from tests.leaflet_pieces import LANGUAGES, piece
from tests.pdfs import every, every_html
from tests.projects import REPOSITORY

TAGS = ["en", "de", "ar"]


@contextmanager
def opened(tag: str) -> Iterator[pypdfium2.PdfDocument]:
    with pypdfium2.PdfDocument(every(tag).data) as document:
        yield document


@pytest.mark.parametrize("tag", TAGS)
def test_a_file_says_what_it_is(tag: str) -> None:
    made = piece(tag)
    with opened(tag) as document:
        told = document.get_metadata_dict()
        assert document.get_version() == 17
        assert len(document) == every(tag).pages
    assert told == {
        "Title": document_title(made),
        "Author": "",
        "Subject": plain(made.standfirst.inlines),
        "Keywords": "",
        "Creator": "Leafdeck",
        "Producer": told["Producer"],
        "CreationDate": "D:20261124",
        "ModDate": "D:20261124",
    }
    assert told["Producer"].startswith("WeasyPrint 70.")


@pytest.mark.parametrize("tag", TAGS)
def test_a_file_names_its_language_and_that_it_is_tagged(tag: str) -> None:
    units = (raw.FPDF_WCHAR * 20)()
    with opened(tag) as document:
        raw.FPDFCatalog_GetLanguage(document, units, ctypes.sizeof(units))
        assert raw.FPDFCatalog_IsTagged(document)
    assert bytes(units).decode("utf-16-le").rstrip("\0") == tag


@pytest.mark.parametrize(("tag", "direction"), [("en", b""), ("de", b""), ("ar", b"R2L")])
def test_a_right_to_left_leaflet_opens_right_to_left(tag: str, direction: bytes) -> None:
    buffer = ctypes.create_string_buffer(9)
    with opened(tag) as document:
        raw.FPDF_VIEWERREF_GetName(document, b"Direction", buffer, 9)
    assert buffer.value == direction


@pytest.mark.parametrize("tag", TAGS)
def test_the_bookmarks_are_the_title_and_the_headings_of_its_sections(tag: str) -> None:
    headings = [(int(each.tag[1]) - 1, each.words) for each in tree(every_html(tag)).all("h1", "h2")]
    with opened(tag) as document:
        assert [(mark.level, mark.get_title()) for mark in document.get_toc()] == headings


@pytest.mark.parametrize("tag", TAGS)
def test_a_file_holds_no_typeface_its_language_does_not_name(tag: str) -> None:
    with opened(tag) as document:
        found = {
            text.get_font().get_base_name().split("+")[-1].replace("-", " ")
            for page in document
            for text in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])
        }
    families = {family.replace(" ", "") for family in LANGUAGES[tag].fonts}
    assert {name.replace("Bold", "").replace("Regular", "").replace(" ", "") for name in found} <= families


def test_the_same_words_give_the_same_bytes_anywhere_and_on_any_day(tmp_path: Path) -> None:
    """In two processes: other folders, hash seeds, time zones, locales; a cold and a warm cache of fonts."""
    program = (
        "import hashlib; from tests.pdfs import every;"
        "print(*(hashlib.sha256(every(tag).data).hexdigest() for tag in ('en', 'ar')))"
    )
    told = set()
    for number, settings in enumerate([{"TZ": "UTC"}, {"TZ": "Asia/Tokyo", "LC_ALL": "C"}]):
        folder = tmp_path / str(number)
        folder.mkdir()
        setting = {"PYTHONHASHSEED": str(number), "PYTHONPATH": str(REPOSITORY), "TMPDIR": str(folder), **settings}
        run = subprocess.run(
            [sys.executable, "-c", program], cwd=folder, env=os.environ | setting, capture_output=True, check=True
        )
        told.add(run.stdout.decode().strip())
    assert told == {" ".join(hashlib.sha256(every(tag).data).hexdigest() for tag in ("en", "ar"))}


def test_a_configuration_of_fonts_offers_the_named_files_by_absolute_paths(tmp_path: Path) -> None:
    files = [Path("fonts/a & b.ttf"), tmp_path / "c.ttf"]
    here = Path.cwd().as_posix()
    told = fontconfig(files, Path("cache"))
    assert f"<dir>{here}/fonts</dir>" in told
    assert f"<glob>{here}/fonts/a &amp; b.ttf</glob>" in told
    assert f"<glob>{tmp_path.as_posix()}/c.ttf</glob>" in told
    assert f"<cachedir>{here}/cache</cachedir>" in told
    assert told.index("<acceptfont>") < told.index("<rejectfont><glob>*</glob></rejectfont>")


def test_pango_says_its_version() -> None:
    assert [int(part) for part in pango_version().split(".")] >= [1, 44, 0]
