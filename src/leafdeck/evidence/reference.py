"""One source in one line, in the numbered style medical journals use (ICMJE sample references, shortened)."""

from __future__ import annotations

from urllib.parse import quote

from leafdeck.model import Source

SHOWN_AUTHORS = 3


def reference(source: Source) -> str:
    """*source* as "Authors. Title. Journal year;volume(issue):pages", without number or link.

    Titles and names stay in their own language: a reader must be able to find them.
    """
    authors = ", ".join(source.authors[:SHOWN_AUTHORS])
    if authors and (source.more_authors or len(source.authors) > SHOWN_AUTHORS):
        authors += ", et al."
    where = source.container
    when = source.issued if not source.volume else source.issued[:4]
    numbers = source.volume + (f"({source.issue})" if source.issue else "")
    numbers += (f":{source.page}" if numbers else source.page) if source.page else ""
    imprint = ";".join(filter(None, (f"{where} {when}".strip(), numbers)))
    parts = [authors, source.title, imprint, source.number]
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)


def brief(source: Source) -> str:
    """*source* as "First author, et al. Journal year", for a piece with little room: enough to find it by its link.

    The title stands where nobody is named as the author, or no journal as the place.
    """
    authors = source.authors[0] if source.authors else ""
    if authors and (source.more_authors or len(source.authors) > 1):
        authors += ", et al."
    title = "" if source.authors and source.container else source.title
    imprint = f"{source.container} {source.issued[:4]}".strip()
    parts = [authors, title, imprint, "" if source.doi else source.number]
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)


def link(source: Source) -> str:
    """The https address of *source*: its DOI where it has one (DOI Handbook 2.6), else its page; or empty."""
    if source.doi:
        return f"https://doi.org/{quote(source.doi, safe='/:;()')}"
    return source.url if source.url.startswith("https://") else ""
