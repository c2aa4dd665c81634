"""Numbers are read by value in every script, and a translation must give those of its source."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafdeck.language import describe, format_number
from leafdeck.numbers import Number, compare, differences, numbers

KEEP = ("CAR-T", "CD19", "IL-6", "TNF-alpha", "COVID-19")


def values(text: str, tag: str) -> list[str]:
    """The numbers of *text* that count, as words a test can show."""
    return [f"{each.value.normalize():f} {each.unit}".strip() for each in numbers(text, tag, KEEP) if not each.soft]


@pytest.mark.parametrize(
    ("tag", "text", "read"),
    [
        ("en", "15 of 1,234 people, 2.5 mg", ["15", "1234", "2.5 mg"]),
        ("de", "15 von 1.234 Menschen, 2,5 mg", ["15", "1234", "2.5 mg"]),
        ("de", "2.5 mg", ["2.5 mg"]),  # the wrong sign, the same value
        ("en", "2,5 mg", ["2.5 mg"]),
        ("de", "am 24.11.2026 um 9:30", ["24", "11", "2026", "9", "30"]),
        ("fr", "1\u202f234,5 et 27 000", ["1234.5", "27000"]),
        ("de-CH", "27’000", ["27000"]),
        ("es", "1.234,5", ["1234.5"]),
        ("es-MX", "1,234.5", ["1234.5"]),
        ("hi", "१२,३४,५६७.२५", ["1234567.25"]),
        ("ar", "١٬٢٣٤٫٥", ["1234.5"]),
        ("ar", "و5 أيام، ثم ٣ ملغ", ["5 day", "3 mg"]),
        ("fa", "۵۰٪", ["50 %"]),
        ("ar", "50 في المئة", ["50 %"]),
        ("tr", "%50", ["50 %"]),
        ("zh-Hans", "共15人，38°C，每5天", ["15", "38 °C", "5 day"]),
        ("en", "10–20 days, 10-20, −5 °C, (-3)", ["10", "20 day", "10", "20", "-5 °C", "-3"]),
        ("en", "½ tablet, 2½ hours, .5 ml", ["0.5", "2.5 hour", "0.5 ml"]),
        ("en", "10 μg, 10 µg, 10 mcg, 10 micrograms", ["10 µg"] * 4),  # two letters mu look alike
        ("en", "38 degrees, 38°F, 38 F, 311 K", ["38 °C", "38 °F", "38 °F", "311 K"]),
        ("ar", "38 درجة مئوية، 38 فهرنهايت، 38 درجة فهرنهايت", ["38 °C", "38 °F", "38 °F"]),
        ("en", "5 mg/kg, 5 mg per kg, 5 IU", ["5 mg/kg", "5 mg/kg", "5 IU"]),
        ("de", "5 mg/kg, 5 mg pro kg, 5 I.E., 24-stündig", ["5 mg/kg", "5 mg/kg", "5 IU", "24 hour"]),
        ("ar", "5 ملغ لكل كغ", ["5 mg/kg"]),
        ("ar", "5 كيلوغرامات، 100 ملليغرام، 100 ملغم، 2 غ، 9 ميكروغرام", ["5 kg", "100 mg", "100 mg", "2 g", "9 µg"]),
        ("ar", "خمسون بالمئة، 50 بالمائة", ["50 %", "50 %"]),
        ("en", "99 of 100 in braces: {99 of 100}, <b 99>, `50 people`", ["99", "100", "99", "100", "99", "50"]),
        ("en", "https://example.org/5?a=%20b7 and https://example.org/50%", ["50 %"]),
        ("en", "at 8 pm, at 8:30 p.m., at 12 am", ["20", "20", "30", "0"]),
        ("de", "12 am Tag", ["12"]),
        ("en", "27 thousand, 3 million", ["27000", "3000000"]),
        ("ar", "27 ألف", ["27000"]),
    ],
)
def test_numbers_in_figures(tag: str, text: str, read: list[str]) -> None:
    assert values(text, tag) == read


@pytest.mark.parametrize(
    ("tag", "text", "read"),
    [
        ("en", "two of the eleven", ["2", "11"]),
        ("de", "zwei von elf", ["2", "11"]),
        ("ar", "اثنان من أحد عشر", ["2", "11"]),
        ("en", "five years", ["5 year"]),
        ("de", "in fünf Jahren", ["5 year"]),
        ("ar", "خمس سنوات", ["5 year"]),
        ("ar", "خمسة", ["5"]),
        ("ar", "خمسون في المئة", ["50 %"]),
        ("ar", "مرتين", ["2"]),
        ("ar", "وخمسةٌ وعشرون مريضًا", ["25"]),
        ("ar", "مئة وخمسة وعشرون", ["125"]),
        ("ar", "ثلاثمائة وسبعة آلاف", ["307000"]),
        ("ar", "ثلاث عشرة", ["13"]),
        ("ar", "مئة مريض، عشرون سنة، ألف شخص", ["100", "20 year", "1000"]),
        ("ar", "مئتان وخمسون ألفا وثلاثة عشر", ["250013"]),
        ("en", "a hundred first doses, five million two hundred thousand", ["100", "5200000"]),
        ("de", "hunderteins, fünfhunderttausendzwölf", ["101", "500012"]),
        ("en", "twenty-seven thousand two hundred and five", ["27205"]),
        ("en", "between five and twenty", ["5", "20"]),
        ("en", "two, three or four", ["2", "3", "4"]),
        ("en", "a hundred people", ["100"]),
        ("en", "two and a half years, one and a half", ["2.5 year", "1.5"]),
        ("de", "zweieinhalb Jahre, eineinhalb, anderthalb", ["2.5 year", "1.5", "1.5"]),
        ("ar", "سنتين ونصف، سنة ونصف", ["2.5 year", "1.5 year"]),
        ("ar", "شهران، بعد أسبوعين، يومين", ["2 month", "2 week", "2 day"]),
        ("en", "twice a day; half of them; a half-life", ["2", "0.5"]),
        ("en", "five-year-old; a two-week stay", ["5 year", "2 week"]),
        ("de", "siebenundzwanzigtausend", ["27000"]),
        ("de", "zweihundertfünf", ["205"]),
        ("de", "zweimal, dreijährige, zweiwöchig", ["2", "3 year", "2 week"]),
        ("de", "die Hälfte und ein halber Liter", ["0.5", "0.5 l"]),
        ("en", "millions of cells; nobody; tension; one; at once; the second", []),
        ("de", "ein, eine, eins, einmal; der Zweite und die Elfte; Beinahe; Dreck", []),
        ("ar", "واحد، الأول، بروتين، آلاف", []),
    ],
)
def test_numbers_in_words(tag: str, text: str, read: list[str]) -> None:
    assert values(text, tag) == read


THIRD, TWO_THIRDS = (f"{Decimal(count) / 3:f}" for count in (1, 2))


@pytest.mark.parametrize(
    ("tag", "text", "read"),
    [
        ("en", "half of them; two thirds; three-quarters", ["0.5", TWO_THIRDS, "0.75"]),
        ("en", "a third of them, one third, a quarter of an hour", [THIRD, THIRD, "0.25"]),
        ("en", "two and a half, two and a third of them", ["2.5", f"{2 + Decimal(1) / 3:f}"]),
        ("en", "⅓, ⅔, 2¾ hours", [THIRD, TWO_THIRDS, "2.75 hour"]),
        ("en", "the third trial; the third of May; a third person; in thirds; his quarters", []),
        ("de", "die Hälfte; zwei Drittel; drei Viertel; Dreiviertel", ["0.5", TWO_THIRDS, "0.75", "0.75"]),
        ("de", "ein Drittel der Menschen, in einem Viertel, zwei und zwei Drittel", [THIRD, "0.25", "2." + "6" * 27]),
        ("de", "am dritten Tag; im Stadtviertel; das letzte Drittel", []),
        ("ar", "نصف المرضى، النصف، ونصفهم، نصفُها", ["0.5"] * 4),
        ("ar", "ثلث المرضى، ثلثهم، ثلثا المرضى، ثلثيهم، الثلثان", [THIRD, THIRD, TWO_THIRDS, TWO_THIRDS, TWO_THIRDS]),
        ("ar", "ربع المرضى، ربعهم، ثلاثة أرباع المرضى", ["0.25", "0.25", "0.75"]),
        ("ar", "منتصف النهار، منصف، المثلث، الدراسة الثالثة، كلاهما، أحدهم", []),
    ],
)
def test_shares_in_words(tag: str, text: str, read: list[str]) -> None:
    rounded = [f"{Decimal(each.split()[0]):.20f}" for each in values(text, tag)]
    assert rounded == [f"{Decimal(each.split()[0]):.20f}" for each in read]


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/5",
        "CAR-T CD19 IL-6 IL‑6 COVID-19 NCT01234567 B12 H1N1",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert values(text, "en") == []


def test_a_name_is_kept_only_as_a_whole() -> None:
    assert values("IL-60 and CAR-T 7", "en") == ["60", "7"]


def test_a_number_knows_where_it_stands() -> None:
    text = "بعد \u200f٢٧ ألف خلية"
    (number,) = numbers(text, "ar")
    assert number == Number(Decimal(27000), "", "٢٧ ألف", (5, 11), spelled=True)
    assert text[slice(*number.span)] == number.written


def test_one_may_balance_but_never_counts() -> None:
    (number,) = numbers("eine Dosis", "de")
    assert (number.value, number.spelled, number.soft) == (1, True, True)
    assert compare("1 dose", "en", "eine Dosis", "de") == ((), ())
    assert compare("a dose", "en", "eine Dosis", "de") == ((), ())


def test_a_time_that_the_source_leaves_bare_may_be_named() -> None:
    assert compare("aged 60", "en", "60 Jahre alt", "de") == ((), ())
    assert compare("60 years old", "en", "im Alter von 60", "de") != ((), ())


EQUAL = [
    ("All 15 people, 2.5 mg", "de", "Alle 15 Menschen, 2,5 mg"),
    ("All 15 people", "ar", "جميع الأشخاص ١٥"),
    ("1,234 people", "de", "1.234 Menschen"),
    ("1,234 people", "ar", "١٬٢٣٤ شخصا"),
    ("2 of the 11", "de", "zwei von elf"),
    ("two of the eleven", "ar", "اثنان من أحد عشر"),
    ("two puffs", "ar", "بختين"),  # the dual of a word no table knows
    ("Use it twice", "ar", "استخدمه مرتين"),
    ("both were well", "de", "beiden ging es gut"),
    ("two thirds", "de", "zwei Drittel"),
    ("a third of them", "ar", "ثلث المرضى"),
    ("38 °C or more", "ar", "٣٨ درجة مئوية أو أكثر"),
    ("38 °C or more", "de", "38 Grad oder mehr"),
    ("10–20 days", "de", "10 bis 20 Tage"),
    ("50%", "de", "50\u00a0%"),
    ("50%", "fa", "۵۰٪"),
    ("10 mcg", "de", "10 µg"),
    ("at 8 pm", "de", "um 20 Uhr"),
    ("27,000 people", "ar", "27 ألف شخص"),
    ("eight of 15", "fr", "huit sur 15"),  # French words are not in the table: not judged
    ("15, then 8", "de", "Erst 8, dann 15"),
    ("CD19 and 3 doses", "de", "3 Dosen und CD19"),
    ("two uses", "ar", "استخدامان"),
    ("Thirty of 39 people", "de", "Dreißig von 39 Menschen"),
    (
        "They were watched for a median of two and a half years. All were off their medicines, and 1 had a flare.",
        "ar",
        "راقبهم الأطباء مدة وسيطها سنتان ونصف. توقف الجميع عن أدويتهم، وأصيب مريض واحد بنوبة.",
    ),
    (
        "The two groups were treated in different hospitals. Ten of 14 people were better, and three of 12.",
        "ar",
        "عولجت المجموعتان في مستشفيات مختلفة. تحسن عشرة من ١٤ شخصًا، وثلاثة من ١٢.",
    ),
    (
        "The United States counted 22 reports after more than 27,000 doses. 24 of 28; half of them had tried 4.",
        "de",
        "Die USA zählten 22 Meldungen nach mehr als 27.000 Dosen. 24 von 28; die Hälfte hatte vier versucht.",
    ),
    ("on day 3", "de", "am dritten Tag"),
    ("the third trial", "de", "die dritte Studie"),
    ("a third of them", "de", "ein Drittel von ihnen"),
    ("one third", "ar", "الثلث"),
    ("two thirds of them", "ar", "ثلثاهم"),
    ("⅔ of them", "ar", "ثلثيهم"),
    ("three quarters", "de", "drei Viertel"),
    ("three quarters", "ar", "ثلاثة أرباع"),
    ("a quarter of them", "ar", "ربعهم"),
    ("Half of them had tried 4 medicines or more", "ar", "وكان نصفهم قد جرّب 4 أدوية أو أكثر"),
    ("both of them", "ar", "كلاهما"),
    ("a half-life of 5 hours", "de", "Halbwertszeit: 5 Stunden"),
    ("10–20 days", "de", "10 Tage bis 20 Tage"),  # a range may name its unit once
    ("2 weeks", "ar", "أسبوعان"),
    ("a two-week stay", "de", "ein zweiwöchiger Aufenthalt"),
    ("1 week", "ar", "أسبوع"),
    ("5 mg/kg", "ar", "5 ملغ لكل كغ"),
    ("5 IU", "de", "5 I. E."),
]


@pytest.mark.parametrize(("source", "tag", "translation"), EQUAL)
def test_the_same_numbers_in_other_words(source: str, tag: str, translation: str) -> None:
    assert compare(source, "en", translation, tag, KEEP) == ((), ())
    assert compare(translation, tag, source, "en", KEEP) == ((), ())


DIFFERENT = [
    ("All 15 people", "de", "Alle 51 Menschen", ["15"], ["51"]),
    ("2.5 mg", "de", "25 mg", ["2.5 mg"], ["25 mg"]),
    ("1.234 mg", "de", "1.234 mg", ["1.234 mg"], ["1234 mg"]),  # the sign means another thing in German
    ("10 µg", "de", "10 mg", ["10 µg"], ["10 mg"]),
    ("10 µg", "ar", "١٠ ملغ", ["10 µg"], ["10 mg"]),
    ("38 °C", "de", "38 °F", ["38 °C"], ["38 °F"]),
    ("38 °C", "de", "38", ["38 °C"], ["38"]),
    ("38 °C", "de", "38 F", ["38 °C"], ["38 °F"]),
    ("38 °C", "de", "38 K", ["38 °C"], ["38 K"]),
    ("38 °C", "ar", "38 فهرنهايت", ["38 °C"], ["38 °F"]),
    ("5 days", "ar", "٥ ساعات", ["5 day"], ["5 hour"]),
    ("48 hours", "de", "48", ["48 hour"], ["48"]),
    ("2 weeks", "ar", "شهران", ["2 week"], ["2 month"]),
    ("2 weeks", "ar", "يومين", ["2 week"], ["2 day"]),
    ("1 week", "ar", "شهر", ["1 week"], []),
    ("20 % slept", "de", "20 Menschen schliefen", ["20 %"], ["20"]),
    ("20 people slept", "de", "20 % schliefen", ["20"], ["20 %"]),
    ("20 % slept", "fr", "20 personnes ont dormi", ["20 %"], ["20"]),
    ("5 mg/kg", "de", "5 mg", ["5 mg/kg"], ["5 mg"]),
    ("5 mg", "de", "5 IE", ["5 mg"], ["5 IU"]),
    ("4 is even", "es", "44 es par", ["4"], ["44"]),
    ("2 mg every 12 h", "de", "12 mg alle 2 h", ["2 mg", "12 hour"], ["2 hour", "12 mg"]),
    ("two of eleven", "de", "drei von elf", ["2"], ["3"]),
    ("8 of 15", "ar", "٨", ["15"], []),
    ("8", "de", "8 von 15", [], ["15"]),
    ("8 and 8", "de", "8", ["8"], []),
    ("3:15 h", "fa", "۴:۵", ["3", "15 hour"], ["4", "5"]),
    ("half of them", "ar", "ربعهم", ["0.5"], ["0.25"]),
    ("half of them", "de", "alle", ["0.5"], []),
    ("three quarters", "de", "ein Viertel", ["0.75"], ["0.25"]),
    ("three quarters", "ar", "نصفهم", ["0.75"], ["0.5"]),
]


@pytest.mark.parametrize(("source", "tag", "translation", "lost", "added"), DIFFERENT)
def test_changed_numbers_are_found(source: str, tag: str, translation: str, lost: list[str], added: list[str]) -> None:
    def shown(found: tuple[Number, ...]) -> list[str]:
        return sorted(f"{each.value.normalize():f} {each.unit}".strip() for each in found)

    missing, extra = compare(source, "en", translation, tag, KEEP)
    assert shown(missing) == sorted(lost)
    assert shown(extra) == sorted(added)


def test_differences_are_sentences() -> None:
    assert differences("8 people, 10 µg", "en", "10 mg und 9", "de") == (
        'The translation lacks the figure "8".',
        '"10 µg" of the source has become "10 mg".',
        'The figure "9" is not in the source.',
    )
    assert differences("1.234 hours", "en", "1.234 Stunden", "de") == (
        '"1.234" of the source reads as 1234 in the translation.',
    )


@pytest.mark.parametrize("digits", ["latn", "native"])
@pytest.mark.parametrize("tag", ["en", "de", "ar", "hi", "fr", "fa", "es", "sv", "zh-Hans"])
@given(value=st.decimals(-(10**9), 10**9, places=3))
def test_every_number_the_language_room_writes_is_read_back(tag: str, digits: str, value: Decimal) -> None:
    written = format_number(value, describe(tag, digits=digits))
    assert [each.value for each in numbers(written, tag)] == [value]


@given(st.text(max_size=80), st.sampled_from(["en", "de", "ar", "fr", "zh-Hans", "haz"]))
def test_any_text_is_read_without_an_error_and_equals_itself(text: str, tag: str) -> None:
    for number in numbers(text, tag):
        assert text[slice(*number.span)] == number.written
    assert compare(text, tag, text, tag) == ((), ())
