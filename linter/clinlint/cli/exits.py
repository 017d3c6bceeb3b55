"""Exit codes."""

from __future__ import annotations

from enum import IntEnum

from clinlint.config.schema import FailOn
from clinlint.model.diagnostic import Severity
from clinlint.reports.summary import Summary


class Exit(IntEnum):
    """What the exit code says."""

    CLEAN = 0
    FINDINGS = 1
    FAILURE = 2
    INCOMPLETE = 3


def exit_code(summary: Summary, fail_on: FailOn, *, incomplete: bool) -> Exit:
    """The exit code of a run; what is worse wins: failure, then incomplete, then findings."""
    if summary.failures or summary.internal_errors:
        return Exit.FAILURE
    if incomplete:
        return Exit.INCOMPLETE
    found = any(summary.found(severity) and fail_on.fails(severity) for severity in Severity)
    return Exit.FINDINGS if found or summary.under else Exit.CLEAN
