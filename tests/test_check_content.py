"""Each check of the source language passes a text that is right, and finds the one fault put into it.

A fault is a few words of the tiny project (or words added to it) that pass, and what takes their place.
`tests/goldens/check/content.txt` shows what each finding says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from leafdeck.check import CHECKS, check_content
from leafdeck.check.forbidden import promises
from leafdeck.check.levels import CONTENT_LEVELS
from leafdeck.model import Finding
from leafdeck.project import Library, read_library
from tests.goldens import Golden
from tests.projects import DAY, add, edit, tiny_project

TODAY = date.fromisoformat(DAY)
TEA, CLAIMS, REGIONS, ROOT = "content/tea.md", "content/claims.toml", "content/regions.toml", "leafdeck.toml"
LEAFLET, GLOSSARY, PHRASES = "leaflets/tea.toml", "content/glossary.toml", "content/ui.toml"


@dataclass(frozen=True)
class Fault:
    """One fault, and where it is found."""

    id: str
    file: str
    good: str
    """Words of *file*, or words added to its end, that pass."""
    bad: str
    """What takes their place and fails."""
    at: tuple[str, ...] = ()
    """The lines of the findings: words that first stand there. Empty: the line of *bad* once."""
    where: str = ""
    """The file of the findings, where it is another."""
    before: tuple[tuple[str, str], ...] = ()
    """(file, words): what is added to the project first."""


READ = 'source = "GOV.UK"\nas_of = 2026-01-01\nchecked = "primary"'
KETTLE = """
[kettle]
sentence = "Kettles sing."
level = "expert-opinion"
checked = "primary"
as_of = "2025-06-22"
recheck_by = 2027-06-01
"""
SHARES = (
    CLAIMS,
    '\n[shares]\nsentence = "In 1 of 4 (25%); half; two thirds."\nsources = ["leaf-2025"]\n'
    'level = "case-series"\nchecked = "primary"\n'
    'as_of = "2025"\nrecheck_by = 2027-06-01\nnumbers = ["1", "4", "25%", "half", "two thirds"]\n',
)
SECTION = "\n## More {#more}\n\n"
SLEPT, WORE_OFF = "All 4 slept [@tea-sleep].", "It wore off [@tea-wears-off]."
SLIDE = ":::{slide} All 4 slept [@tea-sleep]\n:::\n"
FEW = ("leaflets/few.toml", 'kind = "leaflet"\ntopics = ["tea"]\n')
SHORT = (FEW[0], 'depth = "short"\n')
PICTURE = ("content/figures/tea.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
CUP = ("content/figures/cup.svg", PICTURE[1].replace('1 1"/>', '9 9">\n<circle r="4"/>\n</svg>\n'))
FIGURE = '\n:::{{figure file="{}" credit="Leafdeck" licence="CC BY 4.0"}} A cup\n{}\n:::\n'

CHART = ":::{chart} dots: Sleep\n| Result | n | of | claim | came back |\n|---|---|---|---|---|\n"

FAULTS = {
    # Names
    "a claim nobody has recorded": Fault(
        "unknown-claim", TEA, "Tea is warm [@tea-who].", "Tea is warm [@tea-woh]."),
    "a claim nobody has recorded, in a chart": Fault(
        "unknown-claim", TEA, "| Slept longer | 4 | 4 | tea-sleep |", "| Slept longer | 4 | 4 | tea-slep |"),
    "a claim nobody has recorded, as a balance": Fault(
        "unknown-claim", CLAIMS, 'balanced_by = ["tea-wears-off"]', 'balanced_by = ["tea-wears-off", "teapot"]',
        at=("[tea-sleep]",)),
    "a claim nobody has recorded, in the fixed phrases": Fault(
        "unknown-claim", PHRASES, 'about = "About this leaflet"', 'about = "About this leaflet [@who]"'),
    "a source nobody has recorded": Fault(
        "unknown-source", CLAIMS, '["pot-2026", "leaf-2025"]', '["pot-2062", "leaf-2025"]', at=("[tea-wears-off]",)),
    "a term the glossary lacks": Fault("unknown-term", TEA, "[warm](term:tea)", "[warm](term:tee)"),
    "a variable no region knows": Fault("unknown-variable", TEA, "Call {emergency}.", "Call {emergencies}."),
    "a region nobody has described": Fault("unknown-region", TEA, 'region="GB"', 'region="FR"'),
    "a region nobody has described, in the settings": Fault(
        "unknown-region", ROOT, 'region = "generic"', 'region = "FR"', at=("",)),
    "a related topic that is not there": Fault(
        "unknown-topic", TEA, "\n:::{related}\n- tea\n:::\n", "\n:::{related}\n- coffee\n:::\n", at=(":::{related}",)),
    "a manifest of a topic that is not there": Fault(
        "unknown-topic", LEAFLET, 'topics = ["tea"]', 'topics = ["tea", "toast"]'),
    "a section that is not there": Fault(
        "unknown-section", FEW[0], 'sections = ["tea.found"]', 'sections = ["tea.fond", "tea.found"]', before=(FEW,)),
    "an edition nobody can make": Fault(
        "unknown-edition", LEAFLET, 'editions = ["a4"]', 'editions = ["a4", "a5"]'),
    "a page budget for an edition nobody asks for": Fault(
        "unknown-edition", LEAFLET, "a4 = 4", "a4 = 4\nlarge = 8", at=("large = 8",)),
    # Sources
    "a leaflet that rests on nothing": Fault(
        "empty-source-list", FEW[0], 'sections = ["tea.found"]', 'sections = ["tea.call"]', at=("kind",),
        before=(FEW,)),
    "a claim that rests on nothing": Fault(
        "claim-without-source", CLAIMS, 'sources = ["pot-2026", "leaf-2025"]', "sources = []", at=("[tea-wears-off]",)),
    "a claim nobody has verified": Fault(
        "claim-unverified", CLAIMS, 'checked = "abstract"', 'checked = "unverified"', where=TEA,
        at=("**wore off** [@tea-wears-off]", "| Wore off |")),
    "a claim in dispute": Fault(
        "claim-disputed", CLAIMS, 'numbers = ["1", "4"]', 'numbers = ["1", "4"]\nverdict = "disputed"', where=TEA,
        at=("**wore off** [@tea-wears-off]", "| Wore off |")),
    "a claim past the day of its recheck": Fault(
        "claim-expired", CLAIMS, 'as_of = "2026"\nrecheck_by = 2027-06-01', 'as_of = "2026"\nrecheck_by = 2026-11-23',
        where=TEA, at=("**wore off** [@tea-wears-off]",)),
    "a claim from memory": Fault(
        "claim-memory-only", CLAIMS, 'checked = "abstract"', 'checked = "memory"', where=TEA,
        at=("**wore off** [@tea-wears-off]",)),
    "a claim of a day that has not come": Fault(
        "claim-after-today", CLAIMS, 'as_of = "2026"\n', 'as_of = "2026-12"\n', at=("[tea-wears-off]",)),
    "a hedge that says nothing": Fault(
        "claim-undecided", CLAIMS, 'numbers = ["1", "4"]', 'numbers = ["1", "4"]\nverdict = "hedge"',
        at=("[tea-wears-off]",)),
    "a conflict nobody has decided": Fault(
        "claim-undecided", CLAIMS, 'numbers = ["1", "4"]', 'numbers = ["1", "4"]\nconflict = "Some say 2."',
        at=("[tea-wears-off]",)),
    "a claim that balances itself": Fault(
        "claim-balances-itself", CLAIMS, 'balanced_by = ["tea-wears-off"]', 'balanced_by = ["tea-sleep"]',
        at=("[tea-sleep]",)),
    "a figure its claim does not say": Fault(
        "number-not-in-claim", CLAIMS, "A team gave tea to 4 people.", "A team gave tea to people.",
        at=("[tea-who]",)),
    "a claim nobody cites": Fault(
        "unused-claim", TEA, "Kettles sing [@kettle].", "Kettles sing.", where=CLAIMS, at=("[kettle]",),
        before=((CLAIMS, KETTLE),)),
    "a region without a source": Fault(
        "region-without-source", REGIONS, 'source = "GOV.UK"', 'source = " "', at=("[GB]",)),
    "a region from memory": Fault(
        "region-memory-only", REGIONS, READ, READ.replace("primary", "memory"), at=("[GB]",)),
    # What must stand beside it
    "remission without relapse": Fault(
        "unbalanced-claim", TEA, f"{SECTION}{SLEPT} {WORE_OFF}", f"{SECTION}{SLEPT} It may wear off.", at=(SLEPT,)),
    "remission in a chart, without relapse": Fault(
        "unbalanced-claim", TEA, f"{SECTION}{WORE_OFF}\n\n{CHART}| Slept well | 4 | 4 | tea-sleep | 1 |\n:::\n",
        f"{SECTION}{CHART}| Slept well | 4 | 4 | tea-sleep | 1 |\n:::\n", at=("| Slept well |",)),
    "a chart that does not say in how many it came back": Fault(
        "chart-without-relapse", TEA, f"{SECTION}{WORE_OFF}\n\n{CHART}| Slept well | 4 | 4 | tea-sleep | 1 |\n:::\n",
        f"{SECTION}{WORE_OFF}\n\n{CHART}| Slept well | 4 | 4 | tea-sleep | |\n:::\n", at=("| Slept well |",)),
    "relapses called unreported that a claim reports": Fault(
        "chart-without-relapse", TEA, f"{SECTION}{WORE_OFF}\n\n{CHART}| Slept well | 4 | 4 | tea-sleep | 1 |\n:::\n",
        f"{SECTION}{WORE_OFF}\n\n{CHART}| Slept well | 4 | 4 | tea-sleep | – |\n:::\n", at=("| Slept well |",)),
    "relapses of no group that a claim gives": Fault(
        "chart-without-relapse", TEA, f"{SECTION}{WORE_OFF}\n\n{CHART}| Slept well | 4 | 4 | tea-sleep | 1 |\n:::\n",
        f"{SECTION}{WORE_OFF}\n\n{CHART}| Slept well | 4 | 4 | tea-sleep | 2 |\n:::\n", at=("| Slept well |",)),
    "relapses that only the claim of the result gives": Fault(
        "chart-without-relapse", TEA, f"{SECTION}{WORE_OFF}\n\n{CHART}| Slept well | 4 | 4 | tea-sleep | 1 |\n:::\n",
        f"{SECTION}{WORE_OFF}\n\n{CHART}| Slept well | 4 | 4 | tea-sleep | 4 |\n:::\n", at=("| Slept well |",)),
    "relapse on the slide only": Fault(
        "unbalanced-claim", TEA, f"{SECTION}{SLEPT} {WORE_OFF}",
        f"{SECTION}:::{{slide}} It wore off [@tea-wears-off]\n:::\n\n{SLEPT}", at=(SLEPT,)),
    "relapse in the leaflet only": Fault(
        "unbalanced-claim", TEA, f"{SECTION}{SLIDE}\n:::{{say}}\n{WORE_OFF}\n:::\n\n{WORE_OFF}",
        f"{SECTION}{SLIDE}\n:::{{say}}\nThey slept.\n:::\n\n{WORE_OFF}", at=(":::{slide} All 4 slept [@tea-sleep]",)),
    "relapse in one region only": Fault(
        "unbalanced-claim", TEA, f"{SECTION}{SLEPT}\n\n{WORE_OFF}",
        f'{SECTION}{SLEPT}\n\n::::{{only region="GB"}}\n{WORE_OFF}\n::::\n', at=(SLEPT,)),
    "remission in the standfirst, without relapse": Fault(
        "unbalanced-claim", TEA, "standfirst: What a small study found.", f"standfirst: {SLEPT}"),
    "remission in the title of a piece, without relapse": Fault(
        "unbalanced-claim", FEW[0], f'title = "Tea"\nstandfirst = "{SLEPT} {WORE_OFF}"',
        f'title = "Tea"\nstandfirst = "{SLEPT}"', at=("standfirst =",), before=(FEW,)),
    "a risk every leaflet must name, in a story that is off": Fault(
        "missing-mandatory-claim", TEA, "\nKettles sing [@kettle].\n", "\n:::{case} Ada\nIt sang [@kettle].\n:::\n",
        at=("---",), before=((CLAIMS, KETTLE), (ROOT, '\n[mandatory]\ntea = ["kettle"]\n'))),
    "a risk every leaflet must name, in a section left out": Fault(
        "missing-mandatory-claim", FEW[0], 'sections = ["tea.found", "tea.call"]', 'sections = ["tea.found"]',
        before=(FEW, (CLAIMS, KETTLE), (ROOT, '\n[mandatory]\n"*" = ["kettle"]\n'), (TEA, "\nIt sings [@kettle].\n"))),
    "a card that lacks what its own list asks for": Fault(
        "missing-mandatory-claim", FEW[0], 'sections = ["tea.found", "tea.call"]', 'sections = ["tea.found"]',
        before=(FEW, SHORT, (CLAIMS, KETTLE), (ROOT, '\n[mandatory]\n"leaflets/few" = ["kettle"]\n'),
                (TEA, "\nIt sings [@kettle].\n"))),
    "a full leaflet that would be let off what its topic must say": Fault(
        "missing-mandatory-claim", FEW[0], 'depth = "short"', 'depth = "full"', at=("sections =",),
        before=(FEW, (FEW[0], 'sections = ["tea.found"]\n'), (CLAIMS, KETTLE), (TEA, "\nIt sings [@kettle].\n"),
                (ROOT, '\n[mandatory]\ntea = ["kettle"]\n"leaflets/few" = ["tea-who"]\n'))),
    "a list for a leaflet that is not there": Fault(
        "unknown-piece", ROOT, '"leaflets/tea" = ["tea-who"]', '"leaflets/tee" = ["tea-who"]',
        before=((ROOT, "\n[mandatory]\n"),)),
    "a claim nobody has recorded, in the settings": Fault(
        "unknown-claim", ROOT, 'action = ["tea-who"]', 'action = ["tea-woh"]', before=((ROOT, "\n[criteria]\n"),)),
    "a card that lacks what every topic must say": Fault(
        "missing-mandatory-claim", FEW[0], 'sections = ["tea.found", "tea.call"]', 'sections = ["tea.found"]',
        before=(FEW, SHORT, (CLAIMS, KETTLE),
                (ROOT, '\n[mandatory]\n"*" = ["kettle"]\n"leaflets/few" = ["tea-who"]\n'),
                (TEA, "\nIt sings [@kettle].\n"))),
    "a section twice in a piece": Fault(
        "repeated-section", FEW[0], 'sections = ["tea.found"]', 'sections = ["tea.found", "tea.found"]',
        before=(FEW,)),
    "a percentage of few, in the title of a piece": Fault(
        "tiny-percentage", FEW[0], 'title = "1 of 4 [@shares]"\nstandfirst = "Tea."',
        'title = "25% [@shares]"\nstandfirst = "Tea."', at=("title =",), before=(FEW, SHARES)),
    "a figure without a claim, in the title of a piece": Fault(
        "unsourced-number", FEW[0], 'title = "Tea"\nstandfirst = "Tea."', 'title = "4 teas"\nstandfirst = "Tea."',
        at=("title =",), before=(FEW,)),
    # Figures
    "a figure no claim gives": Fault("unsourced-number", TEA, "All 4 sat [@tea-who].", "All 5 sat [@tea-who]."),
    "a figure in words": Fault("unsourced-number", TEA, "Four sat [@tea-who].", "Five sat [@tea-who]."),
    "a figure without a claim": Fault("unsourced-number", TEA, "All 4 sat [@tea-who].", "All 4 sat."),
    "a figure of another claim": Fault(
        "unsourced-number", TEA, "In 1 it wore off [@tea-wears-off].", "In 1 it wore off [@tea-who]."),
    "a figure in another unit": Fault(
        "unsourced-number", TEA, "Heat it to 80 °C [@hot].", "Heat it to 80 °F [@hot].",
        before=((CLAIMS, '\n[hot]\nsentence = "Water of 80 °C is best."\nlevel = "expert-opinion"\n'
                 'checked = "primary"\nas_of = "2025-06-22"\nrecheck_by = 2027-06-01\nnumbers = ["80"]\n'),)),
    "half of them": Fault("unsourced-number", TEA, "Half sat [@shares].", "Half sat [@tea-who].",
        before=(SHARES, (TEA, "\nThen [@shares].\n"))),
    "two thirds of them": Fault("unsourced-number", TEA, "Two thirds sat [@shares].", "Three quarters sat [@shares].",
        before=(SHARES,)),
    "another date": Fault("unsourced-number", TEA, "On 22 June 2025 it sang [@kettle].",
        "On 23 June 2025 it sang [@kettle].", before=((CLAIMS, KETTLE),)),
    "another bar of a chart": Fault(
        "unsourced-number", TEA, "| Wore off | 1 | 4 | tea-wears-off |", "| Wore off | 2 | 4 | tea-wears-off |"),
    "all of them in a chart, some in its claim": Fault(
        "unsourced-number", TEA, "| Wore off | 1 | 4 | tea-wears-off |", "| Wore off | 4 | 4 | tea-wears-off |"),
    "one of one in a chart, of four in its claim": Fault(
        "unsourced-number", TEA, "| Wore off | 1 | 4 | tea-wears-off |", "| Wore off | 1 | 1 | tea-wears-off |"),
    "a figure in braces": Fault("unsourced-number", TEA, "\\{4 sat\\} [@tea-who].", "\\{5 sat\\} [@tea-who]."),
    "a figure in angle brackets": Fault(
        "unsourced-number", TEA, "\\<b 4\\> sat [@tea-who].", "\\<b 5\\> sat [@tea-who]."),
    "a figure behind an address": Fault(
        "unsourced-number", TEA, "See https://a.example/50.", "See https://a.example/50%."),
    "hours of the day, hours that passed": Fault(
        "unsourced-number", TEA, "Call 24 hours a day.", "It took 24 hours."),
    "a figure in the glossary, of no claim": Fault(
        "unsourced-number", GLOSSARY, "for 4 people [@tea-who].", "for 4 people."),
    "a figure in the fixed phrases": Fault(
        "unsourced-number", PHRASES, 'about = "About this leaflet"', 'about = "About 99 leaflets"'),
    "a figure in the glossary": Fault(
        "unsourced-number", GLOSSARY, "Leaves in hot water, for 4 people [@tea-who].",
        "Leaves in hot water, for 6 people [@tea-who].", at=("for 6 people",)),
    "a percentage of four people": Fault(
        "tiny-percentage", TEA, "It wore off in 1 of 4 [@shares].", "It wore off in 25% [@shares].", before=(SHARES,)),
    # Words
    "a promise": Fault("forbidden-word", TEA, "Tea may help.", "Tea is a cure."),
    "a promise in the fixed phrases": Fault(
        "forbidden-word", PHRASES, 'about = "About this leaflet"', 'about = "About this miracle"'),
    "a quotation nobody has verified": Fault(
        "unsigned-quote", TEA, '\n:::{quote speaker="Ada Leaf" status="verified"}\nTea is warm.\n:::\n',
        '\n:::{quote speaker="Ada Leaf" status="adapted"}\nTea is warm.\n:::\n', at=("Tea is warm.",)),
    "a quotation of nobody": Fault(
        "unsigned-quote", TEA, '\n:::{quote speaker="Ada Leaf" status="verified"}\nTea is warm.\n:::\n',
        '\n:::{quote status="verified"}\nTea is warm.\n:::\n', at=("Tea is warm.",)),
    "a picture that is not there": Fault(
        "broken-figure", TEA, FIGURE.format("tea.svg", "A cup of tea."), FIGURE.format("tee.svg", "A cup of tea."),
        at=(":::{figure",), before=(PICTURE,)),
    "a drawing without an extent": Fault(
        "broken-figure", CUP[0], 'viewBox="0 0 9 9"', 'viewBox="0 0 9"', before=(CUP,)),
    "a drawing that holds words": Fault(
        "drawing-not-plain", CUP[0], '<circle r="4"/>', "<g>\nTea\n</g>", at=("</g>",), before=(CUP,)),
    "a drawing that shows another picture": Fault(
        "drawing-not-plain", CUP[0], '<circle r="4"/>', '<image href="tea.png"/>', before=(CUP,)),
    "a picture without words": Fault(
        "no-alt", TEA, FIGURE.format("tea.svg", "A cup of tea."), FIGURE.format("tea.svg", "[@tea-who]"),
        at=(":::{figure",), before=(PICTURE,)),
    "a headline of three lines": Fault(
        "long-headline", TEA, ":::{slide} Call early", f":::{{slide}} Call early{' and often' * 9}"),
    "a sentence of 26 words": Fault(
        "long-sentence", TEA, f"Tea is {'so ' * 22}warm.", f"Tea is {'so ' * 23}warm."),
    "a word of the glossary without a link": Fault(
        "unlinked-term", TEA, "[Mugs](term:mug) break. Mugs are thick.", "Mugs break. Mugs are thick.",
        before=((GLOSSARY, '\n[terms.mug]\nterm = "Mug"\nmeaning = "You drink from it."\n'),)),
    "a word of the glossary whose link comes late": Fault(
        "unlinked-term", TEA, "[Cups](term:cup) break. Cups are thin.", "Cups break. [Cups](term:cup) are thin.",
        before=((GLOSSARY, '\n[terms.cup]\nterm = "Cup"\nmeaning = "You drink from it."\n'),)),
    "a section above the grade": Fault(
        "hard-to-read", TEA, "It helps.", "Immunosuppressive medication diminishes inflammatory deterioration.",
        at=("## When to call",)),
    "an exception nothing needs": Fault(
        "needless-exception", ROOT, "\n[readability]\n", '\n[readability]\n"tea.found" = "It is easy."\n',
        at=('"tea.found"',)),
    # Days
    "a topic past its review": Fault(
        "topic-past-review", TEA, "next_review: 2027-01-09", "next_review: 2026-11-23", at=("---",)),
    "a topic that no clinician has read": Fault(
        "unreviewed-topic", TEA, "\nreviewers: [Bo Cup]", "\nreviewers: []", at=("---",)),
    "a topic without a review": Fault(
        "no-next-review", TEA, "next_review: 2027-01-09", "next_review: null", at=("---",)),
    "a topic checked tomorrow": Fault(
        "topic-after-today", TEA, "checked: 2026-01-09", "checked: 2026-11-25", at=("---",)),
    "a topic published tomorrow": Fault(
        "topic-after-today", TEA, "published: 2026-01-10", "published: 2026-11-25", at=("---",)),
    "a region read tomorrow": Fault(
        "region-after-today", REGIONS, READ, READ.replace("2026-01-01", "2026-11-25"), at=("[GB]",)),
}  # fmt: skip


def project(folder: Path, fault: Fault) -> Path:
    """The tiny project in English, with the words of *fault* that pass."""
    root = tiny_project(folder)
    edit(root, ROOT, 'languages = ["en", "de"]', 'languages = ["en"]')
    edit(root, GLOSSARY, "Leaves in hot water.", "Leaves in hot water, for 4 people [@tea-who].")
    for file, words in fault.before:
        add(root, file, words)
    if fault.good not in (root / fault.file).read_text(encoding="utf-8"):
        add(root, fault.file, f"\n{fault.good}\n")
    return root


def judged(root: Path) -> tuple[Finding, ...]:
    """What the checks find in the project at *root*, whose files can all be read."""
    return check_content(readable(root), TODAY)


def readable(root: Path) -> Library:
    library, findings = read_library(root)
    assert findings == ()
    assert library is not None
    return library


def line_of(root: Path, file: str, words: str) -> int:
    """The line of *file* where *words* first stand; 0, the whole file, for no words."""
    text = (root / file).read_text(encoding="utf-8")
    assert words in text
    return text[: text.index(words)].count("\n") + 1 if words else 0


def expected(root: Path, fault: Fault) -> list[str]:
    lines = fault.at or (fault.bad.strip("\n"),)
    file = fault.where or fault.file
    return [f"{file}:{line_of(root, file, words)} {fault.id}".replace(":0 ", " ") for words in lines]


@pytest.mark.parametrize("name", FAULTS)
def test_a_right_text_passes_and_its_fault_is_found_where_it_stands(name: str, tmp_path: Path) -> None:
    fault = FAULTS[name]
    root = project(tmp_path, fault)
    assert judged(root) == ()
    edit(root, fault.file, fault.good, fault.bad)
    found = judged(root)
    assert [f"{finding.place} {finding.id}" for finding in found] == expected(root, fault)
    assert {finding.level for finding in found} == {CONTENT_LEVELS[fault.id]}


def test_each_finding_says_what_is_wrong_and_how_to_mend_it(golden: Golden, tmp_path: Path) -> None:
    def told() -> Iterator[str]:
        for number, (name, fault) in enumerate(FAULTS.items()):
            root = project(tmp_path / str(number), fault)
            edit(root, fault.file, fault.good, fault.bad)
            yield f"{name}:"
            for finding in judged(root):
                yield f"    {finding.place}: {finding.level}: {finding.message} {finding.fix} [{finding.id}]"
            yield ""

    # The phrases are the shipped ones: their lines change with them.
    golden("check/content.txt", re.sub(r"(ui\.toml):\d+", r"\1", "\n".join(told())))


def test_every_check_has_its_level_and_its_fault() -> None:
    assert set(CHECKS) == set(CONTENT_LEVELS) == {fault.id for fault in FAULTS.values()}


def test_what_passes_on_the_day_of_its_recheck_has_expired_the_day_after(tmp_path: Path) -> None:
    library = readable(project(tmp_path, FAULTS["a promise"]))
    assert check_content(library, date(2027, 1, 9)) == ()
    assert [finding.id for finding in check_content(library, date(2027, 1, 10))] == ["topic-past-review"]


def test_a_box_that_a_short_piece_shows_once_leaves_no_remission_alone(tmp_path: Path) -> None:
    root = project(tmp_path, FAULTS["a promise"])
    box = f"\n:::{{warning}} It can wear off\n{WORE_OFF}\n:::\n"
    front, _, _ = (root / TEA).read_text(encoding="utf-8").partition("\n## ")
    add(root, TEA, f"{SECTION}{box}")
    add(root, "content/milk.md", f"{front}\n## Milk {{#milk}}\n\n{SLEPT}\n{box}")
    pick = 'kind = "leaflet"\ntopics = ["tea", "milk"]\nsections = ["tea.more", "milk.milk"]\n'
    add(root, FEW[0], pick)
    assert "unbalanced-claim" not in {finding.id for finding in judged(root)}
    add(root, FEW[0], 'depth = "short"\n')
    (told,) = [finding for finding in judged(root) if finding.id == "unbalanced-claim"]
    assert told.place.path == "content/milk.md"


def test_figures_beside_an_unknown_claim_are_not_told_as_well(tmp_path: Path) -> None:
    root = project(tmp_path, FAULTS["a figure no claim gives"])
    edit(root, TEA, "All 4 sat [@tea-who].", "All 9 sat [@tea-woh].")
    assert [finding.id for finding in judged(root)] == ["unknown-claim"]


# --- Words that promise too much --------------------------------------------------------------------------------------

PROMISES = {
    "cure": [
        "cure",
        "Cures",
        "CURED",
        "curing",
        "curative",
        "curable",
        "heals",
        "eradicates",
        "**cured**",
        "a cure-all",
        "\u201ccure\u201d",
    ],
    "breakthrough": ["breakthrough", "Break-throughs"],
    "miracle": ["miracle", "miraculously"],
    "wonder": ["a wonder drug", "Wonders"],
    "game changer": ["game changer", "game-changing", "a game\u2013changer"],
    "guaranteed": ["guaranteed", "Guarantees"],
    "100 %": ["100%", "100 per cent", "a hundred percent"],
    "revolution": ["revolution", "Revolutionary", "revolutionised", "revolutionize"],
    "magic bullet": ["magic bullet", "silver bullets", "silver-bullet"],
    "risk-free": [
        "risk-free",
        "risk\u2013free",
        "without any risk",
        "without side effects",
        "completely safe",
        "no side effects",
        "no risks",
    ],
}
HARMLESS = ["secure", "procured", "incurable", "no wonder", "manicure", "accurate", "evolution", "obscured", "safe"]


@pytest.fixture(scope="module")
def allowing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a claim that allows every idea, and a claim that allows none."""
    allow = ", ".join(f'"{idea}"' for idea in PROMISES)
    figures = 'decision = "Say 100, 100 %, 2 or 200."\nnumbers = ["100"]\n'
    words = f"{KETTLE}{figures}allow = [{allow}]\n" + (KETTLE + figures).replace("[kettle]", "[pot]")
    fault = Fault("forbidden-word", TEA, "One [@kettle]. Two pots [@pot].", "", before=((CLAIMS, words),))
    root = project(tmp_path_factory.mktemp("allowing"), fault)
    edit(root, CLAIMS, 'numbers = ["100"]\n', 'numbers = ["100", "2", "200"]\n')
    return root


