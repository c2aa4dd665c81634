"""The address a reader can check a copy at, and its QR code (ISO/IEC 18004)."""

from __future__ import annotations

from urllib.parse import urlencode

import segno

from leafdeck.model import Job


def address(verify: str, job: Job, version: str) -> str:
    """Where this edition of the piece can be checked; empty where the project names no verify address.

    It names the piece, never the clinic: a copy must not tell who handed it out.
    """
    if not verify:
        return ""
    asked = {"piece": job.piece, "locale": job.locale, "region": job.region, "edition": job.edition}
    joint = "&" if "?" in verify else "?"
    return f"{verify}{joint}{urlencode(asked | {'version': version})}"


def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """The dark modules of the QR code for *text*, row by row, without quiet zone; empty for no text.

    Error correction M: a leaflet is folded and photocopied.
    """
    if not text:
        return ()
    return tuple(tuple(bool(module) for module in row) for row in segno.make_qr(text, error="m").matrix)
