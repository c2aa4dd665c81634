"""`content/sources.json`: the registry of sources, as Zotero exports it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from leafdeck.model import Finding, Place, Source
from leafdeck.project.files import read_file, shown
from leafdeck.project.lines import unseen

PRINTED = ("title", "container-title", "author", "issued", "volume", "issue", "page", "number", "DOI", "URL")
"""Fields of a record that reach a reader; abstracts and notes may hold what they like."""


def read_sources(root: Path) -> tuple[dict[str, Source], tuple[Finding, ...]]:
    """`content/sources.json` (CSL-JSON 1.0.2) by source id."""
    path = root / "content/sources.json"
    words, findings = read_file(path, root)
    if words is None:
        return {}, findings
    name = shown(path, root)
    try:
        entries = json.loads(words)
    except json.JSONDecodeError as error:
        place = Place(name, error.lineno, error.colno)
        return {}, (Finding("json-syntax", "error", f"{error.msg}.", place, "Mend the JSON syntax there."),)
    except (ValueError, RecursionError):
        message = "A figure is too long, or brackets are nested too deep."
        return {}, (Finding("json-syntax", "error", message, Place(name), "Export the sources again."),)
    if not isinstance(entries, list):
        return {}, (
            Finding(
                "wrong-value",
                "error",
                "The file holds no list.",
                Place(name, 1),
                "Write a list of CSL objects.",
            ),
        )
    sources: dict[str, Source] = {}
    found: list[Finding] = []
    for index, entry in enumerate(entries):
        id_ = str(entry.get("id", "")) if isinstance(entry, dict) else ""
        place = _place_of(words, name, id_)
        problem = _source_problem(entry, id_, sources)
        if problem:
            found.append(
                Finding(
                    "bad-source",
                    "error",
                    f"Source {index + 1} {problem}.",
                    place,
                    "Complete the CSL-JSON record.",
                )
            )
            continue
        sources[id_] = _source(entry, id_, place)
    return sources, tuple(found)


def _place_of(words: str, name: str, id_: str) -> Place:
    where = re.search(rf'"id"\s*:\s*{re.escape(json.dumps(id_))}', words)
    return Place(name, words.count("\n", 0, where.start()) + 1) if where else Place(name, 1)


def _source_problem(entry: object, id_: str, known: Mapping[str, Source]) -> str:
    if not isinstance(entry, dict):
        return "is no object"
    if not id_:
        return "has no `id`"
    if id_ in known:
        return f"repeats the id `{id_}`"
    if not str(entry.get("title", "")).strip():
        return f"(`{id_}`) has no `title`"
    authors = entry.get("author", [])
    if not isinstance(authors, list) or not all(isinstance(author, dict) for author in authors):
        return f"(`{id_}`) has an `author` that is no list of names"
    if problem := unseen(json.dumps([entry.get(field) for field in PRINTED], ensure_ascii=False)):
        return f"(`{id_}`) {problem}"
    return ""


def _source(entry: Mapping[str, Any], id_: str, place: Place) -> Source:
    def words(key: str) -> str:
        value = entry.get(key)
        return "" if value is None else str(value)

    authors = [_author(author) for author in entry.get("author", [])]
    return Source(
        id=id_,
        authors=tuple(author for author in authors if author != "et al."),
        more_authors="et al." in authors,
        title=words("title"),
        container=words("container-title"),
        issued=_issued(entry.get("issued")),
        volume=words("volume"),
        issue=words("issue"),
        page=words("page"),
        doi=words("DOI"),
        pmid=words("PMID"),
        url=words("URL"),
        number=words("number"),
        note=words("note"),
        place=place,
    )


def _author(author: Mapping[str, Any]) -> str:
    if "literal" in author:
        return str(author["literal"])
    initials = "".join(part[0] for part in re.split(r"[\s.-]+", str(author.get("given", ""))) if part)
    return f"{author.get('family', '')} {initials}".strip()


def _issued(issued: object) -> str:
    if not isinstance(issued, dict):
        return str(issued or "")
    parts = issued.get("date-parts", [[]])
    if parts and parts[0]:
        year, *rest = parts[0]
        return "-".join([str(year), *(f"{int(part):02d}" for part in rest)])
    return str(issued.get("raw") or issued.get("literal") or "")
