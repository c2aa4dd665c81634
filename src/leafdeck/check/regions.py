"""The facts of a region, such as its emergency number, were read somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from leafdeck.check.levels import found
from leafdeck.check.passages import Content
from leafdeck.model import Checked, Finding


def region_without_source(content: Content) -> Iterator[Finding]:
    """A wrong emergency number harms: each region says where its facts were read."""
    for region in content.library.regions.values():
        if not region.source.strip():
            message = f"The region `{region.id}` does not say where its facts were read."
            yield found("region-without-source", message, region.place, "Fill in its `source`.")


def region_memory_only(content: Content) -> Iterator[Finding]:
    """Facts of a region known only from memory need a look at their source before a release; all regions at once."""
    regions = [region for region in content.library.regions.values() if region.checked is Checked.MEMORY]
    if regions:
        named = ", ".join(f"`{region.id}`" for region in regions)
        message = f"The facts of {named} were written from memory."
        fix = "Read them in their source and change `checked`, or have a clinician attest them."
        yield found("region-memory-only", message, regions[0].place, fix)
