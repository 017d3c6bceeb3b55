"""The whole run as one JSON document, written file by file; ``docs/report.schema.json`` describes it.

Everything but ASCII is escaped, so that the document survives any console, and lone surrogates too.
"""

from __future__ import annotations

import json
import textwrap
from typing import TextIO

from clinlint.model.diagnostic import LintResult
from clinlint.reports import Look, Report
from clinlint.reports.records import FORMAT_VERSION, TOOL, closing_record, file_record
from clinlint.reports.summary import Summary


def open_report(stream: TextIO, look: Look) -> Report:
    """The report, writing to ``stream``."""
    return JsonReport(stream)


class JsonReport:
    """One object with all files in it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._separator = "\n"

    def begin(self) -> None:
        """Writes the head."""
        self._stream.write(f'{{\n  "version": {FORMAT_VERSION},\n  "tool": {json.dumps(TOOL)},\n  "files": [')

    def add(self, result: LintResult) -> None:
        """Writes one file."""
        record = textwrap.indent(json.dumps(file_record(result), indent=2), "    ")
        self._stream.write(f"{self._separator}{record}")
        self._separator = ",\n"

    def finish(self, summary: Summary) -> None:
        """Writes the rest."""
        closing = json.dumps(closing_record(summary), indent=2).removeprefix("{\n").removesuffix("\n}")
        self._stream.write(("" if self._separator == "\n" else "\n  ") + f"],\n{closing}\n}}\n")
