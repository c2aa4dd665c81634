"""Figures: the file is there and holds only shapes, and so are the words for those who cannot see it (WCAG 1.1.1)."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from leafdeck.check.drawings import Drawing, drawing
from leafdeck.check.levels import found
from leafdeck.check.passages import Content, blocks_of
from leafdeck.model import Figure, Finding, Place, plain


def _figures(content: Content) -> Iterator[Figure]:
    for topic in content.library.topics.values():
        yield from (block for block in blocks_of(topic) if isinstance(block, Figure))


def _drawings(content: Content) -> Iterator[tuple[str, Drawing]]:
    """The SVG files of content/figures/, by path."""
    for name, data in sorted(content.library.assets.items()):
        if name.startswith("figures/") and name.endswith(".svg"):
            yield f"content/{name}", drawing(data)


def broken_figure(content: Content) -> Iterator[Finding]:
    """The file of a figure must lie in content/figures/, and every drawing there must be one."""
    for figure in _figures(content):
        if figure.file not in content.library.figures:
            message = f"There is no picture `{figure.file}` in content/figures/."
            near = get_close_matches(figure.file, sorted(content.library.figures), 1)
            fix = f"Write `{near[0]}`." if near else "Put the file there, or mend its name."
            yield found("broken-figure", message, figure.place, fix)
    for path, drawn in _drawings(content):
        if drawn.broken is not None:
            line, why = drawn.broken
            fix = "Export it again as plain SVG, or remove it."
            yield found("broken-figure", f"The drawing cannot be used. {why}", Place(path, line), fix)


def drawing_not_plain(content: Content) -> Iterator[Finding]:
    """A drawing must hold shapes and nothing else: no words, no script, no style, nothing from outside."""
    for path, drawn in _drawings(content):
        for each in drawn.surplus:
            message = f"The drawing holds {each.what}, which is more than shapes."
            yield found("drawing-not-plain", message, Place(path, each.line), each.fix)


def no_alt(content: Content) -> Iterator[Finding]:
    """A figure must say in words what it shows."""
    for figure in _figures(content):
        if not plain(figure.alt.inlines):
            message = f"The figure `{figure.file}` has no words for those who cannot see it."
            fix = "Write one paragraph inside the figure that says what it shows."
            yield found("no-alt", message, figure.place, fix)
