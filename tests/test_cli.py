"""The command line: what each command says, where its files go, and what a script can rely on."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import click
import pytest
from filelock import FileLock

from leafdeck import __version__
from leafdeck.cli import exits, main
from leafdeck.cli.commands import root as commands
from tests.projects import DAY, RENDER, REPOSITORY, add, command, edit, files, plain_environment, tiny_project

Said = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny project, with this process standing in it, on the day of the tests."""
    tiny = tiny_project(tmp_path)
    monkeypatch.chdir(tiny)
    monkeypatch.setattr("leafdeck.cli.commands.today", lambda: date.fromisoformat(DAY))
    return tiny


def objects(said: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in said.splitlines()]


# --- help and version -------------------------------------------------------------------------------------------------


def every_command(group: click.Command = commands, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    for name, inner in getattr(group, "commands", {}).items():
        yield from every_command(inner, (*path, name))


COMMANDS = list(every_command())


def test_these_are_the_commands() -> None:
    assert [" ".join(path) for path in COMMANDS] == [
        "", "build", "check", "evidence", "i18n", "i18n extract", "i18n update", "i18n status", "doctor",
    ]  # fmt: skip


@pytest.mark.parametrize("option", ["--help", "-h"])
@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_command_explains_itself_and_its_options(path: tuple[str, ...], option: str, capsys: Said) -> None:
    assert main([*path, option]) == exits.OK
    said = capsys.readouterr().out
    assert " ".join(["Usage:", *path]) in re.sub(r"leafdeck ", "", said, count=1) or not path
    found: click.Command = commands
    for name in path:
        found = found.commands[name]  # type: ignore[attr-defined]
    for parameter in found.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{parameter.opts} has no help"
            assert parameter.opts[0] in said


def test_help_begins_with_examples_and_ends_with_the_exit_codes(capsys: Said) -> None:
    main(["--help"])
    said = capsys.readouterr().out
    assert said.index("Examples") < said.index("Options")
    assert "leafdeck build risks --locale de" in said
    footer = said[said.index("Guide: docs/commands.md") :]
    assert sorted(set(re.findall(r"\b\d+\b", footer)), key=int) == [str(code) for code in DOCUMENTED]


def test_no_command_at_all_is_answered_with_help(capsys: Said) -> None:
    assert main([]) == exits.USAGE
    assert "Examples" in capsys.readouterr().err


HEAVY = ("weasyprint", "pptx", "lxml", "babel", "pydantic", "markdown_it", "uharfbuzz", "icu4py", "jinja2", "yaml")


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_help_loads_no_heavy_library(path: tuple[str, ...]) -> None:
    program = (
        "import sys; from leafdeck.cli import main; code = main(sys.argv[1:]); "
        "print(code, *sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *path, "--help"], capture_output=True, text=True, check=True,
        env=plain_environment(),
    )  # fmt: skip
    code, *loaded = done.stdout.splitlines()[-1].split()
    assert code == "0"
    assert set(HEAVY) & set(loaded) == set()
    assert "click" in loaded


def test_the_version_names_every_library_that_decides_the_bytes(capsys: Said) -> None:
    assert main(["--version"]) == exits.OK
    versions = dict(line.split(" ", 1) for line in capsys.readouterr().out.splitlines())
    assert next(iter(versions)) == "leafdeck"
    assert versions["leafdeck"] == __version__
    assert {"weasyprint", "pango", "python-pptx", "babel", "fonttools"} <= set(versions)
    assert "missing" not in versions.values()


@pytest.mark.parametrize("doorway", [RENDER, (sys.executable, "-m", "leafdeck")], ids=["render.py", "python -m"])
def test_every_doorway_leads_to_the_same_command_line(doorway: tuple[str, ...], tmp_path: Path) -> None:
    done = subprocess.run(
        [*doorway, "build", "--help"], cwd=tmp_path, capture_output=True, text=True, check=True,
        env=plain_environment(),
    )  # fmt: skip
    name = "render.py" if doorway is RENDER else "leafdeck"
    assert done.stdout.startswith(f"Usage: {name} build [OPTIONS] [PIECE]...")


def test_a_machine_without_the_libraries_is_told_how_to_get_them(tmp_path: Path) -> None:
    without_packages = [sys.executable, "-S", RENDER[1], "--help"]
    done = subprocess.run(
        without_packages, cwd=tmp_path, capture_output=True, text=True, check=False, env=plain_environment()
    )
    assert (done.returncode, done.stdout) == (exits.ENVIRONMENT, "")
    assert done.stderr == "A library is missing: click. Run ./dev, which installs it.\n"


# --- build ------------------------------------------------------------------------------------------------------------


def planned(*arguments: str, capsys: Said) -> list[str]:
    """The paths a dry run names."""
    assert main(["build", *arguments, "--as-of", DAY, "--dry-run"]) == exits.OK
    return capsys.readouterr().out.splitlines()


def test_a_name_selects_the_leaflet_and_the_deck_of_that_name(root: Path, capsys: Said) -> None:
    add(root, "leaflets/coffee.toml", 'kind = "leaflet"\ntopics = ["tea"]\n')
    assert planned("tea", "--locale", "en", capsys=capsys) == ["en/leaflets/tea.a4.pdf", "en/slides/tea.pptx"]
    assert planned("coffee", "--locale", "en", capsys=capsys) == ["en/leaflets/coffee.a4.pdf"]
    assert len(planned(capsys=capsys)) == 6


@pytest.mark.parametrize(
    ("arguments", "paths"),
    [
        ([], ["en/leaflets/tea.a4.pdf", "en/slides/tea.5min.pptx", "en/slides/tea.pptx"]),
        (["--region", "GB"], ["en/leaflets/tea.a4.GB.pdf", "en/slides/tea.5min.GB.pptx", "en/slides/tea.GB.pptx"]),
        (["--region", "generic", "--edition", "a4"], ["en/leaflets/tea.a4.pdf"]),
        (
            ["--clinic", "clinics/st-mary.toml"],
            ["en/leaflets/tea.a4.clinic-st-mary.pdf", "en/slides/tea.5min.pptx", "en/slides/tea.pptx"],
        ),
        (["--profile", "release", "--edition", "a4"], ["en/leaflets/tea.a4.release.pdf"]),
        (
            ["--region", "GB", "--clinic", "clinics/st-mary.toml", "--profile", "release", "--edition", "a4"],
            ["en/leaflets/tea.a4.GB.clinic-st-mary.release.pdf"],
        ),
        (["--locale", "en", "--locale", "en", "--edition", "a4"], ["en/leaflets/tea.a4.pdf"]),
    ],
    ids=["cut", "region", "the project's own region", "clinic", "release", "all of them", "a language named twice"],
)
def test_whatever_is_not_the_default_adds_a_part_to_the_path(
    root: Path, arguments: list[str], paths: list[str], capsys: Said
) -> None:
    edit(root, "slides/tea.toml", 'topics = ["tea"]', 'topics = ["tea"]\ncuts = [5, 30]')
    locale = [] if "--locale" in arguments else ["--locale", "en"]
    assert planned(*arguments, *locale, capsys=capsys) == paths


def test_a_dry_run_makes_nothing(root: Path, capsys: Said) -> None:
    before = files(root)
    assert planned(capsys=capsys)
    assert files(root) == before


def test_a_build_names_its_files_on_standard_output_and_talks_on_standard_error(root: Path, capsys: Said) -> None:
    assert main(["build", "tea", "--locale", "en", "--as-of", DAY]) == exits.OK
    said = capsys.readouterr()
    made = [Path(line) for line in said.out.splitlines()]
    assert made == [root / "build/en/leaflets/tea.a4.pdf", root / "build/en/slides/tea.pptx"]
    assert made[0].read_bytes().startswith(b"%PDF-")
    assert zipfile.ZipFile(made[1]).testzip() is None
    assert said.err == "2 made, 0 not made, no findings\n"


def test_the_manifest_says_what_each_file_is(root: Path) -> None:
    arguments = ["--region", "GB", "--clinic", "clinics/st-mary.toml", "--locale", "en", "--as-of", DAY]
    assert main(["build", *arguments, "--out", "out"]) == exits.OK
    manifest = json.loads((root / "out/manifest.json").read_text(encoding="utf-8"))
    assert list(manifest) == ["versions", "fonts", "outputs"]
    assert manifest["versions"]["leafdeck"] == __version__
    assert sorted(manifest["fonts"]) == ["NotoSans-Bold.ttf", "NotoSans-Regular.ttf"]
    assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in manifest["fonts"].values())
    leaflet, deck = manifest["outputs"]
    for entry in (leaflet, deck):
        data = (root / "out" / entry["path"]).read_bytes()
        assert entry.pop("sha256") == sha256(data).hexdigest()
        assert re.fullmatch("[0-9a-f]{64}", entry.pop("fingerprint"))
    assert re.fullmatch("[0-9a-f]{16}", leaflet.pop("clinic_id"))
    assert deck.pop("clinic_id") == ""
    common = {"piece": "tea", "locale": "en", "region": "GB", "profile": "draft", "as_of": DAY}
    assert leaflet == common | {
        "path": "en/leaflets/tea.a4.GB.clinic-st-mary.pdf", "pages": leaflet["pages"], "kind": "leaflet",
        "edition": "a4", "clinic": "st-mary", "fonts": ["NotoSans-Bold.ttf", "NotoSans-Regular.ttf"],
    }  # fmt: skip
    assert deck == common | {
        "path": "en/slides/tea.GB.pptx", "slides": deck["slides"], "kind": "deck", "edition": "30", "clinic": "",
        "fonts": [],
    }  # fmt: skip
    assert 1 <= leaflet["pages"] <= 4
    assert deck["slides"] > 4


