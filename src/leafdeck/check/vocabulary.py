"""Words that promise too much, by idea and language, and signs that are no quantities: data for the checks.

An idea is what `allow` of a claim names; it is the same in every language. A pattern matches whole words, without
regard to case, Arabic without vowel signs; in the languages of `UNSPACED` it matches any row of characters. Patterns
leave out what is said of other things, such as "no wonder" or "Wundheilung". A language that is not here is not
judged.
"""

from __future__ import annotations

_AND_THE = "[وفبكل]{0,2}(?:ال|لل)?"
"""What Arabic writes together with the front of a noun."""

FORBIDDEN: dict[str, dict[str, str]] = {
    "en": {
        "cure": r"cures?|cured|curing|curative(?:ly)?|curable|curability|heals|eradicat(?:e|es|ed|ing|ion)",
        "breakthrough": r"break-?throughs?",
        "miracle": r"miracles?|miraculous(?:ly)?",
        "wonder": r"wonder[ -](?:drug|cure|treatment|therapy|medicine)s?|wonders",
        "game changer": r"game[ -]?chang(?:ers?|ing)",
        "guaranteed": r"guarante(?:e|es|ed|eing)",
        "100 %": r"100\s?(?:%|per ?cent)|hundred per ?cent",
        "revolution": r"revolutions?|revolutionary|revolutioni[sz](?:e|es|ed|ing)",
        "magic bullet": r"(?:magic|silver)[ -]bullets?",
        "risk-free": r"risk[ -]?free|(?:without|free of|free from) (?:any |all )?(?:risks?|side[ -]effects?)"
        r"|(?:completely|perfectly|totally) safe|no side[ -]effects?|no risks",
    },
    "de": {
        "cure": r"(?:krebs|lupus|rheuma|spontan|selbst|voll|aus)?heilung(?:en|s[\w-]+)?|(?:aus)?geheilt(?:e[mnrs]?)?"
        r"|(?:aus)?heilen|heilt|heilte[nt]?|heilende[mnrs]?|heilbar(?:e[mnrs]?|keit)?|kurativ(?:e[mnrs]?)?"
        r"|kurieren|kuriert(?:e[mnrst]?)?",
        "breakthrough": r"durchbr[uü]che?[ns]?",
        "miracle": r"(?<!kein )wunders?|wundersam(?:e[mnrs]?)?",
        "wonder": r"wunder(?:mittel|waffe|heilung|droge|medikament|therapie)[se]?n?",
        "game changer": r"game[ -]?changer[ns]?",
        "guaranteed": r"garantiert(?:e[mnrs]?)?|garantie|garantieren",
        "100 %": r"100\s?(?:%|prozent)|hundertprozentig(?:e[mnrs]?)?",
        "revolution": r"revolution(?:en)?|revolutionär(?:e[mnrs]?)?|revolutionier(?:en|t|te[nt]?)",
        "risk-free": r"risikofrei(?:e[mnrs]?)?|ohne (?:jedes |jegliches )?risiko|nebenwirkungs-?frei(?:e[mnrs]?)?"
        r"|(?:ohne|keine|frei von) (?:jede |jegliche )?nebenwirkungen|(?:völlig|absolut) sicher",
    },
    "ar": {
        "cure": rf"{_AND_THE}شفا(?:ء|ؤ|ئ)(?:ا|ه|ها|هم|هن|ك|كم|نا|ي)?"
        r"|[وف]?س?[يتن]شف(?:[ىي]|يان|ون|وا|ي(?:ك|كم|ه|ها|هم|نا|ني))|[وف]?شفي(?:ت|وا)?"
        rf"|{_AND_THE}شاف(?:ي(?:ة|ا)?)?",
        "breakthrough": rf"{_AND_THE}اختراق(?:ا)? (?:ال)?(?:علمي|طبي)(?:ا)?",
        "miracle": rf"{_AND_THE}معجز(?:[ةه]|ات)",
        "game changer": r"[وف]?[يت]غير قواعد اللعبة",
        "guaranteed": rf"{_AND_THE}مضمون(?:ة|ا)?",
        "100 %": r"(?:100|١٠٠)\s?[%٪]|مئة (?:في|ب)المئة|مائة (?:في|ب)المائة",
        "revolution": rf"{_AND_THE}ثور(?:ة|ي|ية)",
        "magic bullet": rf"{_AND_THE}رصاصة (?:ال)?سحرية|{_AND_THE}علاج(?:ا)? (?:ال)?سحري(?:ا)?",
        "risk-free": r"(?:بدون|بلا|دون) (?:أي )?(?:مخاطر|خطر|آثار جانبية)",
    },
    "zh": {
        "cure": r"(?<!不可)治[愈癒]|痊[愈癒]|根治|治好|[断斷除]根|一[劳勞]永逸|[彻徹]底(?:治|[清消]除)",
        "breakthrough": r"突破",
        "miracle": r"奇[迹跡蹟]|神奇|神效",
        "wonder": r"神[药藥]|[灵靈]丹|妙[药藥]|仙丹|特效[药藥]",
        "game changer": r"改[变變](?:游[戏戲]|治[疗療])?(?:[规規][则則]|格局)|[颠顛]覆",
        "guaranteed": r"保[证證]|[担擔]保|包治|包好",
        "100 %": r"(?<!\d)100\s?%|百分之(?:一?百)|百分百",
        "revolution": r"革命",
        "magic bullet": r"魔[弹彈]|[银銀][弹彈]|神奇子[弹彈]",
        "risk-free": r"(?:(?<!有)(?:[没沒]有|[无無])|零)(?:任何)?(?:[风風][险險](?!因素)|副作用|不良反[应應])"
        r"|(?:[绝絕][对對]|完全|百分百)安全",
    },
}
"""Language -> idea -> what names it."""

UNSPACED = frozenset({"zh"})
"""Languages that set no words apart, so that a pattern is looked for within any row of characters."""

NOT_QUANTITIES: dict[str, str] = {
    "en": r"24 hours a day|CC BY(?:-[A-Z]+)* \d\.\d|(?:phase|type|step|part|question|figure) \d+|one[ -]to[ -]one",
}
"""Language -> figures that count nothing a claim could give: round the clock, licences, names of phases and steps."""

PER_HUNDRED: dict[str, str] = {
    "en": r"(?: people)? (?:in|of|out of) (?:every |each )?(?:100|(?:a |one )?hundred)(?![\w.,]\d)\b",
}
"""Language -> how a percentage is said without its sign, after the figure."""

ALL_OF_THEM: dict[str, str] = {"en": "all|both|every|everyone|everybody|each"}
"""Language -> how the sentence of a claim says that a count is the whole group."""
