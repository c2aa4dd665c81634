"""How hard a section is to read: syllables, sentences and passives are counted, formulas applied, the gate holds.

`tests/goldens/check/readability.txt` shows the report as people read it.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafdeck.check import check_content
from leafdeck.check.formulas import FORMULAS, Counts, counts
from leafdeck.check.passive import is_passive
from leafdeck.check.prose import prose, sentences, words_of
from leafdeck.check.readability import Reading, measure, readings
from leafdeck.check.syllables import syllables
from leafdeck.model import Finding, Place, Plain, Text
from leafdeck.project import Library, read_library
from leafdeck.reader import read_topic
from tests.goldens import Golden
from tests.projects import DAY, add, command, edit, tiny_project

TEA, ROOT, GLOSSARY = "content/tea.md", "leafdeck.toml", "content/glossary.toml"

# --- Syllables --------------------------------------------------------------------------------------------------------

ENGLISH = {
    1: "cells stopped watched lives breathe don't you'd whole sleep drug called goes changed they're cause blood tired",
    2: "people little doses centre muscles sometimes every being seeing fever breathing didn't needed treated disease"
    " treatment relapse syndrome steroid immune approved organs trial science thinking changes failure tumour before"
    " something safety studies applies gravis hopeful",
    3: "medicine remission infusion hospital cytokine median placebo everyone usual serious reaction area randomised"
    " arthritis sclerosis rheumatoid studying cancerous family",
    4: "autoimmune antibodies regulator european myositis fludarabine anaemia leukaemia rituximab pneumonia",
    5: "chemotherapy myasthenia tocilizumab cyclophosphamide university",
    6: "autoantibody",
}
"""Words of the shipped leaflets, counted by hand with a dictionary of British English."""

GERMAN = {
    1: "Blut Team schon Bauch Quark nie",
    2: "über aber neue Fieber Körper Zellen vielleicht Ärztin Nieren Rückfall Quelle",
    3: "Studien Behandlung Europa speziell geeinigt Krankenhaus Patient",
    4: "Patienten Infektion Reaktion Medikament Familie Bakterien",
    5: "Patientinnen Universität",
    6: "Autoimmunkrankheit Konditionierung",
}


def _wrong(counted: dict[int, str], language: str) -> list[str]:
    return [word for count, words in counted.items() for word in words.split() if syllables(word, language) != count]


def test_english_syllables_are_those_a_person_counts() -> None:
    assert sum(len(words.split()) for words in ENGLISH.values()) >= 60
    assert _wrong(ENGLISH, "en") == []


def test_german_syllables_are_those_a_person_counts() -> None:
    assert _wrong(GERMAN, "de") == []


@pytest.mark.parametrize(("word", "count"), [
    ("CAR-T", 1), ("CD19", 1), ("ICANS", 1), ("mRNA", 1), ("27,000", 1), ("8–10", 1), ("15%", 1),
    ("T", 1), ("B-cell", 2), ("anti-dsDNA", 3), ("two-and-a-half", 4),
])  # fmt: skip
def test_an_abbreviation_or_figure_is_one_syllable_as_flesch_directs(word: str, count: int) -> None:
    assert syllables(word, "en") == count


@given(st.text(min_size=1), st.sampled_from(["en", "de"]))
def test_whatever_counts_as_a_word_has_a_syllable(word: str, language: str) -> None:
    assert syllables(word, language) >= 1


LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=12)


@given(LETTERS, st.sampled_from(["en", "de"]))
def test_a_word_has_no_more_syllables_than_letters_and_its_case_changes_nothing(word: str, language: str) -> None:
    assert syllables(word, language) <= len(word)
    assert syllables(word.capitalize(), language) == syllables(word, language)


@given(LETTERS, LETTERS)
def test_the_parts_of_a_word_with_a_hyphen_are_counted_one_by_one(first: str, second: str) -> None:
    assert syllables(f"{first}-{second}", "en") == syllables(first, "en") + syllables(second, "en")


# --- Sentences --------------------------------------------------------------------------------------------------------

SPLIT = {
    "two sentences": ("en", "Tea is warm. It helps.", ["Tea is warm.", "It helps."]),
    "a bullet without a full stop": ("en", "You dream of tea", ["You dream of tea"]),
    "a question and an answer": ("en", 'Is it warm? "Yes!" Good.', ["Is it warm?", '"Yes!"', "Good."]),
    "a figure begins one": ("en", "It was so. 4 slept.", ["It was so.", "4 slept."]),
    "a decimal point": ("en", "It took 2.5 years.", ["It took 2.5 years."]),
    "an abbreviation": ("en", "Ask Dr. Leaf, e.g. today.", ["Ask Dr. Leaf, e.g. today."]),
    "a name with a letter at its end": ("en", "You hope for CAR-T. Wait.", ["You hope for CAR-T.", "Wait."]),
    "German abbreviations": ("de", "Zum Beispiel z. B. Tee. Gut.", ["Zum Beispiel z. B. Tee.", "Gut."]),
    "a German date": ("de", "Am 5. März kam sie. Gut.", ["Am 5. März kam sie.", "Gut."]),
    "an umlaut begins one": ("de", "Es war so. Ärzte kamen.", ["Es war so.", "Ärzte kamen."]),
    "Arabic": ("ar", "هل هو دافئ؟ نعم. جيد.", ["هل هو دافئ؟", "نعم.", "جيد."]),
    "Chinese": ("zh", "茶是温的。很好！", ["茶是温的。", "很好！"]),
    "nothing but signs": ("en", "… –", []),
}


@pytest.mark.parametrize("name", SPLIT)
def test_a_text_falls_into_its_sentences(name: str) -> None:
    language, words, expected = SPLIT[name]
    assert list(sentences(words, language)) == expected


@given(st.text(st.sampled_from('aB1 .!?。z\n")Dr')), st.sampled_from(["en", "de", "ar", "zh"]))
def test_splitting_loses_no_word_and_is_done_at_once(words: str, language: str) -> None:
    parts = sentences(words, language)
    assert [sign for part in parts for sign in part if sign.isalnum()] == [sign for sign in words if sign.isalnum()]
    assert [again for part in parts for again in sentences(part, language)] == list(parts)


def test_words_stand_between_spaces_and_characters_are_counted_where_there_are_none() -> None:
    assert words_of("Tea – of 4 people – is well-known.", "en") == ("Tea", "of", "4", "people", "is", "well-known.")
    assert words_of("茶是温的。", "zh-Hans") == ("茶", "是", "温", "的")


def test_running_words_are_judged_and_headings_cells_labels_and_quotations_are_not() -> None:
    words = (
        "---\ntitle: T\nstandfirst: S\naudience: A\nversion: '1'\nchecked: 2026-01-01\n---\n\n## Heading {#a}\n\n"
        ":::{slide} Headline\n- Point\n:::\n\n:::{say}\nSaid.\n:::\n\nProse.\n\n- Item\n  - Below\n\n"
        ":::{key} Title\n1. Step\n:::\n\n:::{table} Caption\n| H | I |\n|---|---|\n| Cell | Cell |\n:::\n\n"
        ":::{stat} 5\nmeaning\n:::\n\n:::{faq}\n### Question?\nAnswer.\n:::\n\n"
        ':::{quote speaker="Ada" status="verified"}\nQuoted.\n:::\n\n::::{only region="GB"}\nLocal.\n::::\n'
    )
    topic, findings = read_topic("content/t.md", words)
    assert (topic is not None, findings) == (True, ())
    assert topic is not None
    assert [text.source for text in prose(topic.sections[0].blocks)] == [
        "Prose.", "Item", "Below", "Step", "Answer.", "Local.",
    ]  # fmt: skip


# --- Passive voice ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sentence", [
    "The cells are given once.", "They were not carefully watched.", "It has been approved.", "You may get hurt.",
    "It isn't known.", "The illness is still being studied.", "None of this is proven.",
])  # fmt: skip
def test_a_passive_is_seen(sentence: str) -> None:
    assert is_passive(sentence)


@pytest.mark.parametrize("sentence", [
    "You feel tired.", "You are tired.", "They watched the cells.", "This is a need.", "There are indeed few.",
    "People treated here slept.", "It is red.", "The cells have grown.",
])  # fmt: skip
def test_what_is_no_passive_is_none(sentence: str) -> None:
    assert not is_passive(sentence)


# --- Formulas ---------------------------------------------------------------------------------------------------------


def test_each_formula_gives_what_its_author_prints() -> None:
    of = Counts(sentences=30, words=300, syllables=450, monosyllables=180, polysyllables=36, long_words=60)
    values = {formula.id: round(formula.value(of), 2) for every in FORMULAS.values() for formula in every}
    assert values == {
        "flesch-kincaid": 6.01,  # 0.39 x 10 + 11.8 x 1.5 - 15.59
        "smog": 9.39,  # 1.0430 x 6 + 3.1291
        "amstad": 82.25,  # 180 - 10 - 58.5 x 1.5
        "wiener-1": 3.75,  # 0.1935 x 12 + 0.1672 x 10 + 0.1297 x 20 - 0.0327 x 60 - 0.875
    }


def test_words_are_counted_by_their_syllables_and_letters() -> None:
    made = counts([["The", "medicine", "helps."], ["Treatments", "work."]], "en")
    assert made == Counts(sentences=2, words=5, syllables=8, monosyllables=3, polysyllables=1, long_words=2)


def _texts(*words: str) -> list[Text]:
    return [
        Text((Plain(each),), each, f"p{number}", Place("content/t.md", number)) for number, each in enumerate(words)
    ]


def test_smog_is_left_out_below_thirty_sentences() -> None:
    assert [score.formula.id for score in measure(_texts("Tea is warm. " * 29), "en").scores] == ["flesch-kincaid"]
    assert [score.formula.id for score in measure(_texts("Tea is warm. " * 30), "en").scores] == [
        "flesch-kincaid", "smog",
    ]  # fmt: skip


def test_the_hardest_sentences_come_first_on_every_scale_and_fragments_last() -> None:
    hard = "Immunosuppressive medicines irritate other people."
    english = measure(_texts(f"Tea is warm and it helps. {hard}", "Pregnancy.", "We sat."), "en")
    assert [one.text for one in english.hardest] == [hard, "Tea is warm and it helps.", "Pregnancy."]
    hart = "Immunsuppressive Medikamente schaden anderen Menschen."
    german = measure(_texts(f"Der Tee ist jetzt warm. {hart}", "Schwangerschaft."), "de")
    assert [one.text for one in german.hardest] == [hart, "Der Tee ist jetzt warm.", "Schwangerschaft."]


@pytest.mark.parametrize("tag", ["ar", "zh-Hans", "fr"])
def test_a_language_without_a_formula_has_no_score_and_its_longest_sentences(tag: str) -> None:
    words = {"ar": "هذا طويل جدا. نعم.", "zh-Hans": "茶是温的。好。", "fr": "Le thé est chaud. Oui."}[tag]
    made = measure(_texts(words), tag)
    assert (made.scores, made.grade, made.passives, made.sentences) == ((), None, None, 2)
    assert made.hardest[0].length == made.longest > made.hardest[1].length


# --- The gate ---------------------------------------------------------------------------------------------------------

HARD = "Immunosuppressive medication considerably diminishes inflammatory deterioration."
EXCEPTION = '\n[readability]\n"tea.call" = "The names of the medicines are long."\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The tiny project in English, with a section that is too hard to read."""
    made = tiny_project(tmp_path)
    edit(made, ROOT, 'languages = ["en", "de"]', 'languages = ["en"]')
    add(made, TEA, f"\n{HARD}\n\nIt is warm.\n")
    return made


