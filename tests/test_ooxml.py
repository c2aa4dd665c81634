"""The deck validator can pass, and can fail for the right reason."""

from __future__ import annotations

import io
import zipfile

import pptx

from tests.ooxml import errors, requires_ooxml

pytestmark = requires_ooxml


def deck() -> bytes:
    presentation = pptx.Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.shapes.title.text = "One slide"
    file = io.BytesIO()
    presentation.save(file)
    return file.getvalue()


def with_part(deck: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The deck with one part edited: `old`, which must be there, replaced by `new`."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(deck)) as source, zipfile.ZipFile(file, "w") as copy:
        for entry in source.infolist():
            part = source.read(entry)
            if entry.filename == name:
                assert old in part
                part = part.replace(old, new, 1)
            copy.writestr(entry, part)
    return file.getvalue()


def test_a_plain_deck_is_valid() -> None:
    assert errors(deck()) == []


def test_an_element_that_the_schema_does_not_know_is_named_with_its_part() -> None:
    broken = with_part(deck(), "ppt/slides/slide1.xml", b"<p:spPr/>", b"<p:invented/><p:spPr/>")
    (error,) = errors(broken)
    assert error.startswith("/ppt/slides/slide1.xml")
    assert "invented" in error


def test_what_is_no_deck_is_an_error_not_a_crash() -> None:
    assert errors(b"no deck") == ["file: File contains corrupted data."]
