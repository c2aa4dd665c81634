"""An update brings a catalog in line with the content: translations follow their messages, and none is lost."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafdeck.catalog import Catalog, Message, Report, dump, new, parse, state, update
from tests.test_catalog_read import HEADER, read
from tests.test_catalog_write import message

LATER = "2027-01-01 12:00+0000"


def updated(words: str, *messages: Message) -> tuple[str, Report]:
    """The entries of the catalog *words* after an update, without the header, and the report.

    A second update must change nothing, on any later day.
    """
    result, report = update(read(HEADER + words), messages, created=LATER)
    data = dump(result)
    again, _ = update(read(data.decode()), messages, created="2028-01-01 12:00+0000")
    assert dump(again) == data
    head, body = data.decode()[: len(HEADER)], data.decode()[len(HEADER) :]
    assert head.rstrip() == HEADER.rstrip()
    return body, report


SLEEP = """#. id: tea.found/p1 · paragraph
#: content/tea.md
msgid "All 4 people slept longer [@tea-sleep]."
msgstr "Alle 4 Menschen schliefen länger [@tea-sleep]."
"""


def test_a_catalog_that_agrees_keeps_every_byte() -> None:
    words = SLEEP.replace("msgstr ", 'msgstr ""\n').replace("#.", "# von Hand\n#.", 1)
    assert updated(words, message("All 4 people slept longer [@tea-sleep].")) == (words, Report())


def test_a_new_message_waits_for_its_translator() -> None:
    after, report = updated(SLEEP, message("All 4 people slept longer [@tea-sleep]."), message("Tea", "tea.title"))
    assert after == SLEEP + '\n#. id: tea.title · paragraph\n#: content/tea.md\nmsgid "Tea"\nmsgstr ""\n'
    assert report == Report(added=1)


def test_entries_stand_in_the_order_of_the_content() -> None:
    tea = '#. id: tea.title · paragraph\n#: content/tea.md\nmsgid "Tea"\nmsgstr "Tee"\n'
    after, report = updated(
        f"{SLEEP}\n{tea}", message("Tea", "tea.title"), message("All 4 people slept longer [@tea-sleep].")
    )
    assert after == f"{tea}\n{SLEEP}"
    assert str(report) == "order and notes only"


def test_notes_follow_the_content_and_translators_comments_stay() -> None:
    words = "# bitte prüfen\n" + SLEEP
    after, report = updated(words, message("All 4 people slept longer [@tea-sleep].", "tea.found/p2", note="a study"))
    assert after == words.replace("p1 · paragraph", "p2 · paragraph\n#. note: a study")
    assert str(report) == "order and notes only"


def test_changed_words_make_the_translation_stale_and_keep_what_it_was_made_for() -> None:
    after, report = updated(SLEEP, message("All 4 people in the study slept longer [@tea-sleep]."))
    assert (
        after
        == """#. id: tea.found/p1 · paragraph
