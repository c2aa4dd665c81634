"""Localised topics, a manifest, claims, a language and a region become one piece, settled before any layout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from leafdeck.assemble.chapters import chapters, headed, named
from leafdeck.assemble.citations import mentions, numbered, part_mentions
from leafdeck.assemble.colophon import colophon, edition_of
from leafdeck.assemble.selection import manifest_of, printed, sections_of, titled, topics_of, visuals
from leafdeck.assemble.verify import address, modules
from leafdeck.evidence import STRENGTH, brief, least_certain, newest, reference, said
from leafdeck.language import format_date
from leafdeck.localise import localise
from leafdeck.model import (
    Claim,
    Clinic,
    Evidence,
    GlossaryEntry,
    GlossaryLine,
    Inline,
    Job,
    Language,
    Piece,
    PieceSection,
    State,
    Strong,
    Term,
    Text,
    Topic,
    phrase_of,
    plain,
)
from leafdeck.project import Library
from leafdeck.walk import query

__all__ = ["assemble", "manifest_of", "sections_of", "topics_of", "visuals"]

Node = TypeVar("Node")

DECK_PHRASES = "slide-"
"""Phrases whose names begin so stand on slides only; all others stand in leaflets too."""


def assemble(job: Job, library: Library, clinic: Clinic | None) -> Piece:
    """The piece *job* asks for, in its language and region, with numbered references and evidence in words.

    The job names a manifest, a language and a region that *library* holds; `build.plan` sees to that.
    """
    manifest = manifest_of(job, library)
    locale = library.locales[job.locale]
    language = locale.language

    def local(node: Node, domain: str) -> Node:
        catalog, path = locale.catalogs.get(domain), locale.paths.get(domain, "")
        return localise(node, catalog, locale.tag, library.settings.source, path)

    phrases = dict(local(tuple(library.phrases.items()), "ui"))
    topics = {id_: local(library.topics[id_], id_) for id_ in manifest.topics}
    lead = topics[manifest.topics[0]]
    sections = headed(sections_of(job, manifest, topics), topics, manifest.depth)
    above = chapters(sections, topics, manifest.depth) if job.kind == "leaflet" else (None,) * len(sections)
    parts = [printed(section, job.kind) for _, section in sections]
    cited = [part_mentions(part) for part in parts]
    # The same on paper and on screen, which show different parts of a section; what is only spoken does not count.
    judged = [part_mentions((section.heading, section.slide, *section.blocks)) for _, section in sections]
    front = local(manifest.front, "ui") if manifest.front else (lead.title, lead.standfirst)
    order = _in_order((mentions(front), *cited), _phrase_mentions(phrases, job), job)
    written = brief if job.kind == "leaflet" and manifest.depth == "short" else reference
    numbering = numbered(order, library.claims, library.sources, written)
    glossary = _glossary(local(library.glossary, "glossary"), (front, tuple(parts)))
    variables = local(library.regions[job.region], "ui").variables
    fixed = tuple(text for name, text in phrases.items() if _stands(name, job))
    titles = {
        id_: local(_title(library.topics[id_], job), id_) for id_ in titled(job, sections) if id_ in library.topics
    }
    behind = [lead, *(topics[id_] for id_ in dict.fromkeys(id_ for id_, _ in sections) if id_ != lead.id)]
    version = edition_of(behind)
    parted = tuple(title for id_, title in titles.items() if id_ != lead.id)
    funding = tuple(topic.funding for topic in behind)
    shown = query((front, tuple(parts), glossary, variables, fixed, parted, above, funding))
    verify = address(library.settings.verify, job, version)
    return Piece(
        id=job.piece,
        kind=job.kind,
        language=language,
        region=job.region,
        edition=job.edition,
        profile=job.profile,
        as_of=job.as_of,
        title=front[0],
        source_title=plain((manifest.front or (library.topics[lead.id].title,))[0].inlines),
        standfirst=front[1],
        sections=tuple(
            PieceSection(section, _evidence(ids, library.claims, phrases, language), id_, chapter)
            for (id_, section), ids, chapter in zip(sections, judged, above, strict=True)
        ),
        references=numbering.references,
        claims=numbering.claims,
        numbers_of=numbering.numbers_of,
        glossary=glossary,
        variables=variables,
        phrases=tuple(phrases.items()),
        colophon=colophon(behind, phrases, language),
        version=version,
        clinic=clinic,
        speaker=library.speaker if job.kind == "deck" else None,
        keep=library.keep,
        qr=modules(verify),
        qr_address=verify,
        machine=sum(text.state is State.MACHINE for text in shown),
        fallback=sum(text.state in (State.MISSING, State.STALE) for text in shown),
        titles=tuple(titles.items()),
        depth=manifest.depth,
    )


def _title(topic: Topic, job: Job) -> Text:
    """What *topic* is called: by its whole title where a leaflet sends readers to it, by its short one in a deck."""
    return named(topic) if job.kind == "deck" else topic.title


def _phrase_mentions(phrases: Mapping[str, Text], job: Job) -> tuple[str, ...]:
    """Claims the fixed phrases of this kind of output cite."""
    return mentions(tuple(text for name, text in phrases.items() if _stands(name, job)))


def _stands(phrase: str, job: Job) -> bool:
    """True where the fixed phrase of that name stands in this kind of output."""
    return phrase.startswith(DECK_PHRASES) is (job.kind == "deck")


def _in_order(parts: Sequence[Sequence[str]], phrases: Sequence[str], job: Job) -> list[str]:
    """Claims as a reader meets them: a deck opens with what is still being tested, a leaflet ends with its colophon."""
    words = [id_ for ids in parts for id_ in ids]
    return [*phrases, *words] if job.kind == "deck" else [*words, *phrases]


def _evidence(
    ids: Sequence[str], claims: Mapping[str, Claim], phrases: Mapping[str, Text], language: Language
) -> Evidence | None:
    """How sure we are of a section that cites *ids*; None where it states nothing that needs a badge."""
    known = [claims[id_] for id_ in ids if id_ in claims]
    level = least_certain(known)
    latest = newest(known)
    strength = STRENGTH[level] if level else None
    if level is None or latest is None or strength is None:
        return None
    sure = phrase_of(phrases, f"strength-{said(level)}")
    as_of = format_date(latest.as_of, latest.as_of_precision, language)
    return Evidence(level, strength, sure, phrase_of(phrases, f"level-{level}"), as_of)


def _glossary(entries: Sequence[GlossaryEntry], parts: object) -> tuple[GlossaryLine, ...]:
    """The glossary entries that the printed *parts* link to, or that such an entry links to, in alphabetical order."""
    known = {entry.id: entry for entry in entries}
    linked: set[str] = set()
    waiting = _linked(parts)
    while waiting:
        linked |= waiting
        waiting = _linked(tuple(known[id_] for id_ in sorted(waiting) if id_ in known)) - linked
    used = [GlossaryLine(entry.id, entry.term, entry.meaning) for entry in entries if entry.id in linked]
    return tuple(sorted(used, key=lambda line: plain(line.term.inlines).casefold()))


def _linked(node: object) -> set[str]:
    return {term for text in query(node) for term in _terms(text.inlines)}


def _terms(inlines: tuple[Inline, ...]) -> set[str]:
    found: set[str] = set()
    for inline in inlines:
        match inline:
            case Term(inner, term):
                found |= {term, *_terms(inner)}
            case Strong(inner):
                found |= _terms(inner)
            case _:
                pass
    return found
