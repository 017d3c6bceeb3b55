"""The report for editors: one HTML file with the articles as they read, findings marked in them and explained."""

from __future__ import annotations

from typing import TextIO

from clinlint.reports import Look, Report
from clinlint.reports.html.report import HtmlReport


def open_report(stream: TextIO, look: Look) -> Report:
    """The report, writing to ``stream``."""
    return HtmlReport(stream, look)
