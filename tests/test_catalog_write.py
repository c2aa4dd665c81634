"""PO files are written as gettext lays them out; of a file that was read, only the entries that changed."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from leafdeck.catalog import Catalog, Entry, Message, dump, new, parse, template
from leafdeck.catalog.write import WIDTH, layout
from tests.test_catalog_read import HEADER, TORTURE, read

CREATED = "2026-11-24 15:00+0000"


def message(msgid: str, id_: str = "tea.found/p1", *, context: str = "", kind: str = "paragraph", note: str = "",
            limit: str = "") -> Message:  # fmt: skip
    return Message(msgid, context, id_, kind, note, f"content/{id_.split('.')[0]}.md", limit)


def test_an_entry_is_laid_out_in_the_order_of_gettext() -> None:
    entry = Entry(
        msgid='Say "no"\n',
        msgstr="Sagen Sie „nein“, so oft und so laut, wie Sie es wollen; dieser Satz ist zu lang für eine Zeile\n",
        context="button",
        flags=("fuzzy", "python-brace-format"),
        comments=("machine: draft", ""),
        extracted=("id: tea.found/p1 · paragraph",),
        references=("content/tea.md", "content/ui.toml"),
        previous="Say yes",
        previous_context="link",
    )
    assert layout(entry).split("\n") == [
        "# machine: draft",
        "#",
        "#. id: tea.found/p1 · paragraph",
        "#: content/tea.md",
        "#: content/ui.toml",
        "#, fuzzy, python-brace-format",
        '#| msgctxt "link"',
        '#| msgid "Say yes"',
        'msgctxt "button"',
        r'msgid "Say \"no\"\n"',
        'msgstr ""',
        '"Sagen Sie „nein“, so oft und so laut, wie Sie es wollen; dieser Satz ist zu "',
        r'"lang für eine Zeile\n"',
    ]


def test_an_obsolete_entry_is_commented_out_line_by_line() -> None:
    entry = Entry("gone", "weg\nund fort", flags=("fuzzy",), previous="older", previous_context="c", obsolete=True)
    assert layout(entry).split("\n") == [
        "#, fuzzy",
        '#~| msgctxt "c"',
        '#~| msgid "older"',
        '#~ msgid "gone"',
        '#~ msgstr ""',
        r'#~ "weg\n"',
        '#~ "und fort"',
    ]


WORDS = st.text(st.characters(codec="utf-8"), max_size=200)
LINE = st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), max_size=30).map(str.strip)
NAME = st.from_regex(r"[a-z-]{1,9}", fullmatch=True)
ENTRIES = st.lists(
    st.builds(
        Entry,
        msgid=WORDS.filter(bool),
        msgstr=WORDS,
        context=WORDS,
        flags=st.lists(NAME, max_size=2).map(tuple),
        # A comment that begins so would be read as another kind of comment: `#.` or `#~`, for one.
        comments=st.lists(LINE.filter(lambda words: words[:1] not in tuple("~|.:,=")), max_size=2).map(tuple),
        extracted=st.lists(LINE, max_size=2).map(tuple),
        references=st.lists(NAME, max_size=2).map(tuple),
        previous=WORDS,
        obsolete=st.booleans(),
    ),
    max_size=5,
    unique_by=lambda entry: entry.key,
)


@given(ENTRIES, st.sampled_from(["\n", "\r\n"]))
def test_whatever_is_written_is_read_as_it_was(entries: list[Entry], newline: str) -> None:
    head = new("de", project="Tea", created=CREATED).entries
    catalog = Catalog("de.po", (*head, *entries), newline, tail=newline)
    data = dump(catalog)
    back, findings = parse("de.po", data)
    assert findings == ()
    assert back is not None
    assert back.entries == catalog.entries
    assert dump(back) == data
    assert dump(replace(back, entries=tuple(replace(entry, raw="") for entry in back.entries))) == data


@given(WORDS | st.lists(NAME, max_size=60).map(" ".join), st.booleans())
def test_no_line_is_too_long_unless_one_word_is(words: str, obsolete: bool) -> None:
    for line in layout(Entry(words, words, obsolete=obsolete)).split("\n"):
        assert len(line) <= WIDTH or " " not in line.split('"', 1)[1].rstrip(' "')


def test_the_space_at_the_end_of_a_line_counts() -> None:
    for shift in range(WIDTH - 10):
        words = "x" * shift + " wort" * 40
        assert max(len(line) for line in layout(Entry(words, "")).split("\n")) <= WIDTH


def changed(words: str, msgid: str, **fields: object) -> str:
    """The file *words* with one entry changed."""
    catalog = read(words)
    entries = tuple(
        replace(entry, raw="", **fields) if entry.msgid == msgid else entry  # type: ignore[arg-type]
        for entry in catalog.entries
    )
    return dump(replace(catalog, entries=entries)).decode()


def test_a_changed_entry_changes_its_own_lines_only() -> None:
    old = 'msgid "no blank line before me"\nmsgstr "keine Leerzeile vor mir"\n\n\n'
    new_words = '\nmsgid "no blank line before me"\nmsgstr "neu"\n\n'  # with one blank line on each side
    assert changed(TORTURE, "no blank line before me", msgstr="neu") == TORTURE.replace(old, new_words)


def test_a_file_with_windows_line_ends_keeps_them() -> None:
    words = TORTURE.replace("\n", "\r\n")
    assert re.search(r"[^\r]\n", changed(words, "gone too", msgstr="neu")) is None


def test_the_last_entry_may_move_and_the_last_remark_stays_last() -> None:
    words = HEADER + 'msgid "a"\nmsgstr "A"\n\nmsgid "b"\nmsgstr "B"\n\n# the end'
    head, a, b = read(words).entries
    assert dump(replace(read(words), entries=(head, b, a))).decode() == (
        HEADER + 'msgid "b"\nmsgstr "B"\n\nmsgid "a"\nmsgstr "A"\n\n# the end'
    )


def test_a_file_without_a_last_line_end_can_grow() -> None:
    catalog = read(HEADER + 'msgid "a"\nmsgstr "A"')
    grown = replace(catalog, entries=(*catalog.entries, Entry("b", "B")))
    assert dump(grown).decode() == HEADER + 'msgid "a"\nmsgstr "A"\n\nmsgid "b"\nmsgstr "B"'


def test_a_template_is_a_file_a_person_can_read() -> None:
    messages = [
        message("Tea and sleep", "tea.title", kind="title"),
        message("Open", "ui.open", kind="fixed phrase", context="button", note="on\n the page"),
        message("Call {emergency}", "tea.call/headline", kind="slide headline", limit="about 75 characters"),
        message("Tea and sleep", "tea.more/heading", kind="heading"),
    ]
    assert (
        template("tea", messages, created=CREATED, project="Tea\nparty").decode()
        == r"""# Words of Tea party: tea
