"""Judgement of the words: claims and figures in the source language, likeness in every other. Pure.

Each check is a plain function that yields findings; two tables name them all. docs/checks.md says what each finding
means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from leafdeck.check import (
    balance,
    catalogs,
    characters,
    charts,
    dates,
    forbidden,
    glossary,
    likeness,
    manifests,
    names,
    percentages,
    pictures,
    quantities,
    quotes,
    readability,
    regions,
    sentences,
    standing,
)
from leafdeck.check.levels import LEVELS
from leafdeck.check.passages import Content, content
from leafdeck.check.translation import Translation, translation
from leafdeck.model import Finding
from leafdeck.project import Library

__all__ = ["CHECKS", "LEVELS", "TRANSLATION_CHECKS", "check_all", "check_content", "check_translation"]

CHECKS: Mapping[str, Callable[[Content], Iterator[Finding]]] = {
    "unknown-claim": names.unknown_claim,
    "unknown-source": names.unknown_source,
    "unknown-term": names.unknown_term,
    "unknown-variable": names.unknown_variable,
    "unknown-region": names.unknown_region,
    "unknown-topic": manifests.unknown_topic,
    "unknown-piece": manifests.unknown_piece,
    "unknown-section": manifests.unknown_section,
    "repeated-section": manifests.repeated_section,
    "unknown-edition": manifests.unknown_edition,
    "region-memory-only": regions.region_memory_only,
    "region-without-source": regions.region_without_source,
    "empty-source-list": manifests.empty_source_list,
    "claim-without-source": standing.claim_without_source,
    "claim-unverified": standing.claim_unverified,
    "claim-disputed": standing.claim_disputed,
    "claim-expired": standing.claim_expired,
    "claim-memory-only": standing.claim_memory_only,
    "claim-after-today": standing.claim_after_today,
    "claim-undecided": standing.claim_undecided,
    "claim-balances-itself": standing.claim_balances_itself,
    "number-not-in-claim": standing.number_not_in_claim,
    "unused-claim": standing.unused_claim,
    "unbalanced-claim": balance.unbalanced_claim,
    "missing-mandatory-claim": balance.missing_mandatory_claim,
    "chart-without-relapse": charts.chart_without_relapse,
    "unsourced-number": quantities.unsourced_number,
    "tiny-percentage": percentages.tiny_percentage,
    "forbidden-word": forbidden.forbidden_word,
    "unsigned-quote": quotes.unsigned_quote,
    "broken-figure": pictures.broken_figure,
    "drawing-not-plain": pictures.drawing_not_plain,
    "no-alt": pictures.no_alt,
    "topic-past-review": dates.topic_past_review,
    "no-next-review": dates.no_next_review,
    "unreviewed-topic": dates.unreviewed_topic,
    "topic-after-today": dates.topic_after_today,
    "region-after-today": dates.region_after_today,
    "long-headline": sentences.long_headline,
    "long-sentence": sentences.long_sentence,
    "unlinked-term": glossary.unlinked_term,
    "hard-to-read": readability.hard_to_read,
    "needless-exception": readability.needless_exception,
}
"""Checks of the source language, by the id of what they find."""

TRANSLATION_CHECKS: Mapping[str, Callable[[Translation], Iterator[Finding]]] = {
    "missing-catalog": catalogs.missing_catalog,
    "unknown-message": catalogs.unknown_message,
    "untranslated": catalogs.untranslated,
    "machine-translation": catalogs.machine_translation,
    "stale-translation": catalogs.stale_translation,
    "machine-mark-left": catalogs.machine_mark_left,
    "translation-syntax": likeness.translation_syntax,
    "wordless-translation": likeness.wordless_translation,
    "claims-differ": likeness.claims_differ,
    "terms-differ": likeness.terms_differ,
    "variables-differ": likeness.variables_differ,
    "variables-turned": likeness.variables_turned,
    "strong-differs": likeness.strong_differs,
    "numbers-differ": likeness.numbers_differ,
    "keep-differs": likeness.keep_differs,
    "unchanged-from-source": likeness.unchanged_from_source,
    "forbidden-translation": forbidden.forbidden_translation,
    "outer-spaces": characters.outer_spaces,
    "mojibake": characters.mojibake,
    "chinese-punctuation": characters.chinese_punctuation,
}
"""Checks of one translation, by the id of what they find."""


def check_content(library: Library, today: date) -> tuple[Finding, ...]:
    """What is wrong with the words of *library* in the source language on the day *today*, in order of place."""
    seen = content(library, today)
    return _sorted(finding for check in CHECKS.values() for finding in check(seen))


def check_translation(library: Library, tag: str) -> tuple[Finding, ...]:
    """What is wrong with the words of *library* in the language *tag*, in order of place.

    Nothing for the source language, and for a language whose own file has mistakes: reading it has named them.
    """
    locale = library.locales.get(tag)
    if locale is None or tag == library.settings.source:
        return ()
    seen = translation(library, locale)
    return _sorted(finding for check in TRANSLATION_CHECKS.values() for finding in check(seen))


def check_all(library: Library, today: date) -> tuple[Finding, ...]:
    """What is wrong with the words of *library* in every language on the day *today*, by place, then by id."""
    translated = (finding for tag in library.settings.languages for finding in check_translation(library, tag))
    return _sorted((*check_content(library, today), *translated))


def _sorted(findings: Iterator[Finding] | tuple[Finding, ...]) -> tuple[Finding, ...]:
    """*findings* by place, then by id, each once."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda one: (one.place, one.id, one.locale, one.message)))
