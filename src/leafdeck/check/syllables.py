"""Syllables of English and German words, by rule. docs/readability.md gives the measured error.

No hyphenation dictionary: it breaks lines, not syllables, and never breaks "any". No dictionary of pronunciations: it
would have to be shipped and still lacks "cytokine" and "myositis".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

_EXCEPTIONS = {
    word: count
    for count, words in {
        1: "goes",
        2: "being beyond create creates diet diets doing going hundred naive platelet platelets quiet reuse safety"
        " science therefore trial trials unique",
        3: "anyone area areas audience created creating doable element elements everyone healthier idea ideas"
        " linear recipe whatever",
        4: "european mechanism reality",
    }.items()
    for word in words.split()
}
"""English words that the rule gets wrong, with their syllables."""

_VOWELS = re.compile(r"[aeiouy]+")
_APART = re.compile(
    r"(?<![ctsgx])i(?=a)|(?<=[ct])i(?=at|abl)|i(?=u[ms])|(?<![ctsgnl])i(?=o)|i(?=os?$)|(?<=[dlprs])i(?=er$)|i(?=ety)"
    r"|(?<=[aeiou])(?=ing)|(?<=[^aeou]y)(?=ing)|(?<![qg])u(?=a[lt])|u(?=i[tn][ye])|(?<=[ao])y(?=[aeio])"
    r"|e(?=os?$|on$|ome)|(?<=^r)e(?=act)|(?<=auto)(?=[ai])|(?<=^my)(?=[aeo])"
)
"""Vowels that stand side by side and are spoken apart: "me-di-um", "see-ing", "us-u-al", "re-act"."""
_SILENT_INSIDE = re.compile(
    r"(?<=[^aeiouyl])e(?=(?:ly|ful(?:ly)?|less|ness|ments?|where|things?|times|body|one|how|what)$)"
    r"|(?<=[^aeiouyl])e(?=(?:lines?|long|style|ways)$)"
    r"|(?<=[aeiouy]l)e(?=(?:ly|ful|less|ness|ments?|long)$)"
)
_SPOKEN_END = re.compile(r"[^aeiouylr]le[sd]?$|[bct]re[sd]?$|[td]ed$|(?:[csxz]|[cs]h|g)es$")
"""Ends whose e is spoken: "ta-ble", "cen-tre", "need-ed", "dos-es"."""
_SILENT_END = re.compile(r"([aeiouy].*[^aeiouy])e([sd]?)$")
_SPOKEN_NOT = re.compile(r"[^aeiour]n't$")


def _english(word: str) -> int:
    if word in _EXCEPTIONS:
        return _EXCEPTIONS[word]
    stem = re.sub(r"n't$|'\w*$", "", word)
    stem = re.sub(r"^every", "evry", stem)
    stem = re.sub(r"ie([sd])$", r"y\1", stem)
    stem = re.sub(r"(?<=[aeo]y)ed$", "d", stem)
    stem = _SILENT_INSIDE.sub("", stem)
    if not _SPOKEN_END.search(stem):
        stem = _SILENT_END.sub(r"\1\2", stem)
    return len(_VOWELS.findall(stem)) + len(_APART.findall(stem)) + bool(_SPOKEN_NOT.search(word))


_GERMAN_VOWELS = re.compile(r"äu|eu|au|a[iy]|e[iy]|ie|aa|ee|oo|ea(?=m)|(?<=q)u[aeiouäöü]|[aeiouyäöü]")
_GERMAN_APART = re.compile(
    r"(?<=[bdgmnprt])ie(?=ns?$)|(?<=[lt])ie(?=nt(?:$|in|en))|(?<!v)ie(?=ll)|(?<=[il][ln])ie$|(?<=[dl])ie(?=n(?:be|re))"
)
"""ie that is spoken apart: "Stu-di-en", "Pa-ti-ent", "spe-zi-ell"."""


def _german(word: str) -> int:
    return len(_GERMAN_VOWELS.findall(word)) + len(_GERMAN_APART.findall(word))


_COUNTERS: Mapping[str, Callable[[str], int]] = {"en": _english, "de": _german}
_FIGURE = re.compile(r"[^\W\d_]*\d.*|(?:.*[A-Z]){2}.*", re.DOTALL)
"""Holds a digit or two capital letters: "15", "CD19", "ICANS", "mRNA"."""


@cache
def syllables(word: str, language: str) -> int:
    """The syllables of *word* in *language*, `en` or `de`; never less than one.

    Abbreviations, figures, symbols and their combinations count as one syllable, and so do their parts of a word with
    hyphens, as Flesch directs (How to Write Plain English, 1979): "CAR-T" is one, "anti-dsDNA" three.
    """
    if _abbreviated(word):
        return 1
    parts = [part for part in re.split(r"[-–/]", word) if any(map(str.isalpha, part))]
    return max(1, sum(1 if _abbreviated(part) else _spoken(part, language) for part in parts))


def _abbreviated(word: str) -> bool:
    parts = [part for part in re.split(r"[-–/]", word) if part]
    return bool(parts) and all(_FIGURE.fullmatch(part) or len(part) == 1 for part in parts)


def _spoken(part: str, language: str) -> int:
    letters = "".join(sign for sign in part.lower().replace("’", "'") if sign.isalpha() or sign == "'").strip("'")
    return max(1, _COUNTERS[language](letters))
