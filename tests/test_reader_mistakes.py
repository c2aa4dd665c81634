"""Whatever docs/content.md does not describe is a finding with its line, and its column where one is known.

The tables say which finding stands where; `tests/goldens/reader/mistakes.txt` shows what each of them says.
"""

from __future__ import annotations

import pytest

from leafdeck.reader import read_topic
from tests.goldens import Golden
from tests.snippets import FRONT, HEADING, OFFSET, PATH, container, findings_of, told

TABLE = "| a | b |\n|---|---|\n| c | d |"

MARKS: dict[str, list[str]] = {
    "See *this*.": ["1:5 emphasis"],
    "See _this_.": ["1:5 emphasis"],
    "See __this__.": ["1:5 emphasis"],
    "See **this **one** here**.": ["1:12 emphasis"],
    "See ~~this~~.": ["1:5 strikethrough"],
    "See `this`.": ["1:5 code"],
    "See <b>this</b>.": ["1:5 html", "1:12 html"],
    "See <!-- this -->.": ["1:5 html"],
    "A &lt; B": ["1:3 entity"],
    "See ![this](tea.svg).": ["1:5 picture"],
    "See <https://example.org>.": ["1:5 address"],
    "See <ada@example.org>.": ["1:5 address"],
    "See [this](https://example.org).": ["1:5 bad-link"],
    "See [this](tea).": ["1:5 bad-link"],
    "See [this](term:).": ["1:5 bad-link"],
    "See [this](term: tea).": ["1:5 bad-link"],
    "See [](term:tea).": ["1:5 bad-link"],
    "See [this] (term:tea).": ["1:5 stray-mark", "1:12 bad-link"],
    "See [this [@tea]](term:tea).": ["1:5 stray-mark", "1:18 bad-link"],
    "See [this].": ["1:5 stray-mark"],
    "See [^1].": ["1:5 stray-mark"],
    "[tea]: https://example.org": ["1:1 stray-mark"],
    "So it is [@].": ["1:10 bad-citation"],
    "So it is [@tea, @cup].": ["1:10 bad-citation"],
    "So it is [ @tea ].": ["1:10 bad-citation"],
    "So it is [@tea": ["1:10 stray-mark", "1:11 bad-citation"],
    "So it is @tea.": ["1:10 bad-citation"],
    "Call {Emergency}.": ["1:6 bad-variable"],
    "Call { emergency }.": ["1:6 bad-variable"],
    "Call {}.": ["1:6 bad-variable"],
    "Call {emergency.": ["1:6 stray-mark"],
    "5 * 3": ["1:3 stray-mark"],
    "See ** this **.": ["1:5 stray-mark"],
    "See **this.": ["1:5 stray-mark"],
    "See `this.": ["1:5 stray-mark"],
    "A back\\slash": ["1:7 backslash"],
    "At the end\\": ["1:11 backslash"],
    "［@tea］": ["1:1 full-width-mark", "1:2 bad-citation"],
    "A soft\u00adhyphen and a no\u2011break one": ["1:7 special-hyphen"],
    "A lost \ufffd sign": ["1:8 bad-character"],
    "An override \u202e of direction": ["1:13 bad-character"],
    "An isolate of 3\u20678\u2069 °C": ["1:16 bad-character"],
    "A \u2066closed\u2069 isolate": ["1:3 bad-character"],
    "Closed\u2069 without being opened": ["1:7 bad-character"],
    "A mark in 3\u200f8 °C": ["1:12 bad-character"],
    "A mark in ٣٨٫\u061c٥ °C": ["1:14 bad-character"],
    "A control \x07 character": ["1:11 bad-character"],
    "*One* and\n  *two*.": ["1:1 emphasis", "2:3 emphasis"],
    "- one\n- `two`\n  1. a `three`": ["2:3 code", "3:8 code"],
    "1. *1*": ["1:4 emphasis"],
    ":::{stat} *5*\n*five*\n:::": ["1:11 emphasis", "2:1 emphasis"],
    ":::{table} *a*\n| *b* | *b* |\n|---|---|\n| c |   *b* |\n:::": [
        "1:12 emphasis", "2:3 emphasis", "2:9 emphasis", "4:9 emphasis",
    ],
    ":::{chart} bars: *T*\n| S | *m* | claim |\n|---|---|---|\n| *a* | 1 | x |\n:::": [
        "1:18 emphasis", "2:7 emphasis", "4:3 emphasis",
    ],
    ":::{urgency}\n### Now: *call*\n- *a*\n:::": ["2:10 emphasis", "3:3 emphasis"],
    ":::{slide} *Tea*\n- *a*\n:::": ["1:12 emphasis", "2:3 emphasis"],
}  # fmt: skip
"""What stands inside words."""

