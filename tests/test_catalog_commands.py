"""`i18n extract`, `update` and `status` on a whole project: they agree with the content, and say so."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest

from leafdeck.cli import main
from tests.projects import edit, tiny_project

TEA = "locales/de/LC_MESSAGES/tea.po"
SLEPT = "A team gave [tea](term:tea) to 4 people"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny_project(tmp_path)


def i18n(root: Path, *arguments: str) -> int:
    return main(["--project", str(root), "i18n", *arguments])


def files(root: Path) -> dict[str, bytes]:
    """Every file below `locales/`, by path."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in (root / "locales").rglob("*") if path.is_file()
    }


def test_extract_writes_a_template_a_domain_and_a_second_run_changes_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert i18n(root, "extract") == 0
    assert capsys.readouterr().out.splitlines() == [
        "locales/tea.pot: written",
        "locales/glossary.pot: written",
        "locales/ui.pot: written",
    ]
    first = files(root)
    assert b'msgid "Tea and sleep"' in first["locales/tea.pot"]
    assert i18n(root, "extract") == 0
    assert capsys.readouterr().out.splitlines() == [
        "locales/tea.pot: unchanged",
        "locales/glossary.pot: unchanged",
        "locales/ui.pot: unchanged",
    ]
    assert files(root) == first


def test_extract_rewrites_the_template_whose_content_changed_and_no_other(root: Path) -> None:
    i18n(root, "extract")
    first = files(root)
    edit(root, "content/tea.md", SLEPT, "A team gave [green tea](term:tea) to 4 people")
    i18n(root, "extract")
    second = files(root)
    assert [name for name in first if first[name] != second[name]] == ["locales/tea.pot"]
    assert b"green tea" in second["locales/tea.pot"]


def test_reflowing_the_content_costs_nothing(root: Path) -> None:
    i18n(root, "extract")
    i18n(root, "update")
    first = files(root)
    edit(
        root,
        "content/tea.md",
        "A team gave [tea](term:tea) to 4 people [@tea-who]. All",
        "A team gave [tea](term:tea)\nto 4 people [@tea-who].\nAll",
    )
    i18n(root, "extract")
    assert i18n(root, "update", "--check") == 0
    assert files(root) == first


def test_update_makes_the_catalogs_and_check_is_clean_only_when_they_agree_with_the_content(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert i18n(root, "update", "--check") == 1
    assert files(root) == {}
    assert f"{TEA}: would change; " in capsys.readouterr().out
    assert i18n(root, "update") == 0
    made = files(root)
    assert set(made) == {f"locales/de/LC_MESSAGES/{domain}.po" for domain in ("tea", "glossary", "ui")}
    assert i18n(root, "update", "--check") == 0
    assert i18n(root, "update") == 0
    assert files(root) == made

    edit(root, "content/tea.md", SLEPT, "A team gave [tea](term:tea) to 5 people")
    capsys.readouterr()
    assert i18n(root, "update", "--check") == 1
    assert capsys.readouterr().out.splitlines() == [
        f"{TEA}: would change; 1 added, 1 dropped",
        "locales/de/LC_MESSAGES/glossary.po: unchanged",
        "locales/de/LC_MESSAGES/ui.po: unchanged",
    ]
    assert files(root) == made
    assert i18n(root, "update") == 0
    assert i18n(root, "update", "--check") == 0


def test_a_translators_words_are_no_disagreement_and_follow_the_content(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    i18n(root, "update")
    edit(root, TEA, 'msgid "Tea and sleep"\nmsgstr ""', '# kurz\nmsgid "Tea and sleep"\nmsgstr "Tee und Schlaf"')
    assert i18n(root, "update", "--check") == 0
    edit(root, "content/tea.md", "title: Tea and sleep", "title: Tea and 4 hours of sleep")
    capsys.readouterr()
    assert i18n(root, "update", "--json") == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert told[0] == {
        "path": TEA, "changed": True, "numbers": ["tea.title"], "added": 0, "carried": 0, "stale": 1, "dropped": 0,
    }  # fmt: skip
    assert [each["changed"] for each in told] == [True, False, False]
    assert '#, fuzzy\n#| msgid "Tea and sleep"\nmsgid "Tea and 4 hours of sleep"\nmsgstr "Tee und Schlaf"' in (
        (root / TEA).read_text(encoding="utf-8")
    )


def test_status_counts_what_an_update_would_leave(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def counted() -> dict[str, int]:
        capsys.readouterr()
        assert i18n(root, "status", "--json") == 0
        told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [(each.pop("locale"), each.pop("domain")) for each in told] == [
            ("de", "tea"), ("de", "glossary"), ("de", "ui"),
        ]  # fmt: skip
        return told[0]

    before = counted()
    assert before["translated"] == before["machine"] == before["stale"] == 0
    i18n(root, "update")
    assert counted() == before
    edit(root, TEA, 'msgid "Tea and sleep"\nmsgstr ""', 'msgid "Tea and sleep"\nmsgstr "Tee und Schlaf"')
    edit(
        root,
        TEA,
        'msgid "Tea drinkers"\nmsgstr ""',
        '#, fuzzy\n# machine: x\nmsgid "Tea drinkers"\nmsgstr "Teetrinker"',
    )
    done = counted()
    assert (done["translated"], done["machine"], done["missing"]) == (1, 1, before["missing"] - 2)
    assert done["words_left"] == before["words_left"] - 3  # Tea and sleep
    edit(root, "content/tea.md", "title: Tea and sleep", "title: Tea and good sleep")
    assert (counted()["translated"], counted()["stale"]) == (0, 1)
    assert b"good sleep" not in files(root)[TEA]


def test_a_broken_catalog_is_named_and_left_alone(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    i18n(root, "update")
    edit(root, TEA, 'msgid "Tea and sleep"\nmsgstr ""', 'msgid "Tea and sleep"\nmsgstr "Tee')
    broken = files(root)
    line = (root / TEA).read_text(encoding="utf-8").splitlines().index('msgstr "Tee') + 1
    capsys.readouterr()
    assert i18n(root, "update") == 1
    assert f"{TEA}:{line}:12" in capsys.readouterr().err
    assert files(root) == broken


def test_a_language_with_a_region_lies_where_gettext_looks_for_it(root: Path) -> None:
    edit(root, "leafdeck.toml", '["en", "de"]', '["en", "pt-BR"]')
    assert i18n(root, "update") == 0
    assert b'"Language: pt_BR\\n"' in files(root)["locales/pt_BR/LC_MESSAGES/tea.po"]


@pytest.mark.parametrize("command", ["extract", "update"])
def test_what_cannot_be_written_is_said_without_advice_that_does_not_help(
    root: Path, command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    assert i18n(root, command) == 73
    said = capsys.readouterr().err
    assert "Make the file and its folder writable." in said
    assert "--out" not in said
    assert files(root) == {}


def test_a_template_that_cannot_be_read_does_not_keep_the_others_back(root: Path) -> None:
    (root / "locales/tea.pot").mkdir(parents=True)
    assert i18n(root, "extract") == 73
    assert set(files(root)) == {"locales/glossary.pot", "locales/ui.pot"}
