"""The name somebody meant."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches


def did_you_mean(name: str, known: Collection[str], otherwise: str) -> str:
    """A fix that names the one of *known* nearest to *name*, or else the sentence *otherwise*."""
    near = get_close_matches(name.strip().lower(), [each.lower() for each in known], 1)
    meant = next((each for each in known if near and each.lower() == near[0]), "")
    return f"Did you mean `{meant}`?" if meant else otherwise


def one_of(known: Collection[str]) -> str:
    """A fix that lists *known*."""
    return f"Write one of {', '.join(f'`{each}`' for each in known)}."