BLOCKS: dict[str, list[str]] = {
    "# Title": ["1 bad-heading"],
    "### Heading": ["1 bad-heading"],
    "###Heading": ["1 bad-heading"],
    "Heading\n===": ["2 underlined-heading"],
    "Heading\n---": ["2 underlined-heading"],
    "***": ["1 rule"],
    "> words": ["1 blockquote"],
    "    words": ["1 indented"],
    "```\nwords\n```": ["1 code"],
    "<div>words</div>": ["1 html"],
    TABLE: ["1 bare-table"],
    "Two spaces  \nend the line": ["1 line-break"],
    "Tea | cups\n| a | b |": ["2 bad-table"],
    "* one": ["1 list-marker"],
    "1) one": ["1 list-marker"],
    "3. three": ["1 list-start"],
    "-one": ["1 bad-bullet"],
    "• one": ["1 bad-bullet"],
    "1.one": ["1 bad-step"],
    "- one\n-\n- three": ["2 missing-words"],
    "- ### one": ["1 missing-words"],
    "- one\n\n  two": ["3 not-allowed-here"],
    "- one\n  - two\n  1. three": ["3 too-much"],
    "- 1\n  - 2\n    - 3\n      - 4": ["4 deep-list"],
    '{note="lost"}': ["1 bad-note"],
    '{note="lost"}\n{note="kept"}\nwords': ["1 bad-note"],
    '{noot="x"}\nwords': ["1 bad-note"],
    "{note=}\nwords": ["1 bad-note"],
    ":::{tabel} Caption\n:::": ["1 unknown-block"],
    ":::{Key} Title\nwords\n:::": ["1 unknown-block"],
    ":::key Title\nwords\n:::": ["1 bad-block"],
    ":::{key title\nwords\n:::": ["1 bad-block"],
    " :::{key} Title\nwords": ["1 bad-block"],
    ":::{key} Title\nwords": ["1 unclosed-block"],
    ":::{key} Title\nwords\n\n## Next {#next}\nwords": ["1 unclosed-block"],
    ":::{key} Title\nwords\n:::{key} Title\nwords\n:::": ["1 unclosed-block"],
    ":::{key} Title\nwords\n::::": ["3 fence-length"],
    '::::{only region="GB"}\n:::{key} Title\nwords\n::::': ["2 unclosed-block"],
    "words\n:::": ["2 stray-fence"],
    ':::{only region="GB"}\n:::{key} Title\nwords\n:::\n:::': ["1 fence-length"],
    f"::::{{key}} Title\n:::{{table}} Caption\n{TABLE}\n:::\n::::": ["2 not-allowed-here"],
    f":::{{key}} Title\n:::{{table}} Caption\n{TABLE}\n:::\n:::": [
        "1 missing-words", "1 unclosed-block", "7 stray-fence",
    ],
    '::::{only region="GB"}\n:::{slide} Headline\n:::\n::::': ["2 not-allowed-here"],
    ':::::{only region="GB"}\n::::{only region="US"}\nwords\n::::\n:::::': ["2 not-allowed-here"],
    '::::{only region="GB"}\n## Heading {#heading}\n::::': ["1 missing-words", "1 unclosed-block", "3 stray-fence"],
    '::::{only region="GB"}\n### Heading\n::::': ["2 bad-heading"],
    '::::{only region="GB"}\n:::{kee} Title\n:::\n::::': ["2 unknown-block"],
    "::::{only}\nwords\n::::": ["1 bad-region"],
    '::::{only region="gb"}\nwords\n::::': ["1 bad-region"],
    '::::{only region="GB"}\n::::': ["1 missing-words"],
    ":::{key}\nwords\n:::": ["1 missing-title"],
    ":::{key} Title\n:::": ["1 missing-words"],
    ":::{key lines=2} Title\nwords\n:::": ["1 unknown-attribute"],
    ":::{key #id} Title\nwords\n:::": ["1 unknown-attribute"],
    ":::{questions line=2} Title\n- words\n:::": ["1 unknown-attribute"],
    ":::{questions lines=2 lines=3} Title\n- words\n:::": ["1 unknown-attribute"],
    ":::{questions lines=12} Title\n- words\n:::": ["1 bad-questions"],
    ":::{questions} Title\nwords\n:::": ["1 missing-words", "2 not-allowed-here"],
    ":::{checklist} Title\n- one\n\nwords\n\n- two\n:::": ["4 not-allowed-here", "6 too-much"],
    ":::{urgency} Title\n### Now: call\n- one\n:::": ["1 stray-title"],
    ":::{urgency}\n### now: call\n- one\n:::": ["2 bad-urgency"],
    ":::{urgency}\n### Later: call\n- one\n:::": ["2 bad-urgency"],
    ":::{urgency}\n### Now\n- one\n:::": ["2 bad-urgency"],
    ":::{urgency}\n### Today: call\n- one\n### Now: call\n- two\n:::": ["4 bad-urgency"],
    ":::{urgency}\n### Now: call\n- one\n### Now: call\n- two\n:::": ["4 bad-urgency"],
    ":::{urgency}\n### Now: call\n:::": ["2 missing-words"],
    ":::{urgency}\n- one\n:::": ["1 missing-words", "2 not-allowed-here"],
    ":::{urgency}\n#### Now: call\n:::": ["1 missing-words", "2 bad-heading"],
    ":::{two-lists}\n### One\n- one\n:::": ["1 bad-lists"],
    ":::{two-lists}\n###\n- one\n### Two\n- two\n:::": ["2 missing-words"],
    ":::{faq}\n### Why?\n### How?\nSo.\n:::": ["2 missing-words"],
    ":::{stat} 5\n:::": ["1 missing-words"],
    ":::{stat} 5\none\n\ntwo\n:::": ["4 too-much"],
    ":::{case} Title\n1. one\n:::": ["2 not-allowed-here"],
    ":::{case} Title\n:::": ["1 missing-words"],
    ":::{publisher}\n:::": ["1 missing-words"],
    ":::{related}\n- Hot Tea\n- coffee\n  - black\n:::": ["2 bad-related", "3 bad-related"],
    ':::{figure file="a.svg"} Caption\nwords\n:::': ["1 bad-figure", "1 bad-figure"],
    ':::{figure file="a.svg" credit="\u202e" licence="CC0"} Caption\nwords\n:::': ["1 bad-character"],
    ':::{quote status="verifyed"} Role\nwords\n:::': ["1 bad-quote"],
    ":::{slide}\n- one\n:::": ["1 missing-title"],
    ":::{slide} Headline\nwords\n:::": ["2 not-allowed-here"],
    ":::{slide} Headline\n- one\n\n1. two\n:::": ["4 not-allowed-here"],
    ":::{slide} One\n:::\n:::{slide} Two\n:::": ["3 too-much"],
    ":::{say} Title\nwords\n:::": ["1 stray-title"],
    ":::{say}\n:::": ["1 missing-words"],
    ":::{say}\n- one\n:::": ["2 not-allowed-here"],
    ":::{table} Caption\nwords\n:::": ["1 missing-words", "2 not-allowed-here"],
    ":::{table} Caption\n| a | b |\n|---|\n| c | d |\n:::": [
        "1 missing-words", "2 bad-table", "2 not-allowed-here", "3 bad-table", "4 bad-table",
    ],
    ":::{table} Caption\n| a | b |\n|---|---|\n:::": ["2 bad-table"],
    ":::{table} Caption\n| a | b |\n|---|---|\n| c |\n| c | d | e |\nwords\n:::": [
        "4 bad-table", "5 bad-table", "6 bad-table",
    ],
    ":::{table} Caption\n| a | b |\n|:--|--:|\n| c | d |\n:::": ["3 bad-table"],
    f":::{{table}} Caption\n{TABLE}\n\n{TABLE}\n:::": ["6 too-much"],
    ":::{chart} Title\n:::": ["1 bad-chart"],
    ":::{chart} pie: Title\n:::": ["1 bad-chart"],
    f":::{{chart}} dots: Title\n{TABLE}\n:::": ["2 bad-chart"],
    f":::{{chart}} bars: Title\n{TABLE}\n\none\n\ntwo\n:::": ["2 bad-chart", "8 too-much"],
    container(
        "chart} dots: Title",
        "Result | n | of | claim",
        "a | 5 | 4 | x",
        "b | 0 | 0 | x",
        "c | NaN | 4 | x",
        "d | 0.5 | 4 | x",
        "e | – | 4 | x",
        "f | ٣ | 4 | x",
        "g | 1 | 4 | ",
        " | 1 | 4 | x",
    ): [f"{row} bad-chart" for row in range(4, 11)] + ["11 missing-words"],
    container(
        "chart} dots: Title",
        "Result | n | of | claim | came back",
        "a | 4 | 4 | x | 5",
        "b | 4 | 4 | x | some",
        "c | 4 | 4 | x | 0.5",
        "d | 4 | 4 | | –",
    ): [f"{row} bad-chart" for row in range(4, 8)],
    container("chart} bars: Title", "Study | months | claim | came back", "a | 4 | x | 1"): ["2 bad-chart"],
    container("chart} bars: Title", "Study | | claim", "a | 1,5 | x", "b | Infinity | x", "c | -1 | x"): [
        "2 missing-words", "4 bad-chart", "5 bad-chart", "6 bad-chart",
    ],
    f":::{{timeline}} Title\n{TABLE}\n:::": ["2 bad-timeline"],
    container("timeline} Title", "When | What", "2021-13 | a", "2021 | b", "2020-12 | c", "May | d", "2022 | "): [
        "4 bad-timeline", "6 bad-timeline", "7 bad-timeline", "8 missing-words",
    ],
}  # fmt: skip
"""Blocks, and what they hold."""

