"""What `check readability` and `check criteria` tell: a report for people, or one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from leafdeck.build import POLICY, judge
from leafdeck.check.criteria import Assessment, assess
from leafdeck.check.formulas import FORMULAS, WITHOUT
from leafdeck.check.readability import HARDEST, HIGHEST_GRADE, Measure, Reading, Sentence, readings
from leafdeck.cli import exits, show
from leafdeck.cli.start import failed, ready
from leafdeck.model import Place, Profile

READABILITY = ("hard-to-read", "needless-exception")
"""Findings that `check readability` tells beside the mistakes of files."""


def run_readability(
    project: Path | None, *, locales: tuple[str, ...], profile: Profile, as_of: date, today: date, as_json: bool
) -> int:
    """Tell how hard each section is to read, in every language asked for; fails where the profile refuses that."""
    library, findings = ready(project, locales, profile, as_of, today)
    if library is None:
        return failed(findings, as_json)
    tags = locales or tuple(library.settings.languages)
    for tag in tags:
        every = readings(library, tag)
        if as_json:
            for reading in every:
                show.as_json(_record(reading, tag))
        else:
            click.echo("\n".join(_report(every, tag)) + "\n")
    refused = [one for one in findings if one.level in POLICY[profile]]
    if library.settings.source in tags:
        refused += [one for one in judge(library, findings, as_of) if one.id in READABILITY]
    show.every(refused, as_json)
    return exits.code_for(refused, POLICY[profile])


def _record(reading: Reading, tag: str) -> dict[str, Any]:
    """*reading* as it stands in JSON output (docs/commands.md)."""
    return {
        "locale": tag,
        "topic": reading.topic,
        "section": reading.section,
        "path": reading.place.path,
        "line": reading.place.line,
        **_measured(reading.written),
        "no_formula": _without(tag),
        "too_hard": reading.too_hard,
        "exception": reading.exception,
        "not_judged": reading.left,
        "hardest": [
            {"path": one.place.path, "line": one.place.line, "words": one.length, "value": one.value, "text": one.text}
            for one in reading.written.hardest
        ],
        "spoken": _measured(reading.spoken),
    }


def _measured(measure: Measure) -> dict[str, Any]:
    return {
        "sentences": measure.sentences,
        "words": measure.words,
        "words_per_sentence": measure.sentence_length,
        "longest_sentence": measure.longest,
        "passive_sentences": measure.passives,
        "scores": [
            {"formula": one.formula.id, "name": one.formula.name, "source": one.formula.source,
             "scale": one.formula.scale, "value": one.value}
            for one in measure.scores
        ],
    }  # fmt: skip


def _language(tag: str) -> str:
    return tag.split("-")[0]


def _without(tag: str) -> str:
    """Why no formula is used for the language *tag*; empty where one is."""
    if _language(tag) in FORMULAS:
        return ""
    return WITHOUT.get(_language(tag), "Leafdeck knows none for this language")


def _report(every: Sequence[Reading], tag: str) -> Iterator[str]:
    """The table of one language: its formulas, then a line for each section and the hardest sentences under it."""
    formulas = FORMULAS.get(_language(tag), ())
    if not formulas:
        yield f"{tag}: no published formula used: {_without(tag)}"
    for formula in formulas:
        least = f", only of {formula.least} sentences and more" if formula.least > 1 else ""
        yield f"{tag}: {formula.name} ({formula.source}): {formula.scale}{least}"
    columns = [*(formula.name for formula in formulas), "sentences", "average", "longest", "passive", "spoken"]
    yield _row("section", columns, columns)
    for reading in every:
        cells = tuple(_cells(reading, [formula.id for formula in formulas]))
        yield _row(reading.name, cells, columns) + _remark(reading)
        for one in _told(reading):
            value = "" if one.value is None else f"{one.value:g}, "
            yield f"    {one.place} ({value}{one.length} long) {one.text}"


def _told(reading: Reading) -> Sequence[Sentence]:
    """The sentences to name of *reading*: more of them where it is too hard, none of a whole topic."""
    if not reading.section:
        return ()
    return reading.written.hardest[: HARDEST if reading.too_hard else 1]


def _cells(reading: Reading, formulas: Sequence[str]) -> Iterator[str]:
    written, spoken = reading.written, reading.spoken
    values = {score.formula.id: f"{score.value:.1f}" for score in written.scores}
    yield from (values.get(id_, "-") for id_ in formulas)
    yield from (str(written.sentences), f"{written.sentence_length:.1f}", str(written.longest))
    yield "-" if written.passives is None else str(written.passives)
    yield f"{spoken.scores[0].value:.1f}" if spoken.scores else "-"


def _remark(reading: Reading) -> str:
    """What to know of a section beside its numbers."""
    remarks = []
    if reading.too_hard:
        remarks.append(f"above {HIGHEST_GRADE:g}" + (f", because: {reading.exception}" if reading.exception else ""))
    if reading.left:
        remarks.append(f"{reading.left} not translated, not judged")
    elif not reading.written.sentences:
        remarks.append("no running words")
    return f"  {'; '.join(remarks)}" if remarks else ""


def _row(first: str, cells: Sequence[str], columns: Sequence[str]) -> str:
    """One line of a table: *cells* under *columns*."""
    return f"{first:32}" + "".join(f"  {cell:>{len(column)}}" for cell, column in zip(cells, columns, strict=True))


def run_criteria(
    project: Path | None, *, locales: tuple[str, ...], profile: Profile, as_of: date, today: date, as_json: bool
) -> int:
    """Tell what each leaflet meets of the instruments of the field; no answer makes the command fail."""
    library, findings = ready(project, locales, profile, as_of, today)
    if library is None:
        return failed(findings, as_json)
    every = tuple(assess(library))
    if as_json:
        for one in every:
            show.as_json(_assessed(one))
    else:
        for line in _criteria(every):
            click.echo(line)
    told = [one for one in findings if one.level in POLICY[profile]]
    show.every(told, as_json)
    return exits.code_for(told, POLICY[profile])


def _assessed(one: Assessment) -> dict[str, Any]:
    """*one* as it stands in JSON output (docs/commands.md)."""
    return {
        "piece": one.piece,
        "instrument": one.instrument,
        "item": one.criterion.number,
        "asks": one.criterion.asks,
        "verdict": one.judgement.verdict,
        "why": one.judgement.why,
        "look_at": one.criterion.look_at,
        "region": one.region,
        "places": [{"path": place.path, "line": place.line} for place in one.judgement.places],
    }


def _criteria(every: Sequence[Assessment]) -> Iterator[str]:
    """The items of each leaflet under its instruments: the verdict, what was seen, and what a person should look at."""
    piece, instrument = "", ""
    for one in every:
        if one.piece != piece:
            yield ("\n" if piece else "") + one.piece
            piece, instrument = one.piece, ""
        if one.instrument != instrument:
            yield f"  {one.instrument}"
            instrument = one.instrument
        verdict, number, judgement = one.judgement.verdict, one.criterion.number, one.judgement
        yield f"    {verdict:15}{number:>3}  {one.criterion.asks}"
        where = f" (region {one.region})" if one.region else ""
        places = f" {_listed(judgement.places)}" if judgement.places else ""
        if judgement.why:
            yield f"{'':24}{judgement.why}{where}{places}"
        if verdict == "open":
            yield f"{'':24}Look: {one.criterion.look_at}"


def _listed(places: Sequence[Place]) -> str:
    """*places*, the first with its file, those that follow in the same file as lines only."""
    words, path = [], ""
    for place in places:
        words.append(str(place) if place.path != path else str(place.line))
        path = place.path
    return ", ".join(words)
