"""Numbers of Chinese words and figures are read by value, and a translation must give those of its source."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafdeck.numbers import Number, compare, numbers
from tests.test_numbers import KEEP, values

THIRD, TWO_THIRDS = (f"{Decimal(count) / 3:f}" for count in (1, 2))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("15人中有8人，2.5毫克", ["15", "8", "2.5 mg"]),
        ("27,000 2.7万 27 万 2万7千 1亿2000万", ["27000", "27000", "270000", "27000", "120000000"]),
        ("１，２３４人、２．５毫克、５０％", ["1234", "2.5 mg", "50 %"]),
        ("第１，２，３天", ["1", "2", "3 day"]),  # a comma between words groups nothing
        ("5～10天，5至10天，5－10天", ["5", "10 day"] * 3),
        ("38℃、38°C、38度、38摄氏度、摄氏38度", ["38 °C"] * 5),
        ("华氏100度，100华氏度", ["100 °F"] * 2),
        ("5毫克/公斤，5毫克每千克，每公斤体重5毫克", ["5 mg/kg"] * 3),
        ("5千克，5公斤，5克，5微克，5毫升", ["5 kg", "5 kg", "5 g", "5 µg", "5 ml"]),
        ("5年 5岁 5周岁 5周年", ["5 year"] * 4),
        ("5个月 5周 5个星期 5天", ["5 month", "5 week", "5 week", "5 day"]),
        ("5小时 5个小时 5分钟", ["5 hour", "5 hour", "5 minute"]),
        ("20多天，27,000多剂", ["20 day", "27000"]),
        ("2026年11月24日，2021年", ["2026", "11", "24", "2021"]),  # days of the calendar last no time
        ("晚上8点，下午8:30，上午8点", ["20", "20", "30", "8"]),
        ("接受CAR-T治疗5天，CD19和2次IL-6", ["5 day", "2"]),
        ("5個月，兩萬五千人，38攝氏度，5小時", ["5 month", "25000", "38 °C", "5 hour"]),  # traditional characters
    ],
)  # fmt: skip
def test_numbers_in_figures(text: str, read: list[str]) -> None:
    assert values(text, "zh-Hans") == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("十五人中有八人", ["15", "8"]),
        ("两人、二十七、一百零五、一百二、一百二十", ["2", "27", "105", "120", "120"]),
        ("两万七千，三十万零五百，一亿两千万", ["27000", "300500", "120000000"]),
        ("二点五，二〇二六年，三六五天", ["2.5", "2026", "365 day"]),
        ("两三天，二三十天，十五六个人，三四百例", ["2", "3 day", "20", "30 day", "15", "16", "300", "400"]),
        ("百分之五十，百分之2.5，百分之百，千分之五", ["50 %", "2.5 %", "100 %", "0.5 %"]),
        ("三成，六成以上", ["30 %", "60 %"]),
        ("三分之二，三分之一，四分之三", [TWO_THIRDS, THIRD, "0.75"]),
        ("一半，半数，过半，对半", ["0.5"] * 4),
        ("半年，半天，半小时，半个月", ["0.5 year", "0.5 day", "0.5 hour", "0.5 month"]),
        ("两年半，2年半，两个半月，一个半小时，两倍半", ["2.5 year", "2.5 year", "2.5 month", "1.5 hour", "2.5"]),
        ("十分钟，十天，每百人，两次，两倍", ["10 minute", "10 day", "100", "2", "2"]),
        ("五千克，三个月，三月", ["5 kg", "3 month", "3"]),
        ("每周三次，两周三次", ["3", "2 week", "3"]),
        ("人数十五人，治好三人，二十一时，十一起", ["15", "3", "21", "11"]),
    ],
)
def test_numbers_in_characters(text: str, read: list[str]) -> None:
    assert values(text, "zh-Hans") == read


@pytest.mark.parametrize(
    "text",
    [
        "一些人，一样，一起，一直，进一步，统一，唯一，之一，万一",
        "十分重要，千万不要，四肢，五官，十二指肠，二氧化碳，三角肌，红十字会，三维，八边形",
        "几个人，几十人，数百人，上万人，十几天，几千",  # dozens and hundreds are no number
        "周三，星期一，礼拜六",
        "成人，成功，半衰期，半夜，多半",
        "第一次，第三天，首次，一人，双侧，两侧，两者",  # an order, one, both: they may balance a number
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert values(text, "zh-Hans") == []


EQUAL = [
    ("8 of 15 people", "15人中有8人"),
    ("All fifteen people", "全部15人"),
    ("eight of 15", "十五人中有八人"),
    ("27,000 doses", "2.7万剂"),
    ("27,000 doses", "两万七千剂"),
    ("half of them", "其中一半"),
    ("Half of them had tried 4 medicines or more", "他们中有半数曾用过4种或更多的药"),
    ("a third of them", "三分之一的人"),
    ("50%", "百分之五十"),
    ("30–50%", "百分之三十到五十"),
    ("two and a half years", "两年半"),
    ("2.5 years", "2年半"),
    ("on day 3", "第三天"),
    ("the third trial", "第三项试验"),
    ("both were well", "两人情况都好"),
    ("once a week", "每周一次"),
    ("twice a day", "每天两次"),
    ("three times a week", "每周三次"),
    ("a two-week stay", "住院两周"),
    ("2 weeks", "两个星期"),
    ("1 week", "一周"),
    ("38 °C or more", "38摄氏度或以上"),
    ("10–20 days", "10到20天"),
    ("10–20 days", "10天到20天"),
    ("two or three days", "两三天"),
    ("5 mg/kg", "每公斤体重5毫克"),
    ("in October 2026", "2026年10月"),
    ("on 22 June 2026", "2026年6月22日"),
    ("from January to April 2024", "2024年1月至4月"),
    ("CAR-T and 3 doses", "接受CAR-T治疗和3剂药"),
    ("at 8 pm", "晚上8点"),
    ("1 in 100 people", "每百人中有1人"),
    ("more than 20 days", "20多天"),
]


@pytest.mark.parametrize(("source", "translation"), EQUAL)
def test_the_same_numbers_in_chinese(source: str, translation: str) -> None:
    assert compare(source, "en", translation, "zh-Hans", KEEP) == ((), ())
    assert compare(translation, "zh-Hans", source, "en", KEEP) == ((), ())


def test_an_age_may_be_named_as_years() -> None:
    assert compare("aged 60", "en", "60岁", "zh-Hans") == ((), ())


DIFFERENT = [
    ("8 of 15 people", "51人中有8人", ["15"], ["51"]),
    ("eight of 15", "十五人中有九人", ["8"], ["9"]),
    ("27,000 doses", "2.7千剂", ["27000"], ["2700"]),
    ("27,000 doses", "二十七万剂", ["27000"], ["270000"]),
    ("50%", "百分之十五", ["50 %"], ["15 %"]),
    ("50% of people", "50人", ["50 %"], ["50"]),
    ("half of them", "其中四分之一", ["0.5"], ["0.25"]),
    ("half of them", "所有人", ["0.5"], []),
    ("two thirds", "三分之一", [TWO_THIRDS], [THIRD]),
    ("two and a half years", "两年", ["2.5 year"], ["2 year"]),
    ("2 weeks", "两个月", ["2 week"], ["2 month"]),
    ("1 week", "一个月", ["1 week"], []),
    ("5 days", "5小时", ["5 day"], ["5 hour"]),
    ("48 hours", "48", ["48 hour"], ["48"]),
    ("38 °C", "38华氏度", ["38 °C"], ["38 °F"]),
    ("10 µg", "10毫克", ["10 µg"], ["10 mg"]),
    ("5 mg/kg", "5毫克", ["5 mg/kg"], ["5 mg"]),
    ("in October 2026", "2026年11月", [], ["11"]),
    ("8 of 15", "15人", ["8"], []),
    ("Some of them slept", "其中三人睡着了", [], ["3"]),
    ("1 of 15", "15人中有一些", ["1"], []),  # "some" is no one
    ("1 of 15 had a reaction", "15人中出现一种反应", ["1"], []),  # nor is "a kind of"
]


@pytest.mark.parametrize(("source", "translation", "lost", "added"), DIFFERENT)
def test_changed_numbers_are_found(source: str, translation: str, lost: list[str], added: list[str]) -> None:
    def shown(found: tuple[Number, ...]) -> list[str]:
        return [f"{each.value.normalize():f} {each.unit}".strip() for each in found]

    missing, extra = compare(source, "en", translation, "zh-Hans", KEEP)
    assert (shown(missing), shown(extra)) == (lost, added)


def test_a_month_stands_in_only_beside_its_year() -> None:
    assert compare("You may rest 2 days", "en", "可以休息2天，5次", "zh-Hans")[1] != ()


CHARACTERS = "零一二三四五六七八九"
PLACES = ("", "十", "百", "千")


def spelled(value: int) -> str:
    """*value* under 1 0000 0000 in Chinese characters, as it is said."""
    high, low = divmod(value, 10_000)
    if not high:
        return below_a_myriad(value) if value else "零"
    zero = "零" if 0 < low < 1000 else ""
    return f"{below_a_myriad(high)}万{zero}{below_a_myriad(low)}"


def below_a_myriad(value: int) -> str:
    made, zero = "", False
    for place, character in zip((3, 2, 1, 0), f"{value:04d}", strict=True):
        if character == "0":
            zero = bool(made)
            continue
        made += ("零" if zero else "") + CHARACTERS[int(character)] + PLACES[place]
        zero = False
    return made


@given(st.integers(2, 99_999_999))
def test_every_whole_number_in_characters_is_read_back(value: int) -> None:
    assert [each.value for each in numbers(f"共{spelled(value)}例", "zh-Hans")] == [value]


@given(st.text(alphabet="〇零一二两三四五六七八九十百千万亿点半个年月天周分之成第每几数多5.２，", max_size=12))
def test_any_row_of_numerals_is_read_without_an_error(text: str) -> None:
    for number in numbers(text, "zh-Hans"):
        assert text[slice(*number.span)] == number.written
    assert compare(text, "zh-Hans", text, "zh-Hans") == ((), ())
