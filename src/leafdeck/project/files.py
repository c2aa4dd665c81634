"""Files of a project, read once and with care: what is no file, too large, elsewhere or not UTF-8 is a finding."""

from __future__ import annotations

import stat
from collections.abc import Sequence
from pathlib import Path

from leafdeck.model import Finding, Place

MISSING = "missing-file"
OUTSIDE = "outside-project"

LARGEST = 16_000_000
"""Bytes a file of a project may have; a catalog of a thousand messages has half a million."""


def shown(path: Path, root: Path) -> str:
    """*path* as findings name it: relative to *root* where it lies inside, with forward slashes."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def read_bytes(path: Path, root: Path) -> tuple[bytes | None, tuple[Finding, ...]]:
    """The bytes of *path*, or why they cannot be had.

    A file named inside the project must lie there: a link that leads out of it would print what nobody reviewed.
    """
    name = shown(path, root)

    def refused(id_: str, message: str, fix: str) -> tuple[None, tuple[Finding, ...]]:
        return None, (Finding(id_, "error", message, Place(name), fix),)

    try:
        known = path.stat()
        if leads_out(path, root):
            return refused(OUTSIDE, f"{name} leads out of the project.", "Put the file itself there.")
        if not stat.S_ISREG(known.st_mode):
            return refused("unreadable-file", f"{name} is no file.", "Put a file there, or mend the name.")
        if known.st_size > LARGEST:
            size = f"{known.st_size / 1_000_000:.0f} MB"
            return refused(
                "huge-file", f"{name} has {size}; {LARGEST // 1_000_000} MB are allowed.", "Split or shrink it."
            )
        return path.read_bytes(), ()
    except FileNotFoundError:
        return refused(MISSING, f"There is no file {name}.", "Write it, or mend the name.")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return refused("unreadable-file", f"{name} cannot be read: {reason}.", "Mend its permissions, or its name.")


def leads_out(path: Path, root: Path) -> bool:
    """True where *path* is named inside the project at *root* and, by a link, lies elsewhere."""
    return path.is_relative_to(root) and not path.resolve().is_relative_to(root.resolve())


def read_file(path: Path, root: Path) -> tuple[str | None, tuple[Finding, ...]]:
    """The UTF-8 text of *path*, or why it cannot be had."""
    data, findings = read_bytes(path, root)
    if data is None:
        return None, findings
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        place = Place(shown(path, root), data.count(b"\n", 0, error.start) + 1)
        return None, (Finding("not-utf8", "error", "The file is not UTF-8.", place, "Save it as UTF-8."),)


def is_absent(findings: Sequence[Finding]) -> bool:
    """True where *findings* of a read say that there is no such file, which for some files is no mistake."""
    return any(finding.id == MISSING for finding in findings)


def listed(folder: Path, pattern: str) -> tuple[Path, ...]:
    """The paths in *folder* that match *pattern*, in order; none where there is no such folder.

    Hidden files are an editor's business (`.#tea.md`), not the project's.
    """
    return tuple(sorted(path for path in folder.glob(pattern) if not path.name.startswith(".")))
