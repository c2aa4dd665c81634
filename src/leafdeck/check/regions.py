"""The facts of a region, such as its emergency number, were read somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from leafdeck.check.levels import found
from leafdeck.check.passages import Content
from leafdeck.model import Finding


def region_without_source(content: Content) -> Iterator[Finding]:
    """A wrong emergency number harms: each region says where its facts were read."""
    for region in content.library.regions.values():
        if not region.source.strip():
            message = f"The region `{region.id}` does not say where its facts were read."
            yield found("region-without-source", message, region.place, "Fill in its `source`.")
