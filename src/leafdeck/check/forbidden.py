"""Words that promise too much stand only where a claim that says otherwise allows them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import cache

from leafdeck.check.levels import found
from leafdeck.check.passages import Content
from leafdeck.check.translation import Translation
from leafdeck.check.vocabulary import FORBIDDEN, UNSPACED
from leafdeck.model import Finding, GlossaryEntry, cited, plain
from leafdeck.project import Library

_VOWEL_SIGNS = re.compile("[\u064b-\u0652\u0670\u0640]")
"""Arabic signs that may be written or not, and the stroke that only makes a word longer."""
_UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f]")
"""Signs and letters without a shape, beside those of the category of format characters."""
_DASH = re.compile("[\u2010-\u2015\u2212]")
_MIXED = re.compile(r"(?=\w*[A-Za-z])(?=\w*[\u0370-\u04ff])\w+")
"""A word of Latin letters and of Greek or Cyrillic ones that look like them."""
_LOOK_ALIKE = str.maketrans(
    "аеіјорсухѕһԁвкмнтіАЕІЈОРСУХЅВКМНТαεικνορτυχΑΕΙΚΝΟΡΤΥΧς", "aeijopcyxshdbkmhtiAEIJOPCYXSBKMHTaeiknoptuxAEIKNOPTYXc"
)


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    ideas = FORBIDDEN.get(language, {})
    before, after = ("", "") if language in UNSPACED else (r"(?<![^\W_])", r"(?![^\W_])")
    return {idea: re.compile(f"{before}(?:{words}){after}", re.IGNORECASE) for idea, words in ideas.items()}


def promises(words: str, tag: str) -> tuple[tuple[str, str], ...]:
    """(idea, the words that name it) for each idea that *words*, in the language *tag*, should not promise."""
    normal = _seen(words)
    matches = ((idea, pattern.search(normal)) for idea, pattern in _patterns(tag.split("-")[0].lower()).items())
    return tuple((idea, match[0]) for idea, match in matches if match)


def _seen(words: str) -> str:
    """*words* as a reader sees them: no invisible characters, plain letters for forms and strangers that look alike."""
    normal = _UNSEEN.sub("", _VOWEL_SIGNS.sub("", unicodedata.normalize("NFKC", words)))
    visible = "".join(character for character in normal if unicodedata.category(character) != "Cf")
    return _MIXED.sub(lambda match: match[0].translate(_LOOK_ALIKE), _DASH.sub("-", " ".join(visible.split())))


def allowed(idea: str, word: str, ids: Collection[str], library: Library) -> bool:
    """True where one of the claims *ids* lets words that cite it use *word*, or name *idea*."""
    allow = {entry.casefold() for id_ in ids if id_ in library.claims for entry in library.claims[id_].allow}
    return bool(allow & {idea, word.casefold()})


def explained(entries: Collection[GlossaryEntry], tag: str) -> dict[str, frozenset[str]]:
    """Message -> ideas it may name, for glossary *entries* whose very term names one."""
    found: dict[str, frozenset[str]] = {}
    for entry in entries:
        ideas = frozenset(idea for idea, _ in promises(plain(entry.term.inlines), tag))
        if ideas:
            found |= {text.source: ideas for text in (entry.term, entry.meaning)}
    return found


def forbidden_word(content: Content) -> Iterator[Finding]:
    """A text may name a forbidden idea where a claim it cites allows it, or where the glossary explains that word.

    A title that asks a question may lean on its answer: a question promises nothing.
    """
    library = content.library
    tag = library.settings.source
    entries = explained(library.glossary, tag)
    for passage in (*content.passages, *content.others):
        text = passage.text
        for idea, word in promises(plain(text.inlines), tag):
            own_entry = text.id.startswith("glossary.") and idea in entries.get(text.source, ())
            if not own_entry and not allowed(idea, word, passage.answered_by, library):
                fix = f'Say what happened instead, or cite a claim whose `allow` lists "{idea}".'
                yield found("forbidden-word", f'"{word}" promises more than the evidence gives.', text.place, fix)


def forbidden_translation(translation: Translation) -> Iterator[Finding]:
    """A translation names a forbidden idea only where its source does, or where a claim it cites allows it.

    Whether the source may name it is judged there. The patterns of other languages are coarse: this is a warning.
    """
    library, tag = translation.library, translation.locale.tag
    for pair in translation.pairs:
        named = {idea for idea, _ in promises(plain(pair.source), library.settings.source)}
        for idea, word in promises(plain(pair.words), tag):
            permitted = idea in named or allowed(idea, word, cited(pair.source), library)
            if not permitted and "forbidden" not in pair.accepted:
                message = f'"{word}" promises more than the source.'
                fix = "Use the plain word of the source, or add the comment `# lint-ok: forbidden – reason`."
                yield found("forbidden-translation", message, pair.place, fix, tag)