HEADINGS: dict[str, list[str]] = {
    "## Found": ["8 bad-id"],
    "## Found {#Found}": ["8 bad-id"],
    "## Found {#found} here": ["8 bad-id", "8:10 bad-variable"],
    "## {#found}": ["8 missing-words"],
    "## Found {#found cut=7}": ["8 bad-cut"],
    "## Found {#found cutt=5}": ["8 unknown-attribute"],
    "## *Found* {#found}": ["8:4 emphasis"],
    "##Found {#found}": ["7 no-section", "8 bad-heading", "8 not-allowed-here", "10 not-allowed-here"],
    "Words.\n\n## Found {#found}": ["8 not-allowed-here"],
    "": ["7 no-section", "10 not-allowed-here"],
}
"""The heading of a section; lines count from the first line of the file."""


@pytest.mark.parametrize("snippet", MARKS)
def test_marks_that_are_no_marks_of_ours_are_named_where_they_stand(snippet: str) -> None:
    assert told(findings_of(snippet)) == MARKS[snippet]


@pytest.mark.parametrize("snippet", BLOCKS)
def test_blocks_that_are_no_blocks_of_ours_are_named_with_their_line(snippet: str) -> None:
    assert told(findings_of(snippet)) == BLOCKS[snippet]


@pytest.mark.parametrize("heading", HEADINGS)
def test_headings_that_open_no_section_are_named_with_their_line(heading: str) -> None:
    _, findings = read_topic(PATH, f"{FRONT}{heading}\n\nMore words.")
    assert told(findings, offset=0) == HEADINGS[heading]


