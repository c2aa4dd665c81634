"""The build: check, then each job in turn, file by file, telling what happens as values."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from filelock import FileLock, Timeout

from leafdeck.assemble import assemble
from leafdeck.build.fonts import Fonts, digest, fonts_for, isolated
from leafdeck.build.formats import FORMATS
from leafdeck.build.policy import concerning, stopping
from leafdeck.build.store import record, refusal, sweep, write
from leafdeck.build.versions import versions
from leafdeck.model import BuildEvent, Clinic, Finding, Finished, Job, Place, Started
from leafdeck.project import Library, Manifest

LOCK = ".lock"


@dataclass(frozen=True, slots=True)
class Site:
    """Where a build works: what it reads, and the folder it fills."""

    library: Library
    findings: tuple[Finding, ...]
    """What reading and checking the library found."""
    clinic: Clinic | None
    out: Path


def run(jobs: Sequence[Job], site: Site) -> Iterator[BuildEvent]:
    """Make the files of *jobs*, one event when a job starts and one when it ends.

    A job that its findings stop writes nothing; the others go on, and earlier outputs stay as they are. Jobs run
    language by language, in this process.
    """
    try:
        site.out.mkdir(parents=True, exist_ok=True)
        lock = FileLock(site.out / LOCK, timeout=0)
        lock.acquire()
    except Timeout:
        busy = Finding(
            "folder-busy", "error", f"Another build is at work in {site.out}.", Place(site.out.as_posix()),
            "Wait until it has ended, or choose another folder with --out.",
        )  # fmt: skip
        yield from (_stopped(job, (busy,)) for job in jobs)
        return
    except OSError as error:
        yield from (_stopped(job, (refusal(site.out, error),)) for job in jobs)
        return
    with lock, TemporaryDirectory(prefix="leafdeck-") as scratch:
        sweep(site.out)
        outputs: list[dict[str, Any]] = []
        typefaces: dict[str, str] = {}
        for locale, group in groupby(jobs, key=lambda job: job.locale):
            fonts = fonts_for(site.library.locales[locale].language)
            folder = Path(scratch) / locale
            folder.mkdir()
            with isolated(fonts, folder):
                for job in group:
                    yield Started(job)
                    finished = _make(job, site, fonts)
                    if finished.sha256:
                        outputs.append(_entry(finished))
                        typefaces |= digest(fonts)
                    yield finished
        if outputs:
            findings = record(site.out, outputs, versions(), typefaces)
            if findings:
                yield _stopped(jobs[-1], findings)


def _make(job: Job, site: Site, fonts: Fonts) -> Finished:
    """One job, from its piece to its file."""
    manifest = (site.library.leaflets if job.kind == "leaflet" else site.library.decks)[job.piece]
    findings = (*concerning(job, manifest, site.findings), *fonts.findings)
    if stopping(job.profile, findings):
        return _stopped(job, findings)
    piece = assemble(job, site.library, site.clinic)
    made = FORMATS[job.kind].make(piece, site.library, fonts)
    findings = (*findings, *made.findings)
    if made.emitted is not None:
        findings = (*findings, *_over_budget(job, manifest, made.emitted.pages))
    if made.emitted is None or stopping(job.profile, findings):
        return _stopped(job, findings)
    refused = write(site.out, job.path, made.emitted.data)
    if refused:
        return _stopped(job, (*findings, *refused))
    return Finished(
        job=job,
        pages=made.emitted.pages,
        sha256=sha256(made.emitted.data).hexdigest(),
        fingerprint=fingerprint(job, made.plan, digest(fonts)),
        findings=findings,
    )


def _over_budget(job: Job, manifest: Manifest, pages: int) -> tuple[Finding, ...]:
    """A finding where the piece is longer than its manifest allows, in this language."""
    budget = manifest.pages.get(job.edition)
    if budget is None or pages <= budget:
        return ()
    place = manifest.document.place("pages", job.edition)
    message = f"{job.piece} ({job.edition}) has {pages} pages; its budget is {budget}."
    return (Finding("over-budget", "error", message, place, "Shorten the words, or raise the budget.", job.locale),)


def fingerprint(job: Job, plan: str, fonts: dict[str, str]) -> str:
    """SHA-256 over all that decides the bytes of *job*: the job, its plan, the fonts and the libraries."""
    decisive = json.dumps([asdict(job), plan, fonts, versions()], default=str, sort_keys=True)
    return sha256(decisive.encode()).hexdigest()


def _stopped(job: Job, findings: tuple[Finding, ...]) -> Finished:
    return Finished(job, 0, "", "", findings)


def _entry(finished: Finished) -> dict[str, Any]:
    job = finished.job
    return {
        "path": job.path,
        "sha256": finished.sha256,
        "fingerprint": finished.fingerprint,
        "pages" if job.kind == "leaflet" else "slides": finished.pages,
        "piece": job.piece,
        "kind": job.kind,
        "locale": job.locale,
        "region": job.region,
        "edition": job.edition,
        "clinic": Path(job.clinic).stem,
        "profile": job.profile,
        "as_of": job.as_of.isoformat(),
    }
