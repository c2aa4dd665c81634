"""A hard word that the glossary explains is linked to it where a topic first uses it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leafdeck.check.levels import found
from leafdeck.check.marks import terms
from leafdeck.check.passages import Content
from leafdeck.model import Finding, GlossaryEntry, plain


def unlinked_term(content: Content) -> Iterator[Finding]:
    """One note for each topic and glossary entry whose word stands there and is never linked."""
    for topic in content.library.topics:
        texts = [passage.text for passage in content.passages if passage.topic == topic]
        linked = {id_ for text in texts for id_ in terms(text.inlines)}
        for entry in content.library.glossary:
            if entry.id in linked:
                continue
            pattern = _pattern(entry)
            used = next(((text, match) for text in texts if (match := pattern.search(plain(text.inlines)))), None)
            if used:
                text, match = used
                message = f'"{match[0]}" is in the glossary and linked nowhere in the topic `{topic}`.'
                yield found("unlinked-term", message, text.place, f"Write [{match[0]}](term:{entry.id}) once.")


def _pattern(entry: GlossaryEntry) -> re.Pattern[str]:
    """Matches the term of *entry*: "CRS (cytokine release syndrome)" is found by either name.

    Abbreviations are matched by case: the word "car" is no CAR.
    """
    names = [name.strip() for name in re.split(r"[()]", plain(entry.term.inlines)) if name.strip()]
    forms = [f"(?-i:{re.escape(name)})" if name.isupper() else re.escape(name) for name in names]
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?:s|es)?(?!\w)", re.IGNORECASE)
