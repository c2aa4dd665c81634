"""What a leaflet gives its readers to do: calls, questions to ask, things to tick."""

from __future__ import annotations

from leafdeck.check.criteria.judgement import Judgement, inapplicable, met, missing, undecided
from leafdeck.check.criteria.shown import Shown, place_of
from leafdeck.check.criteria.substance import more_help, told
from leafdeck.model import Checklist, Place, Questions, Urgency

NOTHING = "It asks nothing of the reader."


def action_named(shown: Shown) -> Judgement:
    """Met where a box says whom to call, or one of the claims of `action` is cited."""
    calls = shown.blocks(Urgency)
    if calls:
        return met("A box says what to do, by how fast.", [call.levels[0].action.place for call in calls])
    return told("action")(shown)


def called_to_act(shown: Shown) -> Judgement:
    """As `action_named`; a leaflet that asks for no more than further reading calls to action too."""
    named = action_named(shown)
    reading = more_help(shown)
    return reading if named.verdict != "met" and reading.verdict == "met" else named


def recommended(shown: Shown) -> Judgement:
    """Met as `action_named`; does not apply where nothing is asked of the reader."""
    named = action_named(shown)
    return inapplicable(NOTHING) if named.verdict == "not met" else named


def directions(shown: Shown) -> Judgement:
    """Met where a box says when to call whom; does not apply where nothing is asked of the reader."""
    calls = shown.blocks(Urgency)
    if calls:
        return met("A box says when to call, and whom.", map(place_of, calls))
    return _of_action(shown, inapplicable(NOTHING))


def addressed(shown: Shown) -> Judgement:
    """Not met where nothing is asked of the reader; whether "you" are asked, a person tells."""
    return _of_action(shown, missing(NOTHING, [shown.manifest.place]))


def steps(shown: Shown) -> Judgement:
    """Not met where nothing is asked of the reader; whether the steps are small enough, a person tells."""
    return _of_action(shown, missing(NOTHING, [shown.manifest.place]))


def reasons(shown: Shown) -> Judgement:
    """Does not apply where nothing is asked of the reader; otherwise for a person."""
    return _of_action(shown, inapplicable(NOTHING))


def tool(shown: Shown) -> Judgement:
    """Met where there is something to fill in or to tick; not met where the reader is to act and has nothing."""
    tools = _tools(shown)
    if tools:
        return met("There is something to fill in or to tick.", tools)
    said = "There is no checklist, and there are no questions to fill in."
    return missing(said, [shown.manifest.place]) if action_named(shown).verdict == "met" else undecided(said)


def _of_action(shown: Shown, without: Judgement) -> Judgement:
    """*without* where no action is named; otherwise what a person has to look at."""
    named = action_named(shown)
    if named.verdict == "not met":
        return without
    return undecided(named.why, [*named.places, *_tools(shown)])


def _tools(shown: Shown) -> list[Place]:
    return [place_of(block) for block in shown.blocks((Checklist, Questions))]
