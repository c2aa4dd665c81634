"""The edition table, and the pure step from a piece to the HTML of its leaflet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from traceback import extract_tb
from typing import assert_never

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from markupsafe import Markup

from leafdeck.language import capitalised, format_number, partial_date
from leafdeck.leaflet.inline import NO_NUMBER, Fill, Inlines
from leafdeck.leaflet.shapes import QUIET_ZONE, bar, dots, qr_path
from leafdeck.model import (
    Block,
    Bullets,
    Callout,
    Case,
    Chart,
    Checklist,
    Faq,
    Figure,
    Finding,
    Only,
    Paragraph,
    Piece,
    Place,
    Plain,
    Publisher,
    Questions,
    Quote,
    Related,
    Stat,
    Steps,
    Table,
    Text,
    Timeline,
    TwoLists,
    Urgency,
)
from leafdeck.walk import query


@dataclass(frozen=True, slots=True)
class Edition:
    """One shape of a leaflet on paper."""

    template: str
    styles: tuple[str, ...]
    """Style sheets, the later overriding the earlier."""


EDITIONS: dict[str, Edition] = {
    "a4": Edition("leaflet.html", ("leaflet.css", "a4.css")),
}


FOLDER = "templates/leaflet"


class BrokenTemplateError(Exception):
    """A template of the project is no valid Jinja, or asks for what it is not given."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def plan(piece: Piece, templates: Mapping[str, str]) -> str:
    """The HTML of *piece* in its edition, complete but for the style sheets and pictures it names.

    *templates* are Jinja sources by path below `templates/leaflet/`. Words are values and never templates, and every
    one of them is escaped. KeyError: no such edition. MissingPhraseError: a template asks for a phrase `ui.toml`
    lacks. BrokenTemplateError: any other mistake in a template.
    """
    try:
        return _rendered(piece, templates)
    except TemplateError as error:
        place = _place(error, EDITIONS[piece.edition].template)
        said = (error.message or type(error).__name__).rstrip(".")
        message = f"The template cannot be used: {said}."
        fix = "Mend the template, or start again from the one that came with Leafdeck."
        raise BrokenTemplateError(Finding("broken-template", "error", message, place, fix)) from error


def _place(error: TemplateError, template: str) -> Place:
    """Where in the templates *error* came up, as near as Jinja tells."""
    if isinstance(error, TemplateSyntaxError):
        return Place(f"{FOLDER}/{error.name or template}", error.lineno)
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename.startswith(FOLDER)]
    return Place(frames[-1].filename, frames[-1].lineno or 0) if frames else Place(f"{FOLDER}/{template}")


def _rendered(piece: Piece, templates: Mapping[str, str]) -> str:
    edition = EDITIONS[piece.edition]
    inlines = Inlines(piece)
    language = piece.language

    def phrase(name: str, **fills: Fill) -> Markup:
        return inlines.run(piece.phrase(name), fills)

    def load(name: str) -> tuple[str, str, None] | None:
        return (templates[name], f"{FOLDER}/{name}", None) if name in templates else None

    def number(value: int | Decimal) -> str:
        return format_number(value, language)

    environment = Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "attributes": inlines.attributes,
        "bare": inlines.bare,
        "cite": lambda claim: inlines.citation((claim,)),
        "cite_after_figure": lambda claim: NO_NUMBER + inlines.citation((claim,)),
        "foreign": inlines.foreign,
        "macro": macro_of,
        "number": number,
        "run": inlines.run,
        "sentence": sentence,
        "when": lambda iso: partial_date(iso, language),
        "words": inlines.words,
    }
    template = environment.get_template(edition.template)
    return template.render(
        bar=bar,
        dots=lambda row: dots(row, mirrored=language.direction == "rtl"),
        edition=edition,
        families=", ".join(_css_string(family) for family in language.fonts),
        is_machine=lambda node: any(inlines.is_machine(text) for text in query(node)),
        page=Markup('<span class="page-number"></span>'),
        pages=Markup('<span class="page-count"></span>'),
        phrase=phrase,
        phrase_bare=lambda name, **fills: inlines.bare(piece.phrase(name), fills),
        piece=piece,
        qr_path=qr_path(piece.qr),
        qr_side=len(piece.qr) + 2 * QUIET_ZONE,
        titles=dict(piece.titles),
        document_title=document_title(piece),
    )


def sentence(text: Text) -> Text:
    """*text* with a capital: in its source it goes on from another word ("Now: call …"), here it stands alone."""
    match text.inlines:
        case (Plain(words), *rest):
            return replace(text, inlines=(Plain(capitalised(words, text.lang)), *rest))
        case _:
            return text


def document_title(piece: Piece) -> str:
    """The title of *piece* without marks, as it stands in a file's properties."""
    return Inlines(piece).bare(piece.title)


def macro_of(block: Block) -> str:
    """The macro of `blocks.html` that prints *block*."""
    match block:
        case Paragraph():
            return "paragraph"
        case Bullets():
            return "bullets"
        case Steps():
            return "steps"
        case Table():
            return "table"
        case Callout():
            return "callout"
        case Urgency():
            return "urgency"
        case Stat():
            return "stat"
        case Chart(kind="dots"):
            return "dot_chart"
        case Chart():
            return "bar_chart"
        case Timeline():
            return "timeline"
        case Figure():
            return "figure"
        case Quote():
            return "quote"
        case Questions():
            return "questions"
        case Checklist():
            return "checklist"
        case TwoLists():
            return "two_lists"
        case Faq():
            return "faq"
        case Case():
            return "case"
        case Related():
            return "related"
        case Publisher():
            return "publisher"
        case Only():
            raise TypeError("a piece holds no Only: assemble settles the region")
        case _:
            assert_never(block)


def _css_string(words: str) -> str:
    """*words* as a CSS string (CSS Syntax 3, 4.3.7)."""
    return '"' + "".join(c if c.isalnum() or c in " -_" else f"\\{ord(c):x} " for c in words) + '"'
