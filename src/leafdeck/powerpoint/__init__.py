"""PowerPoint files: a slide plan becomes bytes. The only room that knows OOXML (ECMA-376), python-pptx and lxml."""

from leafdeck.powerpoint.emit import emit

__all__ = ["emit"]
