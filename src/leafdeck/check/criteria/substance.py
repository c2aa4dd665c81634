"""What a leaflet tells: aims, sources, dates, what is uncertain, benefits, risks, and other choices."""

from __future__ import annotations

from collections.abc import Callable

from leafdeck.check.criteria.judgement import Judgement, counted, inapplicable, met, missing, undecided
from leafdeck.check.criteria.shown import VISUALS, Part, Shown, place_of
from leafdeck.check.passages import claims_of
from leafdeck.model import (
    Case,
    Checklist,
    Claim,
    EvidenceLevel,
    Faq,
    Place,
    Questions,
    Related,
    Stat,
    Table,
    TwoLists,
    Urgency,
    has_words,
)
from leafdeck.project import ROOT_FILE

FACTS = (*VISUALS, Table, Stat, TwoLists, Faq, Case, Urgency)
"""Blocks that state facts, and so must cite; paragraphs and lists may do no more than lead on."""

Judge = Callable[[Shown], Judgement]


def aims_stated(shown: Shown) -> Judgement:
    """Met where words stand under the title: the standfirst says what the reader will learn."""
    if has_words(shown.standfirst):
        return met("A standfirst stands under the title.", [shown.standfirst.place])
    return missing("No words under the title say what the leaflet tells.", [shown.manifest.place])


def purpose_evident(shown: Shown) -> Judgement:
    """Not met without a standfirst; whether it is specific, or says what could stand anywhere, a person tells."""
    stated = aims_stated(shown)
    return undecided("There are a title and a standfirst.", stated.places) if stated.verdict == "met" else stated


def sources_listed(shown: Shown) -> Judgement:
    """Met where the list of sources is not empty and every section cites."""
    sources = {source for claim in shown.claims for source in claim.sources if source in shown.library.sources}
    if not sources:
        return missing("The list of sources is empty.", [shown.manifest.place])
    bare = [part for part in shown.parts if not claims_of(part.section.blocks)]
    stating = [part for part in bare if any(isinstance(block, FACTS) for block in part.section.blocks)]
    if stating:
        return missing(f"{_named(stating)} states facts and cites nothing.", _places(stating))
    citing = f"{len(shown.parts) - len(bare)} of {counted(len(shown.parts), 'section')} cite"
    said = f"{citing}; the list holds {counted(len(sources), 'source')}"
    if bare:
        return undecided(f"{said}. {_named(bare)} cites nothing.", _places(bare))
    return met(f"{said}.", _places(shown.parts[:1]))


def dates_stated(shown: Shown) -> Judgement:
    """Met where every topic in the leaflet states when it was published and when its facts were last checked."""
    undated = [topic for topic in shown.topics if topic.published is None or topic.checked is None]
    if undated:
        named = ", ".join(f"`{topic.id}`" for topic in undated)
        return missing(f"`published` or `checked` is not stated in {named}.", [topic.place for topic in undated])
    checked = min(topic.checked for topic in shown.topics if topic.checked)
    return met(f"It says when it was published; facts last checked {checked}.", [shown.topics[0].place])


def uncertainty_stated(shown: Shown) -> Judgement:
    """Met where a claim of level `open-question` is cited: something nobody knows is said."""
    unknown = [claim for claim in shown.claims if claim.level is EvidenceLevel.OPEN_QUESTION]
    if unknown:
        return met(f"It says what nobody knows: {_ids(unknown)}.", _where(shown, unknown))
    return missing("It cites no claim of level `open-question`.", [shown.manifest.place])


def known_and_unknown(shown: Shown) -> Judgement:
    """Met where the leaflet cites open questions beside claims that rest on sources."""
    unknown = uncertainty_stated(shown)
    known = [claim for claim in shown.claims if claim.sources and claim.level is not EvidenceLevel.OPEN_QUESTION]
    if unknown.verdict == "met" and not known:
        return missing("It cites open questions and nothing that is known.", [shown.manifest.place])
    return unknown


def benefits_told(shown: Shown) -> Judgement:
    """Met where a claim with `balanced_by` is cited: what helped, which must never stand without its balance."""
    helped = [claim for claim in shown.claims if claim.balanced_by]
    if helped:
        return met(f"It cites what helped: {_ids(helped)}.", _where(shown, helped))
    return missing("It cites no claim with `balanced_by`: it tells of nothing that helped.", [shown.manifest.place])


def risks_told(shown: Shown) -> Judgement:
    """Met where every claim that `risks` of `[criteria]` names is cited: one risk is not all."""
    asked = shown.library.settings.criteria.claims("risks")
    if not asked:
        return _unnamed("risks")
    cited = [claim for claim in shown.claims if claim.id in asked]
    left = [id_ for id_ in asked if id_ not in {claim.id for claim in cited}]
    if left:
        lacking = ", ".join(f"`{id_}`" for id_ in left)
        said = f"It cites {len(cited)} of {len(asked)} claims of `risks`, not {lacking}."
        return missing(said, [shown.manifest.place])
    return met(f"It cites every claim of `risks`: {_ids(cited)}.", _where(shown, cited))


def told(key: str) -> Judge:
    """A judge that is satisfied by one of the claims that *key* of `[criteria]` in leafdeck.toml names."""

    def judge(shown: Shown) -> Judgement:
        asked = shown.library.settings.criteria.claims(key)
        if not asked:
            return _unnamed(key)
        cited = [claim for claim in shown.claims if claim.id in asked]
        if cited:
            return met(f"It cites {_ids(cited)}.", _where(shown, cited))
        named = ", ".join(f"`{id_}`" for id_ in asked)
        return missing(f"It cites none of `{key}`: {named}.", [shown.manifest.place])

    return judge


def more_help(shown: Shown) -> Judgement:
    """Met where the leaflet names another topic to read, or cites one of `more-help`."""
    named = [block.place for block in shown.blocks(Related)]
    return met("It names other leaflets to read.", named) if named else told("more-help")(shown)


def deciding_together(shown: Shown) -> Judgement:
    """Met where one of `deciding` is cited; where there is a list to fill in or tick, a person tells what it is for."""
    asked = shown.blocks((Checklist, Questions))
    by_claim = told("deciding")(shown)
    if by_claim.verdict == "met" or not asked:
        return by_claim
    return undecided("There is a list to fill in or to tick.", map(place_of, asked))


def risks_to_weigh(shown: Shown) -> Judgement:
    """Does not apply where a leaflet names none of the risks; otherwise for a person."""
    asked = shown.library.settings.criteria.claims("risks")
    cited = [claim for claim in shown.claims if claim.id in asked]
    if cited:
        return undecided(f"It cites {_ids(cited)}.", _where(shown, cited))
    return inapplicable("It cites none of `risks`.") if asked else _unnamed("risks")


def _unnamed(key: str) -> Judgement:
    return undecided(f"`[criteria]` in {ROOT_FILE} names no claims for `{key}`.")


def _ids(claims: list[Claim]) -> str:
    first = ", ".join(f"`{claim.id}`" for claim in claims[:4])
    return first if len(claims) <= 4 else f"{first} and {len(claims) - 4} more"


def _where(shown: Shown, claims: list[Claim]) -> list[Place]:
    return [shown.mentions[claim.id] for claim in claims]


def _named(parts: list[Part]) -> str:
    return ", ".join(f"`{part.name}`" for part in parts)


def _places(parts: list[Part] | tuple[Part, ...]) -> list[Place]:
    return [part.section.place for part in parts]
