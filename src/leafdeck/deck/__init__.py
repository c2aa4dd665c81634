"""Decks, planned: a piece becomes slides whose words are known to fit. Pure; no file format is known here."""

from leafdeck.deck.plan import plan

__all__ = ["plan"]