msgid ""
msgstr ""
"Project-Id-Version: Tea party\n"
"POT-Creation-Date: 2026-11-24 15:00+0000\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"

#. id: tea.title · title
#. id: tea.more/heading · heading
#: content/tea.md
msgid "Tea and sleep"
msgstr ""

#. id: ui.open · fixed phrase
#. note: on the page
#: content/ui.md
msgctxt "button"
msgid "Open"
msgstr ""

#. id: tea.call/headline · slide headline
#. limit: about 75 characters
#: content/tea.md
#, python-brace-format
msgid "Call {emergency}"
msgstr ""
"""
    )


def test_a_template_keeps_its_bytes_until_a_message_changes() -> None:
    tea = [message("Tea and sleep")]
    first = template("tea", tea, created=CREATED, project="Tea")
    assert template("tea", tea, created="2027-01-01 00:00+0000", project="Tea", before=first) == first
    for tool in (
        first.replace(b"\n", b"\r\n"),
        first.replace(b"Tea and ", b'"\n"Tea and '),
    ):  # laid out by another tool
        assert template("tea", tea, created="2027-01-01 00:00+0000", project="Tea", before=tool) == tool
    second = template("tea", [message("Tea")], created="2027-01-01 00:00+0000", project="Tea", before=first)
    assert b'msgid "Tea"' in second
    assert b"2027-01-01" in second


def test_a_template_that_cannot_be_read_is_written_anew() -> None:
    broken = template("tea", [message("Tea")], created=CREATED, project="Tea") + b'msgid "Tea'
    assert b'msgid "Tea"\nmsgstr ""' in template("tea", [message("Tea")], created=CREATED, project="Tea", before=broken)


def test_a_template_without_messages_is_a_header() -> None:
    empty = template("tea", [], created=CREATED, project="Tea")
    catalog, findings = parse("tea.pot", empty)
    assert findings == ()
    assert catalog is not None
    assert [entry.is_header for entry in catalog.entries] == [True]
    assert template("tea", [], created="2027-01-01 00:00+0000", project="Tea", before=empty) == empty


def test_a_new_catalog_says_its_language() -> None:
    catalog = new("pt_BR", project="Tea", created=CREATED)
    assert isinstance(catalog, Catalog)
    assert catalog.header["Language"] == "pt_BR"
    assert catalog.header["POT-Creation-Date"] == CREATED