def test_a_build_in_json_is_one_object_a_line(root: Path, capsys: Said) -> None:
    assert main(["build", "--locale", "en", "--as-of", DAY, "--json", "--dry-run"]) == exits.OK
    assert objects(capsys.readouterr().out) == [
        {"event": "planned", "path": "en/leaflets/tea.a4.pdf"},
        {"event": "planned", "path": "en/slides/tea.pptx"},
    ]
    add(root, "leaflets/coffee.toml", 'kind = "leaflet"\ntopic = ["tea"]\n')
    edit(root, "slides/tea.toml", '["tea"]', '["teas"]')
    assert main(["build", "--locale", "en", "--as-of", DAY, "--json"]) == exits.PROBLEMS
    finished, stopped, *findings = objects(capsys.readouterr().out)
    assert (finished["event"], finished["path"], finished["findings"]) == ("finished", "en/leaflets/tea.a4.pdf", [])
    assert (stopped["event"], stopped["sha256"], stopped["fingerprint"]) == ("stopped", "", "")
    assert [finding["id"] for finding in findings] == ["missing-key", "unknown-key"]
    assert all(
        list(finding) == ["id", "level", "path", "line", "column", "locale", "message", "fix"] for finding in findings
    )


def test_a_manifest_with_mistakes_holds_up_no_other_and_is_not_passed_over(root: Path, capsys: Said) -> None:
    add(root, "leaflets/coffee.toml", 'kind = "leaflet"\ntopics = "tea"\n')
    assert main(["build", "tea", "--locale", "en", "--as-of", DAY, "--dry-run"]) == exits.OK
    capsys.readouterr()
    for asked in ([], ["coffee"], ["coffee", "tea"]):
        assert main(["build", *asked, "--locale", "en", "--as-of", DAY, "--dry-run"]) == exits.PROBLEMS
        said = capsys.readouterr()
        assert said.err == "leaflets/coffee.toml:2: error: `topics` must be a list. Put it in brackets: [ … ]. " \
                           "[wrong-value]\n"  # fmt: skip
        assert ("en/leaflets/tea.a4.pdf" in said.out) is (asked != ["coffee"])


