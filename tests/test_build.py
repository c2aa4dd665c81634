"""The build: jobs and paths, what stops what, files that are whole or not there."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from leafdeck.build import POLICY, Request, Site, jobs, judge, run, stopping
from leafdeck.build.plan import slug
from leafdeck.build.policy import concerning
from leafdeck.build.store import MANIFEST, record, recorded, sweep, write
from leafdeck.check import check_all
from leafdeck.model import Finding, Finished, Job, Place, Started, Unrecorded
from leafdeck.project import Library, read_library
from tests.projects import add, command, edit, files, tiny_project

DAY = date(2026, 11, 24)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    read, _ = read_library(tiny_project(tmp_path))
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("request_", "paths"),
    [
        (
            Request(as_of=DAY),
            ["en/leaflets/tea.a4.pdf", "en/slides/tea.pptx", "de/leaflets/tea.a4.pdf", "de/slides/tea.pptx"],
        ),
        (Request(locales=("de",), editions=("a4",), as_of=DAY), ["de/leaflets/tea.a4.pdf"]),
        (
            Request(locales=("en",), region="GB", clinic="clinics/St Mary's.toml", profile="release", as_of=DAY),
            ["en/leaflets/tea.a4.GB.clinic-st-mary-s.release.pdf", "en/slides/tea.GB.release.pptx"],
        ),
    ],
    ids=["everything", "one edition leaves decks out", "whatever is not the default adds a part"],
)
def test_jobs_have_paths_of_their_own(library: Library, request_: Request, paths: list[str]) -> None:
    planned, findings = jobs(request_, library)
    assert findings == ()
    assert [job.path for job in planned] == paths


@pytest.mark.parametrize(
    ("request_", "told"),
    [
        (Request(locales=("DE",)), ["unknown-language There is no language 'DE'. Did you mean de?"]),
        (Request(pieces=("teas",)), ["unknown-piece There is no piece 'teas'. Did you mean tea?"]),
        (Request(locales=("../de",)), ["unknown-language '../de' is not a language tag. Write one of: en, de."]),
        (
            Request(locales=("fr",), region="XX"),
            [
                "unknown-language There is no language 'fr'. Write one of: en, de.",
                "unknown-region There is no region 'XX'. Write one of: GB, generic.",
            ],
        ),
        (Request(editions=("a5",)), ["unknown-edition There is no edition 'a5'. Write one of: a4."]),
    ],
)
def test_names_nobody_knows_are_all_told_at_once(library: Library, request_: Request, told: list[str]) -> None:
    planned, findings = jobs(request_, library)
    assert planned == ()
    assert [f"{finding.id} {finding.message} {finding.fix}" for finding in findings] == told


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("St Mary's", "st-mary-s"),
        ("../x", "x"),
        ("a", "a"),
        ("müller", "m-ller-2dbd2180"),
        ("möller", "m-ller-acf83d0a"),
        ("عيادة", "e247f82c"),
        ("\udcff", "a8100ae6"),  # a name on disk that is no UTF-8
    ],
)
def test_a_clinic_becomes_a_safe_part_of_a_file_name(name: str, part: str) -> None:
    assert slug(name) == part


def finding(path: str, locale: str = "", level: str = "error") -> Finding:
    return Finding("x", level, "m", Place(path, 1), "f", locale)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "stops"),
    [
        (finding("content/claims.toml"), True),
        (finding("content/tea.md"), True),
        (finding("content/coffee.md"), False),
        (finding("leaflets/tea.toml"), True),
        (finding("leaflets/coffee.toml"), False),
        (finding("slides/tea.toml"), False),
        (finding("locales/de/LC_MESSAGES/tea.po"), False),
        (finding("locales/en/LC_MESSAGES/coffee.po"), False),
        (finding("locales/en/locale.toml"), True),
        (finding("templates/slides/theme.toml"), False),
        (finding("speaker.toml"), False),
        (finding("templates/leaflet/a4.html"), True),
        (finding("content/tea.md", locale="de"), False),
    ],
)
def test_a_finding_stops_only_the_jobs_it_concerns(library: Library, found: Finding, stops: bool) -> None:
    job = jobs(Request(locales=("en",), editions=("a4",), as_of=DAY), library)[0][0]
    assert bool(concerning(job, library, [found])) is stops


def test_a_warning_stops_the_jobs_that_print_its_line(tmp_path: Path) -> None:
    root = tiny_project(tmp_path)
    add(root, "leaflets/few.toml", 'kind = "leaflet"\ntopics = ["tea"]\nsections = ["tea.call"]\n')
    library, _ = read_library(root)
    assert library is not None
    few, whole = jobs(Request(locales=("en",), editions=("a4",), as_of=DAY), library)[0]
    shown, other = (
        next(section.place.line for section in library.topics["tea"].sections if section.id == id_)
        for id_ in ("call", "found")
    )

    def stopped(line: int, level: str) -> list[bool]:
        found = Finding("x", level, "m", Place("content/tea.md", line), "f")  # type: ignore[arg-type]
        return [bool(concerning(job, library, [found])) for job in (few, whole)]

    assert stopped(shown, "warning") == [True, True]
    assert stopped(other + 1, "warning") == [False, True]
    assert stopped(1, "warning") == [True, True]
    assert stopped(other + 1, "error") == [True, True]


@pytest.mark.parametrize(
    ("path", "locale", "leaflet", "deck"),
    [
        ("content/coffee.md", "", True, False),
        ("locales/de/LC_MESSAGES/coffee.po", "de", True, False),
        ("locales/ar/LC_MESSAGES/coffee.po", "ar", False, False),
        ("content/milk.md", "", False, False),
    ],
)
def test_a_leaflet_answers_for_the_topics_it_names_as_related(
    tmp_path: Path, path: str, locale: str, leaflet: bool, deck: bool
) -> None:
    root = tiny_project(tmp_path)
    add(root, "content/tea.md", '\n::::{only region="GB"}\n:::{related}\n- coffee\n:::\n::::\n')
    library, _ = read_library(root)
    assert library is not None
    of_britain, slides = jobs(Request(locales=("de",), region="GB", as_of=DAY), library)[0]
    elsewhere = jobs(Request(locales=("de",), editions=("a4",), as_of=DAY), library)[0][0]
    found = [finding(path, locale)]
    assert bool(concerning(of_britain, library, found)) is leaflet
    assert bool(concerning(slides, library, found)) is deck
    assert concerning(elsewhere, library, found) == ()


def test_a_release_refuses_what_a_draft_lets_pass() -> None:
    warned = finding("a", level="warning")
    noted = finding("a", level="note")
    assert stopping("draft", [warned, noted]) == ()
    assert stopping("release", [warned, noted]) == (warned,)
    assert POLICY["draft"] < POLICY["release"]


def site(library: Library, out: Path, findings: tuple[Finding, ...] = ()) -> Site:
    return Site(library, findings, None, out)


def built(library: Library, out: Path, *planned: Job, findings: tuple[Finding, ...] = ()) -> list[Finished]:
    events = list(run(planned, site(library, out, findings)))
    return [event for event in events if isinstance(event, Finished)]


def english(library: Library) -> tuple[Job, ...]:
    return jobs(Request(locales=("en",), as_of=DAY), library)[0]


def test_a_build_makes_whole_files_and_says_what_they_are(library: Library, tmp_path: Path) -> None:
    out = tmp_path / "out"
    events = list(run(english(library), site(library, out)))
    assert [type(event) for event in events] == [Started, Finished, Started, Finished]
    assert (out / "en/leaflets/tea.a4.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert (out / "en/slides/tea.pptx").read_bytes().startswith(b"PK")
    manifest = json.loads((out / MANIFEST).read_text())
    assert [entry["path"] for entry in manifest["outputs"]] == ["en/leaflets/tea.a4.pdf", "en/slides/tea.pptx"]
    assert manifest["versions"]["weasyprint"].startswith("70.")
    assert "NotoSans-Regular.ttf" in manifest["fonts"]
    assert not list(out.rglob(".leafdeck-*"))


def test_the_same_build_from_two_folders_is_the_same_bytes(library: Library, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    other.mkdir()
    copy, _ = read_library(tiny_project(other))
    assert copy is not None
    first = built(library, tmp_path / "a", *english(library))
    second = built(copy, tmp_path / "b", *english(copy))
    assert [event.sha256 for event in first] == [event.sha256 for event in second]
    assert [event.fingerprint for event in first] == [event.fingerprint for event in second]
    assert all(event.sha256 for event in first)


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "ar_EG.UTF-8", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1"},
    ],
    ids=["another zone", "another language"],
)
def test_no_clock_and_no_environment_stands_in_the_bytes(tmp_path: Path, environment: dict[str, str]) -> None:
    folders = [tmp_path / "here", tmp_path / "somewhere/with a longer name"]
    for folder, changes in zip(folders, ({"TZ": "UTC", "PYTHONHASHSEED": "0"}, environment), strict=True):
        folder.mkdir(parents=True)
        arguments = ("build", "--as-of", DAY.isoformat(), "--clinic", "clinics/st-mary.toml", "--region", "GB")
        done = command(tiny_project(folder), *arguments, environment=changes)
        assert done.returncode == 0, done.stderr
    first, second = (files(folder / "tiny/build") for folder in folders)
    assert len(first) == 5
    assert first == second


def test_building_twice_changes_nothing(library: Library, tmp_path: Path) -> None:
    out = tmp_path / "out"
    built(library, out, *english(library))
    before = files(out)
    built(library, out, *english(library))
    assert files(out) == before


def test_a_stopped_job_leaves_the_earlier_file_alone(library: Library, tmp_path: Path) -> None:
    out = tmp_path / "out"
    built(library, out, *english(library))
    before = (out / "en/leaflets/tea.a4.pdf").read_bytes()
    leaflet, deck = built(library, out, *english(library), findings=(finding("leaflets/tea.toml"),))
    assert (leaflet.sha256, bool(deck.sha256)) == ("", True)
    assert (out / "en/leaflets/tea.a4.pdf").read_bytes() == before
    assert "en/leaflets/tea.a4.pdf" in recorded(out)


def test_a_piece_longer_than_its_budget_is_not_made(library: Library, tmp_path: Path) -> None:
    library.leaflets["tea"].pages["a4"] = 0  # type: ignore[index]
    leaflet, _ = built(library, tmp_path / "out", *english(library))
    assert [(found.id, str(found.place)) for found in leaflet.findings if found.level == "error"] == [
        ("over-budget", "leaflets/tea.toml:6")
    ]
    assert leaflet.sha256 == ""


def test_two_builds_never_work_in_one_folder(library: Library, tmp_path: Path) -> None:
    events = run(english(library), site(library, tmp_path / "out"))
    next(events)
    refused = built(library, tmp_path / "out", *english(library))
    assert {found.id for event in refused for found in event.findings} == {"folder-busy"}
    events.close()  # type: ignore[attr-defined]


def test_the_folder_is_free_again_after_a_build_and_after_a_build_given_up(library: Library, tmp_path: Path) -> None:
    events = run(english(library), site(library, tmp_path / "out"))
    next(events)
    events.close()  # type: ignore[attr-defined]
    assert all(event.sha256 for event in built(library, tmp_path / "out", *english(library)))
    assert all(event.sha256 for event in built(library, tmp_path / "out", *english(library)))


def test_a_manifest_that_cannot_be_written_is_told_beside_the_jobs(library: Library, tmp_path: Path) -> None:
    (tmp_path / "out/manifest.json/in the way").mkdir(parents=True)
    events = list(run(english(library), site(library, tmp_path / "out")))
    assert all(event.sha256 for event in events if isinstance(event, Finished))
    told = [found for event in events if isinstance(event, Unrecorded) for found in event.findings]
    assert {(found.id, Path(found.place.path).name) for found in told} == {("cannot-write", "manifest.json")}


def test_a_language_whose_own_file_is_broken_stops_its_jobs_only(tmp_path: Path) -> None:
    root = tiny_project(tmp_path)
    add(root, "locales/de/locale.toml", "fonts = 1\n")
    library, findings = read_library(root)
    assert library is not None
    every = jobs(Request(as_of=DAY), library)[0]
    made = {event.job.path: event for event in built(library, tmp_path / "out", *every, findings=findings)}
    assert [path for path, event in made.items() if event.sha256] == ["en/leaflets/tea.a4.pdf", "en/slides/tea.pptx"]
    assert [found.id for found in made["de/slides/tea.pptx"].findings] == ["wrong-value"]


def test_a_fingerprint_follows_whatever_decides_the_bytes(tmp_path: Path) -> None:
    def fingerprints(name: str, *change: str) -> list[str]:
        folder = tmp_path / name
        folder.mkdir()
        root = tiny_project(folder)
        if change:
            edit(root, *change)
        library, _ = read_library(root)
        assert library is not None
        return [event.fingerprint for event in built(library, folder / "out", *english(library))]

    leaflet, deck = fingerprints("same")
    assert fingerprints("again") == [leaflet, deck]
    assert fingerprints("manifest", "leaflets/tea.toml", "a4 = 4", "a4 = 5") == [leaflet, deck]
    words = fingerprints("words", "content/tea.md", "A team gave", "One team gave")
    theme = fingerprints("theme", "templates/slides/theme.toml", "source_size = ", "source_size = 0.5 #")
    style = fingerprints("style", "templates/leaflet/leaflet.css", "break-inside: avoid", "break-inside:  avoid")
    assert (words[0] != leaflet, words[1] != deck) == (True, True)
    assert (theme[0] == leaflet, theme[1] != deck) == (True, True)
    assert (style[0] != leaflet, style[1] == deck) == (True, True)


@pytest.mark.parametrize(
    ("broken", "silent"),
    [
        (("content/claims.toml", "[tea-who]", "[tea-who"), {"unknown-claim", "unsourced-number", "empty-source-list"}),
        (("content/sources.json", "]},", "]}"), {"unknown-source", "empty-source-list"}),
        (("content/glossary.toml", '"Tea"', '"Tea'), {"unknown-term"}),
        (("content/regions.toml", '"999"', '"999'), {"unknown-region", "unknown-variable"}),
        (("content/tea.md", "version: ", "version "), {"unknown-topic", "unused-claim"}),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_what_only_follows_from_a_broken_file_is_not_told(
    tmp_path: Path, broken: tuple[str, str, str], silent: set[str]
) -> None:
    root = tiny_project(tmp_path)
    edit(root, *broken)
    library, findings = read_library(root)
    assert library is not None
    assert silent & {found.id for found in check_all(library, DAY)}, "nothing follows: the test has lost its point"
    judged = {found.id for found in judge(library, findings, DAY) if found.level != "warning"}
    assert judged == {found.id for found in findings}


def test_a_manifest_lacks_nothing_that_a_broken_topic_would_have_shown(tmp_path: Path) -> None:
    root = tiny_project(tmp_path)
    add(root, "leaflets/card.toml", 'kind = "leaflet"\ntopics = ["tea"]\nsections = ["tea.found"]\ndepth = "short"\n')
    add(root, "leafdeck.toml", '\n[mandatory]\n"leaflets/card" = ["tea-who"]\n')
    edit(root, "content/tea.md", "version: ", "version ")
    library, findings = read_library(root)
    assert library is not None
    assert {"unknown-section", "missing-mandatory-claim"} <= {found.id for found in check_all(library, DAY)}
    assert [found for found in judge(library, findings, DAY) if found.place.path == "leaflets/card.toml"] == []


def test_a_file_where_the_folder_should_be_is_a_finding(library: Library, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("in the way")
    refused = built(library, tmp_path / "out", *english(library))
    assert {found.id for event in refused for found in event.findings} == {"cannot-write"}


def test_a_full_disk_leaves_the_earlier_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a/b.pdf", b"earlier")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    findings = write(tmp_path, "a/b.pdf", b"later")
    assert [found.id for found in findings] == ["disk-full"]
    assert (tmp_path / "a/b.pdf").read_bytes() == b"earlier"
    assert not list(tmp_path.rglob(".leafdeck-*"))


def test_what_a_killed_build_left_is_swept(tmp_path: Path) -> None:
    ours = tmp_path / "en/leaflets/.leafdeck-4711-a.pdf"
    theirs = tmp_path / "en/leaflets/.tmp-1-holiday.jpg"
    ours.parent.mkdir(parents=True)
    ours.write_bytes(b"half")
    theirs.write_bytes(b"an output folder may hold other people's files")
    sweep(tmp_path)
    assert files(tmp_path) == {"en/leaflets/.tmp-1-holiday.jpg": theirs.read_bytes()}


def test_the_manifest_keeps_earlier_outputs_that_still_stand(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        write(tmp_path, name, b"x")
        record(tmp_path, {"path": name, "fonts": [name]}, {}, {name: "digest"})
    assert sorted(recorded(tmp_path)) == ["a.pdf", "b.pdf"]
    (tmp_path / "a.pdf").unlink()
    assert sorted(recorded(tmp_path)) == ["b.pdf"]
    record(tmp_path, {"path": "b.pdf", "fonts": ["b.pdf"]}, {}, {})
    assert json.loads((tmp_path / MANIFEST).read_text())["fonts"] == {"b.pdf": "digest"}


@pytest.mark.parametrize("broken", ["{broken", "[]", '"x"', '{"outputs": 1}', '{"outputs": [1]}', '{"outputs": [{}]}'])
def test_a_manifest_that_is_none_of_ours_is_written_anew(tmp_path: Path, broken: str) -> None:
    (tmp_path / MANIFEST).write_text(broken)
    assert recorded(tmp_path) == {}
    write(tmp_path, "a.pdf", b"x")
    assert record(tmp_path, {"path": "a.pdf"}, {}, {}) == ()
    assert list(recorded(tmp_path)) == ["a.pdf"]
