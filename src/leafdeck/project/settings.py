"""`leafdeck.toml`, the file that marks the root of a project, and the manifests beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, PrivateAttr, StringConstraints

from leafdeck.language import is_tag, normalise
from leafdeck.model import Depth, Finding, Place, Text
from leafdeck.project.files import listed, shown
from leafdeck.project.lines import SeenLine
from leafdeck.project.toml import Document, Table, checked, read_toml
from leafdeck.project.words import read_words

ROOT_FILE = "leafdeck.toml"

NAME = r"[a-z0-9]+(-[a-z0-9]+)*"
"""Lower-case letters, digits and single hyphens: what may become part of a file name."""

Name = Annotated[str, StringConstraints(pattern=f"^{NAME}$")]

Reason = Annotated[SeenLine, StringConstraints(pattern=r"\S")]


class Criteria(Table):
    """Claims that tell what instruments for patient information ask for (docs/criteria.md)."""

    how_it_works: list[str] = Field(default=[], alias="how-it-works")
    risks: list[str] = []
    untreated: list[str] = []
    everyday_life: list[str] = Field(default=[], alias="everyday-life")
    other_choices: list[str] = Field(default=[], alias="other-choices")
    deciding: list[str] = []
    more_help: list[str] = Field(default=[], alias="more-help")
    action: list[str] = []

    def named(self) -> dict[str, list[str]]:
        """The claims of each key, as it is written in leafdeck.toml."""
        return self.model_dump(by_alias=True)

    def claims(self, key: str) -> list[str]:
        """The claims of *key*; empty where the project names none."""
        return self.named()[key]


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
    mandatory: dict[str, Annotated[list[str], Field(min_length=1)]] = {}
    """Topic -> claims it must cite where every reader sees them. `*` stands for every topic, `leaflets/<id>` for one
    leaflet, in place of the lists of its topics."""
    readability: dict[str, Reason] = {}
    """`topic.section` -> why that section may be harder to read than the gate of `check readability` allows."""
    criteria: Criteria = Criteria()
    """Claims by what they tell, for `check criteria`."""
    _document: Document = PrivateAttr(default=Document(ROOT_FILE, {}, {}))

    def place(self, *keys: str) -> Place:
        """Where *keys* stand in leafdeck.toml."""
        return self._document.place(*keys)


class _Manifest(Table):
    kind: Literal["leaflet", "deck"]
    topics: Annotated[list[Name], Field(min_length=1)]
    sections: list[str] = []
    editions: Annotated[list[Name], Field(min_length=1)] = ["a4"]
    cuts: Annotated[list[Literal[5, 15, 30]], Field(min_length=1)] = [30]
    pages: dict[str, int] = {}
    show: list[Literal["case", "publisher"]] = []
    title: str | None = None
    standfirst: str | None = None
    depth: Depth = "full"


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
    depth: Depth
    place: Place
    document: Document
    front: tuple[Text, Text] | None = None
    """Title and standfirst of its own; None: those of the first topic."""


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
    settings._document = document
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
        front, findings = _front(path.stem, manifest, document)
        found += findings
        manifests[path.stem] = Manifest(
            path.stem, manifest.kind, tuple(manifest.topics), tuple(manifest.sections), tuple(editions),
            manifest.pages, tuple(manifest.show), manifest.depth, Place(shown(path, root), 1), document, front,
        )  # fmt: skip
    return manifests, tuple(found)


def _front(id_: str, manifest: _Manifest, document: Document) -> tuple[tuple[Text, Text] | None, tuple[Finding, ...]]:
    """The title and standfirst a manifest gives its piece; one of them alone is a mistake."""
    if manifest.title is None or manifest.standfirst is None:
        if manifest.title is manifest.standfirst:
            return None, ()
        missing = "title" if manifest.title is None else "standfirst"
        message = f"`{missing}` is missing: a piece has both of its own, or both of its first topic."
        place = document.place("title" if missing == "standfirst" else "standfirst")
        return None, (Finding("missing-key", "error", message, place, f"Add `{missing} = …`, or take both out."),)
    title, wrong = read_words(manifest.title, f"pieces.{id_}/title", document.place("title"), "title")
    place = document.place("standfirst")
    standfirst, more = read_words(manifest.standfirst, f"pieces.{id_}/standfirst", place, "standfirst")
    return (title, standfirst), (*wrong, *more)