def test_a_clinic_changes_its_leaflets_and_no_deck(root: Path) -> None:
    def fingerprints(out: str, *arguments: str) -> list[str]:
        assert main(["build", "--locale", "en", "--as-of", DAY, "--out", out, *arguments]) == exits.OK
        outputs = json.loads((root / out / "manifest.json").read_text(encoding="utf-8"))["outputs"]
        return [output["fingerprint"] for output in outputs]

    plain = fingerprints("plain")
    relative = fingerprints("relative", "--clinic", "clinics/st-mary.toml")
    absolute = fingerprints("absolute", "--clinic", str(root / "clinics/st-mary.toml"))
    assert relative == absolute
    assert (relative[0] != plain[0], relative[1] == plain[1]) == (True, True)


def test_two_clinics_whose_profiles_have_one_name_never_share_a_leaflet(root: Path, capsys: Said) -> None:
    for folder, phone in (("north", "111"), ("south", "222")):
        add(root, f"{folder}/main.toml", f'name = "Tea House"\nphone = "{phone}"\n')
    arguments = ["build", "--locale", "en", "--edition", "a4", "--as-of", DAY]
    assert main([*arguments, "--clinic", "north/main.toml"]) == exits.OK
    north = files(root / "build")
    capsys.readouterr()
    assert main([*arguments, "--clinic", "south/main.toml"]) == exits.PROBLEMS
    path = f"{root}/build/en/leaflets/tea.a4.clinic-main.pdf"
    assert capsys.readouterr().err.startswith(f"{path}: error: {path} is the leaflet of another clinic")
    assert files(root / "build") == north
    edit(root, "north/main.toml", "111", "333")
    assert main([*arguments, "--clinic", str(root / "north/main.toml")]) == exits.OK
    assert files(root / "build") != north
    (root / "build/en/leaflets/tea.a4.clinic-main.pdf").unlink()
    assert main([*arguments, "--clinic", "south/main.toml"]) == exits.OK


