"""The front matter of a topic: every key, and every way to get it wrong."""

from __future__ import annotations

from datetime import date

import pytest

from leafdeck.model import Topic
from leafdeck.reader import read_topic
from leafdeck.walk import query
from tests.snippets import HEADING, PATH

WHOLE = """---
title: "Tea: what is known"
standfirst: What [tea](term:tea) does
  to sleep [@sleep].
audience: >
  Tea drinkers
version: "0.1"
published: 2026-01-10
checked: 2026-01-09        # the day the facts were last checked
next_review: 2027-01-09
authors: [Ada Leaf, "Bo Cup"]
reviewers:
  - Cy Pot
patient_reviewers: []
funding: The **Tea** Fund
---
"""

LEAST = """---
title: Tea
standfirst: What is known.
audience: Tea drinkers
version: "1.0"
checked: null
---
"""


def read(front: str) -> tuple[Topic | None, list[str]]:
    topic, findings = read_topic(PATH, front + HEADING + "Words.")
    return topic, [f"{finding.place.line}:{finding.place.column} {finding.id}" for finding in findings]


def messages(front: str) -> list[str]:
    _, findings = read_topic(PATH, front + HEADING + "Words.")
    return [f"{finding.message} {finding.fix}" for finding in findings]


def test_every_key_is_read() -> None:
    topic, findings = read(WHOLE)
    assert findings == []
    assert topic is not None
    assert (topic.id, topic.version) == ("tea", "0.1")
    assert [text.source for text in query(topic)[:4]] == [
        "Tea: what is known",
        "What [tea](term:tea) does to sleep [@sleep].",
        "Tea drinkers",
        "The **Tea** Fund",
    ]
    assert (topic.published, topic.checked, topic.next_review) == (
        date(2026, 1, 10),
        date(2026, 1, 9),
        date(2027, 1, 9),
    )
    assert (topic.authors, topic.reviewers, topic.patient_reviewers) == (("Ada Leaf", "Bo Cup"), ("Cy Pot",), ())


def test_what_is_not_stated_is_empty() -> None:
    topic, findings = read(LEAST)
    assert findings == []
    assert topic is not None
    assert (topic.published, topic.checked, topic.next_review, topic.funding) == (None, None, None, None)
    assert (topic.authors, topic.reviewers, topic.patient_reviewers) == ((), (), ())


def test_the_front_matter_may_end_lines_as_windows_does() -> None:
    topic, findings = read(WHOLE.replace("\n", "\r\n"))
    assert (topic is None, findings) == (False, [])


@pytest.mark.parametrize("key", ["title", "standfirst", "audience", "version", "checked"])
def test_what_must_be_there_is_missed(key: str) -> None:
    front = "\n".join(line for line in LEAST.split("\n") if not line.startswith(key))
    topic, findings = read(front)
    assert (topic, findings) == (None, ["1:0 missing-key"])
    assert f"The front matter has no `{key}`. Add `{key}`: " in messages(front)[0]


@pytest.mark.parametrize(
    ("line", "fix"),
    [
        ("titel: Tea", "Did you mean `title`?"),
        ("Audience: Tea", "Did you mean `audience`?"),
        ("next-review: 2027-01-09", "Did you mean `next_review`?"),
        ("patient_reviewer: []", "Did you mean `patient_reviewers`?"),
        ("colour: red", "Write one of `title`, `standfirst`"),
    ],
)
def test_a_key_nobody_knows_gets_the_nearest_name(line: str, fix: str) -> None:
    front = LEAST.replace("checked", f"{line}\nchecked")
    topic, findings = read(front)
    assert (topic is None, findings) == (False, ["6:0 unknown-key"])
    assert fix in messages(front)[0]


WRONG = [
    ("title: []", "`title` is not words. Write words."),
    ("title: ' '", "`title` is not words. Write words."),
    ("title: 5", "`title` is not words. Write words."),
    ("title: true", "`title` is not words. Write words."),
    ("title: {a: b}", "`title` is not words. Write words."),
    ("version: 1.0", '`version` is not words in quotes, such as "1.0". Write words in quotes, such as "1.0".'),
    ("checked: 2026-02-30", "`checked` is not a day, such as 2026-11-24, or null."),
    ("checked: 9 January 2026", "`checked` is not a day, such as 2026-11-24, or null."),
    ("checked: '2026-01-09'", "`checked` is not a day, such as 2026-11-24, or null."),
    ("checked: 2026-01-09 10:00:00", "`checked` is not a day, such as 2026-11-24, or null."),
    ("checked: !!timestamp soon", "`checked` is not a day, such as 2026-11-24, or null."),
    ("checked: !!bool soon", "`checked` is not a day, such as 2026-11-24, or null."),
    ("checked: !!python/object:os.system {}", "`checked` is not a day, such as 2026-11-24, or null."),
    ("next_review: 2027", "`next_review` is not a day, such as 2026-11-24, or null."),
    ("authors: Ada Leaf", "`authors` is not a list of names, such as [Ada Leaf]."),
    ("authors: null", "`authors` is not a list of names, such as [Ada Leaf]."),
    ("authors: [[Ada]]", "`authors` is not a list of names, such as [Ada Leaf]."),
    ("authors: &all [Ada, *all]", "`authors` is not a list of names, such as [Ada Leaf]."),
    ("funding: []", "`funding` is not words, or null."),
]


