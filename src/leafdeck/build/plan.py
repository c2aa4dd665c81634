"""The jobs of a build: which files it will make, settled before any is made."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path
from typing import Literal

from leafdeck.build.formats import FORMATS
from leafdeck.language import is_tag, posix
from leafdeck.model import COMMAND_LINE, Finding, Job, Profile
from leafdeck.project import Library, Manifest

DEFAULT_CUT = "30"


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for. Empty means: everything the project ships."""

    pieces: tuple[str, ...] = ()
    locales: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    """Editions of leaflets; a request for editions leaves decks out."""
    region: str = ""
    clinic: str = ""
    profile: Profile = "draft"
    as_of: date = date.min


def jobs(
    request: Request, library: Library, unreadable: Collection[str] = ()
) -> tuple[tuple[Job, ...], tuple[Finding, ...]]:
    """The jobs of *request* in the order they run (language by language), and every name nobody knows.

    *unreadable* are pieces whose manifest has mistakes: no jobs, and no unknown names either.
    """
    pieces = sorted({*library.leaflets, *library.decks})
    editions = sorted({edition for manifest in library.leaflets.values() for edition in manifest.editions})
    found = [
        *_unknown("piece", [name for name in request.pieces if name not in unreadable], pieces),
        *_unknown("language", request.locales, library.settings.languages),
        *_unknown("edition", request.editions if editions else (), editions),
        *_unknown("region", [request.region] if request.region else [], sorted(library.regions)),
    ]
    if found:
        return (), tuple(found)
    region = request.region or library.settings.region
    manifests: Sequence[Manifest] = library.manifests
    if request.editions:
        manifests = list(library.leaflets.values())
    planned = tuple(
        Job(
            piece=manifest.id,
            kind=manifest.kind,
            locale=locale,
            region=region,
            edition=edition,
            clinic=request.clinic if manifest.kind == "leaflet" else "",
            profile=request.profile,
            as_of=request.as_of,
            path=output_path(manifest.kind, manifest.id, locale, region, edition, request, library),
        )
        for locale in dict.fromkeys(request.locales or library.settings.languages)
        for manifest in manifests
        if not request.pieces or manifest.id in request.pieces
        for edition in dict.fromkeys(manifest.editions)
        if not request.editions or edition in request.editions
    )
    if not planned and not unreadable:
        return (), (_nothing(request),)
    return planned, ()


def _nothing(request: Request) -> Finding:
    """Why known names lead to no job."""
    if not request.editions:
        message, fix = (
            "leaflets/ and slides/ hold no manifest.",
            "Write one: leaflets/<piece>.toml, slides/<deck>.toml.",
        )
        return Finding("nothing-to-build", "error", message, COMMAND_LINE, fix)
    message = f"None of these pieces has the edition {', '.join(request.editions)}."
    fix = "Name another edition, or add it to a manifest in leaflets/."
    return Finding("nothing-to-build", "error", message, COMMAND_LINE, fix)


def unread(request: Request, library: Library, findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Mistakes of manifests that could not be read, by piece, as far as *request* asks for them.

    No job stands for such a manifest, so nothing else would say that its file was not made.
    """
    lost: dict[str, list[Finding]] = {}
    known: dict[str, Mapping[str, Manifest]] = {"leaflets": library.leaflets, "slides": library.decks}
    if request.editions:
        del known["slides"]
    for finding in findings:
        folder, _, file = finding.place.path.partition("/")
        piece = file.removesuffix(".toml")
        asked = not request.pieces or piece in request.pieces
        if finding.level == "error" and folder in known and piece not in known[folder] and asked:
            lost.setdefault(piece, []).append(finding)
    return lost


def output_path(
    kind: Literal["leaflet", "deck"], piece: str, locale: str, region: str, edition: str, request: Request,
    library: Library,
) -> str:  # fmt: skip
    """Where a job's file goes, relative to the output folder.

    `<locale>/leaflets/<piece>.<edition>.pdf` or `<locale>/slides/<deck>.pptx`; every key that is not the default
    adds one dotted part, so that no two jobs share a path.
    """
    row = FORMATS[kind]
    parts = [piece]
    if kind == "leaflet":
        parts.append(edition)
    elif edition != DEFAULT_CUT:
        parts.append(f"{edition}min")
    if region != library.settings.region:
        parts.append(region)
    if request.clinic and kind == "leaflet":
        parts.append(f"clinic-{slug(Path(request.clinic).stem)}")
    if request.profile != "draft":
        parts.append(request.profile)
    return f"{posix(locale)}/{row.folder}/{'.'.join(parts)}.{row.suffix}"


def slug(name: str) -> str:
    """*name* in lower-case letters, digits and hyphens, for a file name.

    Where that loses letters (`müller` and `möller` would become one), eight digits of its SHA-256 tell it apart.
    """
    parts = re.findall(r"[a-z0-9]+", name.lower())
    if not parts or not name.isascii():
        parts.append(sha256(os.fsencode(name)).hexdigest()[:8])
    return "-".join(parts)


def _unknown(what: str, asked: Sequence[str], known: Collection[str]) -> list[Finding]:
    found: list[Finding] = []
    for name in asked:
        if name in known:
            continue
        near = get_close_matches(name.lower(), [each.lower() for each in known], 1)
        meant = next((each for each in known if near and each.lower() == near[0]), "")
        fix = f"Did you mean {meant}?" if meant else f"Write one of: {', '.join(known)}."
        fix = fix if known else "The project has none yet."
        message = f"There is no {what} {name!r}."
        if what == "language" and not is_tag(name):
            message = f"{name!r} is not a language tag."
        found.append(Finding(f"unknown-{what}", "error", message, COMMAND_LINE, fix))
    return found
