"""The exit code of a run."""

from __future__ import annotations

import pytest

from clinlint.cli.exits import Exit, exit_code
from clinlint.cli.run import least_shown
from clinlint.config.schema import Configuration, FailOn
from clinlint.model.diagnostic import InternalError, Severity
from clinlint.reports.summary import Failure, Summary

WARNED = Summary(shown={Severity.WARNING: 2})
HIDDEN = Summary(hidden={Severity.INFO: 1})


@pytest.mark.parametrize(
    ("summary", "fail_on", "incomplete", "code"),
    [
        (Summary(), FailOn.INFO, False, Exit.CLEAN),
        (WARNED, FailOn.WARNING, False, Exit.FINDINGS),
        (WARNED, FailOn.INFO, False, Exit.FINDINGS),
        (WARNED, FailOn.ERROR, False, Exit.CLEAN),
        (WARNED, FailOn.NEVER, False, Exit.CLEAN),
        (HIDDEN, FailOn.INFO, False, Exit.FINDINGS),
        (WARNED, FailOn.WARNING, True, Exit.INCOMPLETE),
        (Summary(failures=(Failure("a", "a: gone"),)), FailOn.NEVER, True, Exit.FAILURE),
        (Summary(internal_errors=(("a", InternalError("ST001", "x")),)), FailOn.NEVER, False, Exit.FAILURE),
    ],
)
def test_what_is_worse_wins(summary: Summary, fail_on: FailOn, incomplete: bool, code: Exit) -> None:
    assert exit_code(summary, fail_on, incomplete=incomplete) is code


@pytest.mark.parametrize(
    ("shown", "fail_on", "least"),
    [
        (Severity.WARNING, FailOn.WARNING, Severity.WARNING),
        (Severity.ERROR, FailOn.WARNING, Severity.WARNING),
        (Severity.INFO, FailOn.ERROR, Severity.INFO),
        (Severity.WARNING, FailOn.INFO, Severity.INFO),
        (Severity.ERROR, FailOn.NEVER, Severity.ERROR),
    ],
)
def test_what_makes_a_run_fail_is_shown(shown: Severity, fail_on: FailOn, least: Severity) -> None:
    assert least_shown(Configuration(min_severity=shown, fail_on=fail_on)) is least
