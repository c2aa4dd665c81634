"""Every mistake in a PO file is named at its line and column, with a way to mend it; all of a file at once."""

from __future__ import annotations

import pytest

from leafdeck.catalog import parse

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
"""Three lines: what follows begins at line 4."""


def mistakes(data: str | bytes) -> list[str]:
    """What is wrong with a file, as `line:column id: message fix`."""
    catalog, findings = parse("de.po", data.encode() if isinstance(data, str) else data)
    assert (catalog is None) == bool(findings)
    assert all(finding.level == "error" and finding.place.path == "de.po" for finding in findings)
    return [
        f"{finding.place.line}:{finding.place.column} {finding.id}: {finding.message} {finding.fix}"
        for finding in findings
    ]


STRINGS = [
    ("unterminated", 'msgstr "b', "5:10 po-quote: The string is not closed.", 'Write " at its end.'),
    ("escaped end", r'msgstr "b\"', "5:12 po-quote: The string is not closed.", 'Write " at its end.'),
    ("inner quotes", 'msgstr "so "sagt" man"', "5:12 po-quote: An unescaped double quote inside the string.",
     r'Write \" for it.'),
    ("typographic quotes", "msgstr „b“", "5:8 po-quote: `„` does not open a string.", 'Write a straight " there.'),
    ("bare words", "msgstr b", "5:8 po-quote: `b` does not open a string.",
     'Write the words in straight quotes: "…".'),
    ("nothing", "msgstr", "5:7 po-quote: A string is missing here.", 'Write the words in straight quotes: "…".'),
    ("unknown escape", r'msgstr "C:\q"', r"5:11 po-escape: `\q` is no escape.", r"Write \\ for a backslash."),
    ("unknown keyword", 'msgsrt "b"', "5:1 po-syntax: `msgsrt` is no keyword of a PO file.",
     "Write msgctxt, msgid or msgstr, or begin a comment with #."),
    ("keyword in capitals", 'MSGSTR "b"', "5:1 po-syntax: `MSGSTR` is no keyword of a PO file.",
     "Write msgctxt, msgid or msgstr, or begin a comment with #."),
    ("half obsolete", '#~ msgstr "b"', "5:4 po-syntax: One part of the entry is obsolete and the other is not.",
     "Begin each of its lines with #~, or none."),
]  # fmt: skip


@pytest.mark.parametrize(("line", "said", "fix"), [case[1:] for case in STRINGS], ids=[case[0] for case in STRINGS])
def test_a_line_with_a_mistake(line: str, said: str, fix: str) -> None:
    assert mistakes(f'{HEADER}msgid "a"\n{line}\n') == [f"{said} {fix}"]


A = 'msgid "a"\nmsgstr "b"\n'
THREE = A + A.replace('"a"', '"c"') + A.replace('"a"', '"d"')
ENTRIES = [
    ("no msgstr", 'msgid "a"\n\nmsgid "b"\nmsgstr ""\n', "4:1 po-syntax: The entry has no msgstr.", 'Add msgstr "".'),
    ("no msgstr at the end", 'msgid "a"\n', "4:1 po-syntax: The entry has no msgstr.", 'Add msgstr "".'),
    ("no msgid", '# note\nmsgstr "b"\n', "5:1 po-syntax: The entry has no msgid.", 'Add msgid "".'),
    ("no words", 'msgctxt "c"\nmsgid ""\nmsgstr "b"\n', "5:1 po-syntax: The msgid is empty.",
     "Write the source words there; only the header of the file has an empty msgid."),
    ("two translations", A + 'msgstr "c"\n', "6:1 po-syntax: A second msgstr in one entry.",
     "Keep one of them, or begin a new entry with msgid."),
    ("words of no string", '#| msgid "old"\n"er"\n' + A, "5:1 po-syntax: This string continues nothing.",
     "Put a keyword before it."),
    ("duplicate", f"{A}\n{A}", "7:1 po-duplicate: A second message 'a'; the first stands at line 4.",
     "Keep one of them."),
    ("duplicate of an obsolete message", f'#~ msgid "a"\n#~ msgstr "c"\n\n{A}',
     "7:1 po-duplicate: A second message 'a'; the first stands at line 4.", "Keep one of them."),
    ("second header", HEADER, "4:1 po-duplicate: A second header; the first stands at line 1.", "Keep one of them."),
    ("plural forms", 'msgid "{n} day"\nmsgid_plural "{n} days"\nmsgstr[0] "{n} Tag"\nmsgstr[1] "{n} Tage"\n',
     "5:1 po-plural: Plural forms are not printed here.",
     "Remove the entry: numbers stand in the words, so a message never has plural forms."),
    ("conflict between entries", f"<<<<<<< HEAD\n{THREE}=======\n{THREE}>>>>>>> hers\n\n{A}",
     "4:1 po-conflict: A merge conflict was left here.",
     "Keep the words of one side and remove the lines <<<<<<<, ======= and >>>>>>>."),
    ("conflict within an entry", 'msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n||||||| base\nmsgstr ""\n=======\n'
     'msgstr "c"\n>>>>>>> hers\n', "5:1 po-conflict: A merge conflict was left here.",
     "Keep the words of one side and remove the lines <<<<<<<, ======= and >>>>>>>."),
]  # fmt: skip


