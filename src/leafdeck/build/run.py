"""The build: check, then each job in turn, file by file, telling what happens as values."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from leafdeck.assemble import assemble, manifest_of
from leafdeck.build.fonts import Fonts, digest, fonts_for, isolated, lacking
from leafdeck.build.formats import FORMATS
from leafdeck.build.policy import concerning, stopping
from leafdeck.build.store import out_of_space, record, recorded, refusal, sweep, write
from leafdeck.build.versions import versions
from leafdeck.model import BuildEvent, Clinic, Finding, Finished, Job, MissingPhraseError, Place, Started, Unrecorded
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
    language by language, in this process. The folder's manifest is written after each file, so that whatever ends the
    build, it says what stands there.
    """
    if missing := lacking():
        yield from (_stopped(job, missing) for job in jobs)
        return
    lock = FileLock(site.out / LOCK, timeout=0)
    try:
        site.out.mkdir(parents=True, exist_ok=True)
        held = lock.acquire()
    except Timeout:
        message, fix = f"Another build is at work in {site.out}.", "Wait until it ends, or name another folder: --out."
        busy = Finding("folder-busy", "error", message, Place(site.out.as_posix()), fix)
        yield from (_stopped(job, (busy,)) for job in jobs)
        return
    except OSError as error:
        yield from (_stopped(job, (refusal(site.out, error),)) for job in jobs)
        return
    with held, ExitStack() as stack:
        sweep(site.out)
        try:
            scratch = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="leafdeck-")))
        except OSError as error:
            yield from (_stopped(job, (_no_scratch(error),)) for job in jobs)
            return
        for locale, group in groupby(jobs, key=lambda job: job.locale):
            yield from _language(locale, tuple(group), site, scratch)


def _language(tag: str, jobs: Sequence[Job], site: Site, scratch: Path) -> Iterator[BuildEvent]:
    """The *jobs* of one language, with its typefaces and no others."""
    locale = site.library.locales.get(tag)
    if locale is None:
        yield from (_stopped(job, concerning(job, site.library, site.findings)) for job in jobs)
        return
    fonts = fonts_for(locale.language)
    digests = digest(fonts)
    with ExitStack() as stack:
        try:
            folder = scratch / tag
            folder.mkdir()
            stack.enter_context(isolated(fonts, folder))
        except OSError as error:
            yield from (_stopped(job, (_no_scratch(error),)) for job in jobs)
            return
        for job in jobs:
            yield Started(job)
            finished = _make(job, site, fonts, digests)
            yield finished
            if finished.sha256:
                used = digests if FORMATS[job.kind].embeds_fonts else {}
                unrecorded = record(site.out, _entry(finished, site, used), versions(), used)
                if unrecorded:
                    yield Unrecorded(unrecorded)


def _make(job: Job, site: Site, fonts: Fonts, digests: Mapping[str, str]) -> Finished:
    """One job, from its piece to its file."""
    findings = (*concerning(job, site.library, site.findings), *fonts.findings, *_taken(job, site))
    if stopping(job.profile, findings):
        return _stopped(job, findings)
    row = FORMATS[job.kind]
    try:
        made = row.make(assemble(job, site.library, site.clinic), site.library, fonts)
    except MissingPhraseError as lack:
        message = f"The {job.kind} needs the phrase `{lack.name}`, which content/ui.toml lacks."
        place = Place("content/ui.toml")
        return _stopped(job, (*findings, Finding("missing-phrase", "error", message, place, "Add it to [phrases].")))
    findings = (*findings, *made.findings)
    if made.emitted is not None:
        findings = (*findings, *_over_budget(job, manifest_of(job, site.library), made.emitted.pages))
    if made.emitted is None or stopping(job.profile, findings):
        return _stopped(job, findings)
    refused = write(site.out, job.path, made.emitted.data)
    if refused:
        return _stopped(job, (*findings, *refused))
    return Finished(
        job=job,
        pages=made.emitted.pages,
        sha256=sha256(made.emitted.data).hexdigest(),
        fingerprint=fingerprint(job, made.plan, digests if row.embeds_fonts else {}),
        findings=findings,
    )


def _taken(job: Job, site: Site) -> tuple[Finding, ...]:
    """A finding where the leaflet of another clinic stands at the path of *job*: one would get the other's number."""
    if not job.clinic:  # No other file has such a path: a clinic's has a part of its own.
        return ()
    earlier = recorded(site.out).get(job.path, {}).get("clinic_id", "")
    if earlier in ("", _clinic_id(job, site)):
        return ()
    path = (site.out / job.path).as_posix()
    message = f"{path} is the leaflet of another clinic, whose profile has the same name."
    fix = "Rename one of the profiles, name another folder with --out, or remove that leaflet."
    return (Finding("other-clinic", "error", message, Place(path), fix),)


def _clinic_id(job: Job, site: Site) -> str:
    """Which profile *job* prints, told by where it lies; empty for none.

    A digest, because a manifest travels with its files and must not show the folders of somebody's machine. Inside
    the project it is the same on every machine.
    """
    if not job.clinic:
        return ""
    profile, root = Path(job.clinic).resolve(), site.library.root.resolve()
    known = profile.relative_to(root) if profile.is_relative_to(root) else profile
    return sha256(os.fsencode(known.as_posix())).hexdigest()[:16]


def _over_budget(job: Job, manifest: Manifest, pages: int) -> tuple[Finding, ...]:
    """A finding where the piece is longer than its manifest allows, in this language."""
    budget = manifest.pages.get(job.edition)
    if budget is None or pages <= budget:
        return ()
    place = manifest.document.place("pages", job.edition)
    message = f"{job.piece} ({job.edition}) has {pages} pages; its budget is {budget}."
    return (Finding("over-budget", "error", message, place, "Shorten the words, or raise the budget.", job.locale),)


def fingerprint(job: Job, plan: str, fonts: Mapping[str, str]) -> str:
    """SHA-256 over all that decides the bytes of *job*: the job, its plan, the fonts in it and the libraries.

    The clinic counts by what its box says, which stands in the plan, not by where its profile lies.
    """
    decisive = json.dumps([asdict(replace(job, clinic="")), plan, fonts, versions()], default=str, sort_keys=True)
    return sha256(decisive.encode()).hexdigest()


def _stopped(job: Job, findings: tuple[Finding, ...]) -> Finished:
    return Finished(job, 0, "", "", findings)


def _no_scratch(error: OSError) -> Finding:
    """Why there is no room for what a build needs while it runs."""
    folder = os.environ.get("TMPDIR", "/tmp")  # noqa: S108 - only named, never written to
    message = f"A build needs a folder for temporary files: {error.strerror or error}."
    id_ = "disk-full" if out_of_space(error) else "cannot-write"
    return Finding(id_, "error", message, Place(folder), "Free some space there, or name another folder in TMPDIR.")


def _entry(finished: Finished, site: Site, fonts: Mapping[str, str]) -> dict[str, Any]:
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
        "clinic_id": _clinic_id(job, site),
        "profile": job.profile,
        "as_of": job.as_of.isoformat(),
        "fonts": sorted(fonts),
    }
