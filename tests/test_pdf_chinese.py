"""Chinese on paper: every character is drawn, in the forms of the mainland, and lines end where they may.

A subset of a CJK typeface can show blank or wrong glyphs that its text layer and every validator take for right: two
programs draw the page, and each character must leave ink in both.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from leafdeck.catalog import parse
from leafdeck.language import describe
from tests.pdfs import assets, page
from tests.projects import REPOSITORY
from tests.tools import path_of, requires

CHINESE = describe("zh-Hans")
CATALOGS = REPOSITORY / "locales/zh_Hans/LC_MESSAGES"
DOTS = 144
PROSE = (
    "在小型研究中，许多人的病情好转（需要的药也少了）。“有些人的病又复发了”！接受CAR-T治疗后5天，"
    "体温达到38°C；要不要打电话？要：立刻打。《资料》里写着：缓解、复发、化疗……都有解释。"
)
NEVER_FIRST = "。，、；：！？）”》…"
NEVER_LAST = "（“《"


def characters() -> str:
    """Every Chinese character and full-width sign of the catalogs of phrases and of the glossary."""
    words = ""
    for name in ("ui.po", "glossary.po"):
        catalog, _ = parse(name, (CATALOGS / name).read_bytes())
        assert catalog is not None
        words += "".join(entry.msgstr for entry in catalog.entries if entry.living)
    return "".join(sorted(set(re.findall("[\u3001-\u301f\u4e00-\u9fff\uff01-\uff5e]", words))))


def drawn(pdf: bytes, folder: Path) -> list[list[Image.Image]]:
    """Each page as Poppler and as PDFium draw it."""
    file = folder / "file.pdf"
    file.write_bytes(pdf)
    command = [str(path_of("pdftoppm")), "-r", str(DOTS), "-gray", "-png", str(file), str(folder / "poppler")]
    subprocess.run(command, check=True)
    images = [Image.open(path).convert("L") for path in sorted(folder.glob("poppler*.png"))]
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            [images[number], each.render(scale=DOTS / 72, grayscale=True).to_pil().convert("L")]
            for number, each in enumerate(document)
        ]


def without_ink(pdf: bytes, folder: Path) -> str:
    """The characters that one of the two programs draws nothing for."""
    blank: list[str] = []
    images = drawn(pdf, folder)
    with pypdfium2.PdfDocument(pdf) as document:
        for number, each in enumerate(document):
            text, height = each.get_textpage(), each.get_height()
            for place in range(text.count_chars()):
                character = text.get_text_range(place, 1)
                if not character.strip():
                    continue
                left, bottom, right, top = (value * DOTS / 72 for value in text.get_charbox(place, loose=True))
                box = (int(left), int(height * DOTS / 72 - top), int(right) + 1, int(height * DOTS / 72 - bottom) + 1)
                if any(not any(image.crop(box).histogram()[:200]) for image in images[number]):
                    blank.append(character)
    return "".join(blank)


@requires("pdftoppm")
@pytest.mark.parametrize("weight", [400, 700])
def test_every_character_leaves_ink(weight: int, tmp_path: Path) -> None:
    every = characters()
    assert len(every) > 400
    made = page(f"<p>{every}</p>", f"p {{ font-size: 16pt; font-weight: {weight} }}", CHINESE)
    assert made.findings == ()
    assert without_ink(made.data, tmp_path) == ""


@requires("pdftoppm")
def test_a_character_without_ink_would_be_found(tmp_path: Path) -> None:
    made = page("<p>缓解<span>复发</span></p>", "span { color: white }", CHINESE)
    assert without_ink(made.data, tmp_path) == "复发"


def test_the_forms_are_those_of_the_mainland() -> None:
    """直, 骨 and 角 have other forms in Japan; a collection holds both."""
    with pypdfium2.PdfDocument(page("<p>直骨角</p>", "", CHINESE).data) as document:
        faces = {one.get_font().get_base_name() for one in document[0].get_objects(filter=(1,))}
    assert {face.split("+")[1].removesuffix("-Bold") for face in faces} == {"Noto-Sans-CJK-SC"}


def lines(body: str, css: str, width: float) -> list[str]:
    style = f"{css} p {{ width: {width}em; margin: 0; font-size: 12pt }}"
    with pypdfium2.PdfDocument(page(body, style, CHINESE).data) as document:
        found = [line for each in document for line in each.get_textpage().get_text_range().splitlines()]
    return [line.strip() for line in found if line.strip() != "A page"]


@pytest.mark.parametrize("width", [8, 9, 10, 11.5, 13, 17, 22])
def test_no_line_begins_or_ends_with_a_sign_that_may_not(width: float) -> None:
    found = lines(f"<p>{PROSE}</p>", assets()["leaflet.css"].decode(), width)
    assert "".join(found) == PROSE  # no space is added
    assert len(found) > 3
    assert [line for line in found if line[0] in NEVER_FIRST or line[-1] in NEVER_LAST] == []


CITED = '<p>病情好转了<sup class="cite"><a href="#s">1</a>, <a href="#s">2</a></sup>。</p><p id="s">来源</p>'


def test_the_number_of_a_source_stays_with_its_sentence() -> None:
    css = assets()["leaflet.css"].decode()
    kept = lines(CITED, css, 5.2)
    assert kept[:2] == ["病情好转", "了1, 2。"]
    torn = lines(CITED, css.replace(".cite::before", ".nothing"), 5.2)
    assert torn[:2] == ["病情好转了", "1, 2。"]
