"""PO files, read strictly: every mistake with its line and column, none of them guessed away."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from leafdeck.catalog.entry import Catalog, Entry, catalog
from leafdeck.model import Finding, Place

_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d+)\])?)(\s*)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_SMART = "“”„«»"


@dataclass(slots=True)
class _Draft:
    """An entry while its lines are being read."""

    fields: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    obsolete: bool = False
    last: str = ""
    """The field the next continuation line belongs to."""
    broken: bool = False

    @property
    def complete(self) -> bool:
        return any(name.startswith("msgstr") for name in self.fields)


class _Reader:
    """Reads a file line by line; collects entries and findings."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.draft = _Draft()
        self.entries: list[Entry] = []
        self.findings: list[Finding] = []
        self.first: dict[tuple[str, str], int] = {}

    def report(self, id_: str, line: int, column: int, message: str, fix: str) -> None:
        self.findings.append(Finding(id_, "error", message, Place(self.path, line, column), fix))
        self.draft.broken = True

    def read(self, number: int, line: str) -> None:
        text = line.rstrip("\r\n")
        if not text.strip():
            self.draft.raw.append(line)
            if self.draft.complete:
                self.flush(number)
            return
        if text.startswith(_CONFLICT):
            self.report("po-conflict", number, 1, "A merge conflict was left here.", "Keep one side, remove the marks.")
            return
        if text.startswith("#") and not text.startswith("#~") and self.draft.complete:
            self.flush(number)
        self.take(number, text)
        self.draft.raw.append(line)

    def take(self, number: int, text: str) -> None:
        match text[:2]:
            case "#," | "#=":
                self.draft.flags += [flag.strip() for flag in text[2:].split(",") if flag.strip()]
            case "#.":
                self.draft.extracted.append(text[2:].strip())
            case "#:":
                self.draft.references += text[2:].split()
            case "#|":
                self.statement(number, text, 2, "previous ")
            case "#~":
                previous = text.startswith("#~|")
                if not previous and self.draft.complete and text[2:].lstrip().startswith(("msgctxt", "msgid ")):
                    self.flush(number)
                self.draft.obsolete = True
                self.statement(number, text, 3 if previous else 2, "previous " if previous else "")
            case _ if text.startswith("#"):
                self.draft.comments.append(text[1:].strip())
            case _:
                self.statement(number, text, 0, "")

    def statement(self, number: int, text: str, start: int, prefix: str) -> None:
        """A keyword with its string, or a string that continues the one before."""
        at = start + len(text[start:]) - len(text[start:].lstrip())
        if text[at] == '"':
            if not self.draft.last.startswith(prefix) or not self.draft.last:
                self.report("po-syntax", number, at + 1, "This string continues nothing.", "Put a keyword before it.")
                return
            self.draft.fields[self.draft.last] += self.string(number, text, at)
            return
        keyword = _KEYWORD.match(text, at)
        if keyword is None:
            word = text[at:].split()[0]
            fix = "Write msgctxt, msgid, msgid_plural, msgstr, or begin a comment with #."
            self.report("po-syntax", number, at + 1, f"`{word}` is no keyword of a PO file.", fix)
            return
        name = prefix + keyword[1]
        if not prefix and keyword[1] in ("msgctxt", "msgid") and self.draft.complete:
            self.flush(number)
        if name in self.draft.fields:
            self.report(
                "po-syntax", number, at + 1, f"A second {keyword[1]} in one entry.", "Begin a new entry, or remove it."
            )
        self.draft.last = name
        self.draft.lines[name] = number
        self.draft.fields[name] = self.string(number, text, keyword.end())

    def string(self, number: int, text: str, at: int) -> str:
        """The string that opens at the 0-based column *at* of *text*."""
        if at >= len(text) or text[at] != '"':
            smart = at < len(text) and text[at] in _SMART
            message = f"`{text[at]}` does not open a string." if at < len(text) else "A string is missing here."
            fix = 'Write a straight " there.' if smart else 'Write the words in straight quotes: "…".'
            self.report("po-quote", number, at + 1, message, fix)
            return ""
        words: list[str] = []
        position = at + 1
        while position < len(text):
            character = text[position]
            if character == '"':
                if text[position + 1 :].strip():
                    self.report(
                        "po-quote", number, position + 1, "An unescaped double quote inside the string.", 'Write \\".'
                    )
                return "".join(words)
            if character == "\\":
                follower = text[position + 1 : position + 2]
                if follower not in _ESCAPES or not follower:
                    self.report(
                        "po-escape",
                        number,
                        position + 1,
                        f"`\\{follower}` is no escape.",
                        "Write \\\\ for a backslash.",
                    )
                words.append(_ESCAPES.get(follower, follower))
                position += 2
                continue
            words.append(character)
            position += 1
        self.report("po-quote", number, len(text) + 1, "The string is not closed.", 'Write " at its end.')
        return "".join(words)

    def flush(self, number: int) -> None:
        """End the entry that is being read; *number* is the line after it."""
        draft, self.draft = self.draft, _Draft()
        if not draft.fields:
            if draft.raw and self.entries:
                last = self.entries[-1]
                self.entries[-1] = _with_raw(last, last.raw + "".join(draft.raw))
            elif draft.raw:
                self.draft.raw = draft.raw
            return
        line = draft.lines.get("msgid", min(draft.lines.values()))
        if not draft.broken:
            missing = next((name for name in ("msgid", "msgstr") if not _has(draft, name)), "")
            if missing:
                self.report("po-syntax", line, 1, f"The entry has no {missing}.", f'Add {missing} "".')
                self.draft.broken = False
        entry = Entry(
            msgid=draft.fields.get("msgid", ""),
            msgstr=draft.fields.get("msgstr", ""),
            context=draft.fields.get("msgctxt", ""),
            plural=draft.fields.get("msgid_plural", ""),
            plurals=tuple(words for name, words in draft.fields.items() if name.startswith("msgstr[")),
            flags=tuple(draft.flags),
            comments=tuple(draft.comments),
            extracted=tuple(draft.extracted),
            references=tuple(draft.references),
            previous=draft.fields.get("previous msgid", ""),
            previous_context=draft.fields.get("previous msgctxt", ""),
            obsolete=draft.obsolete,
            line=line,
            msgstr_line=draft.lines.get("msgstr", line),
            raw="".join(draft.raw),
        )
        if not entry.obsolete and entry.key in self.first:
            words = entry.msgid if len(entry.msgid) < 40 else entry.msgid[:40] + "…"
            message = f"A second message '{words}'; the first stands at line {self.first[entry.key]}."
            self.report("po-duplicate", line, 1, message, "Keep one of them.")
            self.draft.broken = False
        self.first.setdefault(entry.key, line)
        self.entries.append(entry)


