"""A translation says the same thing: the same claims, terms, variables, figures and names, in other words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from leafdeck.check import marks
from leafdeck.check.catalogs import shown
from leafdeck.check.levels import found
from leafdeck.check.translation import Translation
from leafdeck.model import Finding, plain
from leafdeck.numbers import differences

PARTS = (("n", "of"), ("number", "total"), ("page", "pages"))
"""Variables that give a part and its whole: many languages tell them apart by order alone."""
SAME_WORDS = 3
"""Words of the source that may stand unchanged: names and formulas are the same in many languages."""


def translation_syntax(translation: Translation) -> Iterator[Finding]:
    """The marks of a translation must be well formed, or the message prints in the source language."""
    for pair in translation.printed:
        for problem in pair.problems:
            yield found("translation-syntax", problem.message, pair.place, problem.fix, translation.locale.tag)


def wordless_translation(translation: Translation) -> Iterator[Finding]:
    """A translation holds words, as every message does that is offered: marks alone would print as nothing."""
    for pair in translation.printed:
        if pair.wordless:
            message = f'The translation of "{shown(pair.message.msgid)}" holds no word.'
            fix = "Write the words that belong to its marks and numbers; the source words print until then."
            yield found("wordless-translation", message, pair.place, fix, translation.locale.tag)


def _differences(source: Counter[str], words: Counter[str]) -> str:
    """What *words* lack of *source*, and what they add to it; empty where they are equal in any order."""
    lost, added = source - words, words - source
    parts = [f"{what} {', '.join(f'`{name}`' for name in names.elements())}"
             for what, names in (("lacks", lost), ("adds", added)) if names]  # fmt: skip
    return " and ".join(parts)


def claims_differ(translation: Translation) -> Iterator[Finding]:
    """A translation cites the claims of its source, in any order."""
    for pair in translation.pairs:
        if differences := _differences(marks.claims(pair.source), marks.claims(pair.words)):
            fix = "Cite exactly the claims of the source, where the sentence rests on them."
            message = f"The translation {differences} among its claims."
            yield found("claims-differ", message, pair.place, fix, translation.locale.tag)


def terms_differ(translation: Translation) -> Iterator[Finding]:
    """A translation links the glossary terms of its source; their words may change, their ids may not."""
    for pair in translation.pairs:
        if differences := _differences(marks.terms(pair.source), marks.terms(pair.words)):
            fix = "Keep `(term:id)` as the source has it and translate the words in the brackets before it."
            message = f"The translation {differences} among its glossary terms."
            yield found("terms-differ", message, pair.place, fix, translation.locale.tag)


def variables_differ(translation: Translation) -> Iterator[Finding]:
    """A translation holds the variables and placeholders of its source."""
    for pair in translation.pairs:
        if differences := _differences(marks.variables(pair.source), marks.variables(pair.words)):
            fix = "Copy each {name} from the source, letter for letter."
            message = f"The translation {differences} among its variables."
            yield found("variables-differ", message, pair.place, fix, translation.locale.tag)


def variables_turned(translation: Translation) -> Iterator[Finding]:
    """A part and its whole stand in the order of the source: turned round, "15 of 10" is printed for 10 of 15."""
    for pair in translation.pairs:
        source, words = list(marks.variables(pair.source)), list(marks.variables(pair.words))
        for part, whole in PARTS:
            both = {part, whole}
            if both <= set(source) & set(words) and "order" not in pair.accepted:
                first, second = (name for name in words if name in both)
                if [first, second] != [name for name in source if name in both]:
                    message = f"`{{{first}}}` stands before `{{{second}}}`, the other way round than in the source."
                    fix = "Turn them, or, where your language says the whole first, add `# lint-ok: order – reason`."
                    yield found("variables-turned", message, pair.place, fix, translation.locale.tag)


def strong_differs(translation: Translation) -> Iterator[Finding]:
    """What matters more in the source matters more in the translation."""
    for pair in translation.pairs:
        source, words = marks.strong(pair.source), marks.strong(pair.words)
        if source != words and "strong" not in pair.accepted:
            message = f"Runs of stressed words: {source} in the source, {words} in the translation."
            fix = "Put ** around the same words, or add the comment `# lint-ok: strong – reason`."
            yield found("strong-differs", message, pair.place, fix, translation.locale.tag)


def numbers_differ(translation: Translation) -> Iterator[Finding]:
    """A translation gives the figures and units of its source, by value, in any script."""
    library, tag = translation.library, translation.locale.tag
    for pair in translation.pairs:
        if "numbers" in pair.accepted:
            continue
        for difference in differences(
            marks.unmarked(pair.source), library.settings.source, marks.unmarked(pair.words), tag, library.keep
        ):
            fix = "Write the figure of the source, or add the comment `# lint-ok: numbers – reason`."
            yield found("numbers-differ", difference, pair.place, fix, tag)


def keep_differs(translation: Translation) -> Iterator[Finding]:
    """Names that are never translated stand in the translation as they are."""
    for pair in translation.pairs:
        source, words = plain(pair.source), plain(pair.words)
        for name in translation.library.keep:
            if _holds(source, name) and not _holds(words, name):
                message = f'The translation has lost or altered "{name}".'
                fix = f"Write {name} in it, as it is."
                yield found("keep-differs", message, pair.place, fix, translation.locale.tag)


def _holds(words: str, name: str) -> bool:
    """True where *name* stands in *words*, not within another Latin word; other scripts may join it, as Arabic does."""
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])", words) is not None


def unchanged_from_source(translation: Translation) -> Iterator[Finding]:
    """A message of several words that equals its source has probably not been translated."""
    for pair in translation.pairs:
        words = plain(pair.words)
        counted = [word for word in words.split() if any(character.isalpha() for character in word)]
        others = [word for word in counted if word.strip(".,;:()!?") not in translation.library.keep]
        if words == plain(pair.source) and len(others) > SAME_WORDS and "unchanged" not in pair.accepted:
            message = f'"{shown(words)}" is the same as in the source.'
            fix = "Translate it, or add the comment `# lint-ok: unchanged – reason`."
            yield found("unchanged-from-source", message, pair.place, fix, translation.locale.tag)
