"""Language tags (BCP 47, RFC 5646): their shape, their script, their direction, and what they fall back to."""

from __future__ import annotations

import re
from typing import Literal

from babel.core import get_global

_SHAPE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?")
_MODIFIERS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab"}
_RIGHT_TO_LEFT = frozenset({"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"})


def is_tag(text: str) -> bool:
    """True where *text* is a language tag of the kind a project may name: language, script, region.

    Nothing else passes, because a tag becomes the name of a folder.
    """
    return _SHAPE.fullmatch(text) is not None


def normalise(tag: str) -> str:
    """*tag* with its parts in the usual case, joined by hyphens.

    Reads BCP 47 and POSIX spellings (`es_ES.UTF-8`, `sr@latin`), drops Unicode extensions (`ar-u-nu-latn`) and
    resolves CLDR's language aliases (`prs` is `fa-AF`).
    """
    main, _, modifier = tag.split(".")[0].partition("@")
    parts = [part for part in re.split(r"-u-|-x-", main.replace("_", "-"))[0].split("-") if part]
    if modifier in _MODIFIERS:
        parts.insert(1, _MODIFIERS[modifier])
    language = parts[0].lower()
    alias = get_global("language_aliases").get(language, language).split("_")
    parts[:1] = alias if len(parts) == 1 else alias[:1]
    return "-".join([parts[0], *(_cased(part) for part in parts[1:])])


def _cased(part: str) -> str:
    if len(part) == 4:
        return part.title()
    return part.upper() if len(part) < 4 else part.lower()


def script(tag: str) -> str:
    """The ISO 15924 code of the script *tag* is written in, as likely as CLDR knows; `Latn` where it does not."""
    parts = normalise(tag).split("-")
    if len(parts) > 1 and len(parts[1]) == 4:
        return parts[1]
    likely = get_global("likely_subtags")
    found = next((likely[key] for key in ("_".join(parts), parts[0]) if key in likely), None)
    return str(found).split("_")[1] if found else "Latn"


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
