"""What `check criteria` says of a leaflet: each item a program can judge, met and not met, and those it leaves open.

`tests/goldens/check/criteria.txt` is the whole report of the leaflet below, which meets all that can be judged.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from leafdeck.check import check_content
from leafdeck.check.criteria import INSTRUMENTS, Assessment, assess, unmet
from leafdeck.check.criteria.judgement import for_a_person
from leafdeck.project import read_library
from tests.goldens import Golden
from tests.projects import REPOSITORY, add, command, edit, tiny_project
from tests.test_check_content import TODAY

TEA, CLAIMS, ROOT, LEAFLET = "content/tea.md", "content/claims.toml", "leafdeck.toml", "leaflets/tea.toml"
DISCERN, PEMAT, INDEX = INSTRUMENTS

TOPIC = """---
title: Tea and sleep
standfirst: What a small study of tea found, and what to ask.
audience: Tea drinkers
version: "1.0"
published: 2026-01-10
checked: 2026-01-09
next_review: 2027-01-09
authors: [Ada Leaf]
reviewers: []
patient_reviewers: []
funding: null
---

## In short {#in-short}

:::{key} What to remember
- All slept longer [@tea-sleep]. In some it wore off [@tea-wears-off].
- Nobody knows what comes later [@tea-later].
- Let your [tea](term:tea) cool first [@tea-cool].
:::

## How it works {#works}

Warmth makes you drowsy [@tea-works]. It can burn your mouth [@tea-burns], and stain your teeth [@tea-stains].

Without tea you may lie awake [@tea-none]. With it you get up at night [@tea-nights]. Milk helps too [@tea-milk].

## What was found {#found}

:::{chart} dots: Sleep after tea
| Result | n | of | claim |
|---|---|---|---|
| Slept longer | 4 | 4 | tea-sleep |
| Wore off | 1 | 4 | tea-wears-off |
:::

:::{figure file="cup.svg" credit="Ada" licence="CC0"} A warm cup
A cup with steam above it.
:::

:::{table} Tea and milk
| Drink | Found |
|---|---|
| Tea | Longer sleep in 4 people [@tea-who] |
| Milk | Not counted [@tea-milk] |
:::

## When to call {#call}

:::{urgency}
### Now: call {emergency}
- You cannot wake up [@tea-cool]

### Next visit: tell your doctor
- You dream of tea [@tea-cool]
:::

## To take along {#ask}

:::{questions} Ask your doctor
- Is tea for me? [@tea-ask]
:::

:::{checklist} Before the first cup
- Has it cooled? [@tea-cool]
:::

## More {#more}

Tea groups can help [@tea-group].

