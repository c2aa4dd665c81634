"""A language as layout needs it: what CLDR knows, and what `locale.toml` says instead."""

from __future__ import annotations

from typing import Literal, cast

from babel import Locale

from leafdeck.language.tags import direction as direction_of
from leafdeck.language.tags import likely, locale_of, normalise
from leafdeck.language.tags import script as script_of
from leafdeck.model import Language

LATIN = "Noto Sans"

PAPER_FONTS: dict[str, tuple[str, ...]] = {
    "Arab": ("Noto Sans Arabic", LATIN),
    "Armn": ("Noto Sans Armenian", LATIN),
    "Beng": ("Noto Sans Bengali", LATIN),
    "Deva": ("Noto Sans Devanagari", LATIN),
    "Ethi": ("Noto Sans Ethiopic", LATIN),
    "Geor": ("Noto Sans Georgian", LATIN),
    "Gujr": ("Noto Sans Gujarati", LATIN),
    "Guru": ("Noto Sans Gurmukhi", LATIN),
    "Hans": ("Noto Sans CJK SC", LATIN),
    "Hant": ("Noto Sans CJK TC", LATIN),
    "Hebr": ("Noto Sans Hebrew", LATIN),
    "Jpan": ("Noto Sans CJK JP", LATIN),
    "Khmr": ("Noto Sans Khmer", LATIN),
    "Knda": ("Noto Sans Kannada", LATIN),
    "Kore": ("Noto Sans CJK KR", LATIN),
    "Laoo": ("Noto Sans Lao", LATIN),
    "Mlym": ("Noto Sans Malayalam", LATIN),
    "Mymr": ("Noto Sans Myanmar", LATIN),
    "Orya": ("Noto Sans Oriya", LATIN),
    "Sinh": ("Noto Sans Sinhala", LATIN),
    "Taml": ("Noto Sans Tamil", LATIN),
    "Telu": ("Noto Sans Telugu", LATIN),
    "Thaa": ("Noto Sans Thaana", LATIN),
    "Thai": ("Noto Sans Thai", LATIN),
}
"""Families by script; Noto Sans for all others, and everywhere for the names in Latin letters."""

OFFICE_FONTS: dict[str, tuple[str, str, str]] = {
    "Arab": ("Arial", "", "Arial"),
    "Hebr": ("Arial", "", "Arial"),
    "Deva": ("Arial", "", "Nirmala UI"),
    "Beng": ("Arial", "", "Nirmala UI"),
    "Taml": ("Arial", "", "Nirmala UI"),
    "Thai": ("Arial", "", "Leelawadee UI"),
    "Hans": ("Arial", "Microsoft YaHei", ""),
    "Hant": ("Arial", "Microsoft JhengHei", ""),
    "Jpan": ("Arial", "Yu Gothic", ""),
    "Kore": ("Arial", "Malgun Gothic", ""),
}
"""Latin, East Asian and complex-script typefaces by script; Arial alone for all others."""

OFFICE_FONTS_OF_LANGUAGES: dict[str, tuple[str, str, str]] = {"ur": ("Arial", "", "Urdu Typesetting")}
"""Languages whose readers expect another hand than their script's."""

OFFICE_LOCALES = {"en": "en-GB", "ar": "ar-SA", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}
"""What Office proofs a language with, where CLDR's likely region would be another."""


def describe(
    tag: str,
    *,
    name: str = "",
    base: str = "",
    script: str = "",
    direction: str = "",
    digits: str = "",
    fonts: tuple[str, ...] = (),
    office_fonts: tuple[str, str, str] | None = None,
    office_locale: str = "",
) -> Language:
    """The language *tag*; what is given wins over what CLDR knows.

    *base* names the language whose formats serve one that CLDR lacks: without it such a language prints ISO dates.
    Digits are Latin unless asked otherwise, because a dose must be read the same by everybody.
    """
    own = locale_of(tag)
    written = script or script_of(tag if own or not base else base)
    language = normalise(tag).split("-")[0]
    english = own.get_display_name("en") if own else Locale("en").languages.get(language)
    return Language(
        tag=tag,
        script=written,
        direction=cast("Literal['ltr', 'rtl']", direction or direction_of(f"{language}-{written}")),
        autonym=name or _title(own.get_display_name(own) if own else None, written) or tag,
        english_name=english or name or tag,
        digits=cast("Literal['latn', 'native']", digits or "latn"),
        fonts=fonts or PAPER_FONTS.get(written, (LATIN,)),
        office_fonts=office_fonts
        or OFFICE_FONTS_OF_LANGUAGES.get(language)
        or OFFICE_FONTS.get(written, ("Arial", "", "")),
        office_locale=office_locale or _office_locale(base or tag),
    )


def is_known(tag: str) -> bool:
    """True where CLDR has at least a name for the language of *tag*."""
    return normalise(tag).split("-")[0] in Locale("en").languages


def _title(name: str | None, script: str) -> str:
    """*name* as a title, where CLDR writes `español` as running text does.

    Georgian has capitals in Unicode, but no capitalised words.
    """
    if not name or script not in ("Latn", "Cyrl", "Grek"):
        return name or ""
    return name[0].upper() + name[1:]


def _office_locale(tag: str) -> str:
    """Language and region, the likeliest region where *tag* names none: `de` is proofed as `de-DE`.

    The script stands in it only where the region would mean another one: `sr-Latn-RS`.
    """
    normal = normalise(tag)
    if normal in OFFICE_LOCALES:
        return OFFICE_LOCALES[normal]
    language, *rest = normal.split("-")
    region = next((part for part in (*rest, *likely(normal).split("-")[1:]) if len(part) in (2, 3)), "")
    plain = f"{language}-{region}" if region else language
    written = script_of(normal)
    return plain if script_of(plain) == written else "-".join(filter(None, (language, written, region)))
