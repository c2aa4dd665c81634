"""The evidence as a page of Markdown: every claim with all that it rests on. It says the same on any day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from leafdeck.evidence.certainty import said
from leafdeck.evidence.reference import link, reference
from leafdeck.evidence.report import Standing, by_level, disputed
from leafdeck.model import Checked, Claim, Source

CHECKED: dict[Checked, str] = {
    Checked.PRIMARY: "read in the source itself",
    Checked.ABSTRACT: "read in the abstract of the source",
    Checked.SECOND_HAND: "second-hand: read where somebody else reports it",
    Checked.MEMORY: "written from memory; nobody has looked it up yet",
    Checked.UNVERIFIED: "not verified; it never prints",
    Checked.ATTESTED: "a named clinician stands for it",
}
"""How a claim was checked, in words."""
MARKS = re.compile(r"([\\`*_\[\]<>|])")
"""Characters that would mean something to Markdown (CommonMark 0.31, 2.4)."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Claims that stand together on the page: those of one topic, or those that no topic prints."""

    title: str
    claims: tuple[str, ...]
    """In order of first mention."""


def page(
    chapters: Sequence[Chapter], standing: Sequence[Standing], sources: Mapping[str, Source], words: Mapping[str, str]
) -> str:
    """The page, whose *chapters* tell each claim once, where it stands first, and point to it elsewhere.

    *words* are the phrases `level-…` and `strength-…` that readers of leaflets are shown.
    """
    known = {each.claim.id: each for each in standing}
    told: set[str] = set()
    lines = [*_head(standing, words)]
    for chapter in chapters:
        lines += ["", f"## {_plain(chapter.title)}"]
        before = [id_ for id_ in chapter.claims if id_ in told]
        for id_ in chapter.claims:
            if id_ in known and id_ not in told:
                lines += ["", *_claim(known[id_], sources, words)]
        if before:
            lines += ["", f"Told above, and printed here too: {', '.join(map(_anchor, before))}."]
        told.update(chapter.claims)
    return "\n".join(lines) + "\n"


def _head(standing: Sequence[Standing], words: Mapping[str, str]) -> Iterator[str]:
    cited = {source for each in standing for source in each.claim.sources}
    yield "# The evidence"
    yield ""
    yield "Made by `render.py evidence --page docs/evidence.md` from `content/`: change the content and make it again."
    yield "It lists what the words rest on, for whoever checks them. It is no advice to patients."
    yield ""
    yield f"Claims: {len(standing)}. Sources: {len(cited)}. Claims whose sources disagree: {_disputed(standing)}."
    yield ""
    yield "| how sure | what it rests on | claims |"
    yield "|---|---|---|"
    for level, count in by_level(standing).items():
        sure = words[f"strength-{said(level)}"] if said(level) else "–"
        yield f"| {_plain(sure)} | {_plain(words[f'level-{level}'])} | {count} |"


def _disputed(standing: Sequence[Standing]) -> int:
    return sum(disputed(each.claim) for each in standing)


def _claim(standing: Standing, sources: Mapping[str, Source], words: Mapping[str, str]) -> Iterator[str]:
    claim = standing.claim
    yield f"### {claim.id}"
    yield ""
    yield _plain(claim.sentence)
    yield ""
    sure = f"{words[f'strength-{said(claim.level)}']}. " if said(claim.level) else ""
    yield f"- How sure: {_plain(sure + words[f'level-{claim.level}'])}"
    yield f"- Checked: {CHECKED[claim.checked]}"
    yield f"- As of {_as_of(claim)}, to be checked again by {claim.recheck_by.isoformat()}"
    if claim.numbers:
        yield f"- Figures it allows: {', '.join(claim.numbers)}"
    if claim.balanced_by:
        yield f"- Never without: {' or '.join(map(_anchor, claim.balanced_by))}"
    for id_ in claim.sources:
        yield f"- Source: {_source(sources[id_]) if id_ in sources else f'`{id_}`, which is not there'}"
    if claim.conflict:
        yield f"- Conflict: {_plain(claim.conflict)}"
    if claim.decision:
        yield f"- Decision: {_plain(claim.decision)}"
    yield f"- Printed in: {', '.join(f'`{place}`' for place in standing.printed_in) or 'nothing'}"


def _as_of(claim: Claim) -> str:
    return claim.as_of.isoformat()[: {"year": 4, "month": 7}.get(claim.as_of_precision, 10)]


def _source(source: Source) -> str:
    address = link(source)
    return f"{_plain(reference(source))}{f' <{address}>' if address else ''}"


def _anchor(id_: str) -> str:
    return f"[{id_}](#{id_})"


def _plain(words: str) -> str:
    return MARKS.sub(r"\\\1", " ".join(words.split()))
