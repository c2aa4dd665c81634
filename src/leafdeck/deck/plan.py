"""The pure step from a piece to its deck: which slides, in which order, and what stands on each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from leafdeck.deck.certainty import certainty
from leafdeck.deck.draft import Group
from leafdeck.deck.fit import Fit
from leafdeck.deck.frame import closing, footer, opening, topic
from leafdeck.deck.lay import Lay
from leafdeck.deck.notes import notes
from leafdeck.deck.sections import drafts
from leafdeck.deck.wording import Wording
from leafdeck.measure import Ruler
from leafdeck.model import Deck, Figure, Finding, Piece, PieceSection, Slide, Theme, Words


def plan(piece: Piece, theme: Theme, ruler: Ruler) -> tuple[Deck | None, tuple[Finding, ...]]:
    """The deck of *piece* in the design *theme*, every word measured with *ruler*; None where something cannot fit.

    The piece's edition is its cut in minutes. Every slide has a title of its own, notes, and at its foot the sources
    it cites. What does not fit takes a smaller size of its placeholder's ladder, then goes on, on another slide; what
    can do neither is a finding that says how many characters to lose.
    """
    wording, spoken = Wording(piece), Wording(piece, kept=False)
    lay = Lay(wording, Fit(ruler, theme))
    shown = [each for each in piece.sections if each.section.slide and each.section.cut <= int(piece.edition)]
    groups = [*opening(wording, spoken), *_topics(shown, wording, spoken), *closing(wording, spoken)]
    slides = tuple(slide for group in groups for slide in lay.slides(group))
    findings = (*lay.findings, *_repeated(slides, piece), *_not_shown(shown, piece))
    if any(finding.level == "error" for finding in findings):
        return None, findings
    language = piece.language
    deck = Deck(
        slides=slides,
        title=wording.bare(piece.title),
        language=language.tag,
        direction=language.direction,
        office_locale=language.office_locale,
        office_fonts=language.office_fonts,
        footer=footer(wording),
        subject=wording.bare(piece.standfirst),
        keywords=", ".join(name for name in piece.keep if any(name in _title(slide) for slide in slides)),
        publisher=piece.speaker.name if piece.speaker else "",
        created=piece.as_of.isoformat(),
    )
    return deck, findings


def _topics(shown: list[PieceSection], wording: Wording, spoken: Wording) -> Iterator[Group]:
    """The sections in their order; where there are several topics, each opens with a slide of its own.

    The topic that gave the deck its title has opened with the first slide.
    """
    titles = dict(wording.piece.titles)
    several = len({each.topic for each in shown}) > 1
    current = ""
    for each in shown:
        title = titles.get(each.topic, wording.piece.title)
        if several and each.topic != current and wording.bare(title) != wording.bare(wording.piece.title):
            yield topic(each.topic, title, wording, spoken)
        current = each.topic
        section = each.section
        if section.slide is None:
            continue
        yield Group(
            id=f"{each.topic}.{section.id}",
            title=section.slide.headline,
            drafts=tuple(drafts(section, wording)),
            notes=notes(section, spoken),
            part=wording.bare(title),
            certainty=certainty(each.evidence, wording) if each.evidence else None,
            badge=each.evidence.strength if each.evidence else None,
        )


def _repeated(slides: tuple[Slide, ...], piece: Piece) -> Iterator[Finding]:
    """Two slides with one title cannot be told apart in an outline, or by a screen reader."""
    titles = {slide.id: _title(slide) for slide in slides}
    counts = Counter(titles.values())
    places = {
        f"{each.topic}.{each.section.id}": each.section.slide.headline.place
        for each in piece.sections
        if each.section.slide
    }
    for id_, title in titles.items():
        if counts[title] > 1:
            yield Finding(
                "repeated-title",
                "warning",
                f"{counts[title]} slides have the title “{title}”.",
                places.get(id_, piece.title.place),
                "Give each slide a headline of its own.",
                piece.language.tag,
            )


def _title(slide: Slide) -> str:
    words = dict(slide.fills)["title"]
    return "".join(run.text for para in words.paras for run in para.runs) if isinstance(words, Words) else ""


def _not_shown(shown: list[PieceSection], piece: Piece) -> Iterator[Finding]:
    """Pictures are for leaflets: what a slide leaves out is said."""
    for each in shown:
        for block in each.section.blocks:
            if isinstance(block, Figure):
                yield Finding(
                    "figure-not-on-slide",
                    "note",
                    f"The picture {block.file} stands in the leaflet only: slides show no pictures yet.",
                    block.place,
                    "Show the same with a chart, steps or a table.",
                    piece.language.tag,
                )
