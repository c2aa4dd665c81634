"""PO files, read strictly: every mistake with its line and column, none of them guessed away.

The grammar is that of the GNU gettext manual, section 3, without plural forms (nothing here could print them). Since
2025 a line of flags may begin with `#=` as well as with `#,`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from leafdeck.catalog.entry import Catalog, Entry
from leafdeck.catalog.flags import near_fuzzy, read_flags
from leafdeck.catalog.strings import OPENERS, read_string
from leafdeck.model import Finding, Place

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_MARK = re.compile(r"\s*(#~\||#[~|.:,=]?|)\s*")
_WORD = re.compile(rf"[^\s{OPENERS}]+")
_PLURAL = re.compile(r"msgid_plural|msgstr\[\d+\]")
_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})(?![^ \n])")
_PREVIOUS = "previous "
_SHOWN = 40
"""Characters of a message that a finding repeats."""


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
    plural: bool = False
    broken: bool = False
    """True after a mistake: what else the entry lacks may only follow from it."""

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
        """Line of the first entry of each key."""
        self.in_conflict = False

    def report(self, id_: str, line: int, column: int, message: str, fix: str) -> None:
        self.findings.append(Finding(id_, "error", message, Place(self.path, line, column), fix))
        self.draft.broken = True

    def read(self, number: int, line: str) -> None:
        """Take the line *number*, with its line end."""
        text = line.rstrip("\r\n")
        if conflict := _CONFLICT.match(text):
            self.conflict(number, conflict[1][0])
        elif text.strip():
            self.take(number, text)
        self.draft.raw.append(line)

    def conflict(self, number: int, sign: str) -> None:
        """A mark that git left; a whole conflict is one finding, and its two sides are not held against each other."""
        if not self.in_conflict:
            fix = "Keep the words of one side and remove the lines <<<<<<<, ======= and >>>>>>>."
            self.report("po-conflict", number, 1, "A merge conflict was left here.", fix)
        self.in_conflict = sign != ">"
        self.draft.broken = True

    def take(self, number: int, text: str) -> None:
        mark = _MARK.match(text)
        assert mark is not None  # noqa: S101 - the pattern matches every line
        sign, at = mark[1], mark.end()
        if sign not in ("", "#~") and self.draft.complete:
            self.flush()
        words = text[at:].strip()
        if sign in ("#", "#,", "#=", "#.", "#:"):
            self.flags(number, text, at)
        match sign:
            case "#," | "#=":
                self.draft.flags += read_flags(words)
            case "#.":
                self.draft.extracted.append(words)
            case "#:":
                self.draft.references += words.split()
            case "#":
                self.draft.comments.append(words)
            case _ if words:
                self.statement(number, text, at, sign)

    def flags(self, number: int, text: str, at: int) -> None:
        """A line that means `#, fuzzy` and does not say so: what it marks would print as a person's work."""
        if near := near_fuzzy(text, at):
            message = f"`{text.strip()}` does not set the flag `fuzzy`."
            self.report("po-flag", number, near.start() + 1, message, "Write `#, fuzzy`, or remove the word.")

    def statement(self, number: int, text: str, at: int, sign: str) -> None:
        """A keyword with its string, or a string that continues the one before; *sign* is what the line begins with."""
        word = _WORD.match(text, at)
        if word is not None:
            self.keyword(number, text, at, sign, word[0])
        elif text[at] != '"':
            self.string(number, text, at)
        elif not self.draft.last or self.draft.last.startswith(_PREVIOUS) != sign.endswith("|"):
            self.report("po-syntax", number, at + 1, "This string continues nothing.", "Put a keyword before it.")
        else:
            self.of_one_kind(number, at, sign)
            self.draft.fields[self.draft.last] += self.string(number, text, at)

    def keyword(self, number: int, text: str, at: int, sign: str, word: str) -> None:
        """The field *word* with its string."""
        previous = sign.endswith("|")
        name = _PREVIOUS + word if previous else word
        plural = _PLURAL.fullmatch(word) is not None
        if not plural and word not in (("msgctxt", "msgid") if previous else ("msgctxt", "msgid", "msgstr")):
            fix = "Write msgctxt, msgid or msgstr, or begin a comment with #."
            self.report("po-syntax", number, at + 1, f"`{word}` is no keyword of a PO file.", fix)
            return
        if name in ("msgctxt", "msgid") and (self.draft.complete or name in self.draft.fields):
            self.flush()
        self.of_one_kind(number, at, sign)
        if plural and not self.draft.plural:
            fix = "Remove the entry: numbers stand in the words, so a message never has plural forms."
            self.report("po-plural", number, at + 1, "Plural forms are not printed here.", fix)
            self.draft.plural = True
        if name in self.draft.fields and not self.draft.broken:
            fix = "Keep one of them, or begin a new entry with msgid."
            self.report("po-syntax", number, at + 1, f"A second {word} in one entry.", fix)
        self.draft.last = name
        self.draft.lines[name] = number
        self.draft.fields[name] = self.string(number, text, at + len(word))

    def of_one_kind(self, number: int, at: int, sign: str) -> None:
        """All lines of an entry are obsolete, or none; `#|` and `#~|` may go before either."""
        if sign.endswith("|"):
            return
        obsolete = sign == "#~"
        begun = any(not name.startswith(_PREVIOUS) for name in self.draft.fields)
        if begun and obsolete != self.draft.obsolete and not self.draft.broken:
            self.report("po-syntax", number, at + 1, "One part of the entry is obsolete and the other is not.",
                        "Begin each of its lines with #~, or none.")  # fmt: skip
        self.draft.obsolete = obsolete

    def string(self, number: int, text: str, at: int) -> str:
        """The string in *text* that opens at the 0-based column *at*, or after spaces."""
        words, mistakes = read_string(text, at)
        for mistake in mistakes:
            self.report(mistake.id, number, mistake.column, mistake.message, mistake.fix)
        return words

    def flush(self) -> None:
        """End the entry that is being read, and begin the next."""
        draft = self.draft
        line = draft.lines.get("msgid") or min(draft.lines.values())
        words = "".join(draft.raw)
        raw = words.rstrip()
        entry = Entry(
            msgid=draft.fields.get("msgid", ""),
            msgstr=draft.fields.get("msgstr", ""),
            context=draft.fields.get("msgctxt", ""),
            flags=tuple(draft.flags),
            comments=tuple(draft.comments),
            extracted=tuple(draft.extracted),
            references=tuple(draft.references),
            previous=draft.fields.get(f"{_PREVIOUS}msgid", ""),
            previous_context=draft.fields.get(f"{_PREVIOUS}msgctxt", ""),
            obsolete=draft.obsolete,
            line=line,
            msgstr_line=draft.lines.get("msgstr", line),
            raw=raw,
            gap=words[len(raw) :],
        )
        if not draft.broken:
            self.judge(entry, draft)
        self.entries.append(entry)
        self.draft = _Draft(broken=self.in_conflict)

    def judge(self, entry: Entry, draft: _Draft) -> None:
        """What is wrong with an entry as a whole."""
        lacking = next((name for name in ("msgid", "msgstr") if name not in draft.fields), "")
        if lacking:
            self.report("po-syntax", entry.line, 1, f"The entry has no {lacking}.", f'Add {lacking} "".')
        elif entry.is_header and (entry.context or entry.obsolete):
            fix = "Write the source words there; only the header of the file has an empty msgid."
            self.report("po-syntax", entry.line, 1, "The msgid is empty.", fix)
        elif entry.key in self.first:
            words = entry.msgid if len(entry.msgid) <= _SHOWN else entry.msgid[:_SHOWN] + "…"
            what = f"message '{words}'" if words else "header"
            message = f"A second {what}; the first stands at line {self.first[entry.key]}."
            self.report("po-duplicate", entry.line, 1, message, "Keep one of them.")
        elif entry.is_header and not re.search(r"charset=utf-8\b", entry.msgstr, re.IGNORECASE):
            fix = 'Add "Content-Type: text/plain; charset=UTF-8\\n" to the header.'
            self.report("po-header", entry.line, 1, "The header does not name the charset UTF-8.", fix)
        self.first.setdefault(entry.key, entry.line)

    def finish(self) -> str:
        """End the file. Its tail: what stands after the last entry."""
        if self.draft.fields:
            self.flush()
        if not any(entry.is_header for entry in self.entries):
            fix = 'Begin it with msgid "" and msgstr "Content-Type: text/plain; charset=UTF-8\\n".'
            self.report("po-header", 1, 1, "The file has no header.", fix)
        gap = self.entries[-1].gap if self.entries else ""
        return gap + "".join(self.draft.raw)