@pytest.fixture
def saying(allowing: Path) -> Iterator[Path]:
    before = (allowing / TEA).read_text(encoding="utf-8")
    yield allowing
    (allowing / TEA).write_text(before, encoding="utf-8")


def ideas(root: Path, words: str) -> list[str]:
    add(root, TEA, f"\n{words}\n")
    return [f"{finding.id} {finding.message}" for finding in judged(root)]


@pytest.mark.parametrize(("idea", "words"), [(idea, words) for idea, every in PROMISES.items() for words in every])
def test_a_word_that_promises_too_much_needs_a_claim_that_allows_it(idea: str, words: str, saying: Path) -> None:
    assert ideas(saying, f"It is {words} [@kettle].") == []
    (told,) = ideas(saying, f"It is {words} [@pot].")
    assert told.startswith("forbidden-word ")
    assert told.endswith("promises more than the evidence gives.")


@pytest.mark.parametrize("words", HARMLESS)
def test_words_that_only_look_like_a_promise_pass(words: str, saying: Path) -> None:
    assert ideas(saying, f"It is {words}.") == []


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", "cu\u200bres"),  # a space without width
        ("en", "cu\u2060res"),
        ("en", "cu\u200cres"),
        ("en", "cu\u00adres"),
        ("en", "сures"),  # a Cyrillic c
        ("en", "cu\u034fres"),  # a joiner without shape
        ("en", "cu\ufe0fres"),
        ("en", "ϲures"),  # a Greek lunate sigma
        ("en", "ｃｕｒｅｓ"),  # full width
        ("en", "mirαcle"),  # a Greek alpha
        ("de", "Heilung".replace("e", "е")),  # a Cyrillic e
        ("ar", "ﺍﻟﺸﻔﺎﺀ"),  # letters in the forms they print in
        ("ar", "الش\u200dفاء"),
    ],
)
def test_a_promise_is_read_as_it_looks(tag: str, words: str) -> None:
    assert len(promises(words, tag)) == 1


