"""English sentences in the passive voice, by a rule that reads forms, not meaning (docs/readability.md)."""

from __future__ import annotations

import re

_BE = r"(?:am|is|are|was|were|be|been|being|get|gets|got|getting|isn't|aren't|wasn't|weren't)"
_BETWEEN = (
    r"(?:(?:not|never|also|always|often|only|still|now|then|first|already|mostly|all|both|being|been|\w+ly)\s+){0,3}"
)
_IRREGULAR = (
    "beaten|begun|bitten|blown|born|bought|bound|broken|brought|built|burnt|caught|chosen|cut|dealt|done|drawn|driven"
    "|eaten|fed|felt|forgotten|found|fought|frozen|given|grown|had|heard|held|hidden|hit|hurt|kept|known|laid|led|left"
    "|lent|lit|lost|made|meant|met|paid|proven|put|read|rung|said|seen|sent|set|shot|shown|shut|sold|spent|split|spoken"
    "|spread|stolen|struck|sung|swept|sworn|taken|taught|thought|thrown|told|torn|understood|won|worn|woven|written"
)
_ADJECTIVES = "tired|pleased|worried|interested|scared|concerned|united|related|need|indeed"
"""Words that look like participles and, after "be", mostly tell how somebody is."""
_PASSIVE = re.compile(
    rf"\b{_BE}\s+{_BETWEEN}(?!(?:{_ADJECTIVES})\b)(?:(?:re|un|over)?(?:{_IRREGULAR})|\w{{2,}}(?<!e)ed)\b", re.IGNORECASE
)


def is_passive(sentence: str) -> bool:
    """True where a form of "be" or "get" stands before a past participle, at most three adverbs between them."""
    return _PASSIVE.search(sentence.replace("’", "'")) is not None