def parse(path: str, data: bytes) -> tuple[Catalog | None, tuple[Finding, ...]]:
    """The catalog in *data*, or every mistake in it, by line; *path* is for places only.

    What is not UTF-8 is refused, as are a byte order mark, merge conflicts, open strings and duplicates, all of which
    other readers let pass with wrong words as the result. `dump` of what was read gives the same bytes.
    """
    reader = _Reader(path)
    if data.startswith(b"\xef\xbb\xbf"):
        reader.report("po-bom", 1, 1, "The file begins with a byte order mark.", "Save it as UTF-8 without BOM.")
        data = data[3:]
    try:
        words = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        column = len(before) - before.rfind("\n")
        reader.report("po-encoding", before.count("\n") + 1, column, "This is not UTF-8.", "Save the file as UTF-8.")
        if b"\0" in data:  # UTF-16: each of its lines would be a mistake of its own.
            return None, tuple(reader.findings)
        words = data.decode(errors="replace")
    reader.draft.broken = False
    for number, line in enumerate(_LINE.findall(words), 1):
        reader.read(number, line)
    tail = reader.finish()
    if reader.findings:
        return None, tuple(sorted(reader.findings, key=lambda finding: finding.place))
    return Catalog(path, tuple(reader.entries), "\r\n" if "\r\n" in words else "\n", tail), ()