def test_words_of_one_script_are_not_read_as_another() -> None:
    assert promises("сурес TNFα µg β-cells", "en") == ()


def test_a_question_may_lean_on_its_answer(saying: Path) -> None:
    assert ideas(saying, ":::{faq}\n### Is tea a cure?\nNo [@kettle].\n:::") == []
    assert len(ideas(saying, ":::{faq}\n### Tea is a cure\nNo [@kettle].\n:::")) == 1


def test_the_glossary_may_explain_the_word_itself(saying: Path, tmp_path: Path) -> None:
    entry = '\n[terms.cure]\nterm = "Cure"\nmeaning = "A cure is for good. CAR-T is none."\n'
    root = project(tmp_path, Fault("", TEA, "Tea may help.", "", before=((GLOSSARY, entry),)))
    assert judged(root) == ()
    edit(root, GLOSSARY, "Leaves in hot water", "A cure in hot water")
    assert [finding.id for finding in judged(root)] == ["forbidden-word"]


# --- Percentages of a handful of people -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("numbers", "words", "passes"),
    [
        ('"3", "12", "25%"', "25%", False),
        ('"3", "12", "25%"', "25 per cent", False),
        ('"19", "95%"', "95%", False),
        ('"10", "40", "25%"', "25%", True),
        ('"20", "50%"', "50%", True),
        ('"50%"', "50%", True),  # nothing says of how many
        ('"3", "12", "300", "1200", "25%"', "25%", True),  # the larger group gives it as well
        ('"19", "2023", "95%"', "95%", False),  # a year is no group
        ('"12", "300 mg", "25%"', "25%", False),  # nor is a dose
        ('"3", "4", "75", "100"', "75 in 100", False),
        ('"3", "4", "75", "100"', "75 out of every hundred", False),
        ('"75", "100"', "75 of 100", True),  # a group of 100
        ('"3", "4", "three quarters"', "seen in three quarters", False),
        ('"3", "4", "three quarters"', "seen in three quarters of the 4", True),  # the group stands beside it
        ('"30", "40", "three quarters"', "seen in three quarters", True),
    ],
)
def test_a_percentage_needs_twenty_people(numbers: str, words: str, passes: bool, tmp_path: Path) -> None:
    claim = SHARES[1].replace('"1", "4", "25%", "half", "two thirds"', numbers)
    claim = claim.replace("In 1 of 4 (25%); half; two thirds.", numbers.replace('"', ""))
    root = project(tmp_path, Fault("", TEA, f"It was {words} [@shares].", "", before=((CLAIMS, claim),)))
    assert [finding.id for finding in judged(root)] == ([] if passes else ["tiny-percentage"])
