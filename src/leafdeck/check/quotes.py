"""Somebody's words print only when they are known to have said them."""

from __future__ import annotations

from collections.abc import Iterator

from leafdeck.check.levels import found
from leafdeck.check.passages import Content, blocks_of
from leafdeck.model import Finding, Quote


def unsigned_quote(content: Content) -> Iterator[Finding]:
    """A quotation that is adapted or unsigned never prints, and neither does one of nobody."""
    for topic in content.library.topics.values():
        for block in blocks_of(topic):
            if isinstance(block, Quote) and block.status != "verified":
                message = f"The words of {block.speaker or 'nobody'} are {block.status}, not verified."
                fix = 'Find the original and write status="verified", or say it in your own words.'
                yield found("unsigned-quote", message, block.text.place, fix)
            elif isinstance(block, Quote) and not block.speaker.strip():
                message, fix = "Nobody is named who said these words.", 'Write speaker="Name", or say it in your own.'
                yield found("unsigned-quote", message, block.text.place, fix)
