"""What `evidence` does: say how the claims stand, or write the page that lists them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from leafdeck.build import standing, stopping, write_page
from leafdeck.cli import exits, show
from leafdeck.cli.start import STRICT, bears_on, failed, opened
from leafdeck.evidence import Standing, by_level, needs_attention, said

NEEDS = {
    "expired": "Had to be checked again by a day that has passed",
    "expiring": "To be checked again within {within} days of {as_of}",
    "unverified": "Not verified: never printed",
    "memory": "Written from memory only",
    "disputed": "Sources disagree",
    "unused": "Cited nowhere",
}
"""What somebody should do something about, as its heading."""


def run_evidence(
    project: Path | None, *, expiring: int, page: Path | None, as_of: date, today: date, as_json: bool
) -> int:  # fmt: skip
    """Report the claims on the day *as_of*, or write *page*, which is the same on every day."""
    library, findings = opened(project)
    if library is None:
        return failed(findings, as_json)
    broken = [each for each in stopping("draft", findings) if bears_on(each, (library.settings.source,))]
    if broken:
        return failed(broken, as_json)
    if page is not None:
        refused = write_page(library, page.resolve())
        if not refused and as_json:
            show.as_json({"path": page.as_posix()})
        elif not refused:
            click.echo(page.as_posix())
        show.every(refused, as_json)
        return exits.code_for(refused, STRICT)
    every = standing(library, as_of, expiring)
    if as_json:
        for each in every:
            show.as_json(_record(each))
    else:
        click.echo("\n".join(_report(every, as_of, expiring)))
    return exits.OK


def _record(standing: Standing) -> dict[str, Any]:
    """One claim as it stands in JSON output (docs/commands.md)."""
    claim = standing.claim
    return {
        "claim": claim.id,
        "sentence": claim.sentence,
        "level": claim.level,
        "strength": said(claim.level),
        "checked": claim.checked,
        "verdict": claim.verdict,
        "as_of": claim.as_of,
        "recheck_by": claim.recheck_by,
        "needs": [need for need, those in needs_attention([standing]).items() if those],
        "sources": claim.sources,
        "conflict": claim.conflict,
        "decision": claim.decision,
        "printed_in": standing.printed_in,
    }


def _report(every: Sequence[Standing], as_of: date, within: int) -> Iterator[str]:
    yield f"{'claims':>6}  {'how sure':9} level"
    for level, count in by_level(every).items():
        yield f"{count:6}  {said(level) or '-':9} {level}"
    yield f"{len(every):6}  in all"
    for need, those in needs_attention(every).items():
        yield ""
        yield f"{NEEDS[need].format(within=within, as_of=as_of.isoformat())}: {len(those)}"
        width = max((len(each.claim.id) for each in those), default=0)
        for each in those:
            yield f"  {each.claim.recheck_by}  {each.claim.id:{width}}  {each.claim.sentence}"
