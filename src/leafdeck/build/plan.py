"""The jobs of a build: which files it will make, settled before any is made."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from leafdeck.build.formats import FORMATS
from leafdeck.language import is_tag, posix
from leafdeck.model import Finding, Job, Place, Profile
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


def jobs(request: Request, library: Library) -> tuple[tuple[Job, ...], tuple[Finding, ...]]:
    """The jobs of *request* in the order they run (language by language), and every name nobody knows."""
    pieces = sorted({*library.leaflets, *library.decks})
    editions = sorted({edition for manifest in library.leaflets.values() for edition in manifest.editions})
    region = request.region or library.settings.region
    found = [
        *_unknown("piece", request.pieces, pieces),
        *_unknown("language", request.locales, library.settings.languages),
        *_unknown("edition", request.editions, editions),
        *_unknown("region", [region], sorted(library.regions)),
    ]
    if found:
        return (), tuple(found)
    manifests: list[Manifest] = [*library.leaflets.values(), *library.decks.values()]
    if request.editions:
        manifests = list(library.leaflets.values())
    planned = tuple(
        Job(
            piece=manifest.id,
            kind=manifest.kind,
            locale=locale,
            region=region,
            edition=edition,
            clinic=request.clinic,
            profile=request.profile,
            as_of=request.as_of,
            path=output_path(manifest.kind, manifest.id, locale, region, edition, request, library),
        )
        for locale in request.locales or library.settings.languages
        for manifest in manifests
        if not request.pieces or manifest.id in request.pieces
        for edition in manifest.editions
        if not request.editions or edition in request.editions
    )
    if not planned:
        names = ", ".join(request.editions)
        return (), (
            Finding(
                "nothing-to-build", "error", f"None of these pieces has the edition {names}.", Place("leaflets"),
                "Name another edition, or add it to the manifest.",
            ),
        )  # fmt: skip
    return planned, ()


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
        parts.append("clinic-" + slug(Path(request.clinic).stem))
    if request.profile != "draft":
        parts.append(request.profile)
    return f"{posix(locale)}/{row.folder}/{'.'.join(parts)}.{row.suffix}"


def slug(name: str) -> str:
    """*name* in lower-case letters, digits and hyphens, for a file name; `x` where nothing of it is left."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "x"


def _unknown(what: str, asked: Sequence[str], known: Collection[str]) -> list[Finding]:
    found: list[Finding] = []
    for name in asked:
        if name in known:
            continue
        near = get_close_matches(name, known, 1)
        fix = f"Did you mean {near[0]}?" if near else f"Write one of: {', '.join(known) or 'none exists'}."
        message = f"There is no {what} {name!r}."
        if what == "language" and not is_tag(name):
            message = f"{name!r} is not a language tag."
        found.append(Finding(f"unknown-{what}", "error", message, Place("command line"), fix))
    return found
