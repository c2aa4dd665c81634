"""Every catalog and template that ships, and every one we write, is read by the tools translators use."""

from __future__ import annotations

import io
import os
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from babel.messages.pofile import PoFileError, read_po

from leafdeck.build import update_catalogs
from leafdeck.catalog import dump, new, parse, state, template, update, write_machine
from leafdeck.extract import messages
from leafdeck.language import posix, tag_of
from leafdeck.project import read_library
from tests.projects import REPOSITORY
from tests.test_catalog_read import HEADER, read
from tests.test_catalog_write import CREATED, message
from tests.tools import path_of, requires

LOCALES = REPOSITORY / "locales"
SHIPPED = sorted(path.relative_to(LOCALES).as_posix() for path in [*LOCALES.rglob("*.po"), *LOCALES.glob("*.pot")])

MESSAGES = [
    message('Say "no" \\ or\ttab', "tea.a", context="button"),
    message("Call {emergency} at once, whatever the hour, and say what the [tea](term:tea) was [@tea-who]", "tea.b"),
    message("50% of people, 5 %d", "tea.c", note="a percent sign is no format"),
]


def generated() -> dict[str, bytes]:
    """Files with everything we write: contexts, placeholders, drafts, stale and obsolete entries."""
    catalog, _ = update(new("de", project="Tea", created=CREATED), MESSAGES, created=CREATED)
    words = {entry.key: f"Ü {entry.msgid}" for entry in catalog.entries if entry.msgid}
    drafted = write_machine(catalog, words, engine="draft", date="2026-11-24")
    fewer = [message("Call {emergency} at once, and say what the [tea](term:tea) was [@tea-who]", "tea.b"), MESSAGES[2]]
    later, _ = update(drafted, fewer, created=CREATED)
    return {
        "template": template("tea", MESSAGES, created=CREATED, project="Tea"),
        "new": dump(catalog),
        "drafted": dump(drafted),
        "later": dump(later),
    }


GENERATED = generated()
FILES = {name: (LOCALES / name).read_bytes() for name in SHIPPED} | GENERATED


def test_the_generated_files_hold_what_they_should() -> None:
    assert b"# machine:" in GENERATED["drafted"]
    assert b"msgctxt" in GENERATED["drafted"]
    assert b"#~ msgid" in GENERATED["later"]
    assert b"#| " in GENERATED["later"]
    assert len(SHIPPED) >= 12


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_read_without_a_mistake_and_written_byte_for_byte(name: str) -> None:
    catalog, findings = parse(name, FILES[name])
    assert findings == ()
    assert catalog is not None
    assert dump(catalog) == FILES[name]


@pytest.mark.parametrize("name", [name for name in SHIPPED if name.endswith(".po")])
def test_each_catalog_says_the_language_of_its_folder(name: str) -> None:
    catalog, _ = parse(name, FILES[name])
    assert catalog is not None
    assert tag_of(catalog.header["Language"]) == tag_of(name.split("/")[0])


def test_each_shipped_domain_has_a_template_and_a_catalog_in_every_language() -> None:
    library, _ = read_library(REPOSITORY)
    assert library is not None
    languages = [tag for tag in library.settings.languages if tag != library.settings.source]
    assert set(SHIPPED) == {f"{domain}.pot" for domain in library.domains} | {
        f"{posix(tag)}/LC_MESSAGES/{domain}.po" for tag in languages for domain in library.domains
    }


def test_each_shipped_template_and_catalog_agrees_with_the_content() -> None:
    """Where this fails: `./dev i18n extract` and `./dev i18n update`."""
    library, _ = read_library(REPOSITORY)
    assert library is not None
    templates = {f"{domain}.pot": (domain, offered) for domain, offered in messages(library).items()}
    behind = [
        f"locales/{name}"
        for name, (domain, offered) in templates.items()
        if template(domain, offered, created="", project="", before=FILES[name]) != FILES[name]
    ]
    catalogs = update_catalogs(library, library.settings.languages, datetime.now(UTC), dry=True)
    assert behind + [file.path for file in catalogs if file.changed] == []


# --- Babel, as a second reader ------------------------------------------------------------------------------


