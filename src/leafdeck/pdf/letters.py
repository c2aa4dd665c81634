"""The letters behind Arabic ligatures, so that a page's words can be found and copied.

A font draws lam and alef as one glyph, for which a PDF names two characters in reading order. Readers that turn
right-to-left words round character by character (Poppler, PDFium) turn these two as well: "علاج" reads back as
"عالج". Unicode has a single character for such a ligature (Arabic Presentation Forms), which none of them can turn,
and whose compatibility decomposition is the letters (Unicode Standard Annex 15).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pydyf

FORMS = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in reversed(range(0xFB50, 0xFEFD))}
"""Presentation form by the letters it stands for; the isolated one where there are several."""

# A line of a ToUnicode map (ISO 32000-1, 9.10.3): glyph, then at least two UTF-16 characters.
LIGATURE = re.compile(rb"<([0-9a-f]+)> <((?:[0-9a-f]{4}){2,})>", re.IGNORECASE)


def name_ligatures(pdf: Any) -> None:
    """Give each Arabic ligature of *pdf* the one character that stands for it, where Unicode has one."""
    for stream in pdf.objects:
        if isinstance(stream, pydyf.Stream) and b"begincmap" in stream.stream:
            stream.stream[:] = [_named(line) for line in stream.stream]


def _named(line: bytes) -> bytes:
    match = LIGATURE.fullmatch(line)
    form = FORMS.get(bytes.fromhex(match[2].decode()).decode("utf-16-be")) if match else None
    return b"<%b> <%04x>" % (match[1], ord(form)) if match and form else line
