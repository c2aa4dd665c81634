"""A plan's HTML as a tree to ask questions of; stricter than a browser: every element must be closed."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "img", "link", "meta"}


@dataclass
class Element:
    """One element of a plan."""

    tag: str
    attributes: dict[str, str]
    above: Element | None = None
    below: list[Element] = field(default_factory=list)
    words: str = ""
    """Of the element and all below it."""

    def all(self, *tags: str) -> list[Element]:
        """The elements below, in document order; of *tags* where they are given."""
        found = [each for child in self.below for each in (child, *child.all())]
        return [each for each in found if not tags or each.tag in tags]


class Tree(HTMLParser):
    """Builds the tree of a plan; AssertionError where an element is not closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.open = Element("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.open)
        self.open.below.append(element)
        self.open = self.open if tag in VOID else element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.below.append(Element(tag, {name: value or "" for name, value in attrs}, self.open))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.tag == tag, f"</{tag}> closes <{self.open.tag}>"
        assert self.open.above is not None
        self.open = self.open.above

    def handle_data(self, data: str) -> None:
        element: Element | None = self.open
        while element is not None:
            element.words += data
            element = element.above


def tree(html: str) -> Element:
    parser = Tree()
    parser.feed(html)
    parser.close()
    assert parser.open is parser.root
    return parser.root


def of_class(root: Element, name: str) -> list[Element]:
    return [each for each in root.all() if name in each.attributes.get("class", "").split()]
