"""`locales/<language>/`: how a language is set, and its catalogs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from leafdeck.catalog import Catalog, parse
from leafdeck.language import describe, is_known, posix
from leafdeck.model import Finding, Language, Place
from leafdeck.project.files import OUTSIDE, is_absent, leads_out, read_bytes, shown
from leafdeck.project.toml import Table, checked, read_toml


class _Office(Table):
    latin: str = "Arial"
    east_asian: str = ""
    complex: str = ""


class _Locale(Table):
    name: str = ""
    base: str = ""
    script: str = ""
    dir: Literal["", "ltr", "rtl"] = ""
    digits: Literal["", "latn", "native"] = ""
    fonts: list[str] = []
    office: _Office | None = None
    office_locale: str = ""


@dataclass(frozen=True, slots=True)
class Locale:
    """One language of the project."""

    tag: str
    language: Language
    catalogs: Mapping[str, Catalog]
    """Catalog by domain: a topic's id, `ui` or `glossary`."""
    paths: Mapping[str, str]
    """Path of each catalog, relative to the root."""


def catalog_path(root: Path, tag: str, domain: str) -> Path:
    """Where the catalog of *domain* in the language *tag* lies (GNU gettext manual, 11.2.3)."""
    return root / "locales" / posix(tag) / "LC_MESSAGES" / f"{domain}.po"


def read_locale(root: Path, tag: str, domains: Sequence[str]) -> tuple[Locale | None, tuple[Finding, ...]]:
    """The language *tag* of the project at *root* with its catalogs for *domains*; a missing catalog is no mistake."""
    folder = root / "locales" / posix(tag)
    for inner in (folder, folder / "LC_MESSAGES"):
        if leads_out(inner, root):  # An update would write there.
            message, place = f"{shown(inner, root)} leads out of the project.", Place(shown(inner, root))
            return None, (Finding(OUTSIDE, "error", message, place, "Put the folder itself there.", tag),)
    document, findings = read_toml(folder / "locale.toml", root)
    if document is not None:
        record, findings = checked(_Locale, document)
    else:
        record = _Locale() if is_absent(findings) else None
    if record is None:
        return None, findings
    if not record.name and not is_known(tag) and not (record.base and is_known(record.base)):
        message = f"`{tag}` is no language that CLDR knows."
        fix = f"Mend the tag in leafdeck.toml, or give its `name` in locales/{posix(tag)}/locale.toml."
        place = Place(f"locales/{posix(tag)}/locale.toml")
        return None, (Finding("unknown-language", "error", message, place, fix, tag),)
    office = record.office
    language = describe(
        tag,
        name=record.name,
        base=record.base,
        script=record.script,
        direction=record.dir,
        digits=record.digits,
        fonts=tuple(record.fonts),
        office_fonts=(office.latin, office.east_asian, office.complex) if office else None,
        office_locale=record.office_locale,
    )
    found: list[Finding] = []
    catalogs: dict[str, Catalog] = {}
    paths: dict[str, str] = {}
    for domain in domains:
        path = catalog_path(root, tag, domain)
        name = shown(path, root)
        data, findings = read_bytes(path, root)
        if data is None:
            found += () if is_absent(findings) else findings
            continue
        catalog, findings = parse(name, data)
        found += findings
        if catalog is not None:
            catalogs[domain], paths[domain] = catalog, name
    return Locale(tag, language, catalogs, paths), tuple(found)