def _library(root: Path) -> Library:
    library, findings = read_library(root)
    assert findings == ()
    assert library is not None
    return library


def _found(root: Path, *ids: str) -> list[Finding]:
    return [one for one in check_content(_library(root), date.fromisoformat(DAY)) if one.id in ids]


def _reading(root: Path, name: str, tag: str = "en") -> Reading:
    return next(reading for reading in readings(_library(root), tag) if reading.name == name)


def test_a_hard_section_is_a_warning_at_its_heading_that_names_its_hardest_sentence(root: Path) -> None:
    (finding,) = _found(root, "hard-to-read")
    assert (finding.place, finding.level) == (_reading(root, "tea.call").place, "warning")
    assert HARD in finding.message


def test_a_section_at_the_gate_passes(root: Path) -> None:
    edit(root, TEA, HARD, "It helps people to sleep.")
    assert _reading(root, "tea.call").written.grade is not None
    assert _found(root, "hard-to-read") == []


def test_an_exception_that_says_why_lets_a_hard_section_pass(root: Path) -> None:
    add(root, ROOT, EXCEPTION)
    assert _found(root, "hard-to-read", "needless-exception") == []
    assert _reading(root, "tea.call").exception == "The names of the medicines are long."


def test_an_exception_must_say_why(root: Path) -> None:
    add(root, ROOT, '\n[readability]\n"tea.call" = " "\n')
    _, findings = read_library(root)
    assert [(finding.id, str(finding.place)) for finding in findings] == [("wrong-value", "leafdeck.toml:9")]


