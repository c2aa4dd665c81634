"""Numbers in words: the words of the table put together as each language does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from leafdeck.numbers.words import ONLY_AFTER_A_NUMBER, PERCENT_WORDS, Spelling, value_of

_WORD = re.compile(r"[^\W\d_]+")
# Around a share in English: "a third of". Without them "third" is an ordinal.
_A = re.compile(r"\ba\s+$")
_OF = re.compile(r"\s+of\b")
_GAP = re.compile(r"[\s-]*")


@dataclass(frozen=True, slots=True)
class Part:
    """One number word, or one member of a compound."""

    value: Decimal
    soft: bool
    start: int
    end: int
    joined: bool
    """An "and" stands before it."""
    multiplies: bool
    alone: bool
    """May be a number without one before it."""
    unit: str = ""
    """The unit that the word names as well, as an Arabic dual does."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that give one number."""

    value: Decimal
    soft: bool
    start: int
    end: int
    unit: str


def parts(text: str, spelling: Spelling) -> tuple[Part, ...]:
    """The number words in the folded *text*."""
    found: list[Part] = []
    join_end = -1
    for match in _WORD.finditer(text):
        word, (start, end) = match[0], match.span()
        if word in PERCENT_WORDS:
            continue
        joined = join_end >= 0 and _GAP.fullmatch(text, join_end, start) is not None
        if word in spelling.joins or (joined and word in spelling.articles):
            join_end = end
            continue
        join_end = -1
        if spelling.compound and word not in spelling.exact and word not in spelling.soft:
            found += _members(word, start, end, spelling)
            continue
        for clitic in ("", *spelling.clitics):
            bare = word.removeprefix(clitic)
            if (clitic and bare == word) or (value := value_of(bare, spelling)) is None:
                continue
            part = _part(bare, value, (start, end), joined or clitic[:1] in spelling.joins, spelling)
            _put(part, bare, text, found, spelling)
            break
    return tuple(found)


def _put(part: Part, word: str, text: str, found: list[Part], spelling: Spelling) -> None:
    """Add *part* to *found*; a share such as *word* "thirds" becomes one part with the number it divides."""
    divisor = spelling.shares.get(word) or spelling.single_shares.get(word)
    before = found[-1] if found and _GAP.fullmatch(text, found[-1].end, part.start) else None
    most = 0 if divisor is None else divisor - 1 if word in spelling.shares else 1
    if before and divisor and 1 <= before.value <= most and before.value == int(before.value):
        found[-1] = replace(before, value=before.value / divisor, soft=False, end=part.end)
    elif word in spelling.single_shares and _A.search(text, 0, part.start) and _OF.match(text, part.end):
        found.append(replace(part, value=Decimal(1) / spelling.single_shares[word], soft=False))
    else:
        found.append(part)


def _part(word: str, value: tuple[Decimal, bool], span: tuple[int, int], joined: bool, spelling: Spelling) -> Part:
    multiplies = word in spelling.multipliers
    alone = word not in ONLY_AFTER_A_NUMBER
    return Part(value[0], value[1], *span, joined, multiplies, alone, spelling.units.get(word, ""))


@cache
def _compound(spelling: Spelling) -> tuple[re.Pattern[str], re.Pattern[str]]:
    numerals = {word for word, value in {**spelling.exact, **spelling.multipliers}.items() if Decimal(value) >= 1}
    members = sorted({*numerals, *spelling.compound, *spelling.joins}, key=len, reverse=True)
    member = "|".join(members)
    tails = "|".join((*spelling.tails, *spelling.units))
    ordinals = "|".join(spelling.ordinals)
    whole = rf"((?:{member})+)(?:(?P<ordinal>{ordinals})|(?P<tail>{tails})(?:e|er|es|en|em)?)?"
    return re.compile(whole), re.compile(member)


def _members(word: str, start: int, end: int, spelling: Spelling) -> Iterator[Part]:
    """The members of a number written as one word: `siebenundzwanzig`, `zweimal`, `fünfjährige`, `elfte`."""
    whole, member = _compound(spelling)
    match = whole.fullmatch(word)
    if match is None:
        return
    joined = False
    unit = spelling.units.get(match["tail"] or "", "")
    for each in member.findall(match[1]):
        if each in spelling.joins:
            joined = True
            continue
        value, soft = value_of(each, spelling) or (Decimal(1), True)
        part = _part(each, (value, soft or bool(match["ordinal"])), (start, end), joined or value < 1, spelling)
        yield replace(part, unit=unit)
        joined = False


def phrases(text: str, found: tuple[Part, ...], spelling: Spelling) -> Iterator[Phrase]:
    """The numbers that the number words *found* in the folded *text* give, each as long as it can be."""
    rest = list(found)
    while rest:
        first = rest.pop(0)
        if not first.alone:
            continue
        total, current = (first.value, Decimal(0)) if first.value >= 1000 else (Decimal(0), first.value)
        used = [first]
        while rest and (used[-1].end > rest[0].start or _near(text, used[-1], rest[0], spelling)):
            following = rest[0]
            if following.multiplies and not following.joined and 0 < current < 100 and current < following.value:
                current *= following.value
                if following.value >= 1000:
                    total, current = total + current, Decimal(0)
            elif following.multiplies and following.value >= 1000 and current >= 100 and not following.joined:
                total, current = total + current * following.value, Decimal(0)
            elif _adds(total, current, following, used[-1].end > following.start, spelling):
                current += following.value
            else:
                break
            used.append(rest.pop(0))
        soft = all(part.soft for part in used)
        # Half a day is half of something; the half of "half-life" is part of a name.
        in_a_name = total + current < 1 and re.match(r"-[^\W\d_]", text[used[-1].end :]) is not None
        unit = next((part.unit for part in used if part.unit), "")
        yield Phrase(total + current, soft or in_a_name, first.start, used[-1].end, unit)


def _near(text: str, before: Part, after: Part, spelling: Spelling) -> bool:
    between = text[before.end : after.start]
    words = _WORD.findall(between)
    return (
        all(word in spelling.joins or word in spelling.articles for word in words)
        and re.search(r"[^\w\s-]", between) is None
    )


def _adds(total: Decimal, current: Decimal, part: Part, within: bool, spelling: Spelling) -> bool:
    """Whether *part* goes on a number that stands at *current*, such as 7 on 20, 20 on 100 or, in Arabic, 20 on 5.

    *within*: the two are members of one word. A soft word that stands free is no part of a number: "a hundred first
    doses", and in Arabic "a hundred patient".
    """
    value, last = part.value, current % 100
    if 0 < value < 1:
        return part.joined and total + current >= 1 and current == int(current)
    if value != int(value) or (not total and not current) or current != int(current):
        return False
    if not part.joined and not within and (part.soft or spelling.teens):
        return spelling.teens and value == 10 and 0 < last < 10
    if 0 < last < 10:
        return part.joined and spelling.ones_first and value in range(20, 100, 10)
    if value < 10:
        return last == 0 if part.joined or spelling.ones_first else last == 0 or last >= 20
    if value < 100:
        return last == 0
    return value < 1000 and current % 1000 == 0
