"""What a catalog holds: entries, and the states they can be in (GNU gettext manual, 3 and 4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Literal

MACHINE = "machine:"
"""A translator comment that begins so marks a draft nobody has checked."""

StateName = Literal["missing", "machine", "stale", "translated"]


@dataclass(frozen=True, slots=True)
class Message:
    """One message the content offers to translators."""

    msgid: str
    context: str
    id: str
    """Where it stands, such as `evidence.fifteen/p2`."""
    kind: str
    note: str
    reference: str
    """The file it comes from, without a line number: lines change with every edit."""
    limit: str = ""
    """How long it may be, in words a translator can use."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a PO file."""

    msgid: str
    msgstr: str
    context: str = ""
    plural: str = ""
    """The msgid_plural; our own messages never have one, but a file may."""
    plurals: tuple[str, ...] = ()
    """msgstr[0] and on, where there is a plural."""
    flags: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    """What translators wrote: lines that begin with `# `."""
    extracted: tuple[str, ...] = ()
    """What we tell translators: lines that begin with `#. `."""
    references: tuple[str, ...] = ()
    previous: str = ""
    """The msgid the translation was made for, where that has changed since."""
    previous_context: str = ""
    obsolete: bool = False
    line: int = field(default=0, compare=False)
    """Line of the msgid, from 1; 0 where the entry has not been read from a file."""
    msgstr_line: int = field(default=0, compare=False)
    raw: str = field(default="", compare=False)
    """The entry as it stood in the file, with the blank lines after it; empty where it must be written anew."""

    @property
    def key(self) -> tuple[str, str]:
        """What makes the entry unique: context and msgid."""
        return self.context, self.msgid

    @property
    def fuzzy(self) -> bool:
        """True where the translation needs work."""
        return "fuzzy" in self.flags

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the places where the message stands."""
        marked = (line.removeprefix("id: ") for line in self.extracted if line.startswith("id: "))
        return tuple(line.split(" · ")[0] for line in marked)


@dataclass(frozen=True, slots=True)
class Catalog:
    """One PO file."""

    path: str
    entries: tuple[Entry, ...]
    """The header first, where there is one; then entries in file order, obsolete ones among them."""
    newline: str = "\n"
    index: Mapping[tuple[str, str], Entry] = field(default_factory=dict, repr=False, compare=False)
    """Living entries by context and msgid."""

    @property
    def header(self) -> Mapping[str, str]:
        """The fields of the header entry, as they stand there."""
        lines = next((entry.msgstr for entry in self.entries if not entry.msgid), "").split("\n")
        return {name: value.strip() for name, _, value in (line.partition(":") for line in lines) if name}

    def find(self, msgid: str, context: str = "") -> Entry | None:
        """The living entry of *msgid*; None where there is none."""
        return self.index.get((context, msgid))


def catalog(path: str, entries: Iterable[Entry], newline: str = "\n") -> Catalog:
    """A catalog of *entries*, indexed."""
    kept = tuple(entries)
    return Catalog(path, kept, newline, {entry.key: entry for entry in kept if entry.msgid and not entry.obsolete})


def is_machine(entry: Entry) -> bool:
    """True for a machine draft of these very words: fuzzy, marked as one, and the source unchanged since."""
    marked = any(comment.strip().startswith(MACHINE) for comment in entry.comments)
    return entry.fuzzy and marked and not entry.previous


def is_stale(entry: Entry) -> bool:
    """True where the translation was made for other words, or a translator says that it needs work."""
    return entry.fuzzy and not is_machine(entry)


def state(entry: Entry) -> StateName:
    """How far *entry* has come. Whether a second person has reviewed it stands in the ledger, not here."""
    if not entry.msgstr and not any(entry.plurals):
        return "missing"
    if is_machine(entry):
        return "machine"
    return "stale" if entry.fuzzy else "translated"


@dataclass(frozen=True, slots=True)
class Counts:
    """Messages of a catalog by state."""

    translated: int
    machine: int
    stale: int
    missing: int
    words_left: int
    """Source words of the messages that no person has translated yet."""

    def summary(self) -> dict[str, int]:
        """The counts by name."""
        return asdict(self)


def status(of: Catalog) -> Counts:
    """How far the living entries of a catalog have come."""
    living = [entry for entry in of.entries if entry.msgid and not entry.obsolete]
    names = [state(entry) for entry in living]
    left = sum(len(entry.msgid.split()) for entry, name in zip(living, names, strict=True) if name != "translated")
    return Counts(names.count("translated"), names.count("machine"), names.count("stale"), names.count("missing"), left)
