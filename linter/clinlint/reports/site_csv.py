"""A whole site as a table for spreadsheets: one row a page, the worst first; UTF-8 without a byte-order mark."""

from __future__ import annotations

import csv
from typing import IO

from clinlint.model.diagnostic import LintResult
from clinlint.reports import Look, Report
from clinlint.reports.csv import cell
from clinlint.reports.site_pages import SitePages
from clinlint.reports.summary import Summary

COLUMNS = ("page", "file", "score", "change", "verdict", "errors", "warnings", "words", "worst_rules", "nearly_same_as")


def open_report(stream: IO[str], look: Look) -> Report:
    """The report, writing to ``stream``."""
    return SiteCsvReport(stream, look)


class SiteCsvReport:
    """A head and rows, written at the end."""

    def __init__(self, stream: IO[str], look: Look) -> None:
        self._writer = csv.writer(stream, lineterminator="\n")
        self._site = SitePages(look.history, look.likeness)

    def begin(self) -> None:
        """Writes the head."""
        self._writer.writerow(COLUMNS)

    def add(self, result: LintResult) -> None:
        """Takes one page."""
        self._site.add(result)

    def finish(self, summary: Summary) -> None:
        """Writes the rows."""
        for page in self._site.in_order():
            worst = " ".join(f"{rule}:{count}" for rule, count in page.worst)
            score, change = ("" if figure is None else figure for figure in (page.score, page.change))
            self._writer.writerow(
                (cell(page.name), cell(page.path), score, change, page.verdict, page.errors, page.warnings)
                + (page.words, worst, cell(page.like or ""))
            )
