"""Words that promise too much, by idea and language, and signs that are no quantities: data for the checks.

An idea is what `allow` of a claim names; it is the same in every language. A pattern matches whole words, without regard
to case, in NFC. Patterns leave out what is said of other things, such as "no wonder" or "Krankenversicherungsgarantie".
A language that is not here is not judged.
"""

from __future__ import annotations

FORBIDDEN: dict[str, dict[str, str]] = {
    "en": {
        "cure": r"cures?|cured|curing|curative|curable",
        "breakthrough": r"break-?throughs?",
        "miracle": r"miracles?|miraculous(?:ly)?",
        "wonder": r"wonder[ -](?:drug|cure|treatment|therapy|medicine)s?|wonders",
        "game changer": r"game[ -]chang(?:ers?|ing)",
        "guaranteed": r"guarante(?:e|es|ed|eing)",
        "100 %": r"100\s?(?:%|per ?cent)|hundred per ?cent",
        "revolution": r"revolutions?|revolutionary|revolutioni[sz](?:e|es|ed|ing)",
        "magic bullet": r"(?:magic|silver) bullets?",
        "risk-free": r"risk[ -]free|without (?:any )?risks?|(?:completely|perfectly|totally) safe|no side effects",
    },
    "de": {
        "cure": r"heilung|heilungen|geheilt(?:e[mnrs]?)?|heilen|heilt|heilte[nt]?|heilbar(?:e[mnrs]?)?|kurativ(?:e[mnrs]?)?",
        "breakthrough": r"durchbr[uü]che?n?",
        "miracle": r"wunder|wundersam(?:e[mnrs]?)?",
        "wonder": r"wunder(?:mittel|waffe|heilung|droge|medikament)s?n?e?",
        "guaranteed": r"garantiert(?:e[mnrs]?)?|garantie|garantieren",
        "100 %": r"100\s?(?:%|prozent)|hundertprozentig(?:e[mnrs]?)?",
        "revolution": r"revolution|revolutionär(?:e[mnrs]?)?|revolutioniert",
        "risk-free": r"risikofrei(?:e[mnrs]?)?|ohne (?:jedes )?risiko|ohne nebenwirkungen|(?:völlig|absolut) sicher",
    },
    "ar": {
        "cure": r"(?:[وفبكل]{0,2}(?:ال|لل)?)?شفاء(?:ً|ا|ه|ها|هم)?|[وف]?[يتن]شفى|[وف]?شُ?في(?:ت|وا)?",
        "breakthrough": r"[وبل]?(?:ال)?اختراق(?:ا|ً|اً)? (?:علمي|طبي)(?:ا|ً|اً)?",
        "miracle": r"[وبل]?(?:ال|لل)?معجز(?:ة|ات)",
        "guaranteed": r"[وبل]?(?:ال)?مضمون(?:ة|ا|ً|اً)?",
        "100 %": r"(?:100|١٠٠)\s?[%٪]|مئة (?:في|ب)المئة|مائة (?:في|ب)المائة",
        "risk-free": r"(?:بدون|بلا|دون) (?:أي )?(?:مخاطر|خطر|آثار جانبية)",
    },
}
"""Language -> idea -> what names it."""

NOT_QUANTITIES: dict[str, str] = {
    "en": r"24[ -]hours?(?: a day)?|(?:phase|type|step|part|question|figure) \d+|one[ -]to[ -]one",
}
"""Language -> figures that count nothing a claim could give: round the clock, names of phases and steps."""