#: content/tea.md
#, fuzzy
#| msgid "All 4 people slept longer [@tea-sleep]."
msgid "All 4 people in the study slept longer [@tea-sleep]."
msgstr "Alle 4 Menschen schliefen länger [@tea-sleep]."
"""
    )
    assert report == Report(stale=1)


def test_the_base_of_a_chain_of_edits_is_never_lost() -> None:
    once, _ = updated(SLEEP, message("All 4 people in the study slept longer [@tea-sleep]."))
    twice, _ = updated(once, message("All 4 people in the small study slept longer [@tea-sleep]."))
    assert '#| msgid "All 4 people slept longer [@tea-sleep]."' in twice
    assert "small study" in twice


def test_a_source_that_goes_back_to_what_was_translated_asks_nothing_but_a_look() -> None:
    once, _ = updated(SLEEP, message("All 4 people in the study slept longer [@tea-sleep]."))
    back, report = updated(once, message("All 4 people slept longer [@tea-sleep]."))
    assert back == SLEEP.replace("msgid", "#, fuzzy\nmsgid", 1)
    assert report == Report(carried=1)


def test_a_changed_number_is_escalated() -> None:
    once, report = updated(SLEEP, message("All 5 people slept longer [@tea-sleep]."))
    assert "#. NUMBER CHANGED: 4 -> 5\n" in once
    assert report == Report(numbers=("tea.found/p1",), stale=1)
    assert str(report) == "number changed in tea.found/p1, 1 stale"
    twice, report = updated(once, message("All 5 people slept much longer [@tea-sleep]."))
    assert "#. NUMBER CHANGED: 4 -> 5\n" in twice
    assert report.numbers == ("tea.found/p1",)


def test_a_number_that_appears_or_goes_is_a_changed_number_and_one_that_moves_is_not() -> None:
    gone, _ = updated(SLEEP, message("All people slept longer [@tea-sleep]."))
    assert "#. NUMBER CHANGED: 4 -> none\n" in gone
    two = 'msgid "Of 15 people, 8 slept"\nmsgstr "Von 15 Menschen schliefen 8"\n'
    moved, report = updated(two, message("Now 8 of 15 people slept"))
    assert "NUMBER" not in moved
    assert report == Report(stale=1)


@pytest.mark.parametrize("left", ["", '#| msgid "All 4 people slept longer [@tea-sleep]."\n'])
def test_what_an_update_said_goes_when_a_translator_has_cleared_the_fuzzy_flag(left: str) -> None:
    stale, _ = updated(SLEEP, message("All 5 people slept longer [@tea-sleep]."))
    done = (
        stale.replace("#, fuzzy\n", "")
        .replace('#| msgid "All 4 people slept longer [@tea-sleep]."\n', left)
        .replace("Alle 4", "Alle 5")
    )
    after, _ = updated(done, message("All 5 people slept longer [@tea-sleep]."))
    assert after == SLEEP.replace("All 4", "All 5").replace("Alle 4", "Alle 5")


def test_a_previous_msgid_that_was_left_behind_is_not_taken_for_the_base() -> None:
    left = SLEEP.replace("msgid", '#| msgid "All the people slept"\nmsgid', 1)
    after, _ = updated(left, message("All 4 people in it slept longer [@tea-sleep]."))
    assert '#| msgid "All 4 people slept longer [@tea-sleep]."' in after


@pytest.mark.parametrize(
    ("what", "source", "words", "after", "translation"),
    [
        ("white space", "Two  words", "Zwei Wörter", "Two words", "Zwei Wörter"),
        ("quotes", "The 'kettle'", "Der Kessel", "The ‘kettle’", "Der Kessel"),
        ("dashes", "4-5 cups", "4 bis 5 Tassen", "4–5 cups", "4 bis 5 Tassen"),
        ("a claim", "It works [@a].", "Es wirkt [@a].", "It works [@b].", "Es wirkt [@b]."),
        ("two claims", "A [@a], B [@b].", "B [@b], A [@a].", "A [@c], B [@d].", "B [@d], A [@c]."),
        ("swapped", "{one} or {two}", "{two} oder {one}", "{two} or {one}", "{one} oder {two}"),
        ("a term", "[some](term:a) tea", "[etwas](term:a) Tee", "[some](term:b) tea", "[etwas](term:b) Tee"),
        ("all of it", "The ‘tea’  works [@a]", "„Tee“ [@a]", "The 'tea' works [@b]", "„Tee“ [@b]"),
    ],
)
def test_a_change_that_a_translation_does_not_depend_on_is_free(
    what: str, source: str, words: str, after: str, translation: str
) -> None:
    result, report = update(read(f'{HEADER}msgid "{source}"\nmsgstr "{words}"\n'), [message(after)], created=LATER)
    entry = result.find(after)
    assert entry is not None, what
    assert (entry.msgstr, state(entry), report) == (translation, "translated", Report(carried=1))


@pytest.mark.parametrize(
    ("what", "source", "words", "after"),
    [
        ("one claim became two", "A [@a], B [@a].", "A [@a], B [@a].", "A [@a], B [@b]."),
        ("the translation holds another", "It works [@a; @b].", "Es wirkt [@b; @a].", "It works [@a; @c]."),
        ("a claim more", "It works.", "Es wirkt.", "It works [@a]."),
    ],
)
def test_tokens_that_cannot_be_told_apart_make_it_stale(what: str, source: str, words: str, after: str) -> None:
    result, report = update(read(f'{HEADER}msgid "{source}"\nmsgstr "{words}"\n'), [message(after)], created=LATER)
    entry = result.find(after)
    assert entry is not None, what
    assert (entry.msgstr, entry.previous, report) == (words, source, Report(stale=1))


def test_a_machine_draft_stays_one_through_a_free_change_and_is_stale_after_any_other() -> None:
    draft = '# machine: draft\n#, fuzzy\nmsgid "It  works well"\nmsgstr "Es wirkt gut"\n'
    for after, expected in (("It works well", "machine"), ("It works very well", "stale")):
        result, _ = update(read(HEADER + draft), [message(after)], created=LATER)
        entry = result.find(after)
        assert entry is not None
        assert state(entry) == expected


def test_a_message_that_is_gone_becomes_obsolete_and_comes_back_whole() -> None:
    machine = "# machine: draft\n" + SLEEP.replace("msgid", "#, fuzzy\nmsgid", 1)
    gone, report = updated(machine)
    assert (
        gone
        == """# machine: draft
