"""Tags of hard languages, and dates, numbers and lists as readers of each expect them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafdeck.language import (
    capitalised,
    describe,
    direction,
    format_date,
    format_number,
    is_tag,
    join,
    month_names,
    normalise,
    partial_date,
    posix,
    script,
    separators,
    tag_of,
    text_chain,
)

DAY = date(2026, 11, 24)

HARD_TAGS = [
    # tag, normalised, script, direction, whose words its readers can read
    ("es-MX", "es-MX", "Latn", "ltr", ("es-MX", "es-419", "es", "es-Latn")),
    ("es_ES.UTF-8", "es-ES", "Latn", "ltr", ("es-ES", "es", "es-Latn")),
    ("zh-TW", "zh-TW", "Hant", "ltr", ("zh-TW", "zh-Hant")),  # never simplified characters
    ("zh_hans_cn", "zh-Hans-CN", "Hans", "ltr", ("zh-Hans-CN", "zh-Hans", "zh")),
    ("pt-MZ", "pt-MZ", "Latn", "ltr", ("pt-MZ", "pt-PT", "pt", "pt-Latn")),
    ("sr@latin", "sr-Latn", "Latn", "ltr", ("sr-Latn",)),  # never Cyrillic
    ("sr_RS@latin", "sr-Latn-RS", "Latn", "ltr", ("sr-Latn-RS", "sr-Latn")),
    ("sh-BA", "sr-Latn-BA", "Latn", "ltr", ("sr-Latn-BA", "sr-Latn")),
    ("sr-ME", "sr-ME", "Latn", "ltr", ("sr-ME", "sr-Latn")),
    ("ht", "ht", "Latn", "ltr", ("ht", "ht-Latn")),  # CLDR's parent is French
    ("ku-Arab", "ku-Arab", "Arab", "rtl", ("ku-Arab",)),
    ("prs", "fa-AF", "Arab", "rtl", ("fa-AF", "fa", "fa-Arab")),
    ("prs-AF", "fa-AF", "Arab", "rtl", ("fa-AF", "fa", "fa-Arab")),
    ("haz", "haz", "Arab", "rtl", ("haz", "haz-Arab")),
    ("fa-Latn", "fa-Latn", "Latn", "ltr", ("fa-Latn",)),
    ("ar-u-nu-latn", "ar", "Arab", "rtl", ("ar", "ar-Arab")),
    ("ckb", "ckb", "Arab", "rtl", ("ckb", "ckb-Arab")),
    ("uz-AF", "uz-AF", "Arab", "rtl", ("uz-AF", "uz-Arab")),
    ("iw", "he", "Hebr", "rtl", ("he", "he-Hebr")),
    ("rom", "rom", "Latn", "ltr", ("rom", "rom-Latn")),
    ("de-1901", "de-1901", "Latn", "ltr", ("de-1901", "de", "de-Latn")),  # a spelling, not a script
]


@pytest.mark.parametrize(("tag", "normal", "written", "runs", "chain"), HARD_TAGS)
def test_hard_tags(tag: str, normal: str, written: str, runs: str, chain: tuple[str, ...]) -> None:
    assert normalise(tag) == normal
    assert script(tag) == written
    assert direction(tag) == runs
    assert set(text_chain(tag)) == set(chain)
    assert text_chain(tag)[0] == normal


@given(st.text(max_size=12))
def test_any_text_is_read_as_a_tag_without_an_error(text: str) -> None:
    assert len(script(text)) == 4
    assert normalise(normalise(text)) == normalise(text)
    assert all(script(each) == script(text) for each in text_chain(text))


@pytest.mark.parametrize("tag", ["de", "haz", "pt-BR", "zh-Hans", "zh-Hant-TW", "es-419", "en-XA", "ku-Arab"])
def test_a_tag_names_a_folder_and_the_folder_the_tag(tag: str) -> None:
    assert is_tag(tag)
    assert tag_of(posix(tag)) == tag
    assert "-" not in posix(tag)


@pytest.mark.parametrize(
    "text",
    ["", "../x", "en/../..", "C:", "en\x00", "en\n", "de-", "e", "x" * 300, "pt_BR", "дe", "en-GB-", "~", "."],
)
def test_nothing_else_is_a_tag(text: str) -> None:
    assert not is_tag(text)


def test_a_language_needs_nothing_but_its_tag_where_cldr_knows_it() -> None:
    arabic = describe("ar")
    assert (arabic.script, arabic.direction, arabic.digits) == ("Arab", "rtl", "latn")
    assert (arabic.autonym, arabic.english_name) == ("العربية", "Arabic")
    assert arabic.fonts == ("Noto Sans Arabic", "Noto Sans")
    assert arabic.office_fonts == ("Arial", "", "Arial")


@pytest.mark.parametrize(
    ("tag", "office_locale"),
    [
        ("en", "en-GB"),
        ("en-US", "en-US"),
        ("de", "de-DE"),
        ("ar", "ar-SA"),
        ("zh-Hans", "zh-CN"),
        ("zh-TW", "zh-TW"),
        ("sr-Latn", "sr-Latn-RS"),
        ("haz", "haz-AF"),
    ],
)
def test_office_proofs_a_language_as_the_likeliest_region_writes_it(tag: str, office_locale: str) -> None:
    assert describe(tag).office_locale == office_locale


def test_what_locale_toml_says_wins() -> None:
    language = describe(
        "ur",
        name="Urdu!",
        script="Latn",
        direction="rtl",
        digits="native",
        fonts=("Mine",),
        office_fonts=("A", "B", "C"),
        office_locale="ur-IN",
    )
    assert (language.autonym, language.script, language.direction, language.digits) == (
        "Urdu!",
        "Latn",
        "rtl",
        "native",
    )
    assert (language.fonts, language.office_fonts, language.office_locale) == (("Mine",), ("A", "B", "C"), "ur-IN")


def test_a_language_cldr_lacks_borrows_the_formats_of_its_base() -> None:
    hazaragi = describe("haz", name="هزارگی", base="fa-AF", digits="native")
    assert (hazaragi.script, hazaragi.direction, hazaragi.autonym) == ("Arab", "rtl", "هزارگی")
    assert format_date(DAY, "day", hazaragi) == "۲۴ نومبر ۲۰۲۶"


def test_a_language_cldr_lacks_prints_no_words_of_another() -> None:
    romani = describe("rom", name="Romani čhib")
    assert format_date(DAY, "day", romani) == "2026-11-24"
    assert format_date(DAY, "month", romani) == "2026-11"
    assert join(["a", "b", "c"], romani) == "a, b, c"
    assert format_number(Decimal("1234.5"), romani) == "1,234.5"


def test_data_in_another_script_is_no_data() -> None:
    """CLDR's Serbian is Cyrillic and its Kurdish Latin unless asked with care."""
    assert format_date(DAY, "day", describe("sr-Latn")) == "24. novembar 2026."
    assert format_date(DAY, "day", describe("ku-Arab")) == "2026-11-24"
    assert format_date(DAY, "day", describe("ku-Arab", base="ckb")) == "24ی تشرینی دووەمی 2026"


