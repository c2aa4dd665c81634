"""What all containers share: their opening line, their title, and the headings inside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from leafdeck.model import Text
from leafdeck.reader.attributes import ID_KEY, read_attributes
from leafdeck.reader.near import did_you_mean, one_of
from leafdeck.reader.outline import Node
from leafdeck.reader.reading import Reading


@dataclass(frozen=True, slots=True)
class Opened:
    """A container whose opening line has been understood."""

    node: Node
    name: str
    title: str
    attributes: dict[str, str]
    id: str
    """Where it stands, such as `fifteen/chart-1`."""

    @property
    def shown(self) -> str:
        """Its name as it is written, for messages."""
        return f"`:::{{{self.name}}}`"

    def words(self, reading: Reading, kind: str, part: str = "title") -> Text:
        """Its title as a message, whose id ends in *part*."""
        return reading.text(self.title, self.node, f"{self.id}/{part}", kind)


@dataclass(frozen=True, slots=True)
class Headed:
    """One third-level heading inside a container, with what stands under it."""

    node: Node
    below: list[Node]

    @property
    def shown(self) -> str:
        """Its words as they are written, for messages."""
        return f"`{self.node.words}`"


def open_container(reading: Reading, node: Node, id_: str, title: bool | None, known: Sequence[str] = ()) -> Opened:
    """The container *node*, whose attributes may be those *known*.

    *title* says whether it must have a title (True), may have one (None) or must not (False).
    """
    name, braces = (node.fence.name, node.fence.braces) if node.fence else ("", "")
    attributes, rest = read_attributes(braces)
    opened = Opened(node, name, node.words, attributes, id_)
    if rest:
        reading.problem("unknown-attribute", node.line, f"`{rest}` cannot be understood.", 'Write `key="value"`.')
    for key in attributes:
        if key not in known:
            shown = f"#{attributes[key]}" if key == ID_KEY else key
            fix = did_you_mean(key, known, one_of(known) if known else "Remove it.")
            reading.problem("unknown-attribute", node.line, f"`{shown}` means nothing in {opened.shown}.", fix)
    if title and not opened.title:
        reading.problem("missing-title", node.line, f"{opened.shown} has no title.", "Write it behind the braces.")
    if title is False and opened.title:
        message = f"{opened.shown} has no title: `{opened.title}` would be lost."
        reading.problem("stray-title", node.line, message, "Remove it, or write it inside.")
    return opened


def headed(reading: Reading, opened: Opened) -> list[Headed]:
    """The third-level headings of a container; what stands before the first is a finding."""
    parts: list[Headed] = []
    for node in opened.node.below:
        if node.kind == "heading" and node.level == 3:
            parts.append(Headed(node, []))
        elif node.kind == "heading":
            reading.problem("bad-heading", node.line, "Headings in a block have three `#`.", "Write `### Heading`.")
        elif parts:
            parts[-1].below.append(node)
        else:
            reading.problem("not-allowed-here", node.line, "This stands before the first heading of its block.",
                            "Write a `### Heading` above it.")  # fmt: skip
    for part in parts:
        if not part.node.words:
            reading.problem("missing-words", part.node.line, "This heading has no words.", "Write them behind `###`.")
    if not parts:
        reading.problem("missing-words", opened.node.line, f"{opened.shown} has no headings.",
                        "Write `### Heading` with what belongs under it.")  # fmt: skip
    return parts