def test_the_day_is_an_input(root: Path, capsys: Said) -> None:
    def expired(day: str) -> int:
        return [finding["id"] for finding in objects(_checked("--as-of", day, capsys=capsys))].count("claim-expired")

    assert (expired(DAY), expired("2027-06-02")) == (0, 3)


# --- check ------------------------------------------------------------------------------------------------------------


def _checked(*arguments: str, capsys: Said) -> str:
    main(["check", "--json", *arguments])
    return capsys.readouterr().out


def test_check_lists_every_finding_with_place_and_fix(root: Path, capsys: Said) -> None:
    edit(root, "content/tea.md", "@tea-wears-off", "@tea-wears-of")
    assert main(["check", "--as-of", DAY]) == exits.PROBLEMS
    said = capsys.readouterr()
    first = said.out.splitlines()[0]
    assert first == (
        "content/tea.md:21: error: There is no claim `tea-wears-of`. "
        "Write `tea-wears-off`, or define `tea-wears-of` in content/claims.toml. [unknown-claim]"
    )
    assert re.fullmatch(r"\d+ errors?, \d+ warnings?(, \d+ notes?)?\n", said.err)


def test_check_of_one_language_leaves_the_others_out(root: Path, capsys: Said) -> None:
    add(root, "locales/de/LC_MESSAGES/tea.po", 'msgid "open\n')
    german = {finding["path"] for finding in objects(_checked("--as-of", DAY, "--locale", "de", capsys=capsys))}
    english = {finding["path"] for finding in objects(_checked("--as-of", DAY, "--locale", "en", capsys=capsys))}
    assert "locales/de/LC_MESSAGES/tea.po" in german
    assert not any(str(path).startswith("locales/de") for path in english)


def test_a_release_is_refused_what_a_draft_is_let_off(root: Path) -> None:
    assert main(["check", "--as-of", DAY, "--locale", "de"]) == exits.OK
    assert main(["check", "--as-of", DAY, "--locale", "de", "--profile", "release"]) == exits.PROBLEMS


