"""Suggestions to decide on as CSV: UTF-8 with a byte-order mark, so that Excel and LibreOffice open it as it is."""

from __future__ import annotations

import csv
from typing import IO

from clinlint.model.diagnostic import LintResult
from clinlint.reports import Look
from clinlint.reports.suggestions import Suggestion, suggestions
from clinlint.reports.summary import Summary
from clinlint.review.tables.cells import LONGEST, cut, guarded
from clinlint.review.tables.columns import COLUMNS, MACHINE

TOO_LARGE = "too large for this table; decide on it in the workbook (xlsx) or the page (html)"
"""The comment of a row that cannot carry the way back to its finding."""


def open_report(stream: IO[str], look: Look) -> SuggestionsCsvReport:
    """The report, writing to ``stream``."""
    return SuggestionsCsvReport(stream)


class SuggestionsCsvReport:
    """A head, then rows as they are found; the last column leads back to the finding."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._writer = csv.writer(stream, lineterminator="\r\n")
        self._files = 0

    def begin(self) -> None:
        """Writes the head."""
        self._stream.write("\ufeff")
        self._writer.writerow((*COLUMNS, MACHINE))

    def add(self, result: LintResult) -> None:
        """Writes the findings of one source."""
        self._files += 1
        for suggestion in suggestions(result, self._files):
            sealed = suggestion.facts.sealed()
            if len(sealed) <= LONGEST:
                self._writer.writerow([*map(guarded, (*_cells(suggestion), "", "")), sealed])
            else:
                self._writer.writerow([*map(guarded, (*_cells(suggestion), "", TOO_LARGE)), ""])

    def finish(self, summary: Summary) -> None:
        """Nothing stands behind the last row."""


def _cells(row: Suggestion) -> tuple[str, ...]:
    sentence = cut(f"{row.before}⟦{row.marked_in}⟧{row.behind}")
    facts = row.facts
    return (
        *(row.id, facts.where, row.severity, sentence, facts.marked, row.rule, row.why, row.source_word),
        facts.proposal,
    )
