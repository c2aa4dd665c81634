"""Typefaces on this machine, text widths (HarfBuzz) and line breaks (ICU): how much room words need."""

from leafdeck.measure.ruler import Ruler, line_pitch, ruler
from leafdeck.measure.typefaces import FontFile, Typeface, font_folders, typefaces

__all__ = ["FontFile", "Ruler", "Typeface", "font_folders", "line_pitch", "ruler", "typefaces"]
