"""The output folder: files appear whole or not at all, and `manifest.json` says what each one is."""

from __future__ import annotations

import errno
import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from leafdeck.model import Finding, Place

MANIFEST = "manifest.json"
TEMPORARY = re.compile(r"\.leafdeck-\d+-.+")
"""Names of files that are being written. Only ours: an output folder may hold other people's files too."""

SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def write(folder: Path, relative: str, data: bytes) -> tuple[Finding, ...]:
    """Put *data* at *relative* below *folder*, replacing what stands there in one step (POSIX rename).

    After a crash, an interruption or on a full disk the earlier file is intact. The finding says why a file could not
    be written.
    """
    path = folder / relative
    temporary = path.with_name(f".leafdeck-{os.getpid()}-{path.name}")
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
    except BaseException:
        _remove(temporary)
        raise
    return ()


def refusal(path: Path, error: OSError) -> Finding:
    """Why *path* cannot be written, as a finding."""
    reason = error.strerror or type(error).__name__
    place = Place(path.as_posix())
    if out_of_space(error):
        return Finding("disk-full", "error", f"{reason}: {path}.", place, "Free some space.")
    fix = "Mend its permissions, or name another folder with --out."
    return Finding("cannot-write", "error", f"{reason}: {path}.", place, fix)


def out_of_space(error: OSError) -> bool:
    """True where there was no room: a full disk, a quota, a limit on the size of files."""
    return error.errno in SPACE


def sweep(folder: Path) -> None:
    """Remove what a killed build left half-written. Call it only while holding the folder's lock."""
    for leftover in (*folder.glob(".leafdeck-*"), *folder.glob("*/*/.leafdeck-*")):
        if TEMPORARY.fullmatch(leftover.name):
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
        return {entry["path"]: entry for entry in _read(folder)["outputs"] if (folder / entry["path"]).is_file()}
    except (OSError, KeyError, TypeError):
        return {}


def _read(folder: Path) -> dict[str, Any]:
    """The folder's manifest; empty where there is none, or it is none of ours."""
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return manifest if isinstance(manifest, dict) else {}


def record(
    folder: Path, output: Mapping[str, Any], versions: Mapping[str, str], fonts: Mapping[str, str]
) -> tuple[Finding, ...]:
    """Write the folder's manifest: *output* joins those recorded before, by path.

    *fonts* join as well; a font that no output of the folder holds any more leaves the list.
    """
    entries = recorded(folder) | {str(output["path"]): dict(output)}
    before = _read(folder).get("fonts")
    digests = {**(before if isinstance(before, dict) else {}), **fonts}
    held = {name for entry in entries.values() for name in entry.get("fonts", ())}
    manifest = {
        "versions": dict(sorted(versions.items())),
        "fonts": {name: digests[name] for name in sorted(digests) if name in held},
        "outputs": [entries[path] for path in sorted(entries)],
    }
    words = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    return write(folder, MANIFEST, words.encode())
