"""What is said of one item of an instrument: a verdict, what was looked at, and what is left for a person."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from leafdeck.check.criteria.shown import Shown
from leafdeck.model import Place

Verdict = Literal["met", "not met", "does not apply", "open"]
"""`open`: only a person can judge it. It is never counted as met."""

PLACES = 5
"""Places named for one judgement; more would hide the first."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, and the sentence that says what was looked at."""

    verdict: Verdict
    why: str
    """Empty where no program can see anything that bears on the item."""
    places: tuple[Place, ...] = ()
    """Where to look."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One item of an instrument, in our words."""

    number: str
    """Its number in the instrument; `Q1` for a question that is asked before the items."""
    asks: str
    look_at: str
    """What a person should look at: where the item is open, and before relying on a `met`."""
    judge: Callable[[Shown], Judgement]


def met(why: str, places: Iterable[Place] = ()) -> Judgement:
    """The piece does what the item asks for, and *places* prove it."""
    return Judgement("met", why, _few(places))


def missing(why: str, places: Iterable[Place] = ()) -> Judgement:
    """The piece lacks what the item asks for."""
    return Judgement("not met", why, _few(places))


def inapplicable(why: str) -> Judgement:
    """The instrument itself lets the item be left out here."""
    return Judgement("does not apply", why)


def undecided(why: str, places: Iterable[Place] = ()) -> Judgement:
    """A person has to judge; *why* says what a program could see."""
    return Judgement("open", why, _few(places))


def for_a_person(shown: Shown) -> Judgement:
    """What no program can judge at all."""
    return Judgement("open", "")


def counted(number: int, one: str, many: str = "") -> str:
    """*number* with its noun: "1 table", "2 tables"."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def _few(places: Iterable[Place]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(places))[:PLACES]
