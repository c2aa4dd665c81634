"""Which font files carry a family, by the names inside them (OpenType `name` and `OS/2` tables)."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

FOLDERS = (
    "~/.local/share/fonts",
    "~/.fonts",
    "~/Library/Fonts",
    "/usr/local/share/fonts",
    "/usr/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
)
"""Where systems keep fonts."""

_SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})
_FAMILY_NAMES = (1, 16)
"""Name ids of the family, and of the family that holds more than four styles."""
_REGULAR, _BOLD = 400, 700
_TOLERANCE = 100
"""How far a weight may be from the one asked for: Medium serves as regular, semibold as bold."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """One face: a font file, and its place in a collection."""

    path: Path
    index: int = 0


@dataclass(frozen=True, slots=True)
class Typeface:
    """A family with the two weights that documents use."""

    family: str
    regular: FontFile
    bold: FontFile
    """The regular face where the family has no bold one, or one variable font holds both."""

    @property
    def files(self) -> tuple[Path, ...]:
        """The font files, each once."""
        return tuple(dict.fromkeys((self.regular.path, self.bold.path)))


@dataclass(frozen=True, slots=True)
class _Face:
    file: FontFile
    families: frozenset[str]
    weight: float
    upright: bool
    """Neither italic nor narrow nor wide."""
    variable: bool


def font_folders() -> tuple[Path, ...]:
    """The folders to look for fonts in, that exist: those named in `LEAFDECK_FONT_PATH` first, then the system's."""
    named = filter(None, os.environ.get("LEAFDECK_FONT_PATH", "").split(os.pathsep))
    folders = (Path(os.path.expanduser(folder)) for folder in (*named, *FOLDERS))  # noqa: PTH111 - never raises
    return tuple(dict.fromkeys(folder for folder in folders if folder.is_dir()))


def typefaces(families: Sequence[str], search: Sequence[Path]) -> tuple[tuple[Typeface, ...], tuple[str, ...]]:
    """The typefaces of *families* in the folders *search* and below, in the order asked, and the missing families.

    A face counts as upright, of normal width, and near weight 400 or 700. Files that look like the family are opened
    first, and where both weights are found the others stay closed. An earlier folder wins over a later one.
    """
    files = tuple(path for folder in search for path in _font_files(folder))
    found: list[Typeface] = []
    missing: list[str] = []
    for family in dict.fromkeys(families):
        typeface = _typeface(family, files)
        if typeface:
            found.append(typeface)
        else:
            missing.append(family)
    return tuple(found), tuple(missing)


def _typeface(family: str, files: Sequence[Path]) -> Typeface | None:
    regular: list[_Face] = []
    bold: list[_Face] = []
    for alike in (2, 1, 0):
        for path in files:
            if _likeness(path.stem, family) == alike:
                for face in _faces_of(path):
                    if face.upright and _key(family) in face.families:
                        (regular if face.weight < (_REGULAR + _BOLD) / 2 else bold).append(face)
        # A static face is measured and embedded as it is; a variable one only where there is no other.
        first = _nearest(regular, _REGULAR)
        second = _nearest(bold, _BOLD)
        if first and (second or first.variable):
            return Typeface(family, first.file, (second or first).file)
    return Typeface(family, first.file, first.file) if first else None


def _nearest(faces: Sequence[_Face], weight: int) -> _Face | None:
    near = [face for face in faces if abs(face.weight - weight) <= _TOLERANCE]
    return min(near, key=lambda face: (face.variable, abs(face.weight - weight)), default=None)


def _key(name: str) -> str:
    return re.sub(r"[\W_]", "", name.casefold())


def _likeness(stem: str, family: str) -> int:
    """2 where the file is named after the family, 1 where the family's name goes on (a collection), 0 otherwise."""
    asked = _key(family)
    if _key(stem).startswith(asked):
        return 2
    return 1 if asked.startswith(_key(re.split(r"[-.\[]", stem)[0]) or "\0") else 0


def _font_files(folder: Path) -> Iterator[Path]:
    """Every font file in *folder* and below, in a fixed order. Linked folders are followed, each once."""
    seen: set[str] = set()
    for root, folders, names in os.walk(folder, followlinks=True):
        real = os.path.realpath(root)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        folders.sort()
        yield from (Path(root, name) for name in sorted(names) if Path(name).suffix.lower() in _SUFFIXES)


def _faces_of(path: Path) -> tuple[_Face, ...]:
    try:
        status = path.stat()
    except OSError:
        return ()
    return _read(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=4096)
def _read(path: Path, _modified: int, _size: int) -> tuple[_Face, ...]:
    """The faces of the file, read again only when it has changed; none where it cannot be read as a font."""
    try:
        blob = hb.Blob.from_file_path(str(path))
    except hb.HarfBuzzError:
        return ()
    faces = (hb.Face(blob, index) for index in range(hb.Face(blob).count))
    return tuple(_face(FontFile(path, index), face) for index, face in enumerate(faces))


def _face(file: FontFile, face: hb.Face) -> _Face:
    font = hb.Font(face)
    names = (
        face.get_name(entry.name_id, entry.language) for entry in face.list_names() if entry.name_id in _FAMILY_NAMES
    )
    upright = font.get_style_value(hb.StyleTag.ITALIC) == 0 and font.get_style_value(hb.StyleTag.WIDTH) == 100
    return _Face(
        file,
        frozenset(_key(name) for name in names if name),
        font.get_style_value(hb.StyleTag.WEIGHT),
        upright,
        bool(face.has_var_data),
    )