def visible(snippet: str) -> str:
    """*snippet* with signs for what nobody can see."""
    shown = snippet.replace("  \n", "␠␠\n")
    return "".join(each if each.isprintable() or each == "\n" else f"<U+{ord(each):04X}>" for each in shown)


def test_each_finding_says_what_is_wrong_and_how_to_mend_it(golden: Golden) -> None:
    lines: list[str] = []
    for snippet in [*MARKS, *BLOCKS]:
        lines += [f"    {each}".rstrip() for each in visible(snippet).split("\n")]
        for finding in findings_of(snippet):
            place = ":".join(str(number) for number in (finding.place.line - OFFSET, finding.place.column) if number)
            lines.append(f"{place} {finding.id}: {finding.message} -> {finding.fix}")
        lines.append("")
    golden("reader/mistakes.txt", "\n".join(lines))


def test_the_nearest_name_is_the_fix() -> None:
    slips = {
        ":::{tabel} Caption\n:::": "Did you mean `table`?",
        ":::{plainwords} Title\n:::": "Did you mean `plain-words`?",
        ":::{key-box} Title\n:::": "Did you mean `key`?",
        ":::{questions line=2} Title\n- words\n:::": "Did you mean `lines`?",
        '{notes="x"}\nwords': "Did you mean `note`?",
        ":::{urgency}\n### Next vist: call\n- one\n:::": "Did you mean `Next visit`?",
        ':::{quote status="verfied"} Role\nwords\n:::': "Did you mean `verified`?",
    }
    assert {snippet: fix for snippet in slips if (fix := findings_of(snippet)[0].fix)} == slips


