"""The table of number words: one row a language. A language without a row has its figures checked, not its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

THIRD, TWO_THIRDS = (str(Decimal(count) / 3) for count in (1, 2))


@dataclass(frozen=True, slots=True, eq=False)
class Spelling:
    """How a language spells numbers. Words stand in lower case."""

    exact: Mapping[str, str]
    """Word -> value, where the word can mean nothing but a number."""
    soft: Mapping[str, str]
    """Word -> value, where it often means something else: an article, an ordinal, a share, a dual."""
    multipliers: Mapping[str, str]
    """Word -> 100 and more, that multiply what stands before them."""
    shares: Mapping[str, int] = field(default_factory=dict)
    """Word -> what it divides the number before it by: "two thirds"."""
    single_shares: Mapping[str, int] = field(default_factory=dict)
    """The same for words that divide nothing but one: "one third", "a third of"; elsewhere "third" is an ordinal."""
    joins: frozenset[str] = frozenset()
    """Words for "and" inside a number."""
    articles: frozenset[str] = frozenset()
    """Words that may stand after it: "two and a half"."""
    clitics: tuple[str, ...] = ()
    """What may be written together with the front of a word, longest first. The ones in `joins` join."""
    soft_endings: tuple[tuple[str, str], ...] = ()
    """Ending -> value of the words that carry a number in it."""
    ones_first: bool = False
    """27 is "seven and twenty"."""
    teens: bool = False
    """13 is "three ten", and every other part is joined with "and"."""
    compound: tuple[str, ...] = ()
    """Words that stand within numbers written as one word, beside the exact ones; empty where none is written so."""
    ordinals: tuple[str, ...] = ()
    """Endings that make an ordinal, and so a soft number, of a compound."""
    tails: tuple[str, ...] = ()
    """What a compound may begin: `zweimal`, `dreifache`."""
    units: Mapping[str, str] = field(default_factory=dict)
    """Words of a number that name its unit too, such as a dual, and tails of a compound that do: `dreijährige`."""


def _row(words: str, start: int = 0, step: int = 1) -> dict[str, str]:
    """Value of each of *words*, counted from *start*; spellings of one number are set apart by a slash."""
    return {
        word: str(start + step * index)
        for index, spellings in enumerate(words.split())
        for word in spellings.split("/")
    }


def _each(value: str, words: str) -> dict[str, str]:
    """*value* for each of *words*."""
    return dict.fromkeys(words.split(), value)


_ARABIC_TIMES = {
    "year": "سنة سنتان سنتين عام عامان عامين",
    "month": "شهر شهران شهرين",
    "week": "اسبوع اسبوعان اسبوعين",
    "day": "يوم يومان يومين",
    "hour": "ساعة ساعتان ساعتين",
    "minute": "دقيقة دقيقتان دقيقتين",
}

_ARABIC_GRAMS = {"": "g", "كيلو": "kg", "ملي": "mg", "مللي": "mg", "ميكرو": "µg", "مايكرو": "µg"}

_PRONOUNS = ("", "ه", "ها", "هما", "هم", "هن", "نا", "كم")


def _owned(value: str, nouns: str) -> dict[str, str]:
    """*value* for each of the Arabic *nouns*, alone and with the pronoun of whose share it is: half, half of them."""
    return {f"{noun}{pronoun}": value for noun in nouns.split() for pronoun in _PRONOUNS}


def _arabic_duals(singulars: str) -> dict[str, str]:
    """The masculine duals of *singulars*, which have no plural of the same letters.

    Feminine duals show by their ending, which few other words have.
    """
    return {f"{word}{end}": "2" for word in singulars.split() for end in ("ان", "ين")}


ENGLISH = Spelling(
    exact=_row(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen",
        2,
    )
    | _row("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
    | {"zero": "0", "half": "0.5", "twice": "2", "thrice": "3"},
    soft=_row(
        "one/once/single/first second/both/double/pair/couple third fourth fifth sixth seventh eighth ninth tenth", 1
    )
    | _row("eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth", 11)
    | _row("triple quadruple", 3)
    | {"halves": "0.5", "quarter": "0.25", "quarters": "0.25", "thirds": THIRD, "dozen": "12"},
    multipliers={"hundred": "100", "thousand": "1000", "million": "1000000", "billion": "1000000000"},
    shares={"thirds": 3, "quarters": 4},
    single_shares={"third": 3, "quarter": 4},
    joins=frozenset({"and"}),
    articles=frozenset({"a"}),
)

GERMAN = Spelling(
    exact=_row(
        "zwei/zwo/zweien/zweier drei/dreien/dreier vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
        "fünfzehn sechzehn siebzehn achtzehn neunzehn",
        2,
    )
    | _row("zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10)
    | {"null": "0", "anderthalb": "1.5", "einhalb": "0.5", "zweidrittel": TWO_THIRDS, "dreiviertel": "0.75"}
    | _each("0.5", "halb halbe halben halber halbes halbem hälfte"),
    soft=_row(
        "eins/ein/eine/einer/einem/einen/eines/einmal/einzige/einzigen beide/beiden/beider/beides/doppelt/paar", 1
    )
    | _row("erste/ersten/erster/erstes/erstem zweite/zweiten/zweiter/zweites dritte/dritten/dritter/drittes", 1)
    | _row("siebte/siebten/siebter/siebtes achte/achten/achter/achtes", 7)
    | _row("zweitens/verdoppelt dreifache/verdreifacht", 2)
    | _each(THIRD, "drittel dritteln")
    | _each("0.25", "viertel vierteln")
    | {"dutzend": "12"},
    multipliers={
        "hundert": "100",
        "tausend": "1000",
        "million": "1000000",
        "millionen": "1000000",
        "mio": "1000000",
        "milliarde": "1000000000",
        "milliarden": "1000000000",
    },
    shares={"drittel": 3, "dritteln": 3, "viertel": 4, "vierteln": 4},
    joins=frozenset({"und"}),
    ones_first=True,
    compound=("ein", "eins", "einhalb"),
    ordinals=("te", "ten", "ter", "tes", "tem", "ste", "sten", "ster", "stes", "stem"),
    tails=("mal", "fach", "fache", "fachen", "köpfig"),
    units={
        "jährig": "year",
        "monatig": "month",
        "wöchig": "week",
        "tägig": "day",
        "stündig": "hour",
        "minütig": "minute",
    }
    | {"prozentig": "%"},
)

# Spelled without vowel signs and with a bare alif, as `read` folds them.
ARABIC = Spelling(
    exact=_row(
        "اثنان/اثنين/اثنتان/اثنتين/اثنا/اثني/اثنتا/اثنتي ثلاثة/ثلاث اربعة/اربع خمسة/خمس ستة/ست سبعة/سبع "
        "ثمانية/ثماني/ثمان تسعة/تسع عشرة/عشر",
        2,
    )
    | _row(
        "عشرون/عشرين ثلاثون/ثلاثين اربعون/اربعين خمسون/خمسين ستون/ستين سبعون/سبعين ثمانون/ثمانين تسعون/تسعين", 20, 10
    )
    | _row(
        "مئتان/مئتين/مائتان/مائتين/مئتا/مئتي ثلاثمئة/ثلاثمائة اربعمئة/اربعمائة خمسمئة/خمسمائة ستمئة/ستمائة "
        "سبعمئة/سبعمائة ثمانمئة/ثمانمائة/ثمانيمئة تسعمئة/تسعمائة",
        200,
        100,
    )
    | {"الفان": "2000", "الفين": "2000", "مليونان": "2000000", "مليونين": "2000000"}
    | {"صفر": "0", "مرتان": "2", "مرتين": "2", "ضعفي": "2", "ضعفين": "2"}
    | _owned("0.5", "نصف")
    | _owned(THIRD, "ثلث")
    | _owned(TWO_THIRDS, "ثلثا ثلثي")
    | _owned("0.25", "ربع")
    | _each(TWO_THIRDS, "ثلثان ثلثين")
    | _each("2", "سنتان سنتين عامان عامين شهران شهرين اسبوعان اسبوعين يومان يومين ساعتان ساعتين دقيقتان دقيقتين")
    | _each("2", "غرامان غرامين")
    | _each("2", "شخصان شخصين مريضان مريضين مريضتان مريضتين طفلان طفلين دراستان دراستين جرعتان جرعتين"),
    soft=_row("واحد/واحدة/احد/احدى/مرة/اول/اولى ثان/ثاني/ثانية/كلا/كلتا/كلي/ضعف/مزدوج/ثنائي ثالث/ثالثة رابع/رابعة", 1)
    | _row("خامس/خامسة سادس/سادسة سابع/سابعة ثامن/ثامنة تاسع/تاسعة عاشر/عاشرة", 5)
    | _each("1", "سنة عام شهر اسبوع يوم ساعة دقيقة شخص مريض مريضة طفل دراسة جرعة")
    | _arabic_duals("علاج نوع دواء سبب هدف مرض امر شيء تقرير بحث مركز طبيب خيار سؤال فريق جزء قسم اختبار فحص جانب")
    | _arabic_duals("استخدام استعمال حدث عرض اثر رقم عنصر برنامج خبير مصدر بند فرد رجل مستشفي احتمال")
    | _each("2", "بالغان باحثان مشاركان مصابان")
    | _each("2", "كلاهما كليهما كلتاهما كلتيهما")
    | _each("1", "احدهم احدهما احداهما احداهن")
    | {"ارباع": "0.25"},
    multipliers={
        "مئة": "100",
        "مائة": "100",
        "الف": "1000",
        "الفا": "1000",
        "الاف": "1000",
        "مليون": "1000000",
        "مليونا": "1000000",
        "ملايين": "1000000",
        "مليار": "1000000000",
    },
    shares={"ارباع": 4},
    joins=frozenset({"و"}),
    clitics=("وبال", "وال", "فال", "بال", "كال", "ولل", "وب", "ول", "لل", "ال", "و", "ف", "ب", "ل", "ك"),
    soft_endings=(("تان", "2"), ("تين", "2")),
    ones_first=True,
    teens=True,
    units={word: unit for unit, words in _ARABIC_TIMES.items() for word in words.split()}
    | {"غرامان": "g", "غرامين": "g"},
)

SPELLINGS: Mapping[str, Spelling] = {"en": ENGLISH, "de": GERMAN, "ar": ARABIC}

PERCENT_WORDS = frozenset({"بالمئة", "بالمائة"})
"""Words that hold one of the multipliers and mean the percent sign."""

ONLY_AFTER_A_NUMBER = frozenset({"mio", "الاف", "ملايين", "million", "millionen", "billion", "milliarde", "milliarden"})
"""Multipliers that alone mean "very many"."""

UNIT_WORDS: Mapping[str, Mapping[str, str]] = {
    "": {"%": "%", "٪": "%", "°c": "°C", "° c": "°C", "℃": "°C", "°f": "°F", "° f": "°F", "℉": "°F", "µg": "µg"}
    | {"mcg": "µg", "iu": "IU"}
    | {unit: unit for unit in ("mg", "g", "kg", "ml", "cm", "mm")},
    "en": {"per cent": "%", "hrs": "hour", "h": "hour", "hourly": "hour", "milliliter": "ml", "millilitre": "ml"}
    | {"millilitres": "ml", "litre": "l", "litres": "l", "centimetres": "cm", "millimetres": "mm", "degrees": "°C"}
    | {"c": "°C", "f": "°F", "fahrenheit": "°F", "k": "K", "kelvin": "K", "international units": "IU"},
    "de": {"h": "hour", "tagen": "day", "jahren": "year", "jahres": "year", "monaten": "month", "wochen": "week"}
    | {"grad": "°C", "std.": "hour", "c": "°C", "f": "°F", "fahrenheit": "°F", "k": "K", "kelvin": "K", "ie": "IU"}
    | {"i. e.": "IU", "i.e.": "IU", "internationale einheiten": "IU"}
    | {f"{stem}{ending}": unit for stem, unit in GERMAN.units.items() for ending in ("", "e", "er", "es", "en", "em")},
    "ar": {"في المئة": "%", "في المائة": "%", "بالمئة": "%", "بالمائة": "%", "ملغ": "mg", "مغ": "mg", "مجم": "mg"}
    | {"مل": "ml", "درجات مئوية": "°C", "درجة": "°C", "عاما": "year", "اعوام": "year", "عام": "year", "سنين": "year"}
    | {"شهور": "month", "°مئوية": "°C", "° مئوية": "°C", "فهرنهايت": "°F", "درجة فهرنهايت": "°F", "كلفن": "K"}
    | {"درجات فهرنهايت": "°F", "وحدة دولية": "IU", "وحدات دولية": "IU", "كغ": "kg", "كجم": "kg", "كلغ": "kg"}
    | {f"{front}{gram}": unit for front, unit in _ARABIC_GRAMS.items() for gram in ("غرام", "غراما", "غرامات", "جرام")}
    | {"ملغم": "mg", "مكغ": "µg", "غم": "g", "جم": "g", "غ": "g"},
    # Without 月 and 日, which name days of the calendar.
    "zh": _each("year", "年 岁 歲 周岁 週歲 周年 週年")
    | _each("month", "个月 個月 月龄 月齡")
    | _each("day", "天 日龄 日齡")
    | _each("week", "周 週 个星期 個星期 星期 礼拜 个礼拜 個禮拜")
    | _each("hour", "小时 小時 个小时 個小時 钟头 个钟头 個鐘頭")
    | _each("minute", "分钟 分鐘")
    | _each("second", "秒 秒钟 秒鐘")
    | _each("°C", "度 摄氏度 攝氏度")
    | _each("°F", "华氏度 華氏度")
    | _each("K", "开尔文 k")
    | _each("IU", "国际单位 國際單位")
    | _each("kg", "公斤 千克")
    | _each("g", "克")
    | _each("mg", "毫克")
    | _each("µg", "微克")
    | _each("l", "升 公升")
    | _each("ml", "毫升")
    | _each("cm", "厘米 公分")
    | _each("mm", "毫米 公釐"),
}
"""Unit words beyond CLDR's by language; the first row stands in all. Bare degrees are Celsius: no other is printed."""

TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})


def value_of(word: str, spelling: Spelling) -> tuple[Decimal, bool] | None:
    """The value of *word* and whether it is soft, or None where it is no number."""
    if word in spelling.exact:
        return Decimal(spelling.exact[word]), False
    if word in spelling.multipliers:
        return Decimal(spelling.multipliers[word]), False
    if word in spelling.soft:
        return Decimal(spelling.soft[word]), True
    return next(((Decimal(value), True) for end, value in spelling.soft_endings if word.endswith(end)), None)