@pytest.mark.parametrize(("line", "told"), WRONG, ids=[line for line, _ in WRONG])
def test_a_value_that_is_none_of_its_kind_is_named_with_its_line(line: str, told: str) -> None:
    key = line.partition(":")[0]
    rest = [each for each in LEAST.split("\n") if not each.startswith(key)]
    front = "\n".join([rest[0], line, *rest[1:]])
    _, findings = read(front)
    assert findings == ["2:0 wrong-value"]
    assert told in messages(front)[0]


SYNTAX = {
    "an open quotation mark": ('title: "Tea\n', "2:12 yaml-syntax"),
    "an open bracket": ("authors: [Ada\ntitle: Tea\n", "3:6 yaml-syntax"),
    "a colon too many": ("title: Tea: what is known\n", "2:11 yaml-syntax"),
    "a tab": ("title: Tea\n\taudience: All\n", "3:1 yaml-syntax"),
    "a wrong escape": ('title: "\\q"\n', "2:10 yaml-syntax"),
    "an alias of nothing": ("title: *tea\n", "2:8 yaml-syntax"),
    "a control character": ("title: Tea\naudience: \x07\n", "3:11 yaml-syntax"),
    "a second document": ("title: Tea\n...\ntitle: Tea\n", "4:1 yaml-syntax"),
    "a list": ("- title\n", "2:0 yaml-syntax"),
    "nothing": ("", "2:0 yaml-syntax"),
    "too many brackets": ("authors: " + "[" * 3000 + "\n", "1:0 yaml-syntax"),
}


@pytest.mark.parametrize("name", SYNTAX)
def test_what_is_no_yaml_is_named_with_line_and_column(name: str) -> None:
    lines, told = SYNTAX[name]
    topic, findings = read(f"---\n{lines}---\n")
    assert (topic, findings) == (None, [told])


def test_a_message_about_yaml_says_what_yaml_misses() -> None:
    assert messages('---\ntitle: "\\q"\n---\n') == ["Found unknown escape character 'q'. Mend the YAML there."]
    assert messages("---\ntitle: \x07\n---\n") == ["The character U+0007 cannot stand here. Mend the YAML there."]


def test_a_key_that_stands_twice_is_named() -> None:
    topic, findings = read(LEAST.replace("audience", "title: Coffee\naudience"))
    assert findings == ["4:0 duplicate-key"]
    assert topic is not None
    assert topic.title.source == "Tea"


def test_a_key_that_is_no_word_is_named() -> None:
    _, findings = read(LEAST.replace("checked", "? [a, b]\n: c\n5: d\n<<: {a: b}\nchecked"))
    assert findings == ["6:0 unknown-key", "8:0 unknown-key", "9:0 unknown-key"]


def test_a_file_without_front_matter_is_named_and_the_rest_is_read() -> None:
    topic, findings = read_topic(PATH, HEADING + "See *this*.")
    assert topic is None
    assert [f"{finding.place.line} {finding.id}" for finding in findings] == ["1 no-front-matter", "2 emphasis"]
    assert [finding.id for finding in read_topic(PATH, "")[1]] == ["no-front-matter", "no-section"]


def test_front_matter_without_an_end_is_named_and_the_sections_are_read() -> None:
    topic, findings = read_topic(PATH, LEAST.removesuffix("---\n") + "\n" + HEADING + "See *this*.")
    assert topic is None
    assert [f"{finding.place.line} {finding.id}" for finding in findings] == ["1 no-front-matter", "9 emphasis"]


@pytest.mark.parametrize(
    ("front", "told"),
    [
        (LEAST.replace("title: Tea", "title: See *this*"), ["2:12 emphasis"]),
        (LEAST.replace("title: Tea", 'title: "See *this*"'), ["2:13 emphasis"]),
        (LEAST.replace("title: Tea", "title: t *t*"), ["2:10 emphasis"]),
        (LEAST.replace("title: Tea", "title:\n  See *this*"), ["3:7 emphasis"]),
        (LEAST.replace("title: Tea", "title: See\n  *this*"), ["2:0 emphasis"]),
        (LEAST.replace("title: Tea", "title: |\n  See\n  *this*"), ["2:0 emphasis"]),
        (LEAST.replace("version", 'authors: ["A\u00ad"]\nversion'), ["5:0 bad-character"]),
        (LEAST.replace("1.0", "1\u2011"), ["5:0 bad-character"]),
    ],
)
def test_marks_in_the_front_matter_are_judged_as_everywhere(front: str, told: list[str]) -> None:
    assert read(front)[1] == told
