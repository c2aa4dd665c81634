"""`leafdeck.toml`, the file that marks the root of a project, and the manifests beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from leafdeck.language import is_tag, normalise
from leafdeck.model import Finding, Place
from leafdeck.project.files import listed, shown
from leafdeck.project.lines import SeenLine
from leafdeck.project.toml import Document, Table, checked, read_toml

ROOT_FILE = "leafdeck.toml"

NAME = r"[a-z0-9]+(-[a-z0-9]+)*"
"""Lower-case letters, digits and single hyphens: what may become part of a file name."""

Name = Annotated[str, StringConstraints(pattern=f"^{NAME}$")]


class Settings(Table):
    """What holds for the whole project."""

    name: SeenLine
    publisher: SeenLine
    source: str = "en"
    """Tag of the language the content is written in."""
    languages: Annotated[list[str], Field(min_length=1)]
    """Tags of the languages the project is published in, the source language among them."""
    region: str = "generic"
    """Region of the pieces that name none."""
    licence: SeenLine
    verify: str = ""
    """Address a reader can check a copy at; empty prints no QR code."""
    mandatory: dict[str, list[str]] = {}
    """Topic -> claims it must cite where every reader sees them; `*` stands for every topic."""


class _Manifest(Table):
    kind: Literal["leaflet", "deck"]
    topics: Annotated[list[Name], Field(min_length=1)]
    sections: list[str] = []
    editions: Annotated[list[Name], Field(min_length=1)] = ["a4"]
    cuts: Annotated[list[Literal[5, 15, 30]], Field(min_length=1)] = [30]
    pages: dict[str, int] = {}
    show: list[Literal["case", "publisher"]] = []


@dataclass(frozen=True, slots=True)
class Manifest:
    """One piece: which topics it shows, and in which editions."""

    id: str
    kind: Literal["leaflet", "deck"]
    topics: tuple[str, ...]
    sections: tuple[str, ...]
    """`topic.section` ids in order; empty: every section of the topics."""
    editions: tuple[str, ...]
    """Editions of a leaflet; cuts in minutes of a deck."""
    pages: Mapping[str, int]
    """Page budget by edition."""
    show: tuple[str, ...]
    """Optional blocks turned on."""
    place: Place
    document: Document


def find_root(start: Path) -> Path | None:
    """The nearest folder at or above *start* that holds `leafdeck.toml`; None where there is none."""
    folder = start.resolve()
    return next((place for place in (folder, *folder.parents) if holds_root(place)), None)


def holds_root(folder: Path) -> bool:
    """True where *folder* is the root of a project; a folder that may not be looked into is none of ours."""
    try:
        return (folder / ROOT_FILE).is_file()
    except OSError:
        return False


def read_settings(root: Path) -> tuple[Settings | None, tuple[Finding, ...]]:
    """The settings of the project at *root*."""
    document, findings = read_toml(root / ROOT_FILE, root)
    if document is None:
        return None, findings
    settings, findings = checked(Settings, document)
    if settings is None:
        return None, findings
    wrong = tuple(_wrong_languages(settings, document))
    return (None if wrong else settings), wrong


def _wrong_languages(settings: Settings, document: Document) -> Iterator[Finding]:
    """Tags become the names of folders: each is well formed, stands once, and is spelled in the one usual way."""
    for key, tags in (("languages", settings.languages), ("source", [settings.source])):
        place = document.place(key)
        for tag in dict.fromkeys(tags):
            usual = normalise(tag)
            if not is_tag(tag):
                fix = "Write a BCP 47 tag, such as de or pt-BR."
                yield Finding("bad-locale", "error", f"`{tag}` is not a language tag.", place, fix)
            elif tag != usual and tag.lower() == usual.lower():
                message = f"`{tag}` is not spelled as language tags are."
                yield Finding("bad-locale", "error", message, place, f"Write `{usual}`.")
            if tags.count(tag) > 1:
                message = f"`{tag}` stands in `{key}` more than once."
                yield Finding("bad-locale", "error", message, place, "Keep one of them.")
    if settings.source not in settings.languages:
        message = f"The source language `{settings.source}` is none of the `languages`."
        fix = f'Add "{settings.source}" to them, or mend `source`.'
        yield Finding("bad-locale", "error", message, document.place("languages"), fix)


def bad_name(path: Path, root: Path) -> tuple[Finding, ...]:
    """A finding where the name of *path*, which is an id and part of other files' names, holds a dot, a space …"""
    if re.fullmatch(NAME, path.stem):
        return ()
    message = f"`{path.stem}` cannot be the name of a piece or topic."
    fix = "Name the file with lower-case letters, digits and single hyphens."
    return (Finding("bad-name", "error", message, Place(shown(path, root)), fix),)


def read_manifests(
    root: Path, folder: Literal["leaflets", "slides"]
) -> tuple[dict[str, Manifest], tuple[Finding, ...]]:
    """The manifests of *folder* by id, and every mistake in them."""
    manifests: dict[str, Manifest] = {}
    found: list[Finding] = []
    for path in listed(root / folder, "*.toml"):
        misnamed = bad_name(path, root)
        document, findings = read_toml(path, root)
        found += (*misnamed, *findings)
        if document is None:
            continue
        manifest, findings = checked(_Manifest, document)
        found += findings
        if manifest is None or misnamed:
            continue
        expected = "leaflet" if folder == "leaflets" else "deck"
        if manifest.kind != expected:
            found.append(
                Finding(
                    "wrong-kind",
                    "error",
                    f"A {manifest.kind} stands in {folder}/.",
                    document.place("kind"),
                    f'Write `kind = "{expected}"`, or move the file.',
                )
            )
            continue
        editions = manifest.editions if expected == "leaflet" else [str(cut) for cut in manifest.cuts]
        manifests[path.stem] = Manifest(
            path.stem, manifest.kind, tuple(manifest.topics), tuple(manifest.sections), tuple(editions),
            manifest.pages, tuple(manifest.show), Place(shown(path, root), 1), document,
        )  # fmt: skip
    return manifests, tuple(found)
