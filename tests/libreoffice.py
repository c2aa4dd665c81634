"""LibreOffice Impress, headless: a deck as another program lays it out.

Each run has a profile folder of its own, so that neither the user's settings nor a second run disturb it, and a
fontconfig file of its own, so that the faces it falls back to are known: Arial, Calibri and Helvetica become
Liberation Sans, and Arabic, Hebrew and Chinese letters come from Noto Sans. A crash or a hang is the test's failure;
nothing is tried twice.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from tests.tools import path_of, requires

# The marks of tests that call `to_pdf`, and `to_pdf` and `page_images`.
requires_libreoffice = requires("soffice")
requires_slide_images = requires("soffice", "pdftoppm")

SECONDS = 120

FONT_FOLDERS = ["/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts"]

# Family asked for -> family used, before anything else the machine may have installed.
ALIASES = {
    "Arial": "Liberation Sans",
    "Calibri": "Liberation Sans",
    "Helvetica": "Liberation Sans",
    "Times New Roman": "Liberation Serif",
    "Courier New": "Liberation Mono",
    "Microsoft YaHei": "Noto Sans CJK SC",
}

# Language of a run of text -> family that carries its letters.
SCRIPTS = {"ar": "Noto Sans Arabic", "fa": "Noto Sans Arabic", "ur": "Noto Sans Arabic", "he": "Noto Sans Hebrew"}


def to_pdf(pptx_path: Path, out: Path, notes: bool = False) -> Path:
    """Convert a deck; the PDF lies in the folder `out` under the deck's name. With `notes`, its notes pages only.

    `AssertionError`, with all it said, where LibreOffice crashes or writes nothing; `subprocess.TimeoutExpired`
    where it hangs.
    """
    target = "pdf"
    if notes:
        option = '{"type":"boolean","value":"true"}'
        target = f'pdf:impress_pdf_Export:{{"ExportNotesPages":{option},"ExportOnlyNotesPages":{option}}}'
    out.mkdir(parents=True, exist_ok=True)
    pdf = out / f"{pptx_path.stem}.pdf"
    pdf.unlink(missing_ok=True)
    # Without ignore_cleanup_errors, a helper process that is still writing its profile fails the test.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        profile = Path(folder)
        fonts = profile / "fonts.conf"
        fonts.write_text(fontconfig(profile / "cache"), encoding="utf-8")
        command = [
            str(path_of("soffice")),
            f"-env:UserInstallation={(profile / 'user').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            target,
            "--outdir",
            str(out),
            str(pptx_path),
        ]
        environment = os.environ | {"FONTCONFIG_FILE": str(fonts), "HOME": folder}
        run = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, env=environment, check=False)
    said = run.stdout + run.stderr
    assert run.returncode == 0, f"LibreOffice ended with {run.returncode}: {said}"
    assert pdf.exists(), f"LibreOffice wrote nothing: {said}"
    return pdf


def page_images(pdf: Path, out: Path, dots_per_inch: int = 50) -> list[Path]:
    """The pages as PNG files in the folder `out`, in order."""
    out.mkdir(parents=True, exist_ok=True)
    command = [str(path_of("pdftoppm")), "-r", str(dots_per_inch), "-png", str(pdf), str(out / pdf.stem)]
    subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)
    return sorted(out.glob(f"{pdf.stem}-*.png"))


def fontconfig(cache: Path) -> str:
    """The fontconfig file: the machine's font folders, the aliases above, and a cache in the given folder."""
    extra = os.environ.get("LEAFDECK_FONT_PATH", "").split(os.pathsep)
    folders = "".join(f"  <dir>{folder}</dir>\n" for folder in [*extra, *FONT_FOLDERS] if folder)
    aliases = "".join(
        f'  <match target="pattern"><test name="family"><string>{asked}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{used}</string></edit></match>\n'
        for asked, used in ALIASES.items()
    )
    scripts = "".join(
        f'  <match target="pattern"><test name="lang" compare="contains"><string>{language}</string></test>'
        f'<edit name="family" mode="prepend" binding="strong"><string>{used}</string></edit></match>\n'
        for language, used in SCRIPTS.items()
    )
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n<fontconfig>\n'
        f"{folders}{aliases}{scripts}  <cachedir>{cache}</cachedir>\n</fontconfig>\n"
    )