def test_all_mistakes_are_told_at_once_in_the_order_of_their_lines() -> None:
    source = """---
titel: Tea
standfirst: What *is* known.
audience: Tea drinkers
version: 1.0
checked: 2026-13-01
---
Before.

## Found {#Found cut=7}

See *this* and [that](https://example.org).

:::{tabel} Caption
:::


## Found {#found}

- one
- {Emergency}

:::{chart} dots: Title
| Result | n | of | claim |
|---|---|---|---|
| a | 5 | 4 | x |
:::

:::{key}
Not <b>closed.
"""
    topic, findings = read_topic(PATH, source)
    assert topic is None
    assert [f"{finding.place} {finding.id}" for finding in findings] == [
        "content/tea.md:1 missing-key",
        "content/tea.md:2 unknown-key",
        "content/tea.md:3:18 emphasis",
        "content/tea.md:5 wrong-value",
        "content/tea.md:6 wrong-value",
        "content/tea.md:8 not-allowed-here",
        "content/tea.md:10 bad-cut",
        "content/tea.md:10 bad-id",
        "content/tea.md:12:5 emphasis",
        "content/tea.md:12:16 bad-link",
        "content/tea.md:14 unknown-block",
        "content/tea.md:21:3 bad-variable",
        "content/tea.md:26 bad-chart",
        "content/tea.md:29 missing-title",
        "content/tea.md:29 unclosed-block",
        "content/tea.md:30:5 html",
    ]
    assert {finding.level for finding in findings} == {"error"}


def test_a_topic_with_mistakes_still_holds_what_could_be_understood() -> None:
    topic, findings = read_topic(PATH, FRONT + HEADING + "One.\n\n> Two.\n\nThree *and* four.")
    assert len(findings) == 2
    assert topic is not None
    assert len(topic.sections[0].blocks) == 2


@pytest.mark.parametrize("name", ["Hot Tea", "glossary", "ui", "tea--cup", "-tea"])
def test_a_file_whose_name_cannot_be_an_id_is_named(name: str) -> None:
    _, findings = read_topic(f"content/{name}.md", FRONT + HEADING + "Words.")
    assert [(str(finding.place), finding.id) for finding in findings] == [(f"content/{name}.md", "bad-topic-name")]