:::{related}
- tea
:::
"""

CLAIM = """
[{}]
sentence = "Tea."
sources = ["leaf-2025"]
level = "{}"
checked = "primary"
as_of = "2025"
recheck_by = 2027-06-01
"""
FACTS = ("works", "burns", "stains", "none", "nights", "milk", "ask", "group", "cool")

CRITERIA = """
[criteria]
how-it-works = ["tea-works"]
risks = ["tea-burns", "tea-stains"]
untreated = ["tea-none"]
everyday-life = ["tea-nights"]
other-choices = ["tea-milk"]
deciding = ["tea-ask"]
more-help = ["tea-group"]
action = ["tea-cool"]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose one leaflet meets every item that a program can judge."""
    return project(tmp_path)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], str]:
    """The verdicts of that leaflet as it stands."""
    return verdicts(project(tmp_path_factory.mktemp("before")))


def project(at: Path) -> Path:
    folder = tiny_project(at)
    (folder / TEA).write_text(TOPIC, encoding="utf-8")
    add(folder, CLAIMS, CLAIM.format("tea-later", "open-question"))
    for name in FACTS:
        add(folder, CLAIMS, CLAIM.format(f"tea-{name}", "background"))
    add(folder, ROOT, CRITERIA)
    return folder


def assessed(root: Path) -> dict[tuple[str, str], Assessment]:
    """Every item of the one leaflet of the project at *root*, by instrument and number."""
    library, findings = read_library(root)
    assert findings == ()
    assert library is not None
    return {(one.instrument, one.criterion.number): one for one in assess(library)}


def verdicts(root: Path) -> dict[tuple[str, str], str]:
    return {item: one.judgement.verdict for item, one in assessed(root).items()}


def named(item: str) -> tuple[str, str]:
    """Instrument and number of "DISCERN 4"."""
    instrument, _, number = item.rpartition(" ")
    return instrument, number


# --- All items --------------------------------------------------------------------------------------------------------


def test_the_report_says_what_was_looked_at_and_where(root: Path, golden: Golden) -> None:
    told = command(root, "check", "criteria", "--as-of", TODAY.isoformat())
    assert told.returncode == 0
    golden("check/criteria.txt", told.stdout)


def test_every_item_of_each_instrument_is_reported_once_in_order(root: Path) -> None:
    numbers = {name: [item.number for item in items] for name, items in INSTRUMENTS.items()}
    printed = [number for number in range(1, 27) if number not in (13, 14)]
    assert numbers[DISCERN] == [str(number) for number in range(1, 17)]
    assert numbers[PEMAT] == [str(number) for number in printed]
    assert numbers[INDEX] == ["Q1", "Q2", "Q3", "Q4", *(str(number) for number in range(1, 21))]
    assert list(assessed(root)) == [(name, number) for name, every in numbers.items() for number in every]


def test_a_leaflet_with_everything_lacks_nothing(root: Path) -> None:
    assert "not met" not in verdicts(root).values()


def test_the_index_and_the_instruments_are_never_added_up(root: Path) -> None:
    told = command(root, "check", "criteria").stdout
    assert not any(word in told.lower() for word in ("score", "total", "%", "points:", "of 16", "of 20", "of 24"))


# --- Each item that can be judged, and the one thing taken away -------------------------------------------------------

KEY = TOPIC[TOPIC.index(":::{key}") : TOPIC.index("## How it works")]
CHART = TOPIC[TOPIC.index(":::{chart}") : TOPIC.index(":::{figure")]
FIGURE = TOPIC[TOPIC.index(":::{figure") : TOPIC.index(":::{table}")]
URGENCY = TOPIC[TOPIC.index(":::{urgency}") : TOPIC.index("## To take along")]
TOOLS = TOPIC[TOPIC.index(":::{questions}") : TOPIC.index("## More")]
LONG = "\n\n".join(f"{'very ' * 39}warm [@tea-who]." for _ in range(4))
MANY = "\n".join("- Tea [@tea-who]" for _ in range(8))

TAKEN_AWAY: dict[str, tuple[tuple[str, ...], str, tuple[tuple[str, str], ...]]] = {
    "the words under the title": (
        ("DISCERN 1", "PEMAT-P 1"), TEA, (("What a small study of tea found, and what to ask.", '"…"'),)),
    "the claims of a chart section's neighbour": (
        ("DISCERN 4",), TEA, (("Longer sleep in 4 people [@tea-who]", "Sleep"), ("Not counted [@tea-milk]", "No"),
                              (CHART, ""),)),
    "the sources of every claim": (("DISCERN 4",), CLAIMS, (('"pot-2026", "leaf-2025"', ""), ('"leaf-2025"', ""))),
    "the day of publication": (("DISCERN 5",), TEA, (("published: 2026-01-10", "published: null"),)),
    "the day the facts were checked": (("DISCERN 5",), TEA, (("checked: 2026-01-09", "checked: null"),)),
    "further reading and the patient group": (
        ("DISCERN 7",), TEA, (("\n:::{related}\n- tea\n:::\n", ""), ("[@tea-group]", "[@tea-who]"))),
    "what nobody knows": (("DISCERN 8", f"{INDEX} 11"), TEA, (("[@tea-later]", "[@tea-who]"),)),
    "how it works": (("DISCERN 9",), TEA, (("[@tea-works]", "[@tea-who]"),)),
    "what helped": (("DISCERN 10",), TEA, (("[@tea-sleep]", "[@tea-who]"), ("| tea-sleep |", "| tea-who |"))),
    "one of two risks": (("DISCERN 11",), TEA, (("[@tea-stains]", "[@tea-burns]"),)),
    "life without it": (("DISCERN 12",), TEA, (("[@tea-none]", "[@tea-who]"),)),
    "everyday life": (("DISCERN 13",), TEA, (("[@tea-nights]", "[@tea-who]"),)),
    "other choices": (("DISCERN 14",), TEA, (("[@tea-milk]", "[@tea-who]"),)),
    "what to ask": (("DISCERN 15",), TEA, ((TOOLS, "Tea [@tea-who].\n"),)),
    "the link to the glossary": (("PEMAT-P 4", f"{INDEX} 7"), TEA, (("[tea](term:tea)", "tea"),)),
    "who does it": (
        ("PEMAT-P 5",), TEA, (("Tea groups can help [@tea-group].", "The tea was given away [@tea-group]. " * 40),)),
    "whole numbers": (
        ("PEMAT-P 6", f"{INDEX} 15"), TEA, (("Warmth makes", "In half of them, 50%, warmth makes"),)),
    "the breaks between passages": (
        ("PEMAT-P 8", f"{INDEX} 9"), TEA, (("Warmth makes you drowsy [@tea-works].", f"[@tea-works] {LONG}"),)),
    "a heading of its own": (("PEMAT-P 9",), TEA, (("## More {#more}", "## What was found {#more}"),)),
    "the box of what to remember": (
        ("PEMAT-P 11", f"{INDEX} 1", f"{INDEX} 2", f"{INDEX} 3", f"{INDEX} 10"), TEA,
        ((KEY, "Tea [@tea-later].\n\n"),)),
    "all boxes and lists": (
        ("PEMAT-P 12", f"{INDEX} 8"), TEA, ((KEY, "Tea [@tea-later].\n\n"), (URGENCY, "Call [@tea-cool].\n\n"))),
    "the caption of a picture": (("PEMAT-P 17",), TEA, (("} A warm cup", "}"),)),
    "all that is shown": ((f"{INDEX} 4",), TEA, ((CHART, ""), (FIGURE, ""))),
    "short headings in tables": (("PEMAT-P 19",), TEA, (("| Drink |", "| Which drink it was that they drank |"),)),
    "everything to do": (
        ("PEMAT-P 20", "PEMAT-P 21", "PEMAT-P 22"), TEA,
        ((URGENCY, "Tea [@tea-who].\n"), ("[@tea-cool]", "[@tea-who]"))),
    "everything to do, and further reading": (
        (f"{INDEX} 5",), TEA,
        ((URGENCY, "Tea [@tea-who].\n"), ("[@tea-cool]", "[@tea-who]"), ("[@tea-group]", "[@tea-who]"),
         ("\n:::{related}\n- tea\n:::\n", ""))),
    "what can be filled in or ticked": (("PEMAT-P 23",), TEA, ((TOOLS, "Ask [@tea-ask].\n"),)),
    "an end to the list": ((f"{INDEX} 8",), TEA, (("Tea groups can help [@tea-group].", MANY),)),
}  # fmt: skip


@pytest.mark.parametrize("name", TAKEN_AWAY)
def test_an_item_is_not_met_once_what_it_asks_for_is_taken_away(
    name: str, root: Path, before: dict[tuple[str, str], str]
) -> None:
    items, file, changes = TAKEN_AWAY[name]
    for old, new in changes:
        edit(root, file, old, new)
    after = assessed(root)
    for item in items:
        key = named(item)
        assert before[key] in ("met", "open")
        assert after[key].judgement.verdict == "not met"
        assert after[key].judgement.places


def test_every_item_that_can_fail_is_made_to_fail() -> None:
    tested = {named(item) for items, _, _ in TAKEN_AWAY.values() for item in items}
    open_or_left_out = {
        "for_a_person", "visuals_to_weigh", "visuals_wanted", "pictures", "charts_explained", "numbers_to_weigh",
        "risks_to_weigh", "reasons", "recommended", "directions",
    }  # fmt: skip
    can_fail = {
        (name, item.number)
        for name, items in INSTRUMENTS.items()
        for item in items
        if item.judge.__name__ not in open_or_left_out
    }
    assert can_fail == tested


def test_what_nobody_knows_needs_something_known_beside_it(root: Path) -> None:
    words = TOPIC[: TOPIC.index("## In short")] + "## Tea {#tea}\n\nNobody knows what comes later [@tea-later].\n"
    (root / TEA).write_text(words, encoding="utf-8")
    seen = verdicts(root)
    assert (seen[DISCERN, "8"], seen[INDEX, "11"]) == ("met", "not met")


# --- What may be left out, and what is never ticked -------------------------------------------------------------------


def test_an_instrument_says_what_may_be_left_out(root: Path) -> None:
    words = TOPIC[: TOPIC.index("## In short")] + "## Tea {#tea}\n\nTea is warm [@tea-who].\n"
    (root / TEA).write_text(words, encoding="utf-8")
    left_out = {item for item, verdict in verdicts(root).items() if verdict == "does not apply"}
    assert left_out == {
        *((PEMAT, number) for number in ("6", "8", "9", "11", "16", "17", "18", "19", "25")),
        *((INDEX, number) for number in ("12", "13", "14", "15", "16", "17", "18", "19", "20")),
    }


def test_nothing_of_discern_that_a_program_judges_is_left_out(root: Path) -> None:
    (root / TEA).write_text(TOPIC[: TOPIC.index("## How it works")], encoding="utf-8")
    assert "does not apply" not in {verdict for (name, _), verdict in verdicts(root).items() if name == DISCERN}


def test_what_only_a_person_can_judge_is_open_in_every_leaflet_and_says_what_to_look_at() -> None:
    library, _ = read_library(REPOSITORY)
    assert library is not None
    every = tuple(assess(library))
    assert {one.piece for one in every} == set(library.leaflets)
    for one in every:
        if one.criterion.judge is for_a_person:
            assert one.judgement.verdict == "open"
        assert one.criterion.look_at


@pytest.mark.parametrize("key", ["how-it-works", "risks", "untreated", "everyday-life", "other-choices"])
def test_an_item_is_open_where_the_project_names_no_claims_for_it(key: str, root: Path) -> None:
    lines = (root / ROOT).read_text(encoding="utf-8").splitlines()
    (root / ROOT).write_text("\n".join(line for line in lines if not line.startswith(f"{key} =")), encoding="utf-8")
    named = [one for one in assessed(root).values() if f"no claims for `{key}`" in one.judgement.why]
    assert named
    assert {one.judgement.verdict for one in named} == {"open"}


def test_a_list_to_fill_in_is_no_help_to_decide_unless_a_claim_says_so(root: Path) -> None:
    edit(root, ROOT, 'deciding = ["tea-ask"]', 'deciding = ["tea-works"]')
    edit(root, TEA, "[@tea-works]", "[@tea-who]")
    assert verdicts(root)[DISCERN, "15"] == "open"


# --- What the leaflet really shows ------------------------------------------------------------------------------------


def test_a_leaflet_of_some_sections_is_judged_by_those(root: Path) -> None:
    edit(root, LEAFLET, 'editions = ["a4"]', 'editions = ["a4"]\nsections = ["tea.call", "tea.ask"]')
    seen = verdicts(root)
    assert (seen[DISCERN, "9"], seen[DISCERN, "14"], seen[PEMAT, "20"], seen[PEMAT, "23"]) == (
        "not met", "not met", "met", "met",
    )  # fmt: skip


def test_what_only_one_region_reads_is_not_met_and_says_where_it_is_missing(root: Path) -> None:
    edit(root, TEA, "Warmth makes you drowsy [@tea-works].", "Warmth makes you drowsy.")
    edit(root, TEA, "## More {#more}", '## More {#more}\n\n::::{only region="GB"}\nIt is warm [@tea-works].\n::::')
    one = assessed(root)[DISCERN, "9"]
    assert (one.judgement.verdict, one.region) == ("not met", "generic")


def test_a_story_that_is_off_does_not_count(root: Path) -> None:
    edit(root, TEA, "Warmth makes you drowsy [@tea-works].", "Warm.\n\n:::{case} Ada\nIt worked [@tea-works].\n:::\n")
    assert verdicts(root)[DISCERN, "9"] == "not met"
    edit(root, LEAFLET, 'editions = ["a4"]', 'editions = ["a4"]\nshow = ["case"]')
    assert verdicts(root)[DISCERN, "9"] == "met"


def test_a_word_of_the_glossary_inside_a_name_is_no_hard_word(root: Path) -> None:
    add(root, "content/glossary.toml", '\n[terms.car]\nterm = "CAR"\nmeaning = "A part of a cell."\n')
    edit(root, TEA, "Warmth makes", "CAR-T makes")
    assert verdicts(root)[PEMAT, "4"] == "open"
    edit(root, TEA, "CAR-T makes", "A CAR makes")
    assert '"CAR"' in assessed(root)[PEMAT, "4"].judgement.why


# --- Settings and output ----------------------------------------------------------------------------------------------


def test_a_claim_that_the_criteria_name_must_exist(root: Path) -> None:
    edit(root, ROOT, 'untreated = ["tea-none"]', 'untreated = ["tea-nun"]')
    library, _ = read_library(root)
    assert library is not None
    (finding,) = (one for one in check_content(library, TODAY) if one.id == "unknown-claim")
    assert (finding.place.path, finding.message) == (ROOT, "There is no claim `tea-nun`.")


def test_a_key_that_the_criteria_do_not_know_is_refused(root: Path) -> None:
    edit(root, ROOT, "other-choices =", "other-choice =")
    _, (finding,) = read_library(root)
    assert (finding.id, finding.fix) == ("unknown-key", "Write `other-choices`.")


def test_each_item_is_one_object_in_json(root: Path) -> None:
    told = command(root, "check", "criteria", "--json").stdout.splitlines()
    first, *others = (json.loads(line) for line in told)
    assert len(others) == 63
    assert first == {
        "piece": "tea",
        "instrument": "DISCERN",
        "item": "1",
        "asks": "Says at the start what it is about",
        "verdict": "met",
        "why": "A standfirst stands under the title.",
        "look_at": "Is it plain whom it is for and what it covers?",
        "region": "",
        "places": [{"path": TEA, "line": 3}],
    }


def test_an_item_that_is_not_met_does_not_make_the_command_fail(root: Path) -> None:
    edit(root, TEA, "[@tea-works]", "[@tea-who]")
    told = command(root, "check", "criteria")
    assert told.returncode == 0
    assert "not met" in told.stdout


def test_check_notes_once_for_each_leaflet_what_it_does_not_meet(root: Path) -> None:
    edit(root, TEA, "[@tea-works]", "[@tea-who]")
    edit(root, TEA, "[tea](term:tea)", "tea")
    library, _ = read_library(root)
    assert library is not None
    (finding,) = unmet(library)
    assert (finding.id, finding.level, str(finding.place)) == ("criterion-not-met", "note", "leaflets/tea.toml:1")
    assert finding.message == f"The leaflet `tea` does not meet DISCERN 9; PEMAT-P 4; {INDEX} 7."
    assert finding.message in command(root, "check").stdout


def test_check_is_silent_where_the_project_does_not_use_the_instruments(root: Path) -> None:
    edit(root, ROOT, CRITERIA, "")
    edit(root, TEA, "[tea](term:tea)", "tea")
    library, _ = read_library(root)
    assert library is not None
    assert list(unmet(library)) == []


def test_a_file_that_cannot_be_read_is_told_and_makes_it_fail(root: Path) -> None:
    add(root, TEA, "\n> Tea\n")
    told = command(root, "check", "criteria")
    assert told.returncode == 1
    assert "[blockquote]" in told.stderr
    assert "criterion-not-met" not in command(root, "check").stdout
