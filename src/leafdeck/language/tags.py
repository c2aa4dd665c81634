"""Language tags (BCP 47, RFC 5646): their shape, their script, their direction, and what they fall back to."""

from __future__ import annotations

import re
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.core import get_global

_SHAPE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?")
_EXTENSION = re.compile(r"-[A-Za-z0-9]-")
_MODIFIERS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab"}
_RIGHT_TO_LEFT = frozenset({"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"})


def is_tag(text: str) -> bool:
    """True where *text* is a language tag of the kind a project may name: language, script, region.

    Nothing else passes, because a tag becomes the name of a folder.
    """
    return _SHAPE.fullmatch(text) is not None


def normalise(tag: str) -> str:
    """*tag* with its parts in the usual case, joined by hyphens; empty where *tag* names no language.

    Reads BCP 47 and POSIX spellings (`es_ES.UTF-8`, `sr@latin`), drops extensions (`ar-u-nu-latn`) and resolves
    CLDR's language aliases (`prs` is `fa-AF`, `sh` is `sr-Latn`).
    """
    main, _, modifier = tag.partition("@")
    main = _EXTENSION.split(main.split(".")[0].replace("_", "-"))[0]
    language, *rest = [part for part in main.split("-") if part] or [""]
    if modifier in _MODIFIERS and not any(map(_is_script, rest)):
        rest.insert(0, _MODIFIERS[modifier])
    language, *implied = get_global("language_aliases").get(language.lower(), language.lower()).split("_")
    lengths = {len(part) for part in rest}
    rest = [*(part for part in implied if len(part) not in lengths), *rest]
    return "-".join([language, *(_cased(part) for part in sorted(rest, key=_is_script, reverse=True))])


def _is_script(part: str) -> bool:
    return len(part) == 4 and part.isalpha()


def _cased(part: str) -> str:
    if _is_script(part):
        return part.title()
    return part.upper() if len(part) < 4 else part.lower()


def script(tag: str) -> str:
    """The ISO 15924 code of the script *tag* is written in, as likely as CLDR knows; `Latn` where it does not."""
    parts = normalise(tag).split("-")
    written = parts if any(map(_is_script, parts[1:])) else likely(tag).split("-")
    return next(filter(_is_script, written[1:]), "Latn")


def likely(tag: str) -> str:
    """*tag* with the script and the region most of its readers use (CLDR likely subtags); *tag* where CLDR has none."""
    parts = normalise(tag).split("-")
    known = get_global("likely_subtags")
    found = next((known[key] for key in ("_".join(parts), parts[0]) if key in known), None)
    return str(found).replace("_", "-") if found else "-".join(parts)


def direction(tag: str) -> Literal["ltr", "rtl"]:
    """The direction the script of *tag* runs in."""
    return "rtl" if script(tag) in _RIGHT_TO_LEFT else "ltr"


def text_chain(tag: str) -> tuple[str, ...]:
    """The languages whose words a reader of *tag* can read, *tag* first: the same language in the same script.

    CLDR's parents serve formats, not words: they would give readers of Haitian Creole French.
    """
    start = normalise(tag)
    language, written = start.split("-")[0], script(start)
    parents = get_global("parent_exceptions")
    chain, current = [start], start.replace("-", "_")
    while (current in parents or "_" in current) and current != "root":
        current = parents.get(current) or current.rsplit("_", 1)[0]
        chain.append(current.replace("_", "-"))
    chain += [f"{language}-{written}", language]
    fit = [each for each in chain if each.split("-")[0] == language and script(each) == written]
    return tuple(dict.fromkeys(fit))


def posix(tag: str) -> str:
    """*tag* as gettext names its folder: `pt-BR` lies in `pt_BR`."""
    return tag.replace("-", "_")


def tag_of(folder: str) -> str:
    """The tag of a folder of catalogs; the inverse of `posix`."""
    return folder.replace("_", "-")


def locale_of(tag: str) -> Locale | None:
    """What CLDR knows of *tag*, or of its language where the two share a script; None where it knows nothing.

    Babel reads `ku-Arab` as Kurdish in Latin letters; such data would put one script into another's words.
    """
    normal = normalise(tag)
    for each in (normal, normal.split("-")[0]):
        try:
            found = Locale.parse(posix(each)) if each else None
        except (UnknownLocaleError, ValueError):
            continue
        if found is not None and script(str(found)) == script(normal):
            return found
    return None
