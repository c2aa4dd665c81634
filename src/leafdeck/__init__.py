"""Leafdeck turns one set of sourced words into leaflets and decks, in every language."""

__version__ = "0.1.0"
