"""Bad input: for each mistake one clear message with its place and its fix, the right exit code, nothing half-written.

Every case works on a copy of the tiny project that has been built before, and whose files must be the same afterwards.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from leafdeck.cli import exits, main
from leafdeck.project.files import LARGEST
from tests.projects import DAY, add, command, edit, files, tiny_project

PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

#. heading
msgid "What was found"
msgstr "Was man fand"
"""
GERMAN = "locales/de/LC_MESSAGES/tea.po"

WORDS = 'msgstr "Was man fand"'

Break = Callable[[Path], object]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny project, whole and built."""
    root = tiny_project(tmp_path_factory.mktemp("whole"))
    add(root, GERMAN, PO)
    done = command(root, "build", "--as-of", DAY)
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the built project, with this process standing in it."""
    copy = Path(shutil.copytree(built, tmp_path / "tiny"))
    monkeypatch.chdir(copy)
    yield copy
    for folder in (copy, copy / "build", copy / "build/en/leaflets", copy / "build/en/slides"):
        if folder.exists():
            folder.chmod(0o755)


def untouched(root: Path) -> None:
    """The project as it is: the mistake is in the command."""


def wrote(name: str, words: str | bytes) -> Break:
    return lambda root: (root / name).write_bytes(words if isinstance(words, bytes) else words.encode())


def edited(name: str, old: str, new: str) -> Break:
    return lambda root: edit(root, name, old, new)


def added(name: str, words: str) -> Break:
    return lambda root: add(root, name, words)


def removed(name: str) -> Break:
    return lambda root: shutil.rmtree(root / name) if (root / name).is_dir() else (root / name).unlink()


def linked(name: str, to: str) -> Break:
    def link(root: Path) -> None:
        if (root / name).exists():
            removed(name)(root)
        (root / name).symlink_to(to)

    return link


def renamed(name: str, to: str) -> Break:
    return lambda root: (root / name).rename(root / to)


def a_folder(name: str) -> Break:
    return together(removed(name), lambda root: (root / name).mkdir())


def a_pipe(name: str) -> Break:
    return together(removed(name), lambda root: os.mkfifo(root / name))


def together(*breaks: Break) -> Break:
    return lambda root: [each(root) for each in breaks]


def huge(root: Path) -> None:
    with (root / "content/claims.toml").open("ab") as file:
        file.truncate(2 * LARGEST)


# Root may read and write everything by two capabilities; without them it is bound by the permissions of its files.
WITHOUT_PRIVILEGE = """
import ctypes, os
if os.geteuid() == 0:
    libc = ctypes.CDLL(None)
    version, held = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    assert libc.capget(version, held) == 0
    CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 1 << 1, 1 << 2
    for index in (0, 1, 2):
        held[index] &= ~(CAP_DAC_OVERRIDE | CAP_DAC_READ_SEARCH)
    assert libc.capset(version, held) == 0
"""


