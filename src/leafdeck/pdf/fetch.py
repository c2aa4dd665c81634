"""The only door through which a layout reads: the files it was handed, by name."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote

from weasyprint.urls import URLFetcher, URLFetcherResponse

BASE = "http://assets.invalid/"
"""Where the names of assets stand. Nobody can own it (RFC 6761, 6.4), and it is the same in every folder: WeasyPrint
names pictures after the MD5 of their address, so a real path would end up in the bytes."""

REFUSAL = "not an asset of this leaflet"
"""How WeasyPrint's log tells a refusal from any other failure."""

TYPES = {".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg"}


class Assets(URLFetcher):  # type: ignore[misc]
    """Answers for the names it holds and refuses every other address: no network, no files, no `data:`.

    Refusals are kept, not raised to the top, so that all of them become findings at once.
    """

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._assets = assets
        self.refused: list[str] = []

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The asset *url* names. ValueError: there is none; WeasyPrint goes on without it."""
        name = unquote(url.removeprefix(BASE)) if url.startswith(BASE) else ""
        suffix = name[name.rfind(".") :] if "." in name else ""
        if name not in self._assets or suffix not in TYPES:
            self.refused.append(url)
            raise ValueError(REFUSAL)
        return URLFetcherResponse(url, self._assets[name], {"Content-Type": TYPES[suffix]})
