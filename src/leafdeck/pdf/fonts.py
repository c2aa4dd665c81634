"""A fontconfig configuration that sees the named font files and no others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from weasyprint.text.ffi import pango


def fontconfig(font_files: Sequence[Path], cache_dir: Path) -> str:
    """XML for `FONTCONFIG_FILE` that offers *font_files* and nothing else (fontconfig user's manual, "Configuration").

    Every path is made absolute, because fontconfig looks relative ones up in the system's folder. A folder is listed
    once; its other fonts are rejected by name, so that a missing glyph stays missing and never comes from a
    neighbouring file. *cache_dir* belongs to this configuration alone.
    """
    files = [path.absolute() for path in font_files]
    folders = dict.fromkeys(path.parent for path in files)
    # "Accept" is looked at first; what it does not name is rejected by the pattern that matches everything.
    accepted = "\n".join(f"    <glob>{escape(path.as_posix())}</glob>" for path in files)
    listed = "\n".join(f"  <dir>{escape(folder.as_posix())}</dir>" for folder in folders)
    return f"""<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <reset-dirs/>
{listed}
  <cachedir>{escape(cache_dir.absolute().as_posix())}</cachedir>
  <selectfont>
    <acceptfont>
{accepted}
    </acceptfont>
    <rejectfont><glob>*</glob></rejectfont>
  </selectfont>
  <config><rescan><int>0</int></rescan></config>
</fontconfig>
"""


def pango_version() -> str:
    """The version of the Pango library that lays out text, such as "1.50.12"."""
    number = int(pango.pango_version())
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"
