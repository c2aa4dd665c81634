"""What a drawing of content/figures/ may hold: shapes and paths in plain attributes, nothing that says or does more.

Words in a drawing would reach no translator and no screen reader; styles, scripts and references to other files show
one thing here and another there. A table of what may stand refuses them all, those nobody has thought of included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

SVG = "http://www.w3.org/2000/svg"
ELEMENTS = frozenset(
    {"svg", "defs", "g", "use", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon"}
)  # fmt: skip
ATTRIBUTES = frozenset(
    {
        "viewBox", "width", "height", "id", "href", "transform",
        "d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry",
        "fill", "fill-rule", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray",
    }
)  # fmt: skip
_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)"
_EXTENT = r"(?=[\d.]*[1-9])(?:\d+\.?\d*|\.\d+)"
_VIEW_BOX = re.compile(rf"\s*(?:{_NUMBER}[\s,]+){{2}}{_EXTENT}[\s,]+{_EXTENT}\s*")


@dataclass(frozen=True, slots=True)
class Surplus:
    """Something in a drawing that is more than shapes."""

    line: int
    what: str
    fix: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG file, as far as it can be read."""

    surplus: tuple[Surplus, ...]
    """In order of line."""
    broken: tuple[int, str] | None
    """The line from which it cannot be read, and why; None where it can."""


def drawing(data: bytes) -> Drawing:
    """The SVG file *data*. Nothing it names is loaded, and nothing in it is expanded."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    reading = _Reading(parser)
    parser.StartElementHandler = reading.begin
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.words
    parser.ProcessingInstructionHandler = reading.instruction
    parser.StartDoctypeDeclHandler = reading.doctype
    try:
        parser.Parse(data, True)
    except expat.ExpatError as mistake:
        return _unread(parser, f"{expat.ErrorString(mistake.code).capitalize()}.")
    except _DoctypeError:
        return _unread(parser, "It declares a document type.")
    except (LookupError, ValueError):
        return _unread(parser, "Its encoding is not UTF-8.")
    broken = reading.unusable()
    return Drawing(() if broken else tuple(sorted(reading.found(), key=lambda one: one.line)), broken)


def _unread(parser: expat.XMLParserType, why: str) -> Drawing:
    return Drawing((), (parser.CurrentLineNumber, why))


class _DoctypeError(Exception):
    """The file must be read no further: entities it declares could grow without end."""


@dataclass(slots=True)
class _Reading:
    """What has been seen of one file."""

    parser: expat.XMLParserType
    surplus: list[Surplus] = field(default_factory=list)
    root: tuple[str, str] | None = None
    """Its name and its `viewBox`."""
    open: list[str] = field(default_factory=list)
    shapes: set[str] = field(default_factory=set)
    """Ids inside `<defs>`."""
    uses: list[tuple[int, str]] = field(default_factory=list)

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        space, _, bare = name.rpartition(" ")
        if self.root is None:
            self.root = (name, attributes.get("viewBox", ""))
        if space != SVG or bare not in ELEMENTS:
            self._add(f"the element <{bare}>", "Draw it with shapes and paths; words belong in the topic.")
        for key, value in attributes.items():
            if key not in ATTRIBUTES:
                self._add(f"the attribute `{key.rpartition(' ')[2]}`", "Write plain attributes such as `fill`.")
            elif "(" in value and key != "transform":
                self._add(f"`{key}` with brackets", "Write a colour or a number.")
        if "defs" in self.open:
            self.shapes.update({attributes["id"]} if "id" in attributes else ())
        if bare == "use":
            self._use(attributes.get("href", ""))
        self.open.append(bare)

    def _use(self, target: str) -> None:
        # Shapes that use shapes could use themselves.
        if "defs" in self.open:
            self._add("<use> inside <defs>", "Draw the shape there, and use it outside.")
        self.uses.append((self.parser.CurrentLineNumber, target))

    def end(self, _name: str) -> None:
        self.open.pop()

    def words(self, words: str) -> None:
        if words.strip():
            self._add("words", "Write them in the topic, as the caption or the description of the figure.")

    def instruction(self, target: str, _data: str) -> None:
        self._add(f"the instruction <?{target}?>", "Remove it.")

    def doctype(self, *_of: object) -> None:
        raise _DoctypeError

    def _add(self, what: str, fix: str) -> None:
        self.surplus.append(Surplus(self.parser.CurrentLineNumber, what, fix))

    def unusable(self) -> tuple[int, str] | None:
        name, view_box = self.root or ("", "")
        if name != f"{SVG} svg":
            return 1, "It is no SVG."
        if not _VIEW_BOX.fullmatch(view_box):
            return 1, "It has no `viewBox` of four numbers."
        return None

    def found(self) -> Iterator[Surplus]:
        yield from self.surplus
        for line, target in self.uses:
            if target.removeprefix("#") not in self.shapes or not target.startswith("#"):
                yield Surplus(line, f"<use> of `{target}`", "Name a shape of its own <defs>: `#id`.")
