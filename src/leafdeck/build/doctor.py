"""What this machine has and lacks: libraries, typefaces per language, room to write."""

from __future__ import annotations

import os
import platform
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from leafdeck.build.fonts import fonts_for, lacking
from leafdeck.build.versions import versions
from leafdeck.project import Library


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One line of the report."""

    what: str
    state: Literal["ok", "missing", "optional"]
    """`optional`: absent, and only some tests or copies need it."""
    detail: str
    fix: str = ""


TOOLS = {
    "soffice": ("draws decks for the tests", "apt-get install libreoffice-impress-nogui"),
    "pdftoppm": ("draws pages for the tests", "apt-get install poppler-utils"),
    "msgfmt": ("checks catalogs in the tests", "apt-get install gettext"),
}
"""Programs only the tests call: what for, and how Debian installs them."""

ROOM_NEEDED = 200_000_000
"""Bytes a whole build may need."""


def diagnose(library: Library | None, out: Path) -> tuple[Diagnosis, ...]:
    """Every line of the report, for the project *library* (None where there is none) and the output folder."""
    return (*_software(), *(_typefaces(library) if library else ()), *_room(out), *_tools())


def _software() -> tuple[Diagnosis, ...]:
    libraries = ", ".join(f"{name} {number}" for name, number in versions().items())
    return (
        Diagnosis("Python", "ok", f"{platform.python_version()} on {platform.system()}"),
        Diagnosis("Libraries", "ok", libraries),
        _pango(),
    )


def _pango() -> Diagnosis:
    missing = lacking()
    if missing:
        return Diagnosis("Pango", "missing", missing[0].message, missing[0].fix)
    return Diagnosis("Pango", "ok", versions()["pango"])


def _typefaces(library: Library) -> tuple[Diagnosis, ...]:
    report: list[Diagnosis] = []
    for tag, locale in library.locales.items():
        fonts = fonts_for(locale.language)
        name = f"Typefaces: {locale.language.english_name} ({tag})"
        if fonts.findings:
            report += [Diagnosis(name, "missing", finding.message, finding.fix) for finding in fonts.findings]
        else:
            report.append(Diagnosis(name, "ok", ", ".join(path.name for path in fonts.files)))
    return tuple(report)


def _room(out: Path) -> tuple[Diagnosis, ...]:
    nearest = next(folder for folder in (out.resolve(), *out.resolve().parents) if folder.exists())
    if not nearest.is_dir():
        return (Diagnosis("Output folder", "missing", f"{nearest} is no folder.", "Name another with --out."),)
    if not os.access(nearest, os.W_OK):
        return (Diagnosis("Output folder", "missing", f"{nearest} cannot be written.", "Name another with --out."),)
    free = shutil.disk_usage(nearest).free
    if free < ROOM_NEEDED:
        return (
            Diagnosis("Output folder", "missing", f"{free // 1_000_000} MB free at {nearest}.", "Free some space."),
        )
    return (Diagnosis("Output folder", "ok", f"{out}, {free // 1_000_000} MB free"),)


def _tools() -> tuple[Diagnosis, ...]:
    return tuple(
        Diagnosis(name, "ok", purpose) if shutil.which(name) else Diagnosis(name, "optional", purpose, fix)
        for name, (purpose, fix) in TOOLS.items()
    )
