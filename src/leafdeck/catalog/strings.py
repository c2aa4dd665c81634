"""Strings of PO files: quoted, escaped, and read with every mistake in its column (GNU gettext manual, 3)."""

from __future__ import annotations

from dataclasses import dataclass

OPENERS = '"“”„«»'
"""The sign that opens a string, and signs that text editors put in its place."""

_UNESCAPED = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_ESCAPED = str.maketrans({words: f"\\{sign}" for sign, words in _UNESCAPED.items()})


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with a string."""

    id: str
    column: int
    """From 1."""
    message: str
    fix: str


def escape(words: str) -> str:
    """*words* as they stand between the quotes of a PO file."""
    return words.translate(_ESCAPED)


def read_string(text: str, start: int) -> tuple[str, tuple[Mistake, ...]]:
    """The string that opens in *text* at the 0-based column *start*, or after white space; and the mistakes in it."""
    at = start + len(text[start:]) - len(text[start:].lstrip())
    if not text.startswith('"', at):
        return "", (_not_opened(text, at),)
    words: list[str] = []
    mistakes: list[Mistake] = []
    position = at + 1
    while position < len(text):
        sign = text[position]
        if sign == '"':
            if text[position + 1 :].strip():
                message = "An unescaped double quote inside the string."
                mistakes.append(Mistake("po-quote", position + 1, message, 'Write \\" for it.'))
            return "".join(words), tuple(mistakes)
        if sign == "\\":
            follower = text[position + 1 : position + 2]
            if follower and follower not in _UNESCAPED:
                message = f"`\\{follower}` is no escape."
                mistakes.append(Mistake("po-escape", position + 1, message, "Write \\\\ for a backslash."))
            sign = _UNESCAPED.get(follower, follower)
            position += 1
        words.append(sign)
        position += 1
    mistakes.append(Mistake("po-quote", len(text) + 1, "The string is not closed.", 'Write " at its end.'))
    return "".join(words), tuple(mistakes)


def _not_opened(text: str, at: int) -> Mistake:
    straight = 'Write the words in straight quotes: "…".'
    if at >= len(text):
        return Mistake("po-quote", at + 1, "A string is missing here.", straight)
    fix = 'Write a straight " there.' if text[at] in OPENERS else straight
    return Mistake("po-quote", at + 1, f"`{text[at]}` does not open a string.", fix)