def _has(draft: _Draft, name: str) -> bool:
    return any(each == name or each.startswith(f"{name}[") for each in draft.fields)


def _with_raw(entry: Entry, raw: str) -> Entry:
    return replace(entry, raw=raw)


def parse(path: str, data: bytes) -> tuple[Catalog | None, tuple[Finding, ...]]:
    """The catalog in *data*, or every mistake in it; *path* is for places only.

    What is not UTF-8 is refused, as are a byte order mark, merge conflicts, open strings and duplicates, all of which
    other readers let pass with wrong words as the result. `dump` of what was read gives the same bytes.
    """
    if data.startswith(b"\xef\xbb\xbf"):
        bom = Finding("po-bom", "error", "The file begins with a byte order mark.", Place(path, 1, 1),
                      "Save it as UTF-8 without BOM.")  # fmt: skip
        return None, (bom,)
    try:
        words = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = len(before) - (before.rfind(b"\n") + 1) + 1
        place = Place(path, before.count(b"\n") + 1, column)
        return None, (Finding("po-encoding", "error", "This is not UTF-8.", place, "Save the file as UTF-8."),)
    reader = _Reader(path)
    lines = words.splitlines(keepends=True) if "\n" not in words else re.findall(r"[^\n]*\n|[^\n]+$", words)
    for number, line in enumerate(lines, 1):
        reader.read(number, line)
    reader.flush(len(lines) + 1)
    header = next((entry for entry in reader.entries if not entry.msgid and not entry.obsolete), None)
    if not reader.findings and (header is None or not re.search(r"charset=utf-8", header.msgstr, re.IGNORECASE)):
        reader.report("po-header", header.line if header else 1, 1, "The header does not name the charset UTF-8.",
                      'Add "Content-Type: text/plain; charset=UTF-8\\n" to the header.')  # fmt: skip
    if reader.findings:
        return None, tuple(reader.findings)
    return catalog(path, reader.entries, "\r\n" if "\r\n" in words else "\n"), ()
