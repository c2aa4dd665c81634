"""Makes `contact-sheet.png` from what `./dev build` left in `build/`; run it with `.venv/bin/python`.

It needs pdftoppm and soffice, which `./dev test` installs where it can.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
PICTURE = Path(__file__).with_name("contact-sheet.png")

PAGES = {
    "en": (("at-a-glance", 1), ("at-a-glance", 2), ("steps", 2)),
    "de": (("is-it-for-me", 1), ("risks", 3), ("questions", 1)),
    "ar": (("risks", 2), ("how-it-works", 5), ("evidence", 3)),
    "zh_Hans": (("how-it-works", 1), ("alert-card", 1), ("evidence", 3)),
}
SLIDES = {
    "en": ("evidence", (6, 10)), "de": ("risks", (5, 9)), "ar": ("evidence", (7, 10)), "zh_Hans": ("risks", (5, 10))
}  # fmt: skip
"""By folder of a language: pages of leaflets, and a deck with two of its slides."""

PAGE_WIDTH = 250
SLIDE_WIDTH = 304
GAP = 12
GREY = (226, 231, 232)


def page(pdf: Path, number: int, width: int, folder: Path) -> Image.Image:
    """Page *number* of *pdf*, *width* pixels wide."""
    target = folder / f"{pdf.stem}-{number}"
    draw = ["pdftoppm", "-png", "-singlefile", "-r", "110", "-f", str(number), "-l", str(number)]
    subprocess.run([*draw, str(pdf), str(target)], check=True)
    picture = Image.open(f"{target}.png").convert("RGB")
    return picture.resize((width, round(picture.height * width / picture.width)), Image.Resampling.LANCZOS)


def drawn(deck: Path, folder: Path) -> Path:
    """*deck* as LibreOffice draws it, one page a slide."""
    folder.mkdir()
    office = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    subprocess.run(
        [*office, "--convert-to", "pdf", "--outdir", str(folder), str(deck)], check=True, capture_output=True
    )
    return folder / f"{deck.stem}.pdf"


def row(locale: str, folder: Path) -> Image.Image:
    """Pages of leaflets and, beside them, slides of a deck."""
    leaflets = ROOT / f"build/{locale}/leaflets"
    pages = [page(leaflets / f"{piece}.a4.pdf", number, PAGE_WIDTH, folder) for piece, number in PAGES[locale]]
    piece, numbers = SLIDES[locale]
    deck = drawn(ROOT / f"build/{locale}/slides/{piece}.pptx", folder / locale)
    slides = [page(deck, number, SLIDE_WIDTH, folder) for number in numbers]
    width = len(pages) * (PAGE_WIDTH + GAP) + (SLIDE_WIDTH + GAP)
    height = max(pages[0].height, len(slides) * (slides[0].height + GAP) - GAP)
    sheet = Image.new("RGB", (width, height), GREY)
    for index, picture in enumerate(pages):
        sheet.paste(picture, (index * (PAGE_WIDTH + GAP), 0))
    for index, picture in enumerate(slides):
        sheet.paste(picture, (len(pages) * (PAGE_WIDTH + GAP), index * (picture.height + GAP)))
    return sheet


def main() -> None:
    """Put one row a language on a sheet."""
    with TemporaryDirectory() as folder:
        rows = [row(locale, Path(folder)) for locale in PAGES]
    sheet = Image.new("RGB", (rows[0].width + GAP, sum(each.height + GAP for each in rows) + GAP), GREY)
    top = GAP
    for each in rows:
        sheet.paste(each, (GAP, top))
        top += each.height + GAP
    sheet.quantize(128, dither=Image.Dither.NONE).save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