@pytest.mark.parametrize("command_", ["build", "check"])
def test_a_release_takes_no_day_that_has_passed(root: Path, command_: str, capsys: Said) -> None:
    before = files(root)
    assert main([command_, "--as-of", "2026-11-23", "--profile", "release"]) == exits.USAGE
    said = capsys.readouterr()
    assert (said.out, said.err) == (
        "",
        "command line: error: A release cannot be of 2026-11-23: that day has passed. Leave --as-of out. [day-past]\n",
    )
    assert files(root) == before
    assert main([command_, "--as-of", "2026-11-23", "--locale", "en"]) == exits.OK
    for day in (["--as-of", DAY], []):
        assert main([command_, *day, "--locale", "en", "--profile", "release"]) == exits.OK


def test_what_lies_after_the_day_that_is_asked_for_stops_a_draft_too(root: Path, capsys: Said) -> None:
    assert main(["build", "--as-of", "2026-01-08", "--locale", "en"]) == exits.PROBLEMS
    assert "The topic `tea` has `checked: 2026-01-09`, after 2026-01-08." in capsys.readouterr().err
    assert not (root / "build/en").exists()


# --- catalogs and doctor ----------------------------------------------------------------------------------------------


def test_catalogs_are_written_brought_up_to_date_and_counted(root: Path, capsys: Said) -> None:
    assert main(["i18n", "extract"]) == exits.OK
    assert main(["i18n", "update", "--check"]) == exits.PROBLEMS
    assert not (root / "locales/de").exists()
    assert main(["i18n", "update"]) == exits.OK
    assert main(["i18n", "update", "--check"]) == exits.OK
    said = capsys.readouterr().out
    assert "locales/tea.pot: written" in said
    assert "locales/de/LC_MESSAGES/tea.po: would change" in said
    assert "locales/de/LC_MESSAGES/tea.po: unchanged" in said
    assert main(["i18n", "status", "--json"]) == exits.OK
    assert [(line["locale"], line["domain"]) for line in objects(capsys.readouterr().out)] == [
        ("de", "tea"), ("de", "glossary"), ("de", "ui"),
    ]  # fmt: skip
    assert main(["i18n", "status"]) == exits.OK
    assert capsys.readouterr().out.splitlines()[0].split() == [
        "language", "catalog", "translated", "machine", "stale", "missing", "words", "left",
    ]  # fmt: skip


def test_a_broken_catalog_holds_up_no_other_language(root: Path, capsys: Said) -> None:
    edit(root, "leafdeck.toml", '"de"', '"de", "ar"')
    add(root, "locales/de/LC_MESSAGES/tea.po", 'msgid "open\n')
    broken = (root / "locales/de/LC_MESSAGES/tea.po").read_bytes()
    assert main(["i18n", "update"]) == exits.PROBLEMS
    assert "locales/de/LC_MESSAGES/tea.po:1" in capsys.readouterr().err
    assert (root / "locales/ar/LC_MESSAGES/tea.po").exists()
    assert (root / "locales/de/LC_MESSAGES/ui.po").exists()
    assert (root / "locales/de/LC_MESSAGES/tea.po").read_bytes() == broken


def test_the_source_language_has_no_catalogs(root: Path, capsys: Said) -> None:
    for verb in ("update", "status"):
        assert main(["i18n", verb, "--locale", "en"]) == exits.USAGE
        assert "en is the language of the content; it has no catalogs." in capsys.readouterr().err


def test_doctor_reports_this_machine(root: Path, capsys: Said) -> None:
    assert main(["doctor", "--json"]) == exits.OK
    report = objects(capsys.readouterr().out)
    assert [line["what"] for line in report][:6] == [
        "Python", "Libraries", "Pango", "Typefaces: English (en)", "Typefaces: German (de)", "Output folder",
    ]  # fmt: skip
    assert {line["state"] for line in report} <= {"ok", "optional"}
    assert main(["doctor"]) == exits.OK
    assert "ok       Typefaces: German (de): NotoSans-Regular.ttf" in capsys.readouterr().out


