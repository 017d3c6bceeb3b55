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


def exit_code(summary: Summary, fail_on: FailOn, *, incomplete: bool, most: int = 0) -> Exit:
    """The exit code of a run; what is worse wins: failure, then incomplete, then findings.

    So many findings at or above ``fail_on`` as ``most`` says are let pass.
    """
    if summary.failures or summary.internal_errors:
        return Exit.FAILURE
    if incomplete:
        return Exit.INCOMPLETE
    found = sum(summary.found(severity) for severity in Severity if fail_on.fails(severity))
    return Exit.FINDINGS if found > most or summary.under else Exit.CLEAN
