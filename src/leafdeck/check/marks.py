"""The marks in a message: the claims it cites, the terms it links, the variables it names, the words it stresses.

And what is left without them: the words that figures are read in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from leafdeck.model import Citation, Inline, Plain, Strong, Term, Variable, plain

_GAP = Plain("…")


def _marks(inlines: tuple[Inline, ...]) -> Counter[tuple[str, str]]:
    """(kind, name) of every mark in *inlines*, however deep, with how often it stands there."""
    found: Counter[tuple[str, str]] = Counter()
    for inline in inlines:
        match inline:
            case Citation(claims):
                found.update(("claim", claim) for claim in claims)
            case Term(inner, term):
                found["term", term] += 1
                found.update(_marks(inner))
            case Strong(inner):
                found["strong", "**"] += 1
                found.update(_marks(inner))
            case Variable(name):
                found["variable", name] += 1
            case Plain():
                pass
    return found


def _named(kind: str, inlines: tuple[Inline, ...]) -> Counter[str]:
    return Counter({name: count for (of, name), count in _marks(inlines).items() if of == kind})


def claims(inlines: tuple[Inline, ...]) -> Counter[str]:
    """How often each claim is cited in *inlines*."""
    return _named("claim", inlines)


def terms(inlines: tuple[Inline, ...]) -> Counter[str]:
    """How often each glossary term is linked in *inlines*."""
    return _named("term", inlines)


def variables(inlines: tuple[Inline, ...]) -> Counter[str]:
    """How often each variable stands in *inlines*."""
    return _named("variable", inlines)


def strong(inlines: tuple[Inline, ...]) -> int:
    """How many runs of *inlines* matter more."""
    return _named("strong", inlines).total()


def unmarked(inlines: tuple[Inline, ...]) -> str:
    """The words of *inlines* as they print, a gap for each variable: its name is no word, whatever it says."""
    return plain(tuple(_without_variables(inlines)))


def _without_variables(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    for inline in inlines:
        match inline:
            case Strong(inner):
                yield Strong(tuple(_without_variables(inner)))
            case Term(inner, term):
                yield Term(tuple(_without_variables(inner)), term)
            case Variable():
                yield _GAP
            case Plain() | Citation():
                yield inline
