"""A report that keeps how every page stood, for the next run to compare with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clinlint.model.diagnostic import LintResult
from clinlint.reports import Report
from clinlint.reports.summary import Summary
from clinlint.run.history import History, Standing


@contextmanager
def history_at(path: str | None) -> Iterator[History | None]:
    """The history in a file; None when none was asked for.

    Raises:
        ConfigurationError: when the file cannot be used.
    """
    history = History(Path(path)) if path else None
    try:
        yield history
    finally:
        if history is not None:
            history.close()


class Remembering:
    """Passes everything on to ``report``, and adds the run to the history once it is whole."""

    def __init__(self, report: Report, history: History) -> None:
        self._report = report
        self._history = history
        self._standings: list[Standing] = []

    def begin(self) -> None:
        """Begins the report."""
        self._report.begin()

    def add(self, result: LintResult) -> None:
        """Adds a result to the report."""
        from clinlint.reports.site_pages import standing_of

        standing = standing_of(result)
        if standing is not None:
            self._standings.append(standing)
        self._report.add(result)

    def finish(self, summary: Summary) -> None:
        """Finishes the report, and keeps the run."""
        self._report.finish(summary)
        self._history.add(self._standings)
