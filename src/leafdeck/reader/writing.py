"""Inlines back into Markdown: the inverse of `read_inlines`."""

from __future__ import annotations

import re

from leafdeck.model import Citation, Inline, Plain, Strong, Term, Variable

# What the reader would take for a mark: an underscore only at the edge of a word, a tilde only beside another,
# `<` unless a space follows, `&` only where an entity may begin, `@` only where a citation may, `!` only at the end,
# where a link may follow.
_MARKS = re.compile(
    r"[\\*\[\]{}`]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~|<(?!\s)|&(?=[A-Za-z#])|(?<![\w.])@|!$"
    r"|\((?=\s*term\s*:)"
)


def write_inlines(inlines: tuple[Inline, ...]) -> str:
    """*inlines* as one line of Markdown; `read_inlines` gives them back.

    That holds for what `read_inlines` can give: no empty or adjacent Plain, no Strong in or beside a Strong, no
    white space at the edges of a Strong, no Term or Citation in a Term.
    """
    return "".join(_write(inline) for inline in inlines)


def _write(inline: Inline) -> str:
    match inline:
        case Plain(text):
            return _MARKS.sub(lambda mark: f"\\{mark[0]}", text)
        case Strong(inner):
            return f"**{write_inlines(inner)}**"
        case Term(inner, term):
            return f"[{write_inlines(inner)}](term:{term})"
        case Citation(claims):
            return f"[{'; '.join('@' + claim for claim in claims)}]"
        case Variable(name):
            return f"{{{name}}}"
