"""A small whole project in a folder of its own, and the command line run on it as people run it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
RENDER = (sys.executable, str(REPOSITORY / "render.py"))
DAY = "2026-11-24"
"""The day it is in tests."""


def tiny_project(folder: Path) -> Path:
    """A fresh copy of `tests/project/` below *folder*, with the shipped templates and phrases; edit it as you like.

    The phrases cite none of the shipped claims, which a tiny project does not have, and say none of their dates.
    """
    root = folder / "tiny"
    shutil.copytree(REPOSITORY / "tests/project", root)
    shutil.copytree(REPOSITORY / "templates", root / "templates")
    phrases = (REPOSITORY / "content/ui.toml").read_text(encoding="utf-8")
    (root / "content/ui.toml").write_text(re.sub(r"(?:,? as of \w+ \d{4})? \[@[^\]]*\]", "", phrases), encoding="utf-8")
    return root


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Replace *old* by *new* in the file *name* of the project; AssertionError where *old* does not stand there."""
    path = root / name
    words = path.read_text(encoding="utf-8")
    assert old in words, f"{name} holds no {old!r}"
    path.write_text(words.replace(old, new), encoding="utf-8")


def add(root: Path, name: str, words: str) -> None:
    """Write *words* to the file *name* of the project, after what stands there."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(words)


def plain_environment(**changes: str) -> dict[str, str]:
    """What a process needs of this one's environment, and *changes*."""
    # The last four are how ./dev points at libraries and fonts that it unpacked itself.
    kept = (
        "PATH", "HOME", "LANG", "TMPDIR",
        "LEAFDECK_FONT_PATH", "FONTCONFIG_FILE", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH",
    )  # fmt: skip
    return {name: os.environ[name] for name in kept if name in os.environ} | changes


def command(
    root: Path, *arguments: str, environment: Mapping[str, str] | None = None, before: str = ""
) -> subprocess.CompletedProcess[str]:
    """`render.py ARGUMENTS` in the folder *root*, run as a process; *before* is Python that the process runs first."""
    doorway = f"import runpy, sys; sys.argv[0] = {RENDER[1]!r}; runpy.run_path(sys.argv[0], run_name='__main__')"
    program = [RENDER[0], "-c", f"{before}\n{doorway}"] if before else list(RENDER)
    return subprocess.run(
        [*program, *arguments], cwd=root, env=plain_environment(**(environment or {})), capture_output=True, text=True,
        timeout=120,
    )  # fmt: skip


def files(folder: Path) -> dict[str, bytes]:
    """Every file below *folder* by path, but for locks."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }
