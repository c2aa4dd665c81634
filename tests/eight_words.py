"""Runs of eight words, as fingerprints: so that a test can tell a copied sentence without the sentence being here.

The three articles that the facts came from belong to others. `articles.txt` holds a fingerprint of each run of eight
words in them; it was made with `python -m tests.eight_words ARTICLE... > tests/articles.txt`.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

RUN = 8
ARTICLES = Path(__file__).with_name("articles.txt")

_WORD = re.compile(r"[^\W_]+")


def runs(text: str) -> Iterator[str]:
    """Each run of eight words of *text*, in small letters and without its punctuation."""
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    return (" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


def fingerprint(run: str) -> str:
    """Twelve hexadecimal digits of BLAKE2b: among some ten thousand runs two meet by chance once in a million."""
    return blake2b(run.encode(), digest_size=6).hexdigest()


def articles() -> frozenset[str]:
    """The fingerprints of the articles."""
    return frozenset(ARTICLES.read_text(encoding="ascii").split())


if __name__ == "__main__":
    every = {fingerprint(run) for name in sys.argv[1:] for run in runs(Path(name).read_text(encoding="utf-8"))}
    sys.stdout.writelines(f"{each}\n" for each in sorted(every))
