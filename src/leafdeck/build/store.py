"""The output folder: files appear whole or not at all, and `manifest.json` says what each one is."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from leafdeck.model import Finding, Place

MANIFEST = "manifest.json"
TEMPORARY = ".tmp-"


def write(folder: Path, relative: str, data: bytes) -> tuple[Finding, ...]:
    """Put *data* at *relative* below *folder*, replacing what stands there in one step (POSIX rename).

    After a crash or on a full disk the earlier file is intact. The finding says why a file could not be written.
    """
    path = folder / relative
    temporary = path.with_name(f"{TEMPORARY}{os.getpid()}-{path.name}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        _remove(temporary)
        return (refusal(path, error),)
    return ()


def refusal(path: Path, error: OSError) -> Finding:
    """Why *path* cannot be written, as a finding."""
    reason = error.strerror or type(error).__name__
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return Finding("disk-full", "error", f"{reason}: {path}.", Place(path.as_posix()), "Free some space.")
    return Finding(
        "cannot-write", "error", f"{reason}: {path}.", Place(path.as_posix()), "Choose another folder with --out."
    )


def sweep(folder: Path) -> None:
    """Remove what a killed build left half-written. Call it only while holding the folder's lock."""
    for leftover in folder.rglob(f"{TEMPORARY}*"):
        _remove(leftover)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        # A folder that may not be written may not be swept either; the write has been reported already.
        return


def recorded(folder: Path) -> dict[str, dict[str, Any]]:
    """Outputs by path as the folder's manifest records them, as far as their files still stand."""
    try:
        outputs = json.loads((folder / MANIFEST).read_bytes())["outputs"]
        return {entry["path"]: entry for entry in outputs if (folder / entry["path"]).is_file()}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def record(
    folder: Path, outputs: Sequence[Mapping[str, Any]], versions: Mapping[str, str], fonts: Mapping[str, str]
) -> tuple[Finding, ...]:
    """Write the folder's manifest: *outputs* join those recorded before, by path."""
    entries = recorded(folder) | {str(output["path"]): dict(output) for output in outputs}
    manifest = {
        "versions": dict(sorted(versions.items())),
        "fonts": dict(sorted(fonts.items())),
        "outputs": [entries[path] for path in sorted(entries)],
    }
    words = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    return write(folder, MANIFEST, words.encode())