@pytest.mark.parametrize("name", ["tea.found", "tea.cal", "tea"])
def test_an_exception_that_nothing_needs_is_a_finding_at_its_line(root: Path, name: str) -> None:
    add(root, ROOT, f'{EXCEPTION}"{name}" = "It is easy."\n')
    assert [str(finding.place) for finding in _found(root, "needless-exception")] == ["leafdeck.toml:10"]


def test_only_english_has_a_gate(root: Path) -> None:
    edit(root, ROOT, 'languages = ["en"]', 'languages = ["de"]')
    edit(root, ROOT, 'source = "en"', 'source = "de"')
    assert _found(root, "hard-to-read") == []


def test_cited_claims_and_facts_of_a_region_are_no_words(root: Path) -> None:
    before = _reading(root, "tea.call").written
    edit(root, TEA, "It is warm.", "It is warm {emergency} [@tea-who].")
    assert _reading(root, "tea.call").written.words == before.words


def test_words_on_slides_are_not_judged_and_spoken_words_are_apart(root: Path) -> None:
    before = _reading(root, "tea.call")
    edit(root, TEA, ":::{slide} Call early\n:::", f":::{{slide}} {HARD}\n:::\n\n:::{{say}}\n{HARD} Tea.\n:::")
    after = _reading(root, "tea.call")
    assert (after.written.words, after.spoken.words) == (before.written.words, 7)


