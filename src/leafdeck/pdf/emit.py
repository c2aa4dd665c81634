"""HTML in, PDF out: tagged, archivable, with everything that went wrong on the way as findings."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from weasyprint import HTML

from leafdeck.model import Emitted, Finding, Language, Place
from leafdeck.pdf import tags
from leafdeck.pdf.fetch import BASE, REFUSAL, Assets
from leafdeck.pdf.pages import SHOWN, lost_words, overflowing

VARIANT = "pdf/a-2a"
MISSING_GLYPH = re.compile(r'\.notdef glyph .*: "(.*)" \(U\+([0-9A-F]+)\)', re.DOTALL)
LIBRARY_LOG = "weasyprint"


def emit(html: str, assets: Mapping[str, bytes], language: Language, *, title: str, piece: str) -> Emitted:
    """One PDF that keeps to PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1), with its page count and findings.

    *assets* are the style sheets and pictures *html* may name; nothing else is read. The typefaces are those of the
    fontconfig the process runs under (`fontconfig`). A finding of level error says why the bytes must not be used;
    where layout itself fails there are none. Same words, assets, fonts and libraries give the same bytes.
    """
    place = Place(f"leaflets/{piece}.toml")
    if not tags.is_supported():
        message = "This WeasyPrint is not version 70, for which the tags are corrected."
        return Emitted(b"", 0, (Finding("weasyprint-version", "error", message, place, "Install weasyprint 70."),))
    fetcher = Assets(assets)
    with _listening() as messages, tags.corrected():
        try:
            source = HTML(string=html, base_url=BASE, url_fetcher=fetcher)
            document = source.render(pdf_variant=VARIANT)
            document.metadata.title = title
            data = document.write_pdf(pdf_variant=VARIANT, finisher=tags.finish)
        # WeasyPrint fails on some CSS with whatever its own code trips over (ZeroDivisionError, AssertionError …).
        except Exception as error:
            message = f"The leaflet could not be laid out: {type(error).__name__} ({error})."
            failed = Finding("layout-failed", "error", message, place, "Look at what changed last.", language.tag)
            return Emitted(b"", 0, (*_refused(fetcher, place, language), failed))
    findings = (
        *_refused(fetcher, place, language),
        *_told(messages, place, language),
        *(
            Finding(
                "overflow",
                "error",
                f'"{words}" runs out of page {page}.',
                place,
                "Shorten the words, or let the design break the line.",
                language.tag,
            )
            for page, words in overflowing(document)
        ),
        *(
            Finding(
                "lost-words",
                "error",
                f'"{words}" stands in the leaflet and on none of its pages.',
                place,
                "Let the style sheets show it.",
                language.tag,
            )
            for words in lost_words(document, source.etree_element)
        ),
    )
    return Emitted(data, len(document.pages), findings)


@contextmanager
def _listening() -> Iterator[list[str]]:
    """The warnings and errors WeasyPrint logs while open."""
    heard: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(record.getMessage())

    listener = Listener(logging.WARNING)
    logger = logging.getLogger(LIBRARY_LOG)
    logger.addHandler(listener)
    try:
        yield heard
    finally:
        logger.removeHandler(listener)


def _refused(fetcher: Assets, place: Place, language: Language) -> Iterator[Finding]:
    for url in dict.fromkeys(fetcher.refused):
        name = url.removeprefix(BASE)[:SHOWN]
        message = f'The leaflet asks for "{name}", which is none of its style sheets and pictures.'
        yield Finding(
            "unknown-asset", "error", message, place, "Put the file in place, or do not ask for it.", language.tag
        )


def _told(messages: list[str], place: Place, language: Language) -> Iterator[Finding]:
    """What WeasyPrint said, as findings; refusals are told by `_refused`."""
    missing = {match[1]: match[2] for message in messages if (match := MISSING_GLYPH.match(message))}
    if missing:
        signs = ", ".join(f"{sign} (U+{code})" for sign, code in missing.items())
        message = f"The typefaces of {language.english_name} have no glyph for {signs}."
        fix = "Write it in words, or name a typeface that has it in the language's locale.toml."
        yield Finding("missing-glyph", "error", message, place, fix, language.tag)
    for message in dict.fromkeys(messages):
        if not MISSING_GLYPH.match(message) and REFUSAL not in message:
            told = f"WeasyPrint warns: {message.replace(BASE, '').rstrip(' .:')}."
            fix = "Mend the template or its style sheet."
            yield Finding("layout-warning", "error", told, place, fix, language.tag)
