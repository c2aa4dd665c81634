"""What a catalog holds: entries, and the states they can be in (GNU gettext manual, 3 and 4)."""

from __future__ import annotations

from collections.abc import Mapping
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
    """True for an entry whose message is gone from the content; its lines begin with `#~`."""
    line: int = field(default=0, compare=False)
    """Line of the msgid, from 1; 0 where the entry has not been read from a file."""
    msgstr_line: int = field(default=0, compare=False)
    raw: str = field(default="", compare=False)
    """The entry as it stood in the file, without its last line end; empty where it must be written anew."""
    gap: str = field(default="", compare=False)
    """What stood between the entry and the next one: its last line end, and blank lines."""

    @property
    def key(self) -> tuple[str, str]:
        """What makes the entry unique: context and msgid."""
        return self.context, self.msgid

    @property
    def is_header(self) -> bool:
        """True for the entry that describes the file."""
        return not self.msgid

    @property
    def living(self) -> bool:
        """True for a message of the content, as far as the file knows."""
        return bool(self.msgid) and not self.obsolete

    @property
    def made_for(self) -> tuple[str, str]:
        """Context and msgid of the words the translation was made for."""
        return (self.previous_context, self.previous) if self.fuzzy and self.previous else self.key

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
    """Entries in file order: the header, messages, obsolete entries."""
    newline: str = "\n"
    tail: str = "\n"
    """What stands after the last entry: its line end, and comments that belong to nothing."""
    index: Mapping[tuple[str, str], Entry] = field(init=False, repr=False, compare=False)
    """Living entries by context and msgid."""

    def __post_init__(self) -> None:
        """Index the entries."""
        object.__setattr__(self, "index", {entry.key: entry for entry in self.entries if entry.living})

    @property
    def header(self) -> Mapping[str, str]:
        """The fields of the header entry, as they stand there."""
        lines = next((entry.msgstr for entry in self.entries if entry.is_header), "").split("\n")
        return {name: value.strip() for name, _, value in (line.partition(":") for line in lines) if name}

    def find(self, msgid: str, context: str = "") -> Entry | None:
        """The living entry of *msgid*; None where there is none."""
        return self.index.get((context, msgid))


def state(entry: Entry) -> StateName:
    """How far *entry* has come. Whether a second person has reviewed it stands in the ledger, not here.

    A machine draft is marked as one until a person takes the mark away, be it fuzzy or not: editors of PO files clear
    the flag with one key, and a comment stays. A draft whose source has changed since, and every other fuzzy entry,
    is stale: made for other words, or sent back by a translator.
    """
    if not entry.msgstr.strip():
        return "missing"
    if entry.fuzzy and entry.previous:
        return "stale"
    if any(comment.casefold().startswith(MACHINE) for comment in entry.comments):
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
    living = [entry for entry in of.entries if entry.living]
    names = [state(entry) for entry in living]
    left = sum(len(entry.msgid.split()) for entry, name in zip(living, names, strict=True) if name != "translated")
    return Counts(names.count("translated"), names.count("machine"), names.count("stale"), names.count("missing"), left)