# --- exit codes -------------------------------------------------------------------------------------------------------

TABLE = re.findall(r"^\| (\d+) \| ", (REPOSITORY / "docs/commands.md").read_text(encoding="utf-8"), re.MULTILINE)
DOCUMENTED = [int(code) for code in TABLE]

BUILD = ("build", "--locale", "en", "--as-of", DAY)
NO_PANGO = """
import sys
class Lacking:
    def find_spec(self, name, path=None, target=None):
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
sys.meta_path.insert(0, Lacking())
"""
# No bytecode: a file cut short in a cache of the repository would break every later run.
FULL = """
import resource, sys
sys.dont_write_bytecode = True
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
"""
MISTAKE = """
import sys
import leafdeck.build
def mistake(*_): raise ZeroDivisionError("division by zero")
sys.modules["leafdeck.build.run"].assemble = mistake
"""


def nothing(root: Path) -> None:
    """The project as it is."""


def no_typeface(root: Path) -> None:
    add(root, "locales/en/locale.toml", 'fonts = ["Nobody Sans"]\n')


def no_settings(root: Path) -> None:
    (root / "leafdeck.toml").unlink()


def in_the_way(root: Path) -> None:
    add(root, "build", "a file where the folder should be")


def unbalanced(root: Path) -> None:
    edit(root, "content/tea.md", "[@tea-sleep]", "[@tea-slept]")


@pytest.mark.parametrize(
    ("code", "prepare", "arguments", "before", "said"),
    [
        (0, nothing, BUILD, "", "2 made, 0 not made, no findings"),
        (1, unbalanced, BUILD, "", "content/tea.md:17: error: There is no claim `tea-slept`."),
        (2, nothing, ("build", "teas"), "", "There is no piece 'teas'. Did you mean tea?"),
        (2, nothing, ("bulid",), "", "No such command 'bulid'."),
        (2, nothing, ("build", "--as-of", "tomorrow"), "", "'tomorrow' is no day; write it like 2026-11-24."),
        (3, no_typeface, BUILD, "", "English needs the typeface Nobody Sans; it is not installed."),
        (3, nothing, BUILD, NO_PANGO, "A library cannot be loaded: cannot load library 'libpango-1.0-0'."),
        (3, nothing, ("doctor",), NO_PANGO, ""),
        (66, no_settings, BUILD, "", "There is no leafdeck.toml in "),
        (66, nothing, ("--project", "nowhere", *BUILD), "", "There is no leafdeck.toml in nowhere."),
        (66, nothing, (*BUILD, "--clinic", "nowhere.toml"), "", "There is no file nowhere.toml."),
        (70, nothing, BUILD, MISTAKE, "internal error: ZeroDivisionError: division by zero"),
        (73, in_the_way, BUILD, "", "File exists: "),
        (74, nothing, BUILD, FULL, "File too large: "),
    ],
    ids=lambda value: str(value) if isinstance(value, int) else "",
)
def test_each_end_has_its_exit_code(
    tmp_path: Path, code: int, prepare: Callable[[Path], None], arguments: tuple[str, ...], before: str, said: str
) -> None:
    root = tiny_project(tmp_path)
    prepare(root)
    done = command(root, *arguments, before=before)
    assert (done.returncode, said in done.stderr, "Traceback" in done.stderr) == (code, True, False), done.stderr


def test_a_folder_another_build_works_in_is_left_alone(root: Path) -> None:
    (root / "build").mkdir()
    with FileLock(root / "build/.lock"):
        done = command(root, *BUILD)
    assert done.returncode == exits.TRY_LATER
    assert "Another build is at work in " in done.stderr
    assert files(root / "build") == {}


def test_a_build_that_is_interrupted_says_so_and_keeps_what_is_whole(root: Path) -> None:
    edit(root, "leafdeck.toml", '["en", "de"]', '["en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv", "da"]')
    process = subprocess.Popen(
        [*RENDER, "build", "--as-of", DAY], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=plain_environment(),
    )  # fmt: skip
    assert process.stdout is not None
    first = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == exits.INTERRUPTED
    assert "Interrupted" in err
    assert "Traceback" not in err
    assert Path(first.strip()).read_bytes().rstrip().endswith(b"%%EOF")
    assert whole(root / "build")


