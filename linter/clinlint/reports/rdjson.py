"""reviewdog's diagnostic format, with a suggestion for every fix.

Its columns count bytes of UTF-8, and its lines end at line feeds (``proto/rdf/reviewdog.proto`` of reviewdog).
"""

from __future__ import annotations

import json
from typing import IO, Any

from clinlint.model.diagnostic import Diagnostic, LintResult, Severity
from clinlint.model.fix import Fix
from clinlint.model.source import Source
from clinlint.model.span import Span
from clinlint.reports import Look, Report
from clinlint.reports.escaping import encodable
from clinlint.reports.places import joined, path_of, shown
from clinlint.reports.summary import Summary

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}

Record = dict[str, Any]


def open_report(stream: IO[str], look: Look) -> Report:
    """The report, writing to ``stream``."""
    return ReviewdogReport(stream)


class ReviewdogReport:
    """One object with all findings in it."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._separator = "\n"

    def begin(self) -> None:
        """Writes the head."""
        self._stream.write('{"source": {"name": "clinlint"}, "diagnostics": [')

    def add(self, result: LintResult) -> None:
        """Writes the findings of one source."""
        path = encodable(path_of(result.source.name))
        for diagnostic in shown(result):
            self._write(_record(diagnostic, result.source, path))

    def finish(self, summary: Summary) -> None:
        """Writes sources that could not be read, and the end."""
        for failure in summary.failures:
            location = {"path": encodable(path_of(failure.name))}
            self._write({"message": encodable(failure.message), "location": location, "severity": "ERROR"})
        self._stream.write("]}\n" if self._separator == "\n" else "\n]}\n")

    def _write(self, record: Record) -> None:
        self._stream.write(self._separator + json.dumps(record))
        self._separator = ",\n"


def _record(diagnostic: Diagnostic, source: Source, path: str) -> Record:
    record: Record = {
        "message": encodable(diagnostic.message),
        "location": {"path": path, "range": _place(diagnostic, source)},
        "severity": SEVERITIES[diagnostic.severity],
        "code": {"value": encodable(diagnostic.rule)},
    }
    if diagnostic.fixes and not source.parts:
        record["suggestions"] = [_suggestion(fix, source) for fix in diagnostic.fixes]
    return record


def _place(diagnostic: Diagnostic, source: Source) -> Record:
    if not source.parts:
        return _range(diagnostic.range, source)
    # Paragraphs of an archive stand for lines; how its bytes are cut into columns nobody can see.
    return {"start": {"line": diagnostic.position.line}, "end": {"line": diagnostic.end_position.line}}


def _suggestion(fix: Fix, source: Source) -> Record:
    edit = joined(fix, source)
    return {"range": _range(edit.span, source), "text": encodable(edit.text)}


def _range(span: Span, source: Source) -> Record:
    return {"start": _position(span.start, source.text), "end": _position(span.end, source.text)}


def _position(offset: int, text: str) -> Record:
    start = text.rfind("\n", 0, offset) + 1
    column = len(encodable(text[start:offset]).encode()) + 1
    return {"line": text.count("\n", 0, start) + 1, "column": column}
