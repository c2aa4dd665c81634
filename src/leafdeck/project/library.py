"""Everything a build may read, read once: content, manifests, catalogs, templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from leafdeck.model import Claim, Finding, GlossaryEntry, Place, Region, Source, Speaker, Text, Theme, Topic
from leafdeck.project.claims import read_claims
from leafdeck.project.locales import Locale, read_locale
from leafdeck.project.people import read_speaker
from leafdeck.project.settings import Manifest, Settings, read_manifests, read_settings
from leafdeck.project.sources import read_sources
from leafdeck.project.theme import read_theme
from leafdeck.project.toml import read_file, shown
from leafdeck.project.words import read_glossary, read_phrases, read_regions
from leafdeck.reader import read_topic

ASSETS = (".css", ".svg", ".png", ".jpg")


@dataclass(frozen=True, slots=True)
class Library:
    """The whole project as values. Nothing below this reads a file."""

    root: Path
    settings: Settings
    topics: Mapping[str, Topic]
    claims: Mapping[str, Claim]
    sources: Mapping[str, Source]
    glossary: tuple[GlossaryEntry, ...]
    keep: tuple[str, ...]
    phrases: Mapping[str, Text]
    regions: Mapping[str, Region]
    leaflets: Mapping[str, Manifest]
    decks: Mapping[str, Manifest]
    locales: Mapping[str, Locale]
    templates: Mapping[str, str]
    """HTML templates of leaflets, by path below `templates/leaflet/`."""
    assets: Mapping[str, bytes]
    """Style sheets and pictures a leaflet may name, by file name."""
    figures: frozenset[str]
    """Files of `content/figures/`."""
    theme: Theme | None
    """None where the theme has mistakes; they are among the findings."""
    speaker: Speaker | None

    @property
    def domains(self) -> tuple[str, ...]:
        """The catalogs every language has: one a topic, then `glossary` and `ui`."""
        return domains(self.topics)


def domains(topics: Mapping[str, Topic]) -> tuple[str, ...]:
    """The catalog domains of *topics*: their ids, then `glossary` and `ui`."""
    return (*sorted(topics), "glossary", "ui")


def read_library(root: Path) -> tuple[Library | None, tuple[Finding, ...]]:
    """The project at *root*, and every mistake in its files.

    The library is there even when some files have mistakes: what could be read can still be checked. It is None
    only where `leafdeck.toml` cannot be used.
    """
    settings, settings_findings = read_settings(root)
    if settings is None:
        return None, settings_findings
    topics, topic_findings = _read_topics(root)
    claims, claim_findings = read_claims(root)
    sources, source_findings = read_sources(root)
    glossary, keep, glossary_findings = read_glossary(root)
    phrases, phrase_findings = read_phrases(root)
    regions, region_findings = read_regions(root)
    leaflets, leaflet_findings = read_manifests(root, "leaflets")
    decks, deck_findings = read_manifests(root, "slides")
    locales, locale_findings = _read_locales(root, settings.languages, domains(topics))
    templates, assets, template_findings = _read_templates(root)
    theme, theme_findings = read_theme(root)
    speaker, speaker_findings = read_speaker(root)
    library = Library(
        root=root,
        settings=settings,
        topics=topics,
        claims=claims,
        sources=sources,
        glossary=glossary,
        keep=keep,
        phrases=phrases,
        regions=regions,
        leaflets=leaflets,
        decks=decks,
        locales=locales,
        templates=templates,
        assets=assets,
        figures=frozenset(path.name for path in (root / "content/figures").glob("*")),
        theme=theme,
        speaker=speaker,
    )
    return library, (
        *topic_findings, *claim_findings, *source_findings, *glossary_findings, *phrase_findings, *region_findings,
        *leaflet_findings, *deck_findings, *locale_findings, *template_findings, *theme_findings, *speaker_findings,
    )  # fmt: skip


def _read_topics(root: Path) -> tuple[dict[str, Topic], tuple[Finding, ...]]:
    topics: dict[str, Topic] = {}
    found: list[Finding] = []
    for path in sorted((root / "content").glob("*.md")):
        words, findings = read_file(path, root)
        found += findings
        if words is None:
            continue
        topic, findings = read_topic(shown(path, root), words)
        found += findings
        if topic is not None:
            topics[topic.id] = topic
    if not topics and not found:
        place = Place("content")
        found.append(
            Finding("no-topics", "error", "There is no topic in content/.", place, "Write one: docs/content.md.")
        )
    return topics, tuple(found)


def _read_locales(
    root: Path, languages: Sequence[str], of: Sequence[str]
) -> tuple[dict[str, Locale], tuple[Finding, ...]]:
    locales: dict[str, Locale] = {}
    found: list[Finding] = []
    for tag in languages:
        locale, findings = read_locale(root, tag, of)
        found += findings
        if locale is not None:
            locales[tag] = locale
    return locales, tuple(found)


def _read_templates(root: Path) -> tuple[dict[str, str], dict[str, bytes], tuple[Finding, ...]]:
    templates: dict[str, str] = {}
    assets: dict[str, bytes] = {}
    found: list[Finding] = []
    folder = root / "templates/leaflet"
    for path in sorted(folder.rglob("*")):
        if path.suffix in ASSETS:
            assets[path.relative_to(folder).as_posix()] = path.read_bytes()
        elif path.suffix in (".html", ".j2"):
            words, findings = read_file(path, root)
            found += findings
            if words is not None:
                templates[path.relative_to(folder).as_posix()] = words
    for path in sorted((root / "content/figures").glob("*")):
        if path.suffix in ASSETS:
            assets[f"figures/{path.name}"] = path.read_bytes()
    return templates, assets, tuple(found)
