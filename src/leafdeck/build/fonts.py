"""The typefaces of one language at a time, isolated, so that a missing glyph is an error and never another typeface."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from leafdeck.language import posix
from leafdeck.measure import Ruler, font_folders, ruler, typefaces
from leafdeck.model import Finding, Language, Place

PANGO = (
    "Install it (Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0), or run ./dev doctor."
)
INSTALL = "Install it (Debian: apt-get install fonts-noto-core fonts-noto-cjk fonts-liberation), or run ./dev doctor."


@dataclass(frozen=True, slots=True)
class Fonts:
    """What a language is set and measured with."""

    files: tuple[Path, ...]
    """Font files on paper, in the order of the language's families."""
    ruler: Ruler | None
    """Measures slides; None where a measuring font is missing."""
    findings: tuple[Finding, ...]


def fonts_for(language: Language) -> Fonts:
    """The installed typefaces of *language*, and a finding for each that is missing."""
    folders = font_folders()
    found, missing = typefaces(language.fonts, folders)
    findings = [
        Finding(
            "missing-font",
            "error",
            f"{language.english_name} needs the typeface {family}; it is not installed.",
            Place(f"locales/{posix(language.tag)}/locale.toml"),
            INSTALL,
            language.tag,
        )
        for family in missing
    ]
    measure, ruler_findings = ruler(language, folders)
    files = tuple(dict.fromkeys(path for face in found for path in face.files))
    return Fonts(files, measure, (*findings, *ruler_findings))


@contextmanager
def isolated(fonts: Fonts, folder: Path) -> Iterator[None]:
    """While open, fontconfig sees the files of *fonts* and nothing else. *folder* is empty and ours.

    The setting belongs to the whole process (fontconfig reads it once a font map), so one language is set at a time.
    The path is absolute: fontconfig looks a relative one up in the system's folder.
    """
    from leafdeck.pdf import fontconfig

    before = os.environ.get("FONTCONFIG_FILE")
    configuration = folder.resolve() / "fonts.conf"
    configuration.write_text(fontconfig(fonts.files, folder.resolve() / "cache"), encoding="utf-8")
    os.environ["FONTCONFIG_FILE"] = str(configuration)
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


def lacking() -> tuple[Finding, ...]:
    """A finding where the library that sets text, or one it needs, cannot be loaded on this machine."""
    try:
        import leafdeck.pdf  # noqa: F401
    except (ImportError, OSError) as error:
        said = str(error).splitlines()[0]
        return (Finding("missing-library", "error", f"A library cannot be loaded: {said}.", Place("machine"), PANGO),)
    return ()


def digest(fonts: Fonts) -> dict[str, str]:
    """SHA-256 of each font file, by file name."""
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in fonts.files}