def test_a_build_that_is_killed_leaves_nothing_half_written(root: Path) -> None:
    process = subprocess.Popen(
        [*RENDER, "build", "--as-of", DAY], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=plain_environment(),
    )  # fmt: skip
    assert process.stdout is not None
    process.stdout.readline()
    process.kill()
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    assert whole(root / "build")
    add(root, "build/en/slides/.leafdeck-4711-tea.pptx", "half of a deck")
    again = command(root, "build", "--as-of", DAY)
    assert again.returncode == exits.OK
    assert sorted(files(root / "build")) == [
        "de/leaflets/tea.a4.pdf", "de/slides/tea.pptx", "en/leaflets/tea.a4.pdf", "en/slides/tea.pptx", "manifest.json",
    ]  # fmt: skip


def whole(out: Path) -> bool:
    """True where every file is whole and the manifest, if it names it, gives its sum."""
    stands = {path: data for path, data in files(out).items() if "/.leafdeck-" not in f"/{path}"}
    manifest = json.loads(stands.pop("manifest.json", b'{"outputs": []}'))
    sums = {entry["path"]: entry["sha256"] for entry in manifest["outputs"]}
    for path, data in stands.items():
        assert data.rstrip().endswith(b"%%EOF") if path.endswith(".pdf") else zipfile.is_zipfile(out / path)
        assert sums.get(path, sha256(data).hexdigest()) == sha256(data).hexdigest()
    return set(sums) <= set(stands)


def test_every_exit_code_is_documented_and_tested() -> None:
    marks = test_each_end_has_its_exit_code.pytestmark  # type: ignore[attr-defined]
    reached = {case[0] for mark in marks for case in mark.args[1]} | {exits.TRY_LATER, exits.INTERRUPTED}
    meant = {value for name, value in vars(exits).items() if name.isupper() and isinstance(value, int)}
    assert set(DOCUMENTED) == meant == reached
    assert sorted(DOCUMENTED) == DOCUMENTED


def test_a_mistake_of_ours_shows_its_traceback_only_on_request(root: Path) -> None:
    done = command(root, *BUILD, before=MISTAKE, environment={"LEAFDECK_TRACEBACK": "1"})
    assert done.returncode == exits.INTERNAL
    assert "Traceback (most recent call last)" in done.stderr


# --- terminals and pipes ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True)]
)
def test_no_color_is_obeyed(root: Path, environment: dict[str, str], coloured: bool) -> None:
    ours, theirs = pty.openpty()
    subprocess.run(
        [*RENDER, "build", "teas"], cwd=root, stdout=subprocess.DEVNULL, stderr=theirs, check=False,
        env=plain_environment(TERM="xterm", **environment),
    )  # fmt: skip
    os.close(theirs)
    said = os.read(ours, 4096).decode()
    os.close(ours)
    assert "There is no piece" in said
    assert ("\x1b[" in said) is coloured


def test_output_that_nobody_sees_has_no_colour(root: Path) -> None:
    assert "\x1b[" not in command(root, "build", "teas").stderr


def test_a_reader_that_goes_away_is_told_nothing(root: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*RENDER, "build", "--dry-run"], cwd=root, stdout=writing, stderr=subprocess.PIPE, text=True, check=False,
        env=plain_environment(),
    )  # fmt: skip
    os.close(writing)
    assert (done.returncode, done.stderr) == (exits.INPUT_OUTPUT, "")


def test_output_that_does_not_fit_on_the_disk_is_told(root: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*RENDER, "build", "--dry-run"], cwd=root, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
            env=plain_environment(),
        )  # fmt: skip
    assert done.returncode == exits.INPUT_OUTPUT
    assert done.stderr == "The output cannot be written: No space left on device.\n"
