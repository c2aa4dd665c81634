"""Which translation goes to which message: the same words first, then the most similar ones."""

from __future__ import annotations

from leafdeck.catalog import Report, update
from tests.test_catalog_read import HEADER, read
from tests.test_catalog_update import LATER, updated
from tests.test_catalog_write import message


def test_a_translation_is_found_by_the_words_it_was_made_for() -> None:
    stale = """#, fuzzy
#| msgid "All 4 people slept longer"
msgid "Nobody knows why"
msgstr "Alle 4 Menschen schliefen länger"
"""
    after, report = updated(stale, message("All 4 people slept longer"))
    assert 'msgid "All 4 people slept longer"\nmsgstr "Alle 4 Menschen schliefen länger"' in after
    assert report == Report(carried=1)


def test_a_question_beside_an_untranslated_message_follows_it() -> None:
    asked = '# Ada fragen\nmsgid "Tea helps people sleep"\nmsgstr ""\n'
    after, report = updated(asked, message("Tea helps people to sleep"))
    assert after.startswith("# Ada fragen\n#. id:")
    assert 'msgid "Tea helps people to sleep"\nmsgstr ""\n' in after
    assert report == Report(added=1)


def test_a_translation_is_worth_more_than_a_question() -> None:
    asked = '# Ada fragen\nmsgid "Tea helps people to sleep"\nmsgstr ""\n'
    translated = 'msgid "Tea helped people sleep"\nmsgstr "Tee half beim Schlafen"\n'
    after, report = updated(f"{asked}\n{translated}", message("Tea helps people sleep"))
    assert report == Report(stale=1, dropped=1)
    assert '#| msgid "Tea helped people sleep"' in after


def test_the_exact_message_comes_before_a_similar_one() -> None:
    gone = '#~ msgid "Call your doctor today"\n#~ msgstr "Rufen Sie heute Ihren Arzt an"\n'
    after, report = updated(gone, message("Call your doctor today!", "tea.a"), message("Call your doctor today"))
    assert report == Report(added=1, carried=1)
    assert after.endswith('msgid "Call your doctor today"\nmsgstr "Rufen Sie heute Ihren Arzt an"\n')


def test_the_most_similar_message_gets_the_translation_whatever_the_order() -> None:
    two = 'msgid "Call a nurse at night"\nmsgstr "A"\n\nmsgid "Call a nurse by day"\nmsgstr "B"\n'
    messages = (message("Call a nurse by daylight"), message("Call a nurse at night-time"))
    for order in (messages, messages[::-1]):
        result, report = update(read(HEADER + two), order, created=LATER)
        assert {entry.msgid: entry.msgstr for entry in result.entries if entry.living} == {
            "Call a nurse by daylight": "B",
            "Call a nurse at night-time": "A",
        }
        assert report == Report(stale=2)


def test_the_same_place_counts_as_likeness_and_another_topic_does_not() -> None:
    old = '#. id: tea.found/p1 · paragraph\nmsgid "Most slept better"\nmsgstr "A"\n'
    new_words = "Nearly all slept longer"
    assert updated(old, message(new_words, "tea.found/p1"))[1] == Report(stale=1)
    assert updated(old, message(new_words, "coffee.found/p1"))[1] == Report(added=1, dropped=1)


def test_a_word_in_another_context_is_another_word() -> None:
    button = 'msgctxt "button"\nmsgid "Open"\nmsgstr "Öffnen"\n'
    after, report = updated(button, message("Open", "tea.a"))
    assert report == Report(added=1, dropped=1)
    assert after.endswith('#~ msgctxt "button"\n#~ msgid "Open"\n#~ msgstr "Öffnen"\n')


def test_a_message_that_is_given_a_context_in_its_place_keeps_its_words_to_look_at() -> None:
    old = '#. id: tea.found/p1 · paragraph\nmsgctxt "button"\nmsgid "Open"\nmsgstr "Öffnen"\n'
    after, report = updated(old, message("Open", context="state"))
    assert report == Report(stale=1)
    assert after.endswith(
        '#, fuzzy\n#| msgctxt "button"\n#| msgid "Open"\nmsgctxt "state"\nmsgid "Open"\nmsgstr "Öffnen"\n'
    )
