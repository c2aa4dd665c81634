"""Every file a job reads, as checked values: all mistakes at once, each with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from leafdeck.model import Checked, EvidenceLevel, Finding
from leafdeck.project.claims import partial_date, read_claims
from leafdeck.project.people import read_clinic, read_speaker
from leafdeck.project.settings import find_root, read_manifests, read_settings
from leafdeck.project.sources import read_sources
from leafdeck.project.toml import key_lines
from leafdeck.project.words import read_glossary, read_phrases, read_regions


def write(root: Path, name: str, words: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")
    return path


def told(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{finding.place} {finding.id}: {finding.message} {finding.fix}" for finding in findings]


def test_keys_know_their_lines() -> None:
    source = '''\
top = 1
[claims.remission]
sentence = """
not = "a key"
"""
numbers = [
  "8",  # [not.a.table]
]
after = 1
"quoted key" = 2

[[layouts]]
name = "a"
[[layouts]]
name = "b"
[[layouts.placeholders]]
x = 1
'''
    assert key_lines(source) == {
        ("top",): 1,
        ("claims", "remission"): 2,
        ("claims", "remission", "sentence"): 3,
        ("claims", "remission", "numbers"): 6,
        ("claims", "remission", "after"): 9,
        ("claims", "remission", "quoted key"): 10,
        ("layouts", 0): 12,
        ("layouts", 0, "name"): 13,
        ("layouts", 1): 14,
        ("layouts", 1, "name"): 15,
        ("layouts", "placeholders", 0): 16,
        ("layouts", "placeholders", 0, "x"): 17,
    }


SETTINGS = 'name = "N"\npublisher = "P"\nlanguages = ["en", "de"]\nlicence = "CC BY 4.0"\n'


def test_the_root_is_found_from_below(tmp_path: Path) -> None:
    write(tmp_path, "leafdeck.toml", SETTINGS)
    below = tmp_path / "a/b"
    below.mkdir(parents=True)
    assert find_root(below) == tmp_path
    assert find_root(Path("/")) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            SETTINGS + 'langauges = ["ar"]\nname2 = 1\n',
            [
                "leafdeck.toml:5 unknown-key: Unknown key `langauges`. Write `languages`.",
                "leafdeck.toml:6 unknown-key: Unknown key `name2`. Write `name`.",
            ],
        ),
        (
            'name = "N"\nlanguages = "en"\nlicence = "L"\n',
            [
                "leafdeck.toml:1 missing-key: `publisher` is missing. Add `publisher = …`.",
                "leafdeck.toml:2 wrong-value: `languages` must be a list. Put it in brackets: [ … ].",
            ],
        ),
        (
            SETTINGS.replace('"de"', '"../etc"'),
            ["leafdeck.toml:3 bad-locale: `../etc` is not a language tag. Write a BCP 47 tag, such as de or pt-BR."],
        ),
        (
            'name = "N\n',
            ["leafdeck.toml:1:10 toml-syntax: Illegal character '\\n'. Mend the TOML syntax there."],
        ),
    ],
    ids=["typing error in a key", "missing and wrong", "a locale that climbs", "syntax"],
)
def test_every_mistake_of_the_settings_is_named(tmp_path: Path, words: str, expected: list[str]) -> None:
    write(tmp_path, "leafdeck.toml", words)
    settings, findings = read_settings(tmp_path)
    assert settings is None
    assert sorted(told(findings)) == sorted(expected)


@pytest.mark.parametrize(
    ("languages", "message"),
    [
        ('["en", "de", "de"]', "`de` stands in `languages` more than once. Keep one of them."),
        ('["de"]', 'The source language `en` is none of the `languages`. Add "en" to them, or mend `source`.'),
        ('["en", "zh-hans"]', "`zh-hans` is not spelled as language tags are. Write `zh-Hans`."),
        ("[]", "`languages` is empty. Fill it in."),
    ],
)
def test_languages_stand_once_and_in_their_usual_spelling(tmp_path: Path, languages: str, message: str) -> None:
    write(tmp_path, "leafdeck.toml", SETTINGS.replace('["en", "de"]', languages))
    assert [f"{finding.message} {finding.fix}" for finding in read_settings(tmp_path)[1]] == [message]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('[terms.tea]\nterm = "T"\nmeening = "M"\n', "Unknown key `terms.tea.meening`. Write `meaning`."),
        ('[terms.tea]\nterm = "T"\nmeaning = "M"\ncolour = "green"\n', "known keys: meaning, note, term."),
        ("keep = 1\nterms = 2\n", "`keep` must be a list."),
    ],
)
def test_a_wrong_key_gets_the_keys_of_its_own_table(tmp_path: Path, words: str, expected: str) -> None:
    write(tmp_path, "content/glossary.toml", words)
    assert any(expected in line for line in told(read_glossary(tmp_path)[2]))


def test_a_phrase_is_words_alone_or_words_with_a_note(tmp_path: Path) -> None:
    write(tmp_path, "content/ui.toml", '[phrases]\na = "A"\nb = { text = "B", note = "N" }\n')
    phrases, findings = read_phrases(tmp_path)
    assert findings == ()
    assert [(text.source, text.note) for text in phrases.values()] == [("A", ""), ("B", "N")]
    write(tmp_path, "content/ui.toml", "[phrases]\na = 1\nb = { txt = 2 }\n")
    assert told(read_phrases(tmp_path)[1]) == [
        "content/ui.toml:2 wrong-value: `phrases.a` must be a table. Write a header in brackets above its keys.",
        "content/ui.toml:3 missing-key: `phrases.b.text` is missing. Add `text = …`.",
        "content/ui.toml:3 unknown-key: Unknown key `phrases.b.txt`. Write `text`.",
    ]


REGION = """\
[GB]
name = "United Kingdom"
emergency = "999"
interpreter = "Ask for one."
register = "isrctn.com"
source = "GOV.UK"
as_of = 2026-01-01
checked = "primary"
"""


@pytest.mark.parametrize("nothing", ["", " ", "–", r"\u00a0", r"\u200b", "[@tea-who]"])
@pytest.mark.parametrize("key", ["name", "emergency", "interpreter", "register"])
def test_a_fact_of_a_region_that_shows_nothing_is_refused(tmp_path: Path, key: str, nothing: str) -> None:
    write(tmp_path, "content/regions.toml", REGION)
    assert read_regions(tmp_path)[1] == ()
    before = next(line for line in REGION.splitlines() if line.startswith(key))
    write(tmp_path, "content/regions.toml", REGION.replace(before, f'{key} = "{nothing}"'))
    (said,) = told(read_regions(tmp_path)[1])
    assert said.startswith("content/regions.toml:")
    assert said.endswith(f" wrong-value: `GB.{key}` is empty. Fill it in.")


def test_a_phrase_and_a_glossary_entry_that_show_nothing_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "content/ui.toml", '[phrases]\na = "A"\nb = " "\n')
    assert told(read_phrases(tmp_path)[1]) == ["content/ui.toml:3 wrong-value: `b` is empty. Fill it in."]
    write(tmp_path, "content/glossary.toml", '[terms.tea]\nterm = "T"\nmeaning = ""\n')
    assert told(read_glossary(tmp_path)[2]) == [
        "content/glossary.toml:3 wrong-value: `tea.meaning` is empty. Fill it in."
    ]


@pytest.mark.parametrize("name", ["tea.5min", "Tea", "tea_time", "tea time", "tee-ü"])
def test_a_name_that_would_be_part_of_a_path_is_plain(tmp_path: Path, name: str) -> None:
    write(tmp_path, f"slides/{name}.toml", 'kind = "deck"\ntopics = ["tea"]\n')
    manifests, findings = read_manifests(tmp_path, "slides")
    assert manifests == {}
    assert [(finding.id, finding.place.path) for finding in findings] == [("bad-name", f"slides/{name}.toml")]


def test_lines_are_counted_as_editors_count_them() -> None:
    assert key_lines('a = "one\u2028line\x0cstill one"\nb = 2\n') == {("a",): 1, ("b",): 2}


def test_a_manifest_may_give_its_piece_a_title_and_a_depth(tmp_path: Path) -> None:
    head = 'kind = "leaflet"\ntopics = ["tea"]\n'
    write(tmp_path, "leaflets/own.toml", head + 'depth = "short"\ntitle = "Tea"\nstandfirst = "In brief."\n')
    write(tmp_path, "leaflets/plain.toml", head)
    manifests, findings = read_manifests(tmp_path, "leaflets")
    assert findings == ()
    title, standfirst = manifests["own"].front or ()
    assert (title.source, title.place.line, standfirst.source) == ("Tea", 4, "In brief.")
    assert (manifests["own"].depth, manifests["plain"].depth) == ("short", "full")
    assert manifests["plain"].front is None


def test_a_manifest_with_a_title_has_a_standfirst(tmp_path: Path) -> None:
    write(tmp_path, "leaflets/half.toml", 'kind = "leaflet"\ntopics = ["tea"]\ntitle = "Tea"\n')
    write(tmp_path, "leaflets/void.toml", 'kind = "leaflet"\ntopics = ["tea"]\ntitle = " "\nstandfirst = "x"\n')
    _, findings = read_manifests(tmp_path, "leaflets")
    assert [(finding.id, finding.place.path, finding.place.line) for finding in findings] == [
        ("missing-key", "leaflets/half.toml", 3),
        ("wrong-value", "leaflets/void.toml", 3),
    ]


def test_a_manifest_is_checked(tmp_path: Path) -> None:
    write(tmp_path, "leaflets/good.toml", 'kind = "leaflet"\ntopics = ["risks"]\n[pages]\na4 = 4\n')
    write(tmp_path, "leaflets/typo.toml", 'kind = "leaflet"\ntopic = ["risks"]\n')
    write(tmp_path, "leaflets/deck.toml", 'kind = "deck"\ntopics = ["risks"]\n')
    manifests, findings = read_manifests(tmp_path, "leaflets")
    assert list(manifests) == ["good"]
    assert manifests["good"].editions == ("a4",)
    assert manifests["good"].pages == {"a4": 4}
    assert told(findings) == [
        'leaflets/deck.toml:1 wrong-kind: A deck stands in leaflets/. Write `kind = "leaflet"`, or move the file.',
        "leaflets/typo.toml:1 missing-key: `topics` is missing. Add `topics = …`.",
        "leaflets/typo.toml:2 unknown-key: Unknown key `topic`. Write `topics`.",
    ]


CLAIM = """
[remission]
sentence = "All 8 reached remission."
sources = ["muller-2024"]
level = "case-series"
checked = "abstract"
as_of = "2024-02"
recheck_by = 2027-02-01
numbers = ["8"]
"""


def test_a_claim_is_read_with_its_place(tmp_path: Path) -> None:
    write(tmp_path, "content/claims.toml", CLAIM)
    claims, findings = read_claims(tmp_path)
    assert findings == ()
    claim = claims["remission"]
    assert (claim.level, claim.checked, claim.as_of, claim.as_of_precision) == (
        EvidenceLevel.CASE_SERIES,
        Checked.ABSTRACT,
        date(2024, 2, 1),
        "month",
    )
    assert str(claim.place) == "content/claims.toml:2"


def test_a_wrong_word_in_a_claim_gets_the_right_one(tmp_path: Path) -> None:
    write(tmp_path, "content/claims.toml", CLAIM.replace("case-series", "case-serie").replace("2024-02", "2024-02-31"))
    claims, findings = read_claims(tmp_path)
    assert claims == {}
    assert told(findings) == [
        'content/claims.toml:5 wrong-value: `level` cannot be `case-serie`. Write "case-series".',
        'content/claims.toml:7 wrong-value: `2024-02-31` is no date. Write a day that exists, or "2024-02" or "2024".',
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024", (date(2024, 1, 1), "year")),
        ("2024-02", (date(2024, 2, 1), "month")),
        ("2024-02-29", (date(2024, 2, 29), "day")),
    ],
)
def test_a_date_keeps_its_precision(written: str, expected: tuple[date, str]) -> None:
    assert partial_date(written) == expected


@pytest.mark.parametrize("written", ["2024-13", "2024-02-30", "24", "2024-2", "20240229", "2024-02-29T00", "", "٢٠٢٤"])
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"is no year|month must be|day is out of range"):
        partial_date(written)


def test_a_day_of_toml_and_a_day_in_quotes_are_one(tmp_path: Path) -> None:
    write(tmp_path, "content/claims.toml", CLAIM.replace('"2024-02"', "2024-02-29"))
    claim = read_claims(tmp_path)[0]["remission"]
    assert (claim.as_of, claim.as_of_precision) == (date(2024, 2, 29), "day")
    write(tmp_path, "content/claims.toml", CLAIM.replace('"2024-02"', "7"))
    assert told(read_claims(tmp_path)[1]) == [
        'content/claims.toml:7 wrong-value: `as_of` must be text. Put it in quotes: " … ".'
    ]


def test_a_source_prints_nothing_that_nobody_sees(tmp_path: Path) -> None:
    hidden = '"abstract": "soft\u00adhyphen"'
    write(tmp_path, "content/sources.json", f'[{{"id": "a", "title": "In \u206799 of 100\u2069", {hidden}}}]')
    assert told(read_sources(tmp_path)[1]) == [
        "content/sources.json:1 bad-source: Source 1 (`a`) holds U+2067 (right-to-left isolate), which nobody sees. "
        "Complete the CSL-JSON record."
    ]
    write(tmp_path, "content/sources.json", f'[{{"id": "a", "title": "In 99 of 100", {hidden}}}]')
    assert read_sources(tmp_path)[1] == ()


def test_the_settings_hold_nothing_that_nobody_sees(tmp_path: Path) -> None:
    write(tmp_path, "leafdeck.toml", SETTINGS.replace('publisher = "', 'publisher = "\u202e'))
    settings, findings = read_settings(tmp_path)
    assert settings is None
    assert ["U+202E" in finding.message for finding in findings] == [True]


def test_sources_are_csl_json(tmp_path: Path) -> None:
    write(
        tmp_path,
        "content/sources.json",
        """[
  {"id": "a", "title": "T", "author": [{"family": "Müller", "given": "Fabian K."}, {"literal": "et al."}],
   "issued": {"date-parts": [[2024, 2]]}},
  {"id": "b"},
  {"title": "T"},
  {"id": "a", "title": "again"},
  7
]""",
    )
    sources, findings = read_sources(tmp_path)
    assert list(sources) == ["a"]
    assert (sources["a"].authors, sources["a"].more_authors, sources["a"].issued) == (("Müller FK",), True, "2024-02")
    assert [f"{finding.place} {finding.message}" for finding in findings] == [
        "content/sources.json:4 Source 2 (`b`) has no `title`.",
        "content/sources.json:1 Source 3 has no `id`.",
        "content/sources.json:2 Source 4 repeats the id `a`.",
        "content/sources.json:1 Source 5 is no object.",
    ]


def test_broken_json_names_line_and_column(tmp_path: Path) -> None:
    write(tmp_path, "content/sources.json", '[\n{"id": }]')
    assert [str(finding.place) for finding in read_sources(tmp_path)[1]] == ["content/sources.json:2:8"]


def test_a_clinic_says_everything_that_is_wrong(tmp_path: Path) -> None:
    path = write(tmp_path, "clinic.toml", 'phon = "1"\naddress = ["a", "b", "c", "d", "e"]\n')
    clinic, findings = read_clinic(path, tmp_path)
    assert clinic is None
    assert told(findings) == [
        "clinic.toml:1 missing-key: `name` is missing. Add `name = …`.",
        "clinic.toml:1 unknown-key: Unknown key `phon`. Write `phone`.",
        "clinic.toml:2 wrong-value: `address` has 5 entries; 4 are allowed. Shorten it.",
    ]


@pytest.mark.parametrize(
    ("hidden", "named"),
    [
        (r"\u202e", "U+202E (right-to-left override)"),
        (r"\u2066", "U+2066 (left-to-right isolate)"),
        (r"\u200f", "U+200F (right-to-left mark)"),
        (r"\u061c", "U+061C (arabic letter mark)"),
        (r"\u200b", "U+200B (zero width space)"),
        (r"\u00ad", "U+00AD (soft hyphen)"),
        (r"\u0007", "U+0007 (control character)"),
        (r"\n", "U+000A (control character)"),
        (r"\u2028", "U+2028 (line separator)"),
        (r"\ue000", "U+E000 (private use)"),
    ],
)
def test_no_line_of_a_clinic_or_a_speaker_holds_what_nobody_sees(tmp_path: Path, hidden: str, named: str) -> None:
    said = f"holds {named}, which nobody sees. Type it anew, without that."
    path = write(
        tmp_path, "clinic.toml", f'name = "Tea House"\nphone = "020 {hidden}12345678"\naddress = ["1{hidden}2"]'
    )
    assert told(read_clinic(path, tmp_path)[1]) == [
        f"clinic.toml:2 wrong-value: `phone` {said}",
        f"clinic.toml:3 wrong-value: `address.0` {said}",
    ]
    write(tmp_path, "speaker.toml", f'name = "Ada {hidden}Leaf"\naffiliation = "Tea House"\n')
    assert told(read_speaker(tmp_path)[1]) == [f"speaker.toml:1 wrong-value: `name` {said}"]


def test_a_name_may_be_written_in_any_script(tmp_path: Path) -> None:
    path = write(
        tmp_path, "clinic.toml", 'name = "خانه\u200cی چای – Teehäuschen 茶館"\nphone = "+44 (0)20 1234-5678"\n'
    )
    clinic, findings = read_clinic(path, tmp_path)
    assert findings == ()
    assert clinic is not None
    assert (clinic.name, clinic.phone) == ("خانه\u200cی چای – Teehäuschen 茶館", "+44 (0)20 1234-5678")


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    assert [finding.id for finding in read_claims(tmp_path)[1]] == ["missing-file"]
    assert [finding.id for finding in read_clinic(tmp_path / "no.toml", tmp_path)[1]] == ["missing-file"]


def test_a_file_that_is_not_utf8_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/claims.toml").write_bytes(b"# a\n# \xff\n")
    finding = read_claims(tmp_path)[1][0]
    assert (finding.id, str(finding.place)) == ("not-utf8", "content/claims.toml:2")
