"""PDF, emitted: the only room that lays out pages."""

from leafdeck.pdf.emit import emit
from leafdeck.pdf.fonts import fontconfig, pango_version

__all__ = ["emit", "fontconfig", "pango_version"]
