"""Everything a build may read, read once: content, manifests, catalogs, templates."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from leafdeck.language import posix
from leafdeck.model import Claim, Finding, GlossaryEntry, Place, Region, Source, Speaker, Text, Theme, Topic
from leafdeck.project.claims import read_claims
from leafdeck.project.files import listed, read_bytes, read_file, shown
from leafdeck.project.locales import Locale, read_locale
from leafdeck.project.people import read_speaker
from leafdeck.project.settings import Manifest, Settings, bad_name, read_manifests, read_settings
from leafdeck.project.sources import read_sources
from leafdeck.project.theme import read_theme
from leafdeck.project.words import read_glossary, read_phrases, read_regions
from leafdeck.reader import read_topic

ASSETS = (".css", ".svg", ".png", ".jpg")
CONTENT = "content"
SHARED = ("glossary", "ui")
"""Catalog domains that every language has beside its topics."""


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
    def manifests(self) -> tuple[Manifest, ...]:
        """Every piece, leaflets first."""
        return (*self.leaflets.values(), *self.decks.values())

    @property
    def domains(self) -> tuple[str, ...]:
        """The catalogs every language has: one a topic, then `glossary` and `ui`."""
        return domains(self.topics)


def domains(topics: Mapping[str, Topic]) -> tuple[str, ...]:
    """The catalog domains of *topics*: their ids, then `glossary` and `ui`."""
    return (*sorted(topics), *SHARED)


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
        figures=frozenset(path.name for path in listed(root / "content/figures", "*")),
        theme=theme,
        speaker=speaker,
    )
    found = (
        *topic_findings, *claim_findings, *source_findings, *glossary_findings, *phrase_findings, *region_findings,
        *leaflet_findings, *deck_findings, *locale_findings, *template_findings, *theme_findings, *speaker_findings,
    )  # fmt: skip
    if not (root / CONTENT).is_dir():
        message, fix = f"There is no folder {CONTENT}/.", "Bring it back, or name another project with --project."
        lost = Finding("missing-file", "error", message, Place(CONTENT), fix)
        return library, (lost, *(each for each in found if not each.place.path.startswith((CONTENT, f"{CONTENT}/"))))
    return library, found


def _read_topics(root: Path) -> tuple[dict[str, Topic], tuple[Finding, ...]]:
    topics: dict[str, Topic] = {}
    found: list[Finding] = []
    for path in listed(root / "content", "*.md"):
        found += _misnamed(path, root)
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


def _misnamed(path: Path, root: Path) -> tuple[Finding, ...]:
    if path.stem not in SHARED:
        return bad_name(path, root)
    message = f"`{path.stem}` is the name of a catalog that every language has."
    return (Finding("bad-name", "error", message, Place(shown(path, root)), "Give the topic another name."),)


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
    folders = {posix(tag) for tag in languages}
    for path in listed(root / "locales", "*"):
        if path.is_dir() and path.name not in folders:
            found.append(_unlisted(path.name, folders))
    return locales, tuple(found)


def _unlisted(name: str, folders: Collection[str]) -> Finding:
    """A folder of catalogs that no language uses, such as `pt-BR`, which gettext calls `pt_BR`."""
    fix = "Add its tag to `languages` in leafdeck.toml, or remove the folder."
    if posix(name) in folders:
        fix = f"Name it locales/{posix(name)}."
    message = f"locales/{name} belongs to no language of leafdeck.toml."
    return Finding("unlisted-language", "warning", message, Place(f"locales/{name}"), fix)


def _read_templates(root: Path) -> tuple[dict[str, str], dict[str, bytes], tuple[Finding, ...]]:
    templates: dict[str, str] = {}
    assets: dict[str, bytes] = {}
    found: list[Finding] = []
    folder = root / "templates/leaflet"
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".html", ".j2"):
            words, findings = read_file(path, root)
            found += findings
            if words is not None:
                templates[path.relative_to(folder).as_posix()] = words
    pictures = root / "content/figures"
    named = [(path, path.relative_to(folder).as_posix()) for path in sorted(folder.rglob("*"))]
    named += [(path, f"figures/{path.name}") for path in listed(pictures, "*")]
    for path, name in named:
        if path.suffix in ASSETS:
            data, findings = read_bytes(path, root)
            found += findings
            if data is not None:
                assets[name] = data
    if not templates and not found:
        place = Place("templates/leaflet/*.html")
        message = "There is no template in templates/leaflet/."
        found.append(Finding("missing-file", "error", message, place, "Copy the templates that Leafdeck ships."))
    return templates, assets, tuple(found)
