"""`locales/<language>/`: how a language is set, and its catalogs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from leafdeck.catalog import Catalog, parse
from leafdeck.language import describe, posix
from leafdeck.model import Finding, Language
from leafdeck.project.toml import Table, checked, read_toml, shown


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
    record: _Locale | None = _Locale()
    found: list[Finding] = []
    if (folder / "locale.toml").exists():
        document, findings = read_toml(folder / "locale.toml", root)
        found += findings
        record = None
        if document is not None:
            record, findings = checked(_Locale, document)
            found += findings
    if record is None:
        return None, tuple(found)
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
    catalogs: dict[str, Catalog] = {}
    paths: dict[str, str] = {}
    for domain in domains:
        path = catalog_path(root, tag, domain)
        if not path.exists():
            continue
        name = shown(path, root)
        catalog, findings = parse(name, path.read_bytes())
        found += findings
        if catalog is not None:
            catalogs[domain], paths[domain] = catalog, name
    return Locale(tag, language, catalogs, paths), tuple(found)
