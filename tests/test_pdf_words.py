"""Words in are words on the page: read back in order by Poppler, and as a set by PDFium, in three languages.

Poppler tells the words of the tag tree, the order in which a screen reader speaks. It writes right-to-left words as
they are drawn, from the left, so they are turned round here. Neither reader keeps a vowel sign beside its letter.
"""

from __future__ import annotations

import re
import subprocess
import unicodedata
from pathlib import Path

import pypdfium2
import pytest

from leafdeck.leaflet.direction import first_strong
from tests.html_tree import Element, of_class, tree
from tests.leaflet_pieces import ARABIC
from tests.pdfs import every, every_html, page
from tests.tools import path_of, requires

LANGUAGES = ["en", "de", "ar"]
SPLIT_AT_A_VOWEL = {"تراجع", "ترشح", "نشرت"}
"""Words written with vowel signs, whose width PDFium takes for a space."""
HYPHEN_AT_LINE_END = re.compile("[\u2010\ufffe]\\s*")


def letters(words: str) -> str:
    """The letters of *words* in order: ligatures in two, no signs, no figures, no white space."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", words) if letter.isalpha())


def bag(words: str) -> set[str]:
    """The different words of *words*, without vowel signs and figures."""
    joined = HYPHEN_AT_LINE_END.sub("", unicodedata.normalize("NFKC", words))
    bare = "".join(letter for letter in joined if not unicodedata.combining(letter))
    return set(re.findall(r"[^\W\d_]+", bare))


def written(tag: str, *, margins: bool) -> str:
    """The words that went in, in reading order, with or without those that stand on every page."""
    html = re.sub("<(td|br)", " <\\1", every_html(tag))  # cells and lines part words, as white space does
    root = tree(html)
    words = root.all("body")[0].words
    unread: list[Element] = root.all("title")[1:]  # the words of the QR code are its alternative
    unread += [] if margins else [*of_class(root, "band"), *of_class(root, "foot")]
    for element in unread:
        words = words.replace(element.words, "", 1)
    return words


def spoken(pdf: bytes, folder: Path) -> str:
    """The words of the tag tree in its order, as Poppler tells them."""
    file = folder / "file.pdf"
    file.write_bytes(pdf)
    pdfinfo = path_of("pdftoppm").with_name("pdfinfo")  # Poppler's programs come together
    told = subprocess.run([pdfinfo, "-struct-text", file], capture_output=True, check=True).stdout.decode()
    runs = re.findall(r'^ *"(.*)"$', told, flags=re.MULTILINE)
    return " ".join(run[::-1] if first_strong(run) == "rtl" else run for run in runs)


def drawn(pdf: bytes) -> str:
    """The words of all pages, as PDFium finds them."""
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


@requires("pdftoppm")
@pytest.mark.parametrize("tag", ["de", "ar"])
def test_every_word_is_spoken_in_the_order_it_was_written(tag: str, tmp_path: Path) -> None:
    assert letters(spoken(every(tag).data, tmp_path)) == letters(written(tag, margins=False))


@requires("pdftoppm")
@pytest.mark.parametrize(
    ("body", "css", "heard"),
    [
        ("<p>one</p><p>two</p>", "", "A page one two"),
        (
            "<p>one</p><p>two</p>",
            "body { display: flex; flex-direction: column } p + p { order: -1 }",
            "two A page one",
        ),
        ("<p>one</p><p>two</p>", "p + p { visibility: hidden }", "A page one"),
    ],
    ids=["in order", "another order", "a word that is not there"],
)
def test_words_out_of_order_or_lost_would_be_heard(body: str, css: str, heard: str, tmp_path: Path) -> None:
    assert " ".join(spoken(page(body, css).data, tmp_path).split()) == heard


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_word_is_found_on_a_page(tag: str) -> None:
    unfound = bag(written(tag, margins=True)) - bag(drawn(every(tag).data))
    assert unfound == (SPLIT_AT_A_VOWEL if tag == "ar" else set())


@pytest.mark.parametrize(
    "words",
    ["علاج", "الآن", "لأمراض", "الإصدار", "خلايا", "إلى على", "الأولى"],
)
def test_a_ligature_reads_back_as_the_letters_it_was_written_with(words: str) -> None:
    assert bag(words) <= bag(drawn(page(f"<p>{words}</p>", language=ARABIC).data))