# --- The report -------------------------------------------------------------------------------------------------------

GERMAN_TEA = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "You dream of [tea](term:tea)"
msgstr "Sie träumen regelmäßig von [Kräutertee](term:tea)"

msgid "It is warm."
msgstr "Er ist warm."
"""


def test_people_read_a_table_for_each_language(root: Path, golden: Golden) -> None:
    add(root, ROOT, EXCEPTION)
    edit(root, ROOT, 'languages = ["en"]', 'languages = ["en", "de", "ar"]')
    add(root, "locales/de/LC_MESSAGES/tea.po", GERMAN_TEA)
    add(
        root,
        "locales/ar/LC_MESSAGES/tea.po",
        GERMAN_TEA.split('msgid "You')[0] + 'msgid "It is warm."\nmsgstr "هو دافئ."\n',
    )
    golden("check/readability.txt", command(root, "check", "readability", "--as-of", DAY).stdout)


def test_programs_read_an_object_for_each_section_and_topic(root: Path) -> None:
    done = command(root, "check", "readability", "--as-of", DAY, "--json")
    *told, finding = map(json.loads, done.stdout.splitlines())
    assert [(one["topic"], one["section"], one["too_hard"]) for one in told] == [
        ("tea", "found", False), ("tea", "call", True), ("tea", "", False),
    ]  # fmt: skip
    assert told[1]["scores"][0] | {"value": 0} == {
        "formula": "flesch-kincaid", "name": "Flesch-Kincaid", "source": "Kincaid et al. 1975",
        "scale": "US school grade", "value": 0,
    }  # fmt: skip
    assert told[1]["hardest"][0]["text"] == HARD
    assert finding["id"] == "hard-to-read"


@pytest.mark.parametrize(("profile", "code"), [("draft", 0), ("release", 1)])
def test_a_hard_section_stops_a_release_and_no_draft(root: Path, profile: str, code: int) -> None:
    assert command(root, "check", "readability", "--profile", profile).returncode == code


def test_a_release_in_german_waits_for_no_english_sentence(root: Path) -> None:
    edit(root, ROOT, 'languages = ["en"]', 'languages = ["en", "de"]')
    assert command(root, "check", "readability", "--locale", "de", "--profile", "release").returncode == 0


def test_an_unknown_language_is_a_wrong_command(root: Path) -> None:
    assert command(root, "check", "readability", "--locale", "xx").returncode == 2


def test_an_exception_for_a_topic_that_cannot_be_read_is_not_told_as_well(root: Path) -> None:
    add(root, ROOT, EXCEPTION)
    edit(root, TEA, "## When to call {#call}", "## When to call")
    assert "needless-exception" not in command(root, "check").stdout


# --- Words of the glossary --------------------------------------------------------------------------------------------

KETTLE = '\n[terms.kettle]\nterm = "Kettle"\nmeaning = "It boils water."\n'
LINKED, BARE = "[Kettles](term:kettle) sing.", "Kettles sing."


def _unlinked(root: Path, words: str) -> list[str]:
    """The words under the headings of a topic that says *words*, whose first use has no link: "line: word"."""
    add(root, GLOSSARY, KETTLE)
    edit(root, TEA, '::::{only region="GB"}\nThe kettle is on.\n::::\n', "")
    front = (root / TEA).read_text(encoding="utf-8").split("## What was found")[0]
    start = front.count("\n") + 2
    (root / TEA).write_text(f"{front}## A kettle {{#found}}\n\n{words}\n\n[Tea](term:tea).\n", encoding="utf-8")
    (root / "leaflets/tea.toml").write_text('kind = "leaflet"\ntopics = ["tea"]\n', encoding="utf-8")
    return [
        f"{finding.place.line - start}: {finding.message.split(chr(34))[1]}"
        for finding in _found(root, "unlinked-term")
    ]


FIRST_USES = {
    "a link at the first use": (f"{LINKED}\n\n{BARE}", []),
    "a link after the first use": (f"{BARE}\n\n{LINKED}", ["1: Kettles"]),
    "a link later in the same sentence": ("Kettles are [kettles](term:kettle).", ["1: Kettles"]),
    "a link inside strong words": ("**[Kettles](term:kettle) sing**. Kettles boil.", []),
    "no link at all": (BARE, ["1: Kettles"]),
    "a link in a cell, then prose": (f":::{{table}} T\n| A | B |\n|---|---|\n| b | {LINKED} |\n:::\n\n{BARE}", []),
    "a cell first": (f":::{{table}} T\n| A | B |\n|---|---|\n| b | {BARE} |\n:::\n\n{LINKED}", ["4: Kettles"]),
    "a title first, which holds no link": (f":::{{key}} The kettle\n{LINKED}\n:::", []),
    "a slide first, which holds no link": (f":::{{slide}} The kettle\n- Kettle\n:::\n\n{LINKED}", []),
    "a link that some regions see": (f'::::{{only region="GB"}}\n{LINKED}\n::::\n\n{BARE}', ["5: Kettles"]),
    "a link in a story that is off": (f":::{{case}} A story\n{LINKED}\n:::\n\n{BARE}", ["5: Kettles"]),
    "another word that holds it": ("A steam-kettle sings. A kettle-drum sings.", []),
}
"""What stands under a heading -> where its first use lacks the link."""


@pytest.mark.parametrize("name", FIRST_USES)
def test_a_word_of_the_glossary_is_linked_where_a_reader_first_meets_it(name: str, root: Path) -> None:
    words, expected = FIRST_USES[name]
    assert _unlinked(root, words) == expected


def test_the_leaflet_of_some_sections_explains_its_own_words(root: Path) -> None:
    add(root, GLOSSARY, KETTLE)
    edit(root, TEA, "[@tea-who]. All 4", f"[@tea-who]. {LINKED} All 4")
    assert _found(root, "unlinked-term") == []
    add(root, "leaflets/call.toml", 'kind = "leaflet"\ntopics = ["tea"]\nsections = ["tea.call"]\n')
    assert any("leaflet `call`" in finding.message for finding in _found(root, "unlinked-term"))
