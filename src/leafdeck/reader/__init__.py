"""Markdown into the model: topics, and the few marks inside a message. The syntax is `docs/content.md`."""

from leafdeck.reader.inlines import read_inlines, read_text
from leafdeck.reader.topic import read_topic
from leafdeck.reader.writing import write_inlines

__all__ = ["read_inlines", "read_text", "read_topic", "write_inlines"]
