"""One deck, one sequence of bytes: a package in a fixed order, without the moment it was written."""

from __future__ import annotations

import io
import re
import zipfile

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip file can name (APPNOTE 4.4.6)."""
FIRST = ("[Content_Types].xml", "_rels/.rels")
STAMPS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def normalise(package: bytes, created: str) -> bytes:
    """*package* with its files in a fixed order and without times; workbooks inside it are made at *created* too.

    *created* is an ISO date.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as read, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as write:
        for name in sorted(read.namelist(), key=lambda name: (name not in FIRST, name)):
            data = read.read(name)
            if name.endswith(".xlsx"):
                data = normalise(data, created)
            elif name == "docProps/core.xml":
                stamp = f"{created}T00:00:00Z".encode()
                data = STAMPS.sub(lambda match, stamp=stamp: match[1] + stamp, data)  # type: ignore[misc]
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            write.writestr(entry, data, compresslevel=6)
    return out.getvalue()
