"""LibreOffice reads a deck, with the faces we told it to use, and its failures are failures."""

from __future__ import annotations

import io
from pathlib import Path

import pptx
import pypdfium2
import pytest

from tests.libreoffice import page_images, requires_libreoffice, requires_slide_images, to_pdf


def deck(folder: Path, words: str, language: str) -> Path:
    presentation = pptx.Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[5])
    slide.shapes.title.text = words
    (run,) = slide.shapes.title.text_frame.paragraphs[0].runs
    run.font.name = "Arial"
    run._r.get_or_add_rPr().set("lang", language)
    slide.notes_slide.notes_text_frame.text = "What the speaker says"
    path = folder / "deck.pptx"
    presentation.save(path)
    return path


def faces(pdf: Path) -> str:
    """The names of the faces embedded in a PDF: they stand in it unpacked."""
    data = pdf.read_bytes()
    return " ".join(part.split(b"/")[0].decode("latin-1")[:40] for part in data.split(b"/BaseFont/")[1:])


@requires_slide_images
def test_a_deck_becomes_pages_and_pictures(tmp_path: Path) -> None:
    pdf = to_pdf(deck(tmp_path, "One slide", "en-GB"), tmp_path / "out")
    assert "LiberationSans" in faces(pdf)
    (picture,) = page_images(pdf, tmp_path / "pictures")
    assert picture.read_bytes().startswith(b"\x89PNG")


@requires_libreoffice
def test_arabic_letters_come_from_noto_sans_arabic(tmp_path: Path) -> None:
    assert "NotoSansArabic" in faces(to_pdf(deck(tmp_path, "العلاج بالخلايا", "ar-SA"), tmp_path / "out"))


@requires_libreoffice
def test_the_notes_pages_alone(tmp_path: Path) -> None:
    pdf = to_pdf(deck(tmp_path, "One slide", "en-GB"), tmp_path / "out", notes=True)
    text = pypdfium2.PdfDocument(io.BytesIO(pdf.read_bytes()))[0].get_textpage().get_text_bounded()
    assert "What the speaker says" in text


@requires_libreoffice
def test_what_is_no_deck_fails(tmp_path: Path) -> None:
    broken = tmp_path / "deck.pptx"
    broken.write_bytes(b"PK\x03\x04 no deck")
    with pytest.raises(AssertionError, match="LibreOffice"):
        to_pdf(broken, tmp_path / "out")
