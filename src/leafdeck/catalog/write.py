"""PO files, written: what was read keeps its bytes, what is new is laid out as gettext lays it out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

from leafdeck.catalog.entry import Catalog, Entry, Message
from leafdeck.catalog.parse import parse
from leafdeck.catalog.strings import escape

WIDTH = 79
_PLACEHOLDER = re.compile(r"(?<!\\)\{[a-z][a-z0-9_-]*\}")


def dump(of: Catalog) -> bytes:
    """The bytes of the catalog *of*: entries that have not changed exactly as they were read."""
    parts: list[str] = []
    for entry, following in zip_longest(of.entries, of.entries[1:]):
        parts.append(entry.raw or layout(entry).replace("\n", of.newline))
        if following is None:
            parts.append(of.tail)
        elif entry.raw and following.raw and entry.line < following.line:
            parts.append(entry.gap)
        else:
            # One of the two is new or has moved: the gap that was read belongs to another neighbour.
            parts.append(of.newline * 2)
    return "".join(parts).encode()


def layout(entry: Entry) -> str:
    """*entry* as lines of a PO file, in the order of the GNU gettext manual, without the last line end."""
    mark, previous = ("#~ ", "#~| ") if entry.obsolete else ("", "#| ")
    lines = [f"# {comment}".rstrip() for comment in entry.comments]
    lines += [f"#. {comment}".rstrip() for comment in entry.extracted]
    lines += [f"#: {reference}" for reference in entry.references]
    if entry.flags:
        lines.append("#, " + ", ".join(entry.flags))
    if entry.previous:
        lines += _field(previous, "msgctxt", entry.previous_context) if entry.previous_context else []
        lines += _field(previous, "msgid", entry.previous)
    if entry.context:
        lines += _field(mark, "msgctxt", entry.context)
    lines += _field(mark, "msgid", entry.msgid)
    lines += _field(mark, "msgstr", entry.msgstr)
    return "\n".join(lines)


def _field(mark: str, keyword: str, words: str) -> list[str]:
    whole = f'{mark}{keyword} "{escape(words)}"'
    if len(whole) <= WIDTH and "\n" not in words.rstrip("\n"):
        return [whole]
    room = WIDTH - len(mark) - len('""')
    lines = re.findall(r"[^\n]*\n|[^\n]+", words)
    pieces = [piece for line in lines for piece in _wrapped(escape(line), room)]
    return [f'{mark}{keyword} ""', *(f'{mark}"{piece}"' for piece in pieces)]


def _wrapped(escaped: str, room: int) -> list[str]:
    """*escaped* in pieces of at most *room* characters, broken after spaces; a longer word stays whole.

    gettext breaks after hyphens too; the id of a claim is easier to read in one piece.
    """
    pieces, current = [], ""
    for word in re.findall(r"[^ ]+ *| +", escaped):
        if current and len(current) + len(word) > room:
            pieces.append(current)
            current = ""
        current += word
    return [*pieces, current] if current else pieces


def header(*, project: str, language: str, created: str) -> Entry:
    """The header entry of a new file. *created* is a gettext date, `2026-11-24 14:00+0000`."""
    fields = [
        f"Project-Id-Version: {_line(project)}",
        f"POT-Creation-Date: {created}",
        *([f"Language: {language}"] if language else []),
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
    ]
    return Entry("", "".join(f"{line}\n" for line in fields))


def _line(words: str) -> str:
    """*words* on one line: a line end would end the comment or the field they stand in."""
    return " ".join(words.split())


def fresh(messages: Iterable[Message]) -> tuple[Entry, ...]:
    """Entries without translations for *messages*; equal messages become one entry that names each place."""
    merged: dict[tuple[str, str], list[Message]] = {}
    for message in messages:
        merged.setdefault((message.context, message.msgid), []).append(message)
    return tuple(_fresh(same) for same in merged.values())


def _fresh(same: Sequence[Message]) -> Entry:
    notes = [f"id: {message.id} · {message.kind}" for message in same]
    notes += dict.fromkeys(f"limit: {message.limit}" for message in same if message.limit)
    notes += dict.fromkeys(f"note: {_line(message.note)}" for message in same if message.note.strip())
    return Entry(
        msgid=same[0].msgid,
        msgstr="",
        context=same[0].context,
        flags=("python-brace-format",) if _PLACEHOLDER.search(same[0].msgid) else (),
        extracted=tuple(notes),
        references=tuple(dict.fromkeys(message.reference for message in same)),
    )


def template(domain: str, messages: Iterable[Message], *, created: str, project: str, before: bytes = b"") -> bytes:
    """The template (.pot) of *domain*. Where the messages are those of *before*, its bytes come back unchanged."""
    entries = fresh(messages)
    old, _ = parse("", before)
    if old is not None and old.entries[1:] == entries:
        return before
    title = f"Words of {_line(project)}: {domain}"
    head = replace(header(project=project, language="", created=created), comments=(title,))
    return dump(Catalog("", (head, *entries)))