#, fuzzy
#~ msgid "All 4 people slept longer [@tea-sleep]."
#~ msgstr "Alle 4 Menschen schliefen länger [@tea-sleep]."
"""
    )
    assert report == Report(dropped=1)
    back, report = updated(gone, message("All 4 people slept longer [@tea-sleep]."))
    assert back == machine
    assert report == Report(carried=1)


def test_what_was_never_translated_leaves_nothing_behind() -> None:
    assert updated('msgid "Tea"\nmsgstr ""\n') == ("", Report(dropped=1))


def test_an_obsolete_entry_without_a_translation_makes_room_for_its_message() -> None:
    after, report = updated('#~ msgid "Tea"\n#~ msgstr ""\n', message("Tea"))
    assert after == '#. id: tea.found/p1 · paragraph\n#: content/tea.md\nmsgid "Tea"\nmsgstr ""\n'
    assert report == Report(added=1)


def test_old_obsolete_entries_keep_their_bytes() -> None:
    old = '#~| msgid "older"\n#~ msgid "quite another thing"\n#~ msgstr ""\n#~ "ganz etwas anderes"\n'
    after, _ = updated(f"{SLEEP}\n{old}", message("All 4 people slept longer [@tea-sleep]."), message("Tea"))
    assert after.endswith(old)


POEDIT = r"""msgid ""
msgstr ""
"Project-Id-Version: Tea\n"
"POT-Creation-Date: 2026-11-24 15:00+0000\n"
"PO-Revision-Date: 2026-11-25 09:12+0100\n"
"Last-Translator: Ada Leaf <ada@example.org>\n"
"Language-Team: \n"
"Language: de\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"X-Generator: Poedit 3.2.2\n"

# machine: draft 2026-11-24
#. id: tea.title · title
#: content/tea.md
msgid "Tea and sleep"
msgstr "Tee und Schlaf"
"""


def test_what_poedit_writes_survives_and_only_the_date_of_the_template_moves() -> None:
    title = message("Tea and sleep", "tea.title", kind="title")
    same, _ = update(read(POEDIT), [title], created=LATER)
    assert dump(same).decode() == POEDIT
    grown, _ = update(read(POEDIT), [title, message("Tea")], created=LATER)
    dated = POEDIT.replace("2026-11-24 15:00+0000", LATER)
    assert dump(grown).decode().startswith(dated)


def test_a_new_catalog_holds_all_messages() -> None:
    catalog, report = update(new("de", project="Tea", created=LATER), [message("Tea")], created=LATER)
    assert report == Report(added=1)
    assert dump(catalog).decode().endswith('msgid "Tea"\nmsgstr ""\n')


SOURCES = st.lists(
    st.sampled_from([
        "All 4 people slept longer", "All 5 people slept longer", "Tea", "Tea [@a]", "Tea [@b]", "Call {n}", "Call {m}",
        "A quite different sentence",
    ]),
    unique=True,
)  # fmt: skip


@given(st.lists(SOURCES, min_size=1, max_size=4))
def test_through_any_edits_files_stay_valid_and_no_translation_is_lost(editions: Sequence[Sequence[str]]) -> None:
    catalog: Catalog = read(HEADER)
    written: set[str] = set()
    for number, edition in enumerate(editions):
        messages = [message(source, f"tea.s/p{place}") for place, source in enumerate(edition)]
        catalog, _ = update(catalog, messages, created=LATER)
        data = dump(catalog)
        parsed, findings = parse("de.po", data)
        assert findings == ()
        assert parsed is not None
        assert parsed.entries == catalog.entries
        assert [entry.msgid for entry in parsed.entries if entry.living] == list(edition)
        assert written <= {entry.msgstr for entry in parsed.entries}
        words = data.decode().split("\n\n")
        for position, block in enumerate(words):
            if 'msgstr ""' in block and position:
                words[position] = block.replace('msgstr ""', f'msgstr "Übersetzung {number}.{position}"')
                written.add(f"Übersetzung {number}.{position}")
        catalog = read("\n\n".join(words))