CASES: dict[str, tuple[Break, tuple[str, ...], int, list[str]]] = {
    "a manifest names a topic that is not there": (
        edited("leaflets/tea.toml", '["tea"]', '["teas"]'), (), exits.PROBLEMS,
        ["leaflets/tea.toml:2: error: There is no topic `teas`. Write `tea`"],
    ),
    "a registry is missing": (
        removed("content/claims.toml"), (), exits.NO_INPUT,
        ["content/claims.toml: error: There is no file content/claims.toml."],
    ),
    "a typing error in a key of a manifest": (
        edited("leaflets/tea.toml", "topics", "topcis"), (), exits.PROBLEMS,
        [
            "leaflets/tea.toml:1: error: `topics` is missing. Add `topics = …`.",
            "leaflets/tea.toml:2: error: Unknown key `topcis`. Write `topics`.",
        ],
    ),
    "a typing error in a key of leafdeck.toml": (
        edited("leafdeck.toml", "publisher", "publishr"), (), exits.PROBLEMS,
        [
            "leafdeck.toml:1: error: `publisher` is missing.",
            "leafdeck.toml:2: error: Unknown key `publishr`. Write `publisher`.",
        ],
    ),
    "a YAML error": (
        edited("content/tea.md", "title: Tea and sleep", "title: [Tea and sleep"), (), exits.PROBLEMS,
        ["content/tea.md:3:11: error: Expected ',' or ']', but got ':'."],
    ),
    "a TOML error": (
        edited("content/regions.toml", '"999"', '"999'), (), exits.PROBLEMS,
        ["content/regions.toml:12:17: error: Illegal character '\\n'."],
    ),
    "a JSON error": (
        edited("content/sources.json", '"volume": "1",', '"volume": "1"'), (), exits.PROBLEMS,
        ["content/sources.json:3:107: error: Expecting ',' delimiter."],
    ),
    "a language the project does not have": (
        untouched, ("--locale", "fr"), exits.USAGE,
        ["command line: error: There is no language 'fr'. Write one of: en, de."],
    ),
    "a language nobody speaks": (
        edited("leafdeck.toml", '"de"', '"de", "xq"'), (), exits.PROBLEMS,
        ["locales/xq/locale.toml: error: `xq` is no language that CLDR knows."],
    ),
    "a language tag in odd letters": (
        edited("leafdeck.toml", '"de"', '"DE"'), (), exits.PROBLEMS,
        ["leafdeck.toml:4: error: `DE` is not spelled as language tags are. Write `de`."],
    ),
    "a PO file with a merge conflict": (
        edited(GERMAN, WORDS, f'<<<<<<< ours\n{WORDS}\n=======\nmsgstr "Fund"\n>>>>>>> theirs'), (), exits.PROBLEMS,
        [f"{GERMAN}:6:1: error: A merge conflict was left here. Keep the words of one side"],
    ),
    "a PO file with an open string": (
        edited(GERMAN, 'fand"', "fand"), (), exits.PROBLEMS,
        [f"{GERMAN}:6:21: error: The string is not closed."],
    ),
    "a PO file that is empty": (
        wrote(GERMAN, ""), (), exits.PROBLEMS, [f"{GERMAN}:1:1: error: The file has no header."],
    ),
    "a typeface that is not installed": (
        added("locales/de/locale.toml", 'fonts = ["Nobody Sans"]\n'), (), exits.ENVIRONMENT,
        ["locales/de/locale.toml: error: German needs the typeface Nobody Sans; it is not installed. Install it"],
    ),
    "a locale that climbs, typed": (
        untouched, ("--locale", "../etc"), exits.USAGE,
        ["command line: error: '../etc' is not a language tag."],
    ),
    "a locale that climbs, in leafdeck.toml": (
        edited("leafdeck.toml", '"de"', '"../etc"'), (), exits.PROBLEMS,
        ["leafdeck.toml:4: error: `../etc` is not a language tag. Write a BCP 47 tag"],
    ),
    "a locale whose folder leads out of the project": (
        linked("locales/de", "/etc"), (), exits.PROBLEMS,
        ["locales/de: error: locales/de leads out of the project. Put the folder itself there."],
    ),
    "a locale whose settings lead out of the project": (
        linked("locales/de/locale.toml", "/etc/hostname"), (), exits.PROBLEMS,
        ["locales/de/locale.toml: error: locales/de/locale.toml leads out of the project."],
    ),
    "a region whose name climbs": (
        edited("content/regions.toml", "[GB]", '["../GB"]'), ("--region", "../GB"), exits.USAGE,
        [
            "command line: error: There is no region '../GB'. Write one of: generic.",
            "content/regions.toml:10: error: `../GB` is no region. Write `generic`, or",
        ],
    ),
    "a clinic with many mistakes": (
        wrote("clinics/st-mary.toml", 'phon = "1"\naddress = ["1", "2", "3", "4", "5"]\nweb = 7\n'),
        ("--clinic", "clinics/st-mary.toml"), exits.PROBLEMS,
        [
            "clinics/st-mary.toml:1: error: `name` is missing. Add `name = …`.",
            "clinics/st-mary.toml:1: error: Unknown key `phon`. Write `phone`.",
            "clinics/st-mary.toml:2: error: `address` has 5 entries; 4 are allowed. Shorten it.",
            'clinics/st-mary.toml:3: error: `web` must be text. Put it in quotes: " … ".',
        ],
    ),
    "a clinic that is not there": (
        untouched, ("--clinic", "clinics/st-marys.toml"), exits.NO_INPUT,
        ["clinics/st-marys.toml: error: There is no file clinics/st-marys.toml."],
    ),
    "an unknown key in speaker.toml": (
        added("speaker.toml", 'name = "Ada"\naffiliation = "Tea House"\ninterest = []\n'), (), exits.PROBLEMS,
        ["speaker.toml:3: error: Unknown key `interest`. Write `interests`."],
    ),
    "a source that stands twice": (
        edited("content/sources.json", "pot-2026", "leaf-2025"), (), exits.PROBLEMS,
        ["content/sources.json:2: error: Source 2 repeats the id `leaf-2025`."],
    ),
    "a claim that stands twice": (
        edited("content/claims.toml", "[tea-sleep]", "[tea-who]"), (), exits.PROBLEMS,
        ["content/claims.toml:10:9: error: `tea-who` stands here a second time. Keep one of the two, or rename one."],
    ),
    "a key that stands twice": (
        edited("content/claims.toml", 'numbers = ["1", "4"]', 'numbers = ["1"]\nnumbers = ["4"]'), (), exits.PROBLEMS,
        ["content/claims.toml:28:16: error: `numbers` stands here a second time. Keep one of the two."],
    ),
    "a topic that is not UTF-8": (
        wrote("content/tea.md", b"---\ntitle: Tea\xff\n"), (), exits.PROBLEMS,
        ["content/tea.md:2: error: The file is not UTF-8. Save it as UTF-8."],
    ),
    "a link that leads out of the project": (
        linked("content/claims.toml", "/etc/hostname"), (), exits.PROBLEMS,
        ["content/claims.toml: error: content/claims.toml leads out of the project. Put the file itself there."],
    ),
    "a link that leads nowhere": (
        linked("content/claims.toml", "nowhere"), (), exits.NO_INPUT,
        ["content/claims.toml: error: There is no file content/claims.toml."],
    ),
    "a folder where a file should be": (
        a_folder("content/ui.toml"), (), exits.NO_INPUT, ["content/ui.toml: error: content/ui.toml is no file."],
    ),
    "a pipe where a file should be": (
        a_pipe("content/ui.toml"), (), exits.NO_INPUT, ["content/ui.toml: error: content/ui.toml is no file."],
    ),
    "leafdeck.toml is missing": (
        removed("leafdeck.toml"), (), exits.NO_INPUT, ["tiny: error: There is no leafdeck.toml in "],
    ),
    "the content is missing": (
        removed("content"), (), exits.NO_INPUT, ["content: error: There is no folder content/. Bring it back"],
    ),
    "the templates are missing": (
        removed("templates"), (), exits.NO_INPUT,
        [
            "templates/leaflet/*.html: error: There is no template in templates/leaflet/.",
            "templates/slides/theme.toml: error: There is no file templates/slides/theme.toml.",
        ],
    ),
    "a file that is too large": (
        huge, (), exits.PROBLEMS, ["content/claims.toml: error: content/claims.toml has 32 MB; 16 MB are allowed."],
    ),
    "brackets without end, in JSON": (
        wrote("content/sources.json", "[" * 100_000), (), exits.PROBLEMS,
        ["content/sources.json: error: A figure is too long, or brackets are nested too deep."],
    ),
    "brackets without end, in TOML": (
        wrote("content/regions.toml", "a = " + "[" * 100_000), (), exits.PROBLEMS,
        ["content/regions.toml: error: A figure is too long, or brackets are nested too deep."],
    ),
    "a figure without end": (
        added("leaflets/tea.toml", "b5 = " + "1" * 5000 + "\n"), (), exits.PROBLEMS,
        ["leaflets/tea.toml: error: A figure is too long, or brackets are nested too deep."],
    ),
    "a phrase that is missing": (
        edited("content/ui.toml", "page-of =", "page-off ="), (), exits.PROBLEMS,
        ["content/ui.toml: error: The leaflet needs the phrase `page-of`, which content/ui.toml lacks. Add it"],
    ),
    "a deck whose name has a dot": (
        renamed("slides/tea.toml", "slides/tea.5min.toml"), (), exits.PROBLEMS,
        ["slides/tea.5min.toml: error: `tea.5min` cannot be the name of a piece or topic. Name the file with"],
    ),
    "mistakes in many files": (
        together(
            edited("content/claims.toml", 'level = "case-report"', 'level = "case-reprot"'),
            edited("content/glossary.toml", "meaning", "meening"),
            edited("content/tea.md", "{#call}", "{#Call}"),
            edited("leaflets/tea.toml", "a4 = 4", 'a4 = "4"'),
            edited(GERMAN, 'fand"', "fand"),
        ),
        (), exits.PROBLEMS,
        [
            "content/claims.toml:23: error: `level` cannot be `case-reprot`. Write \"case-report\".",
            "content/glossary.toml:3: error: `terms.tea.meaning` is missing.",
            "content/glossary.toml:5: error: Unknown key `terms.tea.meening`. Write `meaning`.",
            "content/tea.md:30:",
            "leaflets/tea.toml:6: error: `pages.a4` must be a whole number.",
            f"{GERMAN}:6:21: error: The string is not closed.",
        ],
    ),
}  # fmt: skip


