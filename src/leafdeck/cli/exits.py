"""Exit codes (after sysexits.h) and the finding that leads to each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # The model costs half the start-up time, and `--help` needs none of it.
    from leafdeck.model import Finding, Level

OK = 0
PROBLEMS = 1
USAGE = 2
ENVIRONMENT = 3
NO_INPUT = 66
INTERNAL = 70
CANNOT_CREATE = 73
INPUT_OUTPUT = 74
TRY_LATER = 75
INTERRUPTED = 130

CODES: dict[str, int] = {
    "missing-font": ENVIRONMENT,
    "missing-library": ENVIRONMENT,
    "weasyprint-version": ENVIRONMENT,
    "no-project": NO_INPUT,
    "missing-file": NO_INPUT,
    "unreadable-file": NO_INPUT,
    "cannot-write": CANNOT_CREATE,
    "disk-full": INPUT_OUTPUT,
    "folder-busy": TRY_LATER,
}
"""Exit code by finding id; a name typed wrong is USAGE; every other stopping finding is a problem of the content."""

FOOTER = (
    "Exit codes: 0 done; 1 problems in the content; 2 wrong command; 3 something missing on this machine; "
    "66 no such input; 70 internal error; 73 cannot write; 74 disk full; 75 another build is running; 130 interrupted."
)


def code_for(findings: Iterable[Finding], refused: frozenset[Level]) -> int:
    """The exit code for *findings* where the levels *refused* count; the highest wins, 0 where none counts."""
    return max((_code(finding) for finding in findings if finding.level in refused), default=OK)


def _code(finding: Finding) -> int:
    from leafdeck.model import COMMAND_LINE

    # The same id may come from a check: an unknown edition in a manifest is no wrong command.
    return USAGE if finding.place == COMMAND_LINE else CODES.get(finding.id, PROBLEMS)
