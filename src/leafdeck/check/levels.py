"""What each finding stops: the one table of ids and levels. docs/checks.md says why each matters and how to mend it."""

from __future__ import annotations

from leafdeck.model import Finding, Level, Place

CONTENT_LEVELS: dict[str, Level] = {
    "unknown-claim": "error",
    "unknown-source": "error",
    "unknown-term": "error",
    "unknown-variable": "error",
    "unknown-region": "error",
    "unknown-topic": "error",
    "unknown-piece": "error",
    "unknown-section": "error",
    "repeated-section": "error",
    "unknown-edition": "error",
    "region-memory-only": "warning",
    "region-without-source": "error",
    "empty-source-list": "error",
    "claim-without-source": "error",
    "claim-unverified": "error",
    "claim-disputed": "error",
    "claim-expired": "warning",
    "claim-memory-only": "warning",
    "claim-after-today": "error",
    "claim-undecided": "error",
    "claim-balances-itself": "error",
    "number-not-in-claim": "warning",
    "unused-claim": "note",
    "unbalanced-claim": "error",
    "missing-mandatory-claim": "error",
    "chart-without-relapse": "error",
    "unsourced-number": "error",
    "tiny-percentage": "error",
    "forbidden-word": "error",
    "unsigned-quote": "error",
    "broken-figure": "error",
    "drawing-not-plain": "error",
    "no-alt": "error",
    "topic-past-review": "warning",
    "no-next-review": "note",
    "unreviewed-topic": "warning",
    "topic-after-today": "error",
    "region-after-today": "error",
    "long-headline": "warning",
    "long-sentence": "note",
    "unlinked-term": "warning",
    "hard-to-read": "warning",
    "needless-exception": "warning",
}
"""Findings of the words in the source language."""

TRANSLATION_LEVELS: dict[str, Level] = {
    "missing-catalog": "warning",
    "unknown-message": "note",
    "untranslated": "warning",
    "machine-translation": "warning",
    "stale-translation": "warning",
    "machine-mark-left": "warning",
    "translation-syntax": "error",
    "wordless-translation": "error",
    "claims-differ": "error",
    "terms-differ": "error",
    "variables-differ": "error",
    "variables-turned": "warning",
    "strong-differs": "warning",
    "numbers-differ": "error",
    "keep-differs": "error",
    "unchanged-from-source": "warning",
    "forbidden-translation": "warning",
    "outer-spaces": "warning",
    "mojibake": "error",
    "chinese-punctuation": "warning",
}
"""Findings of the words in one translation."""

LEVELS = CONTENT_LEVELS | TRANSLATION_LEVELS


def found(id_: str, message: str, place: Place, fix: str, locale: str = "") -> Finding:
    """The finding *id_* at its level."""
    return Finding(id_, LEVELS[id_], message, place, fix, locale)
