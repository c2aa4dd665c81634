"""One message: words of the source or of a translation into inlines. The only inline parser of the project."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it.token import Token

from leafdeck.model import Citation, Finding, Inline, Place, Plain, Strong, Term, Text, Variable
from leafdeck.reader.characters import character_name, collapse, forbidden, origin, special_hyphen
from leafdeck.reader.marks import read_marks

Locate = Callable[[int], Place]
"""The place of the character at an index of the words as they were written."""

ID = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")
"""An id of a claim, a glossary entry or a topic."""
_NAME = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
_LOOSE_ID = re.compile(r"[A-Za-z0-9][\w-]*")

_FORBIDDEN: dict[str, tuple[str, str, str]] = {
    "em_open": ("emphasis", "Emphasis with one sign is not part of the format", "Write `**words**`, or drop the sign."),
    "s_open": ("strikethrough", "Struck-out words are not part of the format", "Delete the words, or the signs."),
    "code_inline": ("code", "Code spans are not part of the format", "Remove the back-ticks."),
    "html_inline": ("html", "HTML is not part of the format", "Remove it, or write `\\<` for the sign itself."),
    "picture": ("picture", "A picture cannot stand inside a sentence", "Write a `:::{figure …}` block."),
    "address": ("address", "An address in angle brackets is not part of the format", "Write it without the brackets."),
}  # fmt: skip
"""Token types of what is recognised and refused: finding, what is wrong, how to mend it."""

_BRACKETS = "Write `[words](term:id)` or `[@claim]` without spaces between the parts, or `\\[` for the sign itself."
_STRAYS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("stray-mark", re.compile(r"[\[\]]"), _BRACKETS),
    ("stray-mark", re.compile(r"[{}]"), "Write `{name}`, or `\\{` for the sign itself."),
    ("stray-mark", re.compile(r"`+"), "Remove it, or write `\\`` for the sign itself."),
    ("bad-citation", re.compile(r"(?<![\w.])@\s?[A-Za-z0-9][\w-]*"), "Write `[@claim]`, or `\\@` for the sign itself."),
    ("bad-link", re.compile(r"\(\s*term\s*:"), "Write `[words](term:id)`, the two brackets side by side."),
)
"""What looks like a mark and is left over among plain words."""
_FULL_WIDTH = re.compile(r"［\s*[@＠]|＊＊|｛[\w-]+｝|（\s*term\s*[:：]")


def read_inlines(source: str, place: Place) -> tuple[tuple[Inline, ...], tuple[Finding, ...]]:
    """The inlines of *source*, one message in Markdown, and every mistake in it.

    *place* is where the first character of *source* stands. White space is collapsed first, so that adjacent Plain
    inlines, empty ones and line ends never occur. Where there are findings the inlines still hold all words.
    """
    return parse(source, _from(source, place))


def read_text(
    source: str, *, id: str, place: Place, kind: str, note: str = "", context: str = ""  # noqa: A002 (the field's name)
) -> tuple[Text, tuple[Finding, ...]]:  # fmt: skip
    """The Text of one message in Markdown, its source with white space collapsed, and every mistake in it."""
    inlines, findings = read_inlines(source, place)
    return Text(inlines, collapse(source), id, place, kind, note, context), findings


def parse(source: str, locate: Locate) -> tuple[tuple[Inline, ...], tuple[Finding, ...]]:
    """As `read_inlines`, where the caller knows the place of each character."""
    message = _Message(source, locate)
    for token in read_marks(message.words):
        message.add(token)
    message.check_characters()
    return tuple(message.open[0][1]), tuple(sorted(message.findings, key=lambda finding: finding.place))


def _from(source: str, place: Place) -> Locate:
    def locate(index: int) -> Place:
        before = source[:index]
        line = before.count("\n")
        if line:
            return Place(place.path, place.line + line, len(before) - before.rindex("\n"))
        return Place(place.path, place.line, place.column + index if place.column else 0)

    return locate


Wrap = Callable[[list[Inline]], list[Inline]]


class _Message:
    """One message while it is being read: the inlines of each open mark, outermost first."""

    def __init__(self, source: str, locate: Locate) -> None:
        self.source = source
        self.words = collapse(source)
        self.locate = locate
        self.open: list[tuple[Wrap, list[Inline]]] = [(list, [])]
        self.findings: list[Finding] = []
        self.reported: set[str] = set()

    def add(self, token: Token) -> None:
        """Take in the next token."""
        at: int = token.meta["at"]
        if token.type in _FORBIDDEN:
            id_, what, fix = _FORBIDDEN[token.type]
            self.report(id_, at, f"{what}: `{self.seen(at)}`.", fix)
        match token.type:
            case "text" if token.meta.get("words"):
                self.strays(token.content, at)
                self.plain(token.content)
            case "text" if token.content:  # markdown-it empties the inner signs of `__words__`
                self.unmatched(token.content, at)
                self.plain(token.content)
            case "text_special":
                self.escaped(token, at)
            case "citation":
                self.citation(token.content, at)
            case "variable":
                self.variable(token.content, at)
            case "strong_open":
                self.strong(token.markup, at)
            case "link_open":
                self.link(token.content, at)
            case "em_open" | "s_open":
                self.open.append((list, []))
            case "strong_close" | "em_close" | "s_close" | "link_close":
                wrap, inner = self.open.pop()
                for inline in wrap(inner):
                    self.put(inline)
            case "code_inline" | "address":
                self.plain(token.content)

    def put(self, inline: Inline) -> None:
        """Add *inline* to the innermost open mark; neighbouring plain words become one."""
        inlines = self.open[-1][1]
        if isinstance(inline, Plain) and inlines and isinstance(inlines[-1], Plain):
            inlines[-1] = Plain(inlines[-1].text + inline.text)
        else:
            inlines.append(inline)

    def plain(self, words: str) -> None:
        if words:
            self.put(Plain(words))

    def strong(self, markup: str, at: int) -> None:
        if markup == "__":
            self.report("emphasis", at, f"Strong words are marked with stars: `{self.seen(at)}`.", "Write `**words**`.")
        if any(wrap is _strong for wrap, _ in self.open):
            self.report("emphasis", at, f"Strong words stand inside strong words: `{self.seen(at)}`.",
                        "Drop the inner `**`.")  # fmt: skip
            self.open.append((list, []))
        else:
            self.open.append((_strong, []))

    def link(self, target: str, at: int) -> None:
        scheme, _, term = target.partition(":")
        known = scheme == "term" and ID.fullmatch(term)
        if not known:
            fix = "Write `(term:id)` with an id of `content/glossary.toml`, or cite a claim for a source."
            self.report("bad-link", at, f"A link leads to `{target}`, which is no glossary entry.", fix)
        if self.words[at + 1] == "]":
            self.report("bad-link", at, f"A link has no words: `{self.seen(at)}`.", "Write the words in the brackets.")
            known = None
        self.open.append((lambda inner: [Term(tuple(inner), term)] if known else inner, []))

    def citation(self, mark: str, at: int) -> None:
        parts = [part.strip() for part in mark[1:-1].split(";")]
        claims = tuple(part[1:] for part in parts)
        if all(part[:1] == "@" and ID.fullmatch(part[1:]) for part in parts) and not mark.startswith("[ "):
            self.put(Citation(claims))
            return
        # Ids may be joined by anything but `;`: the likeliest wish is a list of them.
        ids = _LOOSE_ID.findall(mark)
        fix = f"Write `[{'; '.join('@' + each for each in ids)}]`." if ids else "Write `[@claim]` or `[@one; @two]`."
        self.report("bad-citation", at, f"`{mark}` is no citation.", fix)

    def variable(self, mark: str, at: int) -> None:
        name = mark[1:-1]
        if _NAME.fullmatch(name):
            self.put(Variable(name))
            return
        wanted = "-".join(re.findall(r"[a-z0-9]+", name.lower()))
        fix = f"Write `{{{wanted}}}`, or `\\{{` for the sign itself." if wanted else "Write `\\{` for the sign itself."
        self.report("bad-variable", at, f"`{mark}` is no variable: names are small letters and hyphens.", fix)
        self.plain(mark)

    def escaped(self, token: Token, at: int) -> None:
        if token.info == "entity":
            self.report("entity", at, f"`{token.markup}` is HTML.", "Write the character itself, or `\\&` for `&`.")
        elif token.content == token.markup:
            self.report("backslash", at, f"A backslash stands before “{token.content[1:]}”, which needs none.",
                        "Remove it, or write `\\\\` for the sign itself.")  # fmt: skip
        self.plain(token.content)

    def unmatched(self, sign: str, at: int) -> None:
        """A `*`, `_` or `~~` without a partner. One underscore or tilde alone is an ordinary sign."""
        if sign[:1] == "*" or self.words[at : at + 2] in ("__", "~~"):
            rest = self.words[at:]
            mark = rest[: len(rest) - len(rest.lstrip(sign[0]))]
            self.once(sign[0], "stray-mark", at, f"`{mark}` marks no words: `{self.seen(at)}`.",
                      "Put `**` directly at both ends of the words, or write `\\*` for the sign itself.")  # fmt: skip

    def strays(self, words: str, at: int) -> None:
        """Signs among plain words that were meant as marks."""
        for id_, pattern, fix in _STRAYS:
            if found := pattern.search(self.words, at, at + len(words)):
                message = f"`{found[0]}` stands among plain words and marks nothing: `{self.seen(found.start())}`."
                self.once(fix, id_, found.start(), message, fix)
        if words.endswith("\\"):
            self.report("backslash", at + len(words) - 1, "A backslash ends the words.", "Remove it.")

    def check_characters(self) -> None:
        if found := _FULL_WIDTH.search(self.words):
            self.report("full-width-mark", found.start(), f"`{found[0]}` is written with full-width signs.",
                        "Write marks with the plain signs `[@ ]`, `( )`, `{ }` and `**`.")  # fmt: skip
        if found := special_hyphen(self.words):
            self.report("special-hyphen", found.start(), f"A special hyphen: {character_name(found[0])}.",
                        "Write a plain `-`; the output keeps names together.")  # fmt: skip
        if found := forbidden(self.words):
            self.report("bad-character", found.start(), "A character that no output can set, or that turns words "
                        f"round: {character_name(found[0])}.", "Remove it.")  # fmt: skip

    def seen(self, at: int) -> str:
        """The words from *at* on, short enough for a message."""
        words = self.words[at : at + 24]
        return words if at + 24 >= len(self.words) else words + "…"

    def once(self, family: str, id_: str, at: int, message: str, fix: str) -> None:
        """Report the first of a family only: one slip leaves two stray signs."""
        if family not in self.reported:
            self.reported.add(family)
            self.report(id_, at, message, fix)

    def report(self, id_: str, at: int, message: str, fix: str) -> None:
        self.findings.append(Finding(id_, "error", message, self.locate(origin(self.source, at)), fix))


def _strong(inner: list[Inline]) -> list[Inline]:
    return [Strong(tuple(inner))]
