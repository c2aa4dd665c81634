"""Manifests and lists of related topics must name what exists, and a piece must rest on something."""

from __future__ import annotations

from collections.abc import Iterator

from leafdeck.check.levels import found
from leafdeck.check.names import nearest
from leafdeck.check.passages import Content, blocks_of, claims_of
from leafdeck.model import Finding, Place, Related, Section
from leafdeck.project import Library, Manifest

EDITIONS = ("a4",)
"""Editions a leaflet can be made in."""

EVERY_TOPIC = "*"
"""The key of `mandatory` in leafdeck.toml that stands for every topic."""

LEAFLETS = "leaflets/"
"""How a key of `mandatory` begins that names one leaflet, and not a topic."""


def unknown_topic(content: Content) -> Iterator[Finding]:
    """Topics named by a manifest, a related block or the settings must exist."""
    library = content.library
    named: list[tuple[str, Place]] = []
    for manifest in library.manifests:
        named += [(id_, manifest.document.place("topics")) for id_ in manifest.topics]
    for topic in library.topics.values():
        for block in blocks_of(topic):
            if isinstance(block, Related):
                named += [(id_, block.place) for id_ in block.topics]
    topics = (key for key in library.settings.mandatory if key != EVERY_TOPIC and not key.startswith(LEAFLETS))
    named += [(id_, library.settings.place("mandatory", id_)) for id_ in topics]
    for id_, place in named:
        if id_ not in library.topics:
            fix = nearest(id_, library.topics, "content/")
            yield found("unknown-topic", f"There is no topic `{id_}`.", place, fix)


def unknown_piece(content: Content) -> Iterator[Finding]:
    """Leaflets the settings name must have a manifest."""
    library = content.library
    for key in library.settings.mandatory:
        name = key.removeprefix(LEAFLETS)
        if name != key and name not in library.leaflets:
            fix = nearest(name, library.leaflets, LEAFLETS)
            place = library.settings.place("mandatory", key)
            yield found("unknown-piece", f"There is no leaflet `{name}`.", place, fix)


def unknown_section(content: Content) -> Iterator[Finding]:
    """Sections a manifest picks must stand in one of its topics."""
    library = content.library
    for manifest in library.manifests:
        known = _sections(manifest, library)
        for name in manifest.sections:
            if name not in known:
                message = f"None of the manifest's topics has a section `{name}`."
                fix = nearest(name, known, "its topic")
                yield found("unknown-section", message, manifest.document.place("sections"), fix)


def repeated_section(content: Content) -> Iterator[Finding]:
    """A section stands once in a piece: its links could not tell two apart."""
    for manifest in content.library.manifests:
        for name in sorted({name for name in manifest.sections if manifest.sections.count(name) > 1}):
            message = f"The section `{name}` stands in `sections` more than once."
            yield found("repeated-section", message, manifest.document.place("sections"), "Keep one of them.")


def unknown_edition(content: Content) -> Iterator[Finding]:
    """Editions a leaflet asks for must be ones that can be made, and page budgets must be for one it asks for."""
    for manifest in content.library.leaflets.values():
        for name in manifest.editions:
            if name not in EDITIONS:
                message = f"There is no edition `{name}`."
                fix = f"Write one of: {', '.join(EDITIONS)}."
                yield found("unknown-edition", message, manifest.document.place("editions"), fix)
    for manifest in content.library.manifests:
        for name in manifest.pages:
            if name not in manifest.editions:
                message = f"There is a page budget for `{name}`, which the manifest does not ask for."
                place = manifest.document.place("pages", name)
                yield found("unknown-edition", message, place, f"Remove it, or add `{name}` to the editions.")


def empty_source_list(content: Content) -> Iterator[Finding]:
    """A piece whose list of sources would come out empty tells things on nobody's authority."""
    library = content.library
    for manifest in library.manifests:
        sections = _sections(manifest, library)
        shown = [sections[name] for name in manifest.sections or sections if name in sections]
        ids = {id_ for section in shown for id_ in claims_of(section)}
        if shown and not any(library.claims[id_].sources for id_ in ids if id_ in library.claims):
            message = f"The {manifest.kind} `{manifest.id}` cites no source."
            fix = "Cite claims that rest on sources: [@claim]."
            yield found("empty-source-list", message, manifest.place, fix)


def _sections(manifest: Manifest, library: Library) -> dict[str, Section]:
    """Every section of the topics of *manifest*, by `topic.section`."""
    topics = [library.topics[id_] for id_ in manifest.topics if id_ in library.topics]
    return {f"{topic.id}.{section.id}": section for topic in topics for section in topic.sections}
