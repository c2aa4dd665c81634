"""The marks inside a message, as rules of markdown-it (CommonMark 0.31; what is ours is described below).

Forbidden marks are parsed too: what is recognised can be named in a finding, what is not would be printed.
"""

from __future__ import annotations

import re
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token

_CITATION = re.compile(r"\[\s*@[^\[\]]*\]")
_VARIABLE = re.compile(r"\{[^{}]*\}")
_TARGET = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_ADDRESS = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]+:[^<>\s]*|[^<>\s@]+@[^<>\s@]+)>")


def read_marks(words: str) -> list[Token]:
    """The tokens of *words*, one line of Markdown. `meta["at"]` is the index in *words* where a token begins.

    A `text` token with `meta["words"]` holds plain words; one without holds a `*`, `_` or `~~` that found no partner.
    """
    state = _State(words, _MARKDOWN, {}, [])
    _MARKDOWN.inline.tokenize(state)
    for rule in _MARKDOWN.inline.ruler2.getRules(""):
        rule(state)
    return state.tokens


class _State(StateInline):
    """Remembers where tokens begin, and lets `**` stand against any character but white space."""

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        at = self.pos
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = at
        return token

    def pushPending(self) -> Token:  # noqa: N802 (markdown-it's name)
        at = self.pos - len(self.pending)
        token = super().pushPending()
        token.meta.update(at=at, words=True)
        return token

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803 (markdown-it's names)
        # CommonMark asks for a space or punctuation on the outer side of `**「x」**`, which scripts without spaces
        # (Chinese, Japanese, Thai) do not write: commonmark/commonmark-spec#650. Only the inner side counts here.
        scanned = super().scanDelims(start, canSplitWord)
        if self.src[start] != "*":
            return scanned
        end = start + scanned.length
        before = self.src[start - 1] if start else " "
        after = self.src[end] if end < self.posMax else " "
        return Scanned(not after.isspace(), not before.isspace(), scanned.length)


def _citation(state: StateInline, silent: bool) -> bool:
    """`[@a; @b]`, well formed or not."""
    return _take(state, silent, "citation", _CITATION)


def _variable(state: StateInline, silent: bool) -> bool:
    """`{name}`, well formed or not."""
    return _take(state, silent, "variable", _VARIABLE)


def _address(state: StateInline, silent: bool) -> bool:
    """`<https://…>` and `<name@host>`."""
    return _take(state, silent, "address", _ADDRESS)


def _take(state: StateInline, silent: bool, kind: str, pattern: re.Pattern[str]) -> bool:
    match = pattern.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push(kind, "", 0).content = match[0]
    state.pos = match.end()
    return True


def _link(state: StateInline, silent: bool) -> bool:
    """`[words](target)`, and pictures with `!` before; the target is judged later, so that every one is named."""
    start, limit = state.pos, state.posMax
    picture = state.src.startswith("![", start)
    if not picture and state.src[start] != "[":
        return False
    label = start + picture
    end = parseLinkLabel(state, label, disableNested=True)
    target = _TARGET.match(state.src, end + 1, limit) if end >= 0 else None
    if target is None:
        return False
    if not silent and picture:
        state.push("picture", "", 0).content = state.src[start : target.end()]
    elif not silent:
        state.push("link_open", "a", 1).content = target[1]
        state.pos, state.posMax = label + 1, end
        state.md.inline.tokenize(state)
        state.push("link_close", "a", -1)
    state.pos, state.posMax = target.end(), limit
    return True


def _inline_parser() -> MarkdownIt:
    markdown = MarkdownIt("zero", {"html": True})
    markdown.enable(["escape", "backticks", "strikethrough", "emphasis", "html_inline", "entity"])
    # Unmatched signs must stay apart from the words around them, or nobody could point at them.
    markdown.inline.ruler2.disable("fragments_join")
    for name, rule in (("citation", _citation), ("variable", _variable), ("our_link", _link), ("address", _address)):
        markdown.inline.ruler.before("html_inline", name, rule)
    return markdown


_MARKDOWN = _inline_parser()
