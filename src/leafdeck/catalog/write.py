"""PO files, written: what was read keeps its bytes, what is new is laid out as gettext lays it out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from leafdeck.catalog.entry import Catalog, Entry, Message

WIDTH = 79
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})
_PLACEHOLDER = re.compile(r"(?<!\\)\{[a-z][a-z0-9_-]*\}")


def dump(catalog: Catalog) -> bytes:
    """The bytes of *catalog*: entries that have not changed exactly as they were read."""
    parts = [entry.raw or layout(entry).replace("\n", catalog.newline) for entry in catalog.entries]
    for position, entry in enumerate(catalog.entries[:-1]):
        # An entry read from the end of a file has no blank line after it; the next one needs it.
        if not catalog.entries[position + 1].raw and entry.raw and not entry.raw.endswith(catalog.newline * 2):
            missing = catalog.newline if entry.raw.endswith(catalog.newline) else catalog.newline * 2
            parts[position] += missing
    words = "".join(parts)
    if catalog.entries and not catalog.entries[-1].raw:
        words = words.removesuffix(catalog.newline)
    return words.encode()


def layout(entry: Entry) -> str:
    """*entry* as lines of a PO file, with the blank line after it."""
    mark = "#~ " if entry.obsolete else ""
    lines = [f"# {comment}".rstrip() for comment in entry.comments]
    if not entry.obsolete:
        lines += [f"#. {comment}".rstrip() for comment in entry.extracted]
        lines += [f"#: {reference}" for reference in entry.references]
    if entry.flags:
        lines.append("#, " + ", ".join(entry.flags))
    previous = "#~| " if entry.obsolete else "#| "
    if entry.previous_context:
        lines += _field(previous, "msgctxt", entry.previous_context)
    if entry.previous:
        lines += _field(previous, "msgid", entry.previous)
    if entry.context:
        lines += _field(mark, "msgctxt", entry.context)
    lines += _field(mark, "msgid", entry.msgid)
    if entry.plural:
        lines += _field(mark, "msgid_plural", entry.plural)
        for number, words in enumerate(entry.plurals or ("", "")):
            lines += _field(mark, f"msgstr[{number}]", words)
    else:
        lines += _field(mark, "msgstr", entry.msgstr)
    return "\n".join(lines) + "\n\n"


def _field(mark: str, keyword: str, words: str) -> list[str]:
    whole = f'{mark}{keyword} "{words.translate(_ESCAPES)}"'
    if len(whole) <= WIDTH and "\n" not in words.rstrip("\n"):
        return [whole]
    room = WIDTH - len(mark) - 2
    pieces = [piece for line in words.splitlines(keepends=True) for piece in _wrapped(line.translate(_ESCAPES), room)]
    return [f'{mark}{keyword} ""', *(f'{mark}"{piece}"' for piece in pieces)]


def _wrapped(escaped: str, room: int) -> list[str]:
    """*escaped* in pieces of at most *room* characters, broken after spaces; a longer word stays whole."""
    pieces, current = [], ""
    for word in re.findall(r"\S+\s*|\s+", escaped):
        if current and len(current) + len(word.rstrip()) > room:
            pieces.append(current)
            current = ""
        current += word
    return [*pieces, current] if current else pieces


def header(*, project: str, language: str, created: str) -> Entry:
    """The header entry of a new file. *created* is a gettext date, `2026-11-24 14:00+0000`."""
    fields = [
        f"Project-Id-Version: {project}",
        f"POT-Creation-Date: {created}",
        *([f"Language: {language}"] if language else []),
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
    ]
    return Entry("", "".join(f"{line}\n" for line in fields))


def fresh(messages: Iterable[Message]) -> tuple[Entry, ...]:
    """Entries without translations for *messages*; equal messages become one entry that names each place."""
    merged: dict[tuple[str, str], list[Message]] = {}
    for message in messages:
        merged.setdefault((message.context, message.msgid), []).append(message)
    return tuple(_fresh(same) for same in merged.values())


def _fresh(same: Sequence[Message]) -> Entry:
    notes = [f"id: {message.id} · {message.kind}" for message in same]
    notes += dict.fromkeys(f"limit: {message.limit}" for message in same if message.limit)
    notes += dict.fromkeys(f"note: {message.note}" for message in same if message.note)
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
    body = "".join(layout(entry) for entry in entries).removesuffix("\n")
    _, _, old = before.decode("utf-8", "replace").partition("\n\n")
    if before and old == body:
        return before
    title = f"# Words of {project}: {domain}\n"
    return (title + layout(header(project=project, language="", created=created)) + body).encode()
