"""Numbers of a Chinese text: 二十七, 两万七千, 2.7万, 百分之三十, 三分之二, 两年半, 第三天 (GB/T 15835-2011).

Chinese sets no spaces between words, so that numbers are looked for by their characters, and words that only hold
such characters are left out first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from leafdeck.numbers.spelled import Phrase

DIGITS = dict(zip("〇一二三四五六七八九零两兩", (*range(10), 0, 2, 2), strict=True))
PLACES = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
HALF = Decimal("0.5")

_NUMERAL = "〇零一二两兩三四五六七八九十百千万萬亿億\\d"
_NO_NUMBERS = re.compile(
    f"(?<![{_NUMERAL}])(?:一[些样樣般起直定旦下切致边邊方旁会會向并並同经經再面体體时時生路律贯貫概带帶系连連种種批段部步圈幅张張页頁]"
    "|万一|萬一|千万|千萬|十[足全]|十分(?![之钟鐘])|[三四]角|四[肢处處面季]|五[官脏臟谷]|六腑|三[思甲叉]|[二三][维維]|[三四五六八][边邊]形|二[手甲战戰]"
    "|[二三]尖瓣|四环素|[二三四]头肌|二氧化|十二指肠|百日咳|万古霉素)"
    "|[统統唯单單同另某任进進]一|再三|[红紅]十字"
    # Monday to Saturday; 每周三次 is three times a week.
    f"|(?<![{_NUMERAL}几幾数數])(?:周|週|星期|礼拜|禮拜)[一二三四五六](?![次回个個天片粒名例剂劑十])"
)
"""Words that hold a character of a number and are none."""

_RUN = re.compile("[〇零一二两兩三四五六七八九十百千万萬亿億]+(?:[点點][〇零一二三四五六七八九]+)?")
_MULTIPLIERS = re.compile("[百千万萬亿億]+(?![克米卡]|分之)|[ \u00a0\u2009][万萬亿億]+(?!分之)")
_VAGUE = re.compile("[几幾]|(?<=[数數])[十百千万萬亿億]+$")
"""In 数十, 几百 and 十几 stands no number, but in 人数十五 there does."""
_SHARE = re.compile("[ \u00a0]?分之[ \u00a0]?")
_OF_HUNDRED = re.compile("([百千万萬])分之[ \u00a0]?")
_EVERY = re.compile("(?<=每)[百千万萬](?=[人例名个個位])")
_AND_A_HALF = re.compile(
    "(?:个|個)半(?P<before>月|小时|小時|星期|钟头|鐘頭)"
    "|(?P<after>年|天|周|週|岁|歲|(?:个|個)?(?:小时|小時|月|星期)|倍|片|杯|次|(?:个|個)(?=半))半(?![数數球年月天])"
)
_UNITS_OF_HALVES = {"年": "year", "岁": "year", "歲": "year", "月": "month", "周": "week", "週": "week", "星期": "week",
    "天": "day", "小时": "hour", "小時": "hour", "钟头": "hour", "鐘頭": "hour"}  # fmt: skip
_TENTHS = re.compile("成(?![人年功立为為分长長就熟员員份])")
_HALVES = re.compile("一半|半[数數]|过半|過半|对半|對半|半(?=[年天片颗顆粒杯]|小时|小時|个|個|月(?!板))")
_SOFT = re.compile("双|雙|两者|二者|三者|两[侧端边旁性难]|俩|倆|加倍|翻倍|翻番|成倍|首|单|單")
_SOFT_VALUES = {"首": 1, "单": 1, "單": 1, "三者": 3}
_EVENING = re.compile("(?:下午|晚上|傍晚)\\s?$")
_FAHRENHEIT = re.compile("(?:华氏|華氏)\\s?$")
_SHARED_OUT = re.compile("每(?:千克|公斤|kg)(?:体重|體重)?(?:给予|使用|用|给)?[约約]?\\s?$")


def read(text: str, figures: Mapping[int, tuple[Decimal, int]]) -> Iterator[tuple[Phrase, bool]]:
    """Each number of the folded Chinese *text*, and whether it stands in characters, at least in part.

    *figures* are value and end of the numbers in figures, by where they begin. A number that means an order (第三),
    or that is mostly no count (一, 双), is soft. The unit is given only where it stands elsewhere than behind.
    """
    text = _NO_NUMBERS.sub(lambda match: "\0" * len(match[0]), text)
    place = 0
    while place < len(text):
        found = tuple(_at(text, place, figures))
        yield from found
        place = max((phrase.end for phrase, _ in found), default=place + 1)


def is_calendar_year(text: str, start: int, end: int) -> bool:
    """Whether the number from *start* to *end*, which 年 follows, names a year: 2026年, 二〇二六年."""
    return re.fullmatch("(?:19|20)\\d\\d|[一二][〇零一二三四五六七八九]{3}", text[start:end]) is not None


def is_shared_out(text: str, start: int) -> bool:
    """Whether the dose that begins at *start* is given for each kilogram: 每公斤体重5毫克."""
    return _SHARED_OUT.search(text, 0, start) is not None


def _at(text: str, place: int, figures: Mapping[int, tuple[Decimal, int]]) -> Iterator[tuple[Phrase, bool]]:
    """The numbers that begin at *place*: none, one, or the two of 两三天."""
    if match := _OF_HUNDRED.match(text, place):
        parts = 1 if text[match.end() : match.end() + 1] == "百" else 0  # 百分之百
        share = (Decimal(100), match.end() + 1) if parts else _amount(text, match.end(), figures)
        if share:
            percent = {"百": Decimal(1), "千": Decimal("0.1")}.get(match[1], Decimal("0.01"))
            yield Phrase(share[0] * percent, False, place, share[1], "%"), True
        return
    if match := _HALVES.match(text, place):
        yield Phrase(HALF, False, place, match.end(), ""), True
        return
    if match := _EVERY.match(text, place):
        yield Phrase(Decimal(PLACES.get(match[0]) or MYRIADS[match[0]]), False, place, match.end(), ""), True
        return
    if match := _SOFT.match(text, place):
        yield Phrase(Decimal(_SOFT_VALUES.get(match[0], 2)), True, place, match.end(), ""), True
        return
    if place not in figures and (run := _RUN.match(text, place)):
        pair = _pair(run[0])
        if pair:
            (low, cut), high = pair
            yield Phrase(low, low == 1, place, place + cut, ""), True
            yield _followed(Phrase(high, _is_ordinal(text, place), place + cut, run.end(), ""), text), True
            return
    amount = _amount(text, place, figures)
    if amount is None:
        return
    value, end = amount
    in_characters = end != figures.get(place, (0, 0))[1]
    if (of := _SHARE.match(text, end)) and value > 1 and (share := _amount(text, of.end(), figures)):
        yield Phrase(share[0] / value, False, place, share[1], ""), True
        return
    bare = place not in figures
    soft = bare and (value in (0, 1) or _is_ordinal(text, place))
    yield _followed(Phrase(value, soft, place, end, ""), text), in_characters


def _followed(phrase: Phrase, text: str) -> Phrase:
    """*phrase* with what stands around it and changes it: 两年半, 三成, 晚上8点, 华氏100度."""
    start, end, value = phrase.start, phrase.end, phrase.value
    if match := _AND_A_HALF.match(text, end):
        unit = _UNITS_OF_HALVES.get((match["before"] or match["after"]).lstrip("个個"), "")
        return replace(phrase, value=value + HALF, soft=False, end=match.end(), unit=unit)
    if (match := _TENTHS.match(text, end)) and 0 < value < 10 and text[start:end] in DIGITS:
        return replace(phrase, value=value * 10, soft=False, end=match.end(), unit="%")
    if 1 <= value < 12 and text[end : end + 1] in ("点", "點", "时", "時", ":") and _EVENING.search(text, 0, start):
        return replace(phrase, value=value + 12, soft=False)
    if _FAHRENHEIT.search(text, 0, start):
        return replace(phrase, unit="°F")
    return phrase


def _is_ordinal(text: str, place: int) -> bool:
    return text[place - 1 : place] == "第"


def _amount(text: str, place: int, figures: Mapping[int, tuple[Decimal, int]]) -> tuple[Decimal, int] | None:
    """The value of the number that begins at *place*, and where it ends; None where none does."""
    if place in figures:
        value, end = figures[place]
        while match := _MULTIPLIERS.match(text, end):
            value, end = value * _multiplied(match[0].strip()), match.end()
        lower = figures.get(end)
        if lower and end > figures[place][1] and (rest := _amount(text, end, figures)) and rest[0] < value:
            return value + rest[0], rest[1]  # 2万7千
        return value, end
    match = _RUN.match(text, place)
    if match is None or _VAGUE.search(text, max(place - 1, 0), match.end()) or text[match.end() :][:1] in ("几", "幾"):
        return None
    run = match[0]
    # The 千 of 五千克 belongs to the unit.
    if len(run) > 1 and run[-1] == "千" and text[match.end() : match.end() + 1] in ("克", "米", "卡"):
        run = run[:-1]
    value_of = _value(run)
    return (value_of, place + len(run)) if value_of is not None else None


def _multiplied(run: str) -> int:
    product = 1
    for character in run:
        product *= PLACES.get(character) or MYRIADS[character]
    return product


def _value(run: str) -> Decimal | None:
    """The value of characters such as 二十七, 一百零五, 二〇二六, 二点五; None where they are no number."""
    whole, _, decimals = run.replace("點", "点").partition("点")
    value = _whole(whole)
    if value is None or not decimals:
        return value
    return value + Decimal("0." + "".join(str(DIGITS[each]) for each in decimals))


def _whole(run: str) -> Decimal | None:
    if all(character in DIGITS for character in run):
        return Decimal("".join(str(DIGITS[character]) for character in run))
    if run[0] != "十" and run[0] not in DIGITS:
        return None
    total = section = 0
    digit: int | None = None
    last, after_zero = 0, False
    for character in run:
        if character in DIGITS:
            if digit:
                return None
            digit, after_zero = DIGITS[character] or None, after_zero or not DIGITS[character]
        elif character in PLACES:
            place = PLACES[character]
            if (last and last < MYRIADS["万"] and place >= last) or (digit is None and place != PLACES["十"]):
                return None
            section, digit, last, after_zero = section + (digit or 1) * place, None, place, False
        else:
            myriad = MYRIADS[character]
            section += digit or 0
            total = (total + section) * myriad if total < myriad else total + section * myriad
            section, digit, last, after_zero = 0, None, myriad, False
    if digit and last > PLACES["十"] and not after_zero:
        digit *= last // 10  # 一百二 is 120
    return Decimal(total + section + (digit or 0))


def _pair(run: str) -> tuple[tuple[Decimal, int], Decimal] | None:
    """The two numbers of 两三, 二三十, 十五六: the lower with how many characters belong to it, and the higher."""
    for place, (first, second) in enumerate(pairwise(run)):
        low, high = DIGITS.get(first), DIGITS.get(second)
        others = run[:place] + run[place + 2 :]
        if low and high and low < high and not (others and all(each in DIGITS for each in others)):
            below, above = _value(run[: place + 1] + run[place + 2 :]), _value(run[:place] + run[place + 1 :])
            return ((below, place + 1), above) if below is not None and above is not None else None
    return None
