"""What stands in braces behind a heading, in an opening line or on a line of its own: `#id key=value key="value"`."""

from __future__ import annotations

import re

_ATTRIBUTE = re.compile(
    r"\s*(?:#(?P<id>[^\s{}\"=]+)|(?P<key>[A-Za-z][\w-]*)=(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>[^\s\"]+)))(?=\s|$)"
)

ID_KEY = "#"
"""The key under which `#id` is kept."""


def read_attributes(braces: str) -> tuple[dict[str, str], str]:
    """The attributes of *braces*, the words between `{` and `}`, and the part that cannot be understood, if any.

    A key that is given twice cannot be understood.
    """
    attributes: dict[str, str] = {}
    position = 0
    while braces[position:].strip():
        found = _ATTRIBUTE.match(braces, position)
        if found is None:
            return attributes, braces[position:].strip()
        key = ID_KEY if found["id"] is not None else found["key"]
        if key in attributes:
            return attributes, found[0].strip()
        attributes[key] = next(value for value in (found["id"], found["quoted"], found["bare"]) if value is not None)
        position = found.end()
    return attributes, ""