@pytest.mark.parametrize(("body", "said", "fix"), [case[1:] for case in ENTRIES], ids=[case[0] for case in ENTRIES])
def test_an_entry_with_a_mistake(body: str, said: str, fix: str) -> None:
    assert mistakes(HEADER + body) == [f"{said} {fix}"]


FLAGS = [
    ("#, fuzzy;", "4:4"),
    ("#, fuzzy.", "4:4"),
    ("#, fuzy", "4:4"),
    ("#, fuzzy no-wrap", "4:4"),
    ("#, python-brace-format Fuzzy", "4:24"),
    ("#, fuzzy\u200b", "4:4"),
    ("# , fuzzy", "4:5"),
    ("#; fuzzy", "4:4"),
    ("#. fuzzy", "4:4"),
    ("#: fuzzy", "4:4"),
    ("#fuzzy", "4:2"),
    ("# fuzzy, python-brace-format", "4:3"),
]


@pytest.mark.parametrize(("line", "place"), FLAGS)
def test_a_line_that_was_meant_to_set_the_flag_fuzzy(line: str, place: str) -> None:
    said = f"{place} po-flag: `{line}` does not set the flag `fuzzy`. Write `#, fuzzy`, or remove the word."
    assert mistakes(f"{HEADER}{line}\n{A}") == [said]


@pytest.mark.parametrize(
    "line", ["#, no-wrap", "#, fuzzy, md-text", "# nicht mehr fuzzy", "# fuzzy: bitte prüfen", "# no-wrap", "#", "#,"]
)
def test_other_flags_and_sentences_about_it_are_no_mistake(line: str) -> None:
    assert mistakes(f"{HEADER}{line}\n{A}") == []


NO_HEADER = (
    "1:1 po-header: The file has no header. "
    'Begin it with msgid "" and msgstr "Content-Type: text/plain; charset=UTF-8\\n".'
)
FILES = [
    ("no UTF-8", HEADER.encode() + 'msgid "é'.encode() + b'\xe9"\nmsgstr ""\n',
     "4:9 po-encoding: This is not UTF-8. Save the file as UTF-8."),
    ("UTF-16", HEADER.encode("utf-16"), "1:1 po-encoding: This is not UTF-8. Save the file as UTF-8."),
    ("byte order mark", b"\xef\xbb\xbf" + HEADER.encode(),
     "1:1 po-bom: The file begins with a byte order mark. Save it as UTF-8 without BOM."),
    ("empty", b"", NO_HEADER),
    ("no header", A.encode(), NO_HEADER),
    ("no charset", b'msgid ""\nmsgstr "Language: de\\n"\n', "1:1 po-header: The header does not name the charset UTF-8."
     ' Add "Content-Type: text/plain; charset=UTF-8\\n" to the header.'),
    ("another charset", HEADER.replace("UTF-8", "ISO-8859-1").encode(), "1:1 po-header: The header does not name the "
     'charset UTF-8. Add "Content-Type: text/plain; charset=UTF-8\\n" to the header.'),
]  # fmt: skip


@pytest.mark.parametrize(("data", "said"), [case[1:] for case in FILES], ids=[case[0] for case in FILES])
def test_a_file_with_a_mistake(data: bytes, said: str) -> None:
    assert mistakes(data) == [said]


def test_all_mistakes_of_a_file_are_named_at_once_by_line_and_none_follows_from_another() -> None:
    broken = b'\xef\xbb\xbf# words\nmsgid "a"\nmsgstr "b\n\nmgsid "c"\nmsgstr "d \\p \\q"\n\nmsgid "\xff"\nmsgstr ""\n'
    assert [each.split(": ")[0] for each in mistakes(broken + b'msgid "e"\n')] == [
        "1:1 po-bom",
        "1:1 po-header",
        "3:10 po-quote",
        "5:1 po-syntax",
        "6:11 po-escape",
        "6:14 po-escape",
        "8:8 po-encoding",
        "10:1 po-syntax",
    ]


def test_line_ends_of_windows_are_no_mistake_and_do_not_move_a_column() -> None:
    words = f'{HEADER}msgid "a"\nmsgstr "b\n'.replace("\n", "\r\n")
    assert mistakes(words) == ['5:10 po-quote: The string is not closed. Write " at its end.']
    assert mistakes((HEADER + A).replace("\n", "\r\n")) == []