def errors(said: str) -> list[str]:
    return [line for line in said.splitlines() if ": error: " in line]


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_told_once_with_its_place_and_its_fix(
    root: Path, case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    mistake, arguments, code, told = CASES[case]
    before = files(root / "build")
    mistake(root)
    ended = main(["build", "--as-of", DAY, *arguments])
    said = capsys.readouterr().err
    found = errors(said)
    assert all(any(part in line for line in found) for part in told), said
    assert len(found) == len(told), said
    assert all(re.fullmatch(r".+: error: .+[.?] .+[.?] \[[a-z0-9-]+\]", line) for line in found), said
    assert ended == code, said
    assert files(root / "build") == before


# No bytecode: a file cut short in a cache of the repository would break every later run.
FULL = "import resource, sys; sys.dont_write_bytecode = True; resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0}))"


@pytest.mark.parametrize("room", [100, 20_000])
def test_a_full_disk_is_told_and_spoils_nothing(root: Path, room: int) -> None:
    before = files(root / "build")
    edit(root, "content/tea.md", "A team gave", "One team gave")
    done = command(root, "build", "--as-of", DAY, before=FULL.format(room))
    assert done.returncode == exits.INPUT_OUTPUT, done.stderr
    assert all("error: " in line and line.endswith("[disk-full]") for line in errors(done.stderr))
    assert "Traceback" not in done.stderr
    assert files(root / "build") == before


def test_a_folder_that_may_not_be_written_is_told(root: Path) -> None:
    before = files(root / "build")
    edit(root, "content/tea.md", "A team gave", "One team gave")
    for folder in (root / "build/en/leaflets", root / "build/en/slides", root / "build"):
        folder.chmod(0o555)
    done = command(root, "build", "--as-of", DAY, "--locale", "en", before=WITHOUT_PRIVILEGE)
    assert done.returncode == exits.CANNOT_CREATE, done.stderr
    assert "error: Permission denied: " in done.stderr
    assert files(root / "build") == before


def test_a_new_folder_that_may_not_be_made_is_told(root: Path) -> None:
    root.chmod(0o555)
    done = command(root, "build", "--as-of", DAY, "--out", "new", before=WITHOUT_PRIVILEGE)
    assert done.returncode == exits.CANNOT_CREATE, done.stderr
    assert errors(done.stderr) == [
        "new: error: Permission denied: new. Mend its permissions, or name another folder with --out. [cannot-write]"
    ]


@pytest.mark.parametrize("name", ["content/claims.toml", "content/tea.md", GERMAN, "templates/leaflet/leaflet.css"])
def test_a_file_that_may_not_be_read_is_told(root: Path, name: str) -> None:
    (root / name).chmod(0)
    done = command(root, "build", "--as-of", DAY, "--out", str(root / "build"), before=WITHOUT_PRIVILEGE)
    assert done.returncode == exits.NO_INPUT, done.stderr
    assert f"{name}: error: {name} cannot be read: Permission denied." in done.stderr


def test_no_room_for_temporary_files_is_told(root: Path) -> None:
    done = command(root, "build", "--as-of", DAY, before="import tempfile; tempfile.tempdir = '/nowhere'")
    assert done.returncode == exits.CANNOT_CREATE, done.stderr
    assert "A build needs a folder for temporary files: No such file or directory." in done.stderr


def test_a_folder_of_catalogs_that_no_language_uses_is_told(root: Path) -> None:
    edit(root, "leafdeck.toml", '"de"', '"de", "pt-BR"')
    (root / "locales/pt-BR").mkdir()
    done = command(root, "check", "--as-of", DAY)
    assert "locales/pt-BR: warning: locales/pt-BR belongs to no language of leafdeck.toml. Name it locales/pt_BR." in (
        done.stdout
    )


@pytest.mark.parametrize("verb", [["check"], ["i18n", "extract"], ["i18n", "update"], ["i18n", "status"], ["doctor"]])
@pytest.mark.parametrize("case", ["a TOML error", "a PO file with an open string", "the content is missing"])
def test_every_other_command_survives_it_too(root: Path, case: str, verb: list[str]) -> None:
    CASES[case][0](root)
    catalog = (root / GERMAN).read_bytes()
    assert main(verb) in (exits.OK, exits.PROBLEMS, exits.NO_INPUT)
    assert (root / GERMAN).read_bytes() == catalog
