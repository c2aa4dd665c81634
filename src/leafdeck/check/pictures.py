"""Figures: the file is there, and so are the words for those who cannot see it (WCAG 2.2, 1.1.1)."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from leafdeck.check.levels import found
from leafdeck.check.passages import Content, blocks_of
from leafdeck.model import Figure, Finding, plain


def _figures(content: Content) -> Iterator[Figure]:
    for topic in content.library.topics.values():
        yield from (block for block in blocks_of(topic) if isinstance(block, Figure))


def broken_figure(content: Content) -> Iterator[Finding]:
    """The file of a figure must lie in content/figures/."""
    for figure in _figures(content):
        if figure.file not in content.library.figures:
            message = f"There is no picture `{figure.file}` in content/figures/."
            near = get_close_matches(figure.file, sorted(content.library.figures), 1)
            fix = f"Write `{near[0]}`." if near else "Put the file there, or mend its name."
            yield found("broken-figure", message, figure.place, fix)


def no_alt(content: Content) -> Iterator[Finding]:
    """A figure must say in words what it shows."""
    for figure in _figures(content):
        if not plain(figure.alt.inlines):
            message = f"The figure `{figure.file}` has no words for those who cannot see it."
            fix = "Write one paragraph inside the figure that says what it shows."
            yield found("no-alt", message, figure.place, fix)
