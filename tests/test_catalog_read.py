"""PO files are read without losing a byte of what translators and their editors wrote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafdeck.catalog import Catalog, Entry, dump, parse

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'

TORTURE = r"""# Kopf der Datei

# Zweiter Absatz, durch eine leere Zeile getrennt
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: leafdeck\n"
"X-Reviewed-By: Dr. Ada Leaf\n"
"Content-Type: text/plain; charset=utf-8\n"
"X-Generator: Poedit 3.2.2\n"

# machine: draft 2026-11-24
#no space after the sign
#. id: tea.found/p1 · paragraph
#. id: tea.found/p2 · paragraph
#.no space here either
#: content/tea.md content/ui.toml
#: content/more.md
#, fuzzy, python-brace-format
#= md-text
#| msgctxt "button"
#| msgid ""
#| "All {n} people "
#| "slept"
msgctxt "knopf"
msgid "All {n} people slept longer"
msgstr ""
"Alle {n} Menschen "
"schliefen länger\n"
"\tund \"gut\" \\ besser"
msgid "no blank line before me"
msgstr "keine Leerzeile vor mir"


msgctxt ""
  msgid "indented"   
msgstr    "eingerückt"
#, fuzzy
#~| msgid "older"
#~ msgid "gone"
#~ msgstr "weg"
#~| msgid "oldest"
#~ msgctxt "c"
#~ msgid ""
#~ "gone "
#~ "too"
#~ msgstr "auch weg"
#~

# a last remark that belongs to nothing
"""  # noqa: W291 - trailing spaces are part of the torture


def read(words: str) -> Catalog:
    """The catalog in *words*, which must be without mistakes."""
    catalog, findings = parse("de.po", words.encode())
    assert findings == ()
    assert catalog is not None
    return catalog


def test_every_part_of_an_entry_is_read() -> None:
    head, full, second, indented, gone, gone_too = read(TORTURE).entries
    assert head.is_header
    assert head.comments == ("Kopf der Datei", "Zweiter Absatz, durch eine leere Zeile getrennt")
    assert full == Entry(
        msgid="All {n} people slept longer",
        msgstr='Alle {n} Menschen schliefen länger\n\tund "gut" \\ besser',
        context="knopf",
        flags=("fuzzy", "python-brace-format", "md-text"),
        comments=("machine: draft 2026-11-24", "no space after the sign"),
        extracted=("id: tea.found/p1 · paragraph", "id: tea.found/p2 · paragraph", "no space here either"),
        references=("content/tea.md", "content/ui.toml", "content/more.md"),
        previous="All {n} people slept",
        previous_context="button",
    )
    assert full.ids == ("tea.found/p1", "tea.found/p2")
    assert (full.line, full.msgstr_line) == (26, 27)
    assert (second.msgid, second.msgstr) == ("no blank line before me", "keine Leerzeile vor mir")
    assert (indented.context, indented.msgstr) == ("", "eingerückt")
    assert gone == Entry("gone", "weg", flags=("fuzzy",), previous="older", obsolete=True)
    assert gone_too == Entry("gone too", "auch weg", context="c", previous="oldest", obsolete=True)


def test_the_header_is_read_as_fields_and_custom_ones_stay() -> None:
    assert read(TORTURE).header == {
        "Project-Id-Version": "leafdeck",
        "X-Reviewed-By": "Dr. Ada Leaf",
        "Content-Type": "text/plain; charset=utf-8",
        "X-Generator": "Poedit 3.2.2",
    }


def test_a_message_is_found_by_its_words_and_context_and_an_obsolete_one_is_not() -> None:
    catalog = read(TORTURE)
    assert catalog.find("indented") is not None
    assert catalog.find("All {n} people slept longer") is None
    assert catalog.find("All {n} people slept longer", "knopf") is not None
    assert catalog.find("gone") is None


@pytest.mark.parametrize(
    "words",
    [
        TORTURE,
        TORTURE.replace("\n", "\r\n"),
        TORTURE.rstrip(),
        "\n\n  \n" + TORTURE + "\n\n",
        HEADER,
        HEADER.strip(),
        HEADER + 'msgid "a"\n\nmsgstr "b"\n\n"c"\n',  # blank lines mean nothing
        HEADER + 'msgid "a"\r\nmsgstr "b"\n\r\nmsgid "c"\nmsgstr "d"',
        HEADER + 'msgid"a"\nmsgstr\t"\\a\\b\\f\\v\\r"\n# \u2028 \x85 \x0c signs that are no line ends\n',
    ],
    ids=["torture", "CRLF", "no end", "blank", "header", "bare header", "spread", "mixed ends", "odd signs"],
)
def test_what_was_read_is_written_byte_for_byte(words: str) -> None:
    assert dump(read(words)) == words.encode()


LINES = st.sampled_from(
    ['msgid "a"', 'msgid ""', 'msgstr "b"', 'msgstr ""', 'msgctxt "c"', '"more"', "# note", "#. id: a · b", "#: a.md",
     "#, fuzzy", "#=fuzzy", '#| msgid "old"', '#| "er"', '#~ msgid "gone"', '#~ msgstr "weg"', '#~ "er"', "#~", "#|",
     '#~| msgid "was"', "", "  ", "<<<<<<< HEAD", "=======", ">>>>>>> b", 'msgid_plural "p"', 'msgstr[0] "q"', "msgid",
     'msgid "é', 'mgsid "x"', 'msgid "x\\q"', "\t# note\r", "domain"]
)  # fmt: skip


@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_whatever_can_be_read_is_written_byte_for_byte(lines: list[str], newline: str, headed: bool) -> None:
    data = ((HEADER if headed else "") + newline.join(lines)).encode()
    catalog, findings = parse("de.po", data)
    assert (catalog is None) == bool(findings)
    if catalog is not None:
        assert dump(catalog) == data


@given(st.binary(max_size=60))
def test_no_bytes_make_the_reader_fall_over(data: bytes) -> None:
    for each in (data, HEADER.encode() + data):
        catalog, findings = parse("de.po", each)
        assert (catalog is None) == bool(findings)
        assert catalog is None or dump(catalog) == each
