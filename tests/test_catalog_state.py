"""How far a message has come is told by its entry alone, and a machine draft is always marked as one."""

from __future__ import annotations

import pytest

from leafdeck.catalog import Counts, Entry, dump, state, status, write_machine
from tests.test_catalog_read import HEADER, read

DRAFT = ("machine: draft 2026-11-24",)


@pytest.mark.parametrize(
    ("reached", "entry"),
    [
        ("missing", Entry("Tea", "")),
        ("missing", Entry("Tea", " \n")),
        ("missing", Entry("Tea", "", flags=("fuzzy",), comments=DRAFT)),
        ("translated", Entry("Tea", "Tee")),
        ("machine", Entry("Tea", "Tee", comments=DRAFT)),  # the flag is gone; nobody says that a person has read it
        ("machine", Entry("Tea", "Tee", comments=("Machine: draft",))),
        ("translated", Entry("Tea", "Tee", previous="Teas")),  # the same, with the previous msgid
        ("machine", Entry("Tea", "Tee", flags=("fuzzy",), comments=DRAFT)),
        ("machine", Entry("Tea", "Tee", flags=("python-brace-format", "fuzzy"), comments=("bitte prüfen", *DRAFT))),
        ("stale", Entry("Tea", "Tee", flags=("fuzzy",))),
        ("stale", Entry("Tea", "Tee", flags=("fuzzy",), comments=("no machine: a person",))),
        ("stale", Entry("Tea", "Tee", flags=("fuzzy",), comments=DRAFT, previous="Teas")),
        ("machine", Entry("Tea", "Tee", comments=DRAFT, previous="Teas")),
    ],
)
def test_states(reached: str, entry: Entry) -> None:
    assert state(entry) == reached


FOUR = r"""msgid "one"
msgstr "eins"

# machine: draft
#, fuzzy
msgid "two words"
msgstr "zwei Wörter"

#, fuzzy
#| msgid "three"
msgid "three more words"
msgstr "drei"

# frag Ada
msgid "four words are missing"
msgstr ""

#~ msgid "gone for good"
#~ msgstr ""
"""


def test_living_messages_are_counted_by_state_and_words_that_no_person_has_translated() -> None:
    counts = Counts(translated=1, machine=1, stale=1, missing=1, words_left=2 + 3 + 4)
    assert status(read(HEADER + FOUR)) == counts
    assert counts.summary() == {"translated": 1, "machine": 1, "stale": 1, "missing": 1, "words_left": 9}


def test_a_machine_fills_only_what_is_missing_and_signs_it() -> None:
    drafts = {("", entry.msgid): "Entwurf" for entry in read(HEADER + FOUR).entries if entry.msgid}
    after = dump(write_machine(read(HEADER + FOUR), drafts, engine="draft", date="2026-11-24")).decode()
    assert after == HEADER + FOUR.replace(
        '# frag Ada\nmsgid "four words are missing"\nmsgstr ""',
        '# frag Ada\n# machine: draft 2026-11-24\n#, fuzzy\nmsgid "four words are missing"\nmsgstr "Entwurf"',
    )


def test_without_drafts_nothing_changes() -> None:
    catalog = read(HEADER + FOUR)
    assert write_machine(catalog, {("", "four words are missing"): ""}, engine="draft", date="2026-11-24") == catalog
