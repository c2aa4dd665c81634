"""Jobs and events: what a build is asked for, and what it says while it runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from leafdeck.model.finding import Finding
from leafdeck.model.piece import Profile


@dataclass(frozen=True, slots=True, order=True)
class Job:
    """One output file to make. Two jobs of one build never share a path."""

    piece: str
    kind: Literal["leaflet", "deck"]
    locale: str
    region: str
    edition: str
    """An edition of a leaflet, a cut of a deck."""
    clinic: str
    """Path of the clinic's profile; empty for none, and for a deck, which no clinic changes."""
    profile: Profile
    as_of: date
    path: str
    """Where the output goes, relative to the output folder."""


@dataclass(frozen=True, slots=True)
class Started:
    """A job has begun."""

    job: Job


@dataclass(frozen=True, slots=True)
class Finished:
    """A job has ended: with a file, or with findings that stopped it."""

    job: Job
    pages: int
    sha256: str
    """Empty where no file was written."""
    fingerprint: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Unrecorded:
    """Files were made, and the folder's manifest does not say so: it could not be written."""

    findings: tuple[Finding, ...]


Event = Started | Finished | Unrecorded
