"""JSON Lines: one diagnostic a line as it is found, then one line for the run.

``$defs`` of ``docs/report.schema.json`` describe the two kinds of lines.
"""

from __future__ import annotations

import json
from typing import TextIO

from clinlint.model.diagnostic import LintResult
from clinlint.reports import Look, Report
from clinlint.reports.records import FORMAT_VERSION, TOOL, closing_record, diagnostic_record
from clinlint.reports.summary import Summary


def open_report(stream: TextIO, look: Look) -> Report:
    """The report, writing to ``stream``."""
    return JsonLinesReport(stream)


class JsonLinesReport:
    """One object a line; ``type`` tells diagnostics from the summary."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def begin(self) -> None:
        """Nothing stands before the first diagnostic."""

    def add(self, result: LintResult) -> None:
        """Writes one line a diagnostic."""
        for diagnostic in result.diagnostics:
            head = {"type": "diagnostic", "path": result.source.name}
            self._stream.write(json.dumps(head | diagnostic_record(diagnostic, result.source)) + "\n")

    def finish(self, summary: Summary) -> None:
        """Writes the line for the run."""
        head = {"type": "summary", "version": FORMAT_VERSION, "tool": TOOL}
        self._stream.write(json.dumps(head | closing_record(summary)) + "\n")
