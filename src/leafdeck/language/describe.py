"""A language as layout needs it: what CLDR knows, and what `locale.toml` says instead."""

from __future__ import annotations

from typing import Literal, cast

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from leafdeck.language.tags import direction as direction_of
from leafdeck.language.tags import normalise, posix
from leafdeck.language.tags import script as script_of
from leafdeck.model import Language

LATIN = "Noto Sans"

PAPER_FONTS: dict[str, tuple[str, ...]] = {
    "Latn": (LATIN,),
    "Cyrl": (LATIN,),
    "Grek": (LATIN,),
    "Arab": ("Noto Sans Arabic", LATIN),
    "Hebr": ("Noto Sans Hebrew", LATIN),
    "Deva": ("Noto Sans Devanagari", LATIN),
    "Beng": ("Noto Sans Bengali", LATIN),
    "Taml": ("Noto Sans Tamil", LATIN),
    "Thai": ("Noto Sans Thai", LATIN),
    "Ethi": ("Noto Sans Ethiopic", LATIN),
    "Hans": ("Noto Sans CJK SC",),
    "Hant": ("Noto Sans CJK TC",),
    "Jpan": ("Noto Sans CJK JP",),
    "Kore": ("Noto Sans CJK KR",),
}
"""Families by script; names in Latin letters stand in every language, so each list can set them."""

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

    *base* names the language whose formats serve one that CLDR lacks. Digits are Latin unless asked otherwise,
    because a dose must be read the same by everybody.
    """
    known = _locale(tag) or _locale(base) or Locale("en")
    own = _locale(tag)
    written = script or script_of(tag if own or not base else base)
    return Language(
        tag=tag,
        script=written,
        direction=cast("Literal['ltr', 'rtl']", direction or direction_of(f"{tag.split('-')[0]}-{written}")),
        autonym=name or (own.get_display_name(own) if own else None) or tag,
        english_name=(own.get_display_name("en") if own else None) or name or tag,
        digits=cast("Literal['latn', 'native']", digits or "latn"),
        fonts=fonts or PAPER_FONTS.get(written, (LATIN,)),
        office_fonts=office_fonts or OFFICE_FONTS.get(written, ("Arial", "", "")),
        office_locale=office_locale or OFFICE_LOCALES.get(tag) or _office_locale(known),
    )


def _locale(tag: str) -> Locale | None:
    if not tag:
        return None
    try:
        return Locale.parse(posix(normalise(tag)))
    except (UnknownLocaleError, ValueError):
        return None


def _office_locale(locale: Locale) -> str:
    """Language and region, the likeliest region where *locale* names none: `de` is proofed as `de-DE`."""
    if locale.territory:
        return f"{locale.language}-{locale.territory}"
    parts = str(get_global("likely_subtags").get(locale.language, locale.language)).split("_")
    return f"{parts[0]}-{parts[-1]}" if len(parts) > 1 else parts[0]
