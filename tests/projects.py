"""A small whole project in a folder of its own: `tests/project/` with the shipped templates and phrases."""

from __future__ import annotations

import shutil
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent


def tiny_project(folder: Path) -> Path:
    """A fresh copy of the tiny project below *folder*; edit it as you like."""
    root = folder / "tiny"
    shutil.copytree(REPOSITORY / "tests/project", root)
    shutil.copytree(REPOSITORY / "templates", root / "templates")
    shutil.copy(REPOSITORY / "content/ui.toml", root / "content/ui.toml")
    return root


def edit(root: Path, name: str, old: str, new: str) -> None:
    """Replace *old* by *new* in the file *name* of the project; AssertionError where *old* does not stand there."""
    path = root / name
    words = path.read_text(encoding="utf-8")
    assert old in words, f"{name} holds no {old!r}"
    path.write_text(words.replace(old, new), encoding="utf-8")
