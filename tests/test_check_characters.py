"""What nobody sees and every reader would read wrongly: figures turned round, marks without words, drafts unmarked."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from leafdeck.model import Finding
from leafdeck.project import read_library
from tests.projects import edit, tiny_project
from tests.test_check_translation import DRAFT, HEADINGS, Fault, at, judged, of, project, shown, translate

ISOLATES = "\u2066\u2067\u2068\u2069"


def translated(root: Path, source: str, words: str, *notes: str, tag: str = "de") -> tuple[Finding, ...]:
    """What the checks find where *words* translate *source*, the last paragraph of the project at *root*."""
    return of(Fault("", source, "", words, tag), root, words, *notes)


@pytest.mark.parametrize("character", ISOLATES, ids=unicodedata.name)
def test_no_translation_holds_an_isolate_of_direction(character: str, tmp_path: Path) -> None:
    (found,) = translated(project(tmp_path, "It is 38 °C."), "It is 38 °C.", f"Es sind 3{character}8 °C.")
    assert found.id == "translation-syntax"
    assert f"U+{ord(character):04X}" in found.message


@pytest.mark.parametrize("character", ISOLATES, ids=unicodedata.name)
@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("content/tea.md", "wore off"),
        ("content/glossary.toml", "hot water"),
        ("content/regions.toml", "Ask for an interpreter"),
        ("content/ui.toml", "Words explained"),
    ],
)
def test_no_words_of_the_source_hold_one(path: str, words: str, character: str, tmp_path: Path) -> None:
    root = tiny_project(tmp_path)
    edit(root, path, words, f"{words}{character}")
    _, findings = read_library(root)
    assert {(finding.id, finding.place.path) for finding in findings} == {("bad-character", path)}


@pytest.mark.parametrize("words", ["[@tea-who]", "8 [@tea-who]", "**8** / {emergency} [@tea-who]", "✓ [@tea-who]"])
def test_marks_numbers_and_signs_are_no_words(words: str, tmp_path: Path) -> None:
    source = "It is warm [@tea-who]."
    assert [finding.id for finding in translated(project(tmp_path, source), source, words)] == ["wordless-translation"]


@pytest.mark.parametrize(
    ("source", "words", "tag"),
    [
        ("{n} of {of}", "{of} von {n}", "de"),
        ("Page {page} of {pages}", "{pages} Seiten, davon {page}", "de"),
        ("{title} ({number} of {total})", "{title} ({total} von {number})", "de"),
        ("**{n}** of {of}", "{of} من **{n}**", "ar"),
    ],
)
def test_a_part_stands_before_its_whole_as_in_the_source(source: str, words: str, tag: str, tmp_path: Path) -> None:
    source, words = f"{source} slept", f"{words} ناموا" if tag == "ar" else f"{words} schliefen"
    root = project(tmp_path, source)
    (found,) = translated(root, source, words, tag=tag)
    assert (found.id, found.level) == ("variables-turned", "warning")
    assert translated(root, source, words, "# lint-ok: order – the whole comes first in this language", tag=tag) == ()


def test_other_variables_may_stand_in_any_order(tmp_path: Path) -> None:
    source = "{title}: {n} of {of} slept."
    assert translated(project(tmp_path, source), source, "{n} von {of} schliefen: {title}.") == ()


def test_a_machine_comment_without_the_flag_is_one_finding_a_catalog(tmp_path: Path) -> None:
    root = project(tmp_path)
    translate(root, "de", {}, dict.fromkeys(HEADINGS, DRAFT[:1]))
    assert shown(judged(root, "de")) == [
        f'{at(root, HEADINGS[0])}: warning: 2 messages, the first "What was found", have a `machine:` comment and no '
        "fuzzy flag. Remove the comment where a person has read the words; they count as a machine's until then. "
        "[machine-mark-left]"
    ]


def test_drafts_with_the_flag_and_without_are_told_apart(tmp_path: Path) -> None:
    root = project(tmp_path)
    translate(root, "de", {}, {HEADINGS[0]: DRAFT, HEADINGS[1]: DRAFT[:1]})
    assert [f"{found.place} {found.id}" for found in judged(root, "de")] == [
        f"{at(root, HEADINGS[0])} machine-translation",
        f"{at(root, HEADINGS[1])} machine-mark-left",
    ]
