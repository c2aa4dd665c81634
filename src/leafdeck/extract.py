"""What translators are offered: every text of the project, by catalog domain.

The same traversal (`walk`) and the same predicate (`has_words`) serve `localise`, so that what is offered is
exactly what is replaced.
"""

from __future__ import annotations

from collections.abc import Iterable

from leafdeck.catalog import Message
from leafdeck.model import Text, has_words
from leafdeck.project import Library
from leafdeck.walk import query

SLIDE_HEADLINE_LIMIT = "about 75 characters (slide headline, two lines)"


def messages(library: Library) -> dict[str, tuple[Message, ...]]:
    """The messages of each domain, in the order a reader meets them."""
    domains: dict[str, tuple[Message, ...]] = {
        id_: _offered(query(topic)) for id_, topic in sorted(library.topics.items())
    }
    domains["glossary"] = _offered(query(library.glossary))
    regions = tuple(library.regions[id_] for id_ in sorted(library.regions))
    fronts = tuple(manifest.front for manifest in library.manifests)
    domains["ui"] = _offered(query((tuple(library.phrases.values()), regions, fronts)))
    return domains


def _offered(texts: Iterable[Text]) -> tuple[Message, ...]:
    return tuple(
        Message(
            msgid=text.source,
            context=text.context,
            id=text.id,
            kind=text.kind,
            note=text.note,
            reference=text.place.path,
            limit=SLIDE_HEADLINE_LIMIT if text.kind == "slide headline" else "",
        )
        for text in texts
        if has_words(text)
    )
