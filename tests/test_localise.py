"""Localisation gives back the same tree, whose texts carry their language and how far their words have come."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leafdeck.catalog import Catalog, Entry
from leafdeck.localise import localise
from leafdeck.model import Paragraph, Place, Plain, State, Text, Topic, has_words
from leafdeck.project import read_library
from leafdeck.walk import query, walk
from tests.projects import REPOSITORY
from tests.snippets import text, topic_of
from tests.test_reader_blocks import BLOCKS

PO = "locales/de/LC_MESSAGES/tea.po"


def catalog(*entries: Entry) -> Catalog:
    return Catalog(PO, entries)


def german(words: str, *entries: Entry, context: str = "") -> Text:
    """*words* in German, as far as *entries* go."""
    return localise(replace(text(words), context=context), catalog(*entries), "de", "en", PO)


def words(of: Text) -> str:
    return "".join(inline.text for inline in of.inlines if isinstance(inline, Plain))


DRAFT = ("machine: draft 2026-11-24",)
STATES = [
    ("nobody has translated it", None, State.MISSING, "en", "Tea is warm."),
    ("it is empty", Entry("Tea is warm.", ""), State.MISSING, "en", "Tea is warm."),
    ("it is white space", Entry("Tea is warm.", " \n\u00a0"), State.MISSING, "en", "Tea is warm."),
    ("it is obsolete", Entry("Tea is warm.", "Tee ist warm.", obsolete=True), State.MISSING, "en", "Tea is warm."),
    ("its marks are broken", Entry("Tea is warm.", "Tee ist **warm."), State.MISSING, "en", "Tea is warm."),
    ("it holds HTML", Entry("Tea is warm.", "Tee ist <b>warm</b>."), State.MISSING, "en", "Tea is warm."),
    ("it holds no words", Entry("Tea is warm.", "**8** / {emergency} [@tea]"), State.MISSING, "en", "Tea is warm."),
    ("it was made for other words", Entry("Tea is warm.", "Tee ist kalt.", flags=("fuzzy",), previous="Tea is cold."),
     State.STALE, "en", "Tea is warm."),
    ("somebody sent it back", Entry("Tea is warm.", "Tee ist kalt.", flags=("fuzzy",)),
     State.STALE, "en", "Tea is warm."),
    ("a machine drafted it for other words",
     Entry("Tea is warm.", "Tee ist kalt.", flags=("fuzzy",), previous="Tea is cold.", comments=DRAFT),
     State.STALE, "en", "Tea is warm."),
    ("a machine drafted it", Entry("Tea is warm.", "Tee ist warm.", flags=("fuzzy",), comments=DRAFT),
     State.MACHINE, "de", "Tee ist warm."),
    ("a machine drafted it and lost its flag", Entry("Tea is warm.", "Tee ist warm.", comments=DRAFT),
     State.MACHINE, "de", "Tee ist warm."),
    ("a person translated it", Entry("Tea is warm.", "Tee ist warm."), State.TRANSLATED, "de", "Tee ist warm."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "state", "lang", "shown"), [row[1:] for row in STATES], ids=[row[0] for row in STATES]
)
def test_what_stands_there_depends_on_how_far_a_message_has_come(
    entry: Entry | None, state: State, lang: str, shown: str
) -> None:
    made = german("Tea is warm.", *([entry] if entry else []))
    assert (made.state, made.lang, words(made)) == (state, lang, shown)
    assert made.source == "Tea is warm."


def test_without_a_catalog_every_word_is_missing() -> None:
    made = localise(text("Tea"), None, "de", "en")
    assert (made.state, made.lang, words(made)) == (State.MISSING, "en", "Tea")


def test_the_marks_of_a_translation_are_read() -> None:
    made = german(
        "[Tea](term:tea) is **warm** [@tea].", Entry("[Tea](term:tea) is **warm** [@tea].", "**Warm** ist\nTee [@tea].")
    )
    assert made.inlines == text("**Warm** ist Tee [@tea].").inlines


def test_equal_words_in_two_contexts_have_two_translations() -> None:
    entries = Entry("Call", "Rufen"), Entry("Call", "Anruf", context="noun")
    assert [words(german("Call", *entries, context=context)) for context in ("", "noun")] == ["Rufen", "Anruf"]
    assert german("Call", *entries, context="verb").state is State.MISSING


@pytest.mark.parametrize("same", ["999", "8–10", "{interpreter}", "[@tea]", "**5** / 5", ""])
def test_what_holds_no_words_is_the_same_in_every_language(same: str) -> None:
    made = german(same, Entry(same or "x", "Wörter"))
    assert (made.state, made.lang, made.inlines) == (State.TRANSLATED, "de", text(same).inlines)


def test_in_its_own_language_a_text_only_learns_which_that_is() -> None:
    before = text("Tea is warm.")
    made = localise(before, catalog(Entry("Tea is warm.", "TEA!")), "en", "en", PO)
    assert (before.lang, before.state) == ("", State.SOURCE)
    assert made == replace(before, lang="en")


def test_a_text_knows_the_line_of_its_translation() -> None:
    entry = Entry("Tea", "Tee", line=3, msgstr_line=4)
    assert german("Tea", entry).translated_at == Place(PO, 4)
    assert german("Tea", replace(entry, flags=("fuzzy",))).translated_at == Place(PO, 4)
    assert german("Coffee", entry).translated_at is None


def shape(topic: Topic) -> Topic:
    """*topic* without what localisation may change."""
    return walk(topic, lambda each: replace(each, inlines=(), lang="", state=State.SOURCE, translated_at=None))


@pytest.mark.parametrize("name", BLOCKS)
def test_localisation_keeps_the_shape_of_every_block(name: str) -> None:
    topic = topic_of(f":::{{slide}} Headline\n- point\n:::\n:::{{say}}\nSpoken.\n:::\n\n{BLOCKS[name][0]}")
    entries = {each.source: Entry(each.source, f"Ü {each.source}") for each in query(topic) if each.source}
    made = localise(topic, catalog(*entries.values()), "de", "en", PO)
    assert shape(made) == shape(topic)
    assert made != topic


@pytest.mark.parametrize("tag", ["ar", "de", "zh-Hans"])
def test_localisation_keeps_the_shape_of_what_ships(tag: str) -> None:
    library, findings = read_library(REPOSITORY)
    assert findings == ()
    assert library is not None
    locale = library.locales[tag]
    for domain, topic in library.topics.items():
        made = localise(topic, locale.catalogs[domain], tag, "en", locale.paths[domain])
        assert shape(made) == shape(topic)
        assert {each.lang for each in query(made)} == {tag}
        assert all(
            each.inlines != old.inlines for each, old in zip(query(made), query(topic), strict=True) if translated(each)
        )


def translated(each: Text) -> bool:
    """True where other words than the source's must stand: names such as CAR-T may stay as they are."""
    return has_words(each) and len(each.source.split()) > 3


def test_the_tree_that_was_localised_is_left_as_it_was() -> None:
    before = Paragraph(text("Tea"))
    made = localise(before, catalog(Entry("Tea", "Tee")), "de", "en", PO)
    assert before == Paragraph(text("Tea"))
    assert words(made.text) == "Tee"


def test_the_model_as_it_is_read_knows_no_language() -> None:
    assert {(each.lang, each.state) for each in query(topic_of("Words.\n\n- one"))} == {("", State.SOURCE)}
