"""Typefaces on this machine, text widths (HarfBuzz) and line breaks (ICU): how much room words need."""

from leafdeck.measure.ruler import SAFETY, Ruler, line_pitch, ruler
from leafdeck.measure.typefaces import FontFile, Typeface, font_folders, typefaces

__all__ = ["SAFETY", "FontFile", "Ruler", "Typeface", "font_folders", "line_pitch", "ruler", "typefaces"]
