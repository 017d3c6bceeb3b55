"""A table with one row a finding, for spreadsheets and scripts; UTF-8 without a byte-order mark."""

from __future__ import annotations

import csv
from typing import IO

from clinlint.model.diagnostic import LintResult
from clinlint.reports import Look, Report
from clinlint.reports.cells import visible
from clinlint.reports.places import path_of
from clinlint.reports.summary import Summary

COLUMNS = (
    "path", "line", "column", "end_line", "end_column", "severity", "confidence", "rule", "name", "match", "message",
    "fix", "applicability", "proposed", "fingerprint", "suppressed_by", "baselined",
    "place",
)  # fmt: skip

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def open_report(stream: IO[str], look: Look) -> Report:
    """The report, writing to ``stream``."""
    return CsvReport(stream)


class CsvReport:
    """A head, then rows as they are found."""

    def __init__(self, stream: IO[str]) -> None:
        self._writer = csv.writer(stream, lineterminator="\n")

    def begin(self) -> None:
        """Writes the head."""
        self._writer.writerow(COLUMNS)

    def add(self, result: LintResult) -> None:
        """Writes the findings of one source."""
        for d in result.diagnostics:
            fix = d.fixes[0] if d.fixes else None
            self._writer.writerow(
                (
                    cell(path_of(result.source.name)),
                    d.position.line,
                    d.position.column,
                    d.end_position.line,
                    d.end_position.column,
                    d.severity.value,
                    d.confidence.name.lower(),
                    cell(d.rule),
                    cell(d.name),
                    cell(d.match),
                    cell(d.message),
                    cell(fix.title) if fix else "",
                    fix.applicability.name.lower() if fix else "",
                    cell(d.excerpt.proposed or ""),
                    d.fingerprint,
                    cell(d.suppressed_by or ""),
                    "yes" if d.baselined else "",
                    cell(d.place),
                )
            )

    def finish(self, summary: Summary) -> None:
        """Nothing stands behind the last row."""


def cell(text: str) -> str:
    """``text`` on one line, and never a formula: spreadsheets run what begins like one."""
    text = visible(text)
    return f"'{text}" if text.startswith(_FORMULA) else text