def pairs_of_babel(data: bytes) -> dict[tuple[str, str], tuple[object, bool]]:
    """What Babel reads in a file: translation and fuzzy flag by context and msgid."""
    catalog = read_po(io.BytesIO(data), abort_invalid=True)
    return {(each.context or "", str(each.id)): (each.string, "fuzzy" in each.flags) for each in catalog if each.id}


def our_pairs(data: bytes) -> dict[tuple[str, str], tuple[object, bool]]:
    catalog, _ = parse("x.po", data)
    assert catalog is not None
    return {entry.key: (entry.msgstr, entry.fuzzy) for entry in catalog.entries if entry.living}


@pytest.mark.parametrize("name", FILES)
def test_babel_reads_what_we_read(name: str) -> None:
    assert pairs_of_babel(FILES[name]) == our_pairs(FILES[name])


def test_babel_would_notice_a_broken_file_and_another_word() -> None:
    broken = FILES["drafted"].replace(b'msgctxt "button"', b'mgsctxt "button"')
    with pytest.raises(PoFileError):
        pairs_of_babel(broken)
    other = FILES["drafted"].replace('msgstr "Ü 50'.encode(), 'msgstr "Ö 50'.encode())
    assert pairs_of_babel(other) != our_pairs(FILES["drafted"])


# --- msgfmt, as the judge of syntax, headers and placeholders -----------------------------------------------


def complaints(data: bytes, folder: Path) -> list[str]:
    """What `msgfmt -c` says of a file, except that nobody knows yet who translates it.

    Fuzzy entries are judged as well: drafts are printed here.
    """
    path = folder / "file.po"
    path.write_bytes(data)
    command = [str(path_of("msgfmt")), "-c", "--use-fuzzy", "-o", str(folder / "file.mo"), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | {"LC_ALL": "C.UTF-8"})
    unknown = re.compile(r"header field '(PO-Revision-Date|Last-Translator|Language-Team|Language)' missing in header")
    lines = [line.removeprefix(f"{path}:") for line in done.stderr.splitlines() if not unknown.search(line)]
    return lines or ([f"exit code {done.returncode}"] if done.returncode else [])


@requires("msgfmt")
@pytest.mark.parametrize("name", FILES)
def test_msgfmt_has_no_complaint(name: str, tmp_path: Path) -> None:
    assert complaints(FILES[name], tmp_path) == []


@requires("msgfmt")
@pytest.mark.parametrize(
    ("old", "new_words", "said"),
    [
        ('msgstr "Ü 50% of people, 5 %d"', 'msgstr "Ü 50% "of" people"', "syntax error"),
        ("Ü Call {emergency}", "Ü Call {emergncy}", "emergency"),
        ("charset=UTF-8", "charset=ASCII", "invalid multibyte sequence"),
        ('msgctxt "button"', '#~ msgid "a"', "missing 'msgstr' section"),
    ],
)
def test_msgfmt_would_notice_a_fault(old: str, new_words: str, said: str, tmp_path: Path) -> None:
    faulty = GENERATED["drafted"].decode().replace(old, new_words)
    assert faulty != GENERATED["drafted"].decode()
    assert said in " ".join(complaints(faulty.encode(), tmp_path))


@requires("msgfmt")
def test_msgfmt_refuses_the_duplicates_that_we_refuse(tmp_path: Path) -> None:
    twice = GENERATED["later"] + b'\nmsgid "gone"\nmsgstr "a"\n\n#~ msgid "gone"\n#~ msgstr "b"\n'
    catalog, findings = parse("x.po", twice)
    assert catalog is None
    assert [finding.id for finding in findings] == ["po-duplicate"]
    assert "duplicate message definition" in " ".join(complaints(twice, tmp_path))


def test_an_entry_of_ours_never_has_a_flag_that_gettext_would_delete() -> None:
    known = {"fuzzy", "python-brace-format"}
    for name, data in FILES.items():
        catalog, _ = parse(name, data)
        assert catalog is not None
        assert {flag for entry in catalog.entries for flag in entry.flags} <= known, name


def test_every_message_shown_to_translators_can_be_read_as_it_stands() -> None:
    page = (REPOSITORY / "docs/translating.md").read_text(encoding="utf-8")
    shown = re.findall(r"```po\n(.*?)```", page, flags=re.DOTALL)
    assert len(shown) == 3
    entries = [entry for words in shown for entry in read(HEADER + words).entries if entry.living]
    assert [state(entry) for entry in entries] == ["machine", "translated", "translated"]
