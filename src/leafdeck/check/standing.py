"""A claim must be fit to print on the day it is printed: sourced, verified, undisputed, not past its date."""

from __future__ import annotations

from collections.abc import Iterator

from leafdeck.check.catalogs import shown
from leafdeck.check.levels import found
from leafdeck.check.passages import Content, charts
from leafdeck.check.quantities import told
from leafdeck.evidence import expired, why_not
from leafdeck.model import Checked, Claim, EvidenceLevel, Finding, Place, Verdict, cited
from leafdeck.numbers import numbers

UNSOURCED = (EvidenceLevel.EXPERT_OPINION, EvidenceLevel.SITE_STATEMENT)
"""Levels that may rest on nothing but whoever says it."""


def _mentions(content: Content) -> Iterator[tuple[Claim, Place]]:
    """Every mention of a known claim, topic by topic, then the glossary and the fixed phrases."""
    library = content.library
    for topic in library.topics.values():
        places = [
            (id_, passage.text.place)
            for passage in content.passages
            if passage.topic == topic.id
            for id_ in cited(passage.text.inlines)
        ]
        places += [(row.claim, row.place) for chart in charts(topic) for row in chart.rows]
        yield from ((library.claims[id_], place) for id_, place in places if id_ in library.claims)
    for passage in content.others:
        text = passage.text
        yield from ((library.claims[id_], text.place) for id_ in cited(text.inlines) if id_ in library.claims)


def _first_mentions(content: Content) -> Iterator[tuple[Claim, Place]]:
    """The first mention of each claim in each file."""
    seen: set[tuple[str, str]] = set()
    for claim, place in _mentions(content):
        if (claim.id, place.path) not in seen:
            seen.add((claim.id, place.path))
            yield claim, place


def _named(claim: Claim) -> str:
    """*claim* as somebody who has to look it up wants it named: an id alone tells a clinician nothing."""
    return f'The claim `{claim.id}` ("{shown(claim.sentence)}")'


def claim_unverified(content: Content) -> Iterator[Finding]:
    """What nobody has verified never prints."""
    for claim, place in _mentions(content):
        if claim.checked is Checked.UNVERIFIED:
            message = f"The claim `{claim.id}` must not print: {why_not(claim)}."
            yield found("claim-unverified", message, place, "Check it against its source, or take the statement out.")


def claim_disputed(content: Content) -> Iterator[Finding]:
    """What sources contradict each other on never prints before somebody has decided."""
    for claim, place in _mentions(content):
        if claim.checked is not Checked.UNVERIFIED and (reason := why_not(claim)):
            message = f"The claim `{claim.id}` must not print: {reason}."
            fix = "Decide what may be said and change its verdict, or take the statement out."
            yield found("claim-disputed", message, place, fix)


def claim_expired(content: Content) -> Iterator[Finding]:
    """A claim past its recheck date may no longer be true."""
    for claim, place in _first_mentions(content):
        if expired(claim, content.today):
            message = f"{_named(claim)} had to be checked again by {claim.recheck_by.isoformat()}."
            yield found("claim-expired", message, place, "Check it, then move its `recheck_by` and `as_of`.")


def claim_memory_only(content: Content) -> Iterator[Finding]:
    """A claim known only from memory needs a look at its source before a release."""
    for claim, place in _first_mentions(content):
        if claim.checked is Checked.MEMORY:
            message = f"{_named(claim)} was written from memory."
            fix = "Read it in its source and change its `checked`, or have a clinician attest it."
            yield found("claim-memory-only", message, place, fix)


def claim_without_source(content: Content) -> Iterator[Finding]:
    """Only an opinion and a statement about oneself may rest on no source."""
    for claim in content.library.claims.values():
        if not claim.sources and claim.level not in UNSOURCED:
            message = f"The claim `{claim.id}` ({claim.level}) names no source."
            yield found("claim-without-source", message, claim.place, "Add its `sources`, or lower its `level`.")


def claim_after_today(content: Content) -> Iterator[Finding]:
    """A claim cannot be known to be true on a day that has not come."""
    for claim in content.library.claims.values():
        if claim.as_of > content.today:
            message = f"The claim `{claim.id}` is as of {claim.as_of.isoformat()}, after {content.today.isoformat()}."
            yield found("claim-after-today", message, claim.place, "Mend its `as_of`, or the day that is asked for.")


def claim_undecided(content: Content) -> Iterator[Finding]:
    """A hedge or a conflict says in which form it may print; a disputed claim never prints."""
    for claim in content.library.claims.values():
        open_ = claim.verdict is Verdict.HEDGE or (claim.conflict and claim.verdict is not Verdict.DISPUTED)
        if open_ and not claim.decision:
            what = (
                f"Sources of the claim `{claim.id}` disagree"
                if claim.conflict
                else f"The claim `{claim.id}` is a hedge"
            )
            fix = "Write to `decision` in which form it may be printed."
            yield found("claim-undecided", f"{what}, and nothing says what was decided.", claim.place, fix)


def claim_balances_itself(content: Content) -> Iterator[Finding]:
    """What must stand beside a claim is another one."""
    for claim in content.library.claims.values():
        if claim.id in claim.balanced_by:
            message = f"The claim `{claim.id}` names itself in `balanced_by`."
            yield found("claim-balances-itself", message, claim.place, "Name the claim that must stand beside it.")


def number_not_in_claim(content: Content) -> Iterator[Finding]:
    """What a claim lets a text print, the claim says itself, in its sentence or in how it was decided."""
    library = content.library
    tag = library.settings.source
    for claim in library.claims.values():
        said = {number.value for number in told(claim, library)}
        for figure in claim.numbers:
            if not {number.value for number in numbers(figure, tag, ())} <= said:
                message = f'`numbers` of the claim `{claim.id}` holds "{figure}", which its own words do not say.'
                fix = "Say it in `sentence`, or in `decision` how it follows, or take it out."
                yield found("number-not-in-claim", message, claim.place, fix)


def unused_claim(content: Content) -> Iterator[Finding]:
    """A claim nobody cites is checked for nothing."""
    used = {claim.id for claim, _ in _mentions(content)}
    for claim in content.library.claims.values():
        if claim.id not in used:
            yield found("unused-claim", f"Nothing cites the claim `{claim.id}`.", claim.place, "Cite it, or remove it.")