@pytest.mark.parametrize(
    ("tag", "day", "month", "year"),
    [
        ("en", "24 November 2026", "November 2026", "2026"),
        ("en-US", "November 24, 2026", "November 2026", "2026"),
        ("de", "24. November 2026", "November 2026", "2026"),
        ("ar", "24 نوفمبر 2026", "نوفمبر 2026", "2026"),
        ("zh-Hans", "2026年11月24日", "2026年11月", "2026年"),
        ("th", "24 พฤศจิกายน ค.ศ. 2026", "พฤศจิกายน 2026", "2026"),  # Gregorian, and says so
    ],
)
def test_dates(tag: str, day: str, month: str, year: str) -> None:
    language = describe(tag)
    assert partial_date("2026-11-24", language) == format_date(DAY, "day", language) == day
    assert partial_date("2026-11", language) == month
    assert partial_date("2026", language) == year


@pytest.mark.parametrize("words", ["", "26", "2026-13", "2026-02-30", "soon"])
def test_what_is_no_date_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        partial_date(words, describe("en"))


@pytest.mark.parametrize(
    ("tag", "digits", "written"),
    [
        ("en", "latn", "1,234,567.25"),
        ("de", "latn", "1.234.567,25"),
        ("ar", "latn", "1,234,567.25"),
        ("ar", "native", "١٬٢٣٤٬٥٦٧٫٢٥"),
        ("fa", "native", "۱٬۲۳۴٬۵۶۷٫۲۵"),
        ("hi", "native", "१२,३४,५६७.२५"),
        ("de", "native", "1.234.567,25"),  # German has no digits of its own
    ],
)
def test_digits_and_separators_change_together(tag: str, digits: str, written: str) -> None:
    assert format_number(Decimal("1234567.25"), describe(tag, digits=digits)) == written


def test_the_region_decides_the_separators() -> None:
    assert separators("es") == (",", ".")
    assert separators("es-MX") == (".", ",")


@pytest.mark.parametrize(
    ("tag", "words"), [("en", "a, b and c"), ("de", "a, b und c"), ("ar", "a وb وc"), ("ja", "a、b、c")]
)
def test_lists(tag: str, words: str) -> None:
    assert join(["a", "b", "c"], describe(tag)) == words
    assert join(["a"], describe(tag)) == "a"
    assert join([], describe(tag)) == ""


@pytest.mark.parametrize(
    ("words", "tag", "expected"),
    [
        ("call your team", "en", "Call your team"),
        ("rufen Sie an", "de", "Rufen Sie an"),
        ("istanbul", "tr-TR", "İstanbul"),
        ("ilk", "az", "İlk"),
        ("işte", "en", "Işte"),
        ("ǆep", "hr", "ǅep"),  # a digraph has a title case of its own
        ("ერთი", "ka", "ერთი"),  # Georgian capitals never begin a sentence
        ("اتصل", "ar", "اتصل"),
        ("999", "en", "999"),
        ("", "en", ""),
    ],
)
def test_a_sentence_begins_as_its_language_begins_one(words: str, tag: str, expected: str) -> None:
    assert capitalised(words, tag) == expected


def test_months_have_names_where_the_language_does_not_count_them() -> None:
    assert month_names("en")["November"] == month_names("en")["Nov"] == 11
    assert month_names("de")["Januar"] == 1
    assert month_names("ja") == month_names("haz") == {}
