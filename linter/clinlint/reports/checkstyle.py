"""Checkstyle XML, which many CI servers and editors read."""

from __future__ import annotations

from typing import IO

from clinlint.model.diagnostic import Diagnostic, LintResult
from clinlint.reports import Look, Report
from clinlint.reports.escaping import attribute
from clinlint.reports.places import path_of, shown
from clinlint.reports.summary import Summary


def open_report(stream: IO[str], look: Look) -> Report:
    """The report, writing to ``stream``."""
    return CheckstyleReport(stream)


def _said(diagnostic: Diagnostic) -> str:
    message = " ".join(diagnostic.message.split())
    return f"{diagnostic.place}: {message}" if diagnostic.place else message


class CheckstyleReport:
    """An element a file, in it an element a finding; severities have the same names there."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def begin(self) -> None:
        """Writes the head; the version is that of the format."""
        self._stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="8.0">\n')

    def add(self, result: LintResult) -> None:
        """Writes one file."""
        rows = [
            f'    <error line="{d.position.line}" column="{d.position.column}" severity="{d.severity.value}" '
            f'message="{attribute(_said(d))}" source="clinlint.{attribute(d.rule)}"/>\n'
            for d in shown(result)
        ]
        name = attribute(path_of(result.source.name))
        self._stream.write(f'  <file name="{name}">\n{"".join(rows)}  </file>\n')

    def finish(self, summary: Summary) -> None:
        """Writes sources that could not be read as errors of their files, and the end."""
        for failure in summary.failures:
            error = f'<error line="1" severity="error" message="{attribute(failure.message)}" source="clinlint"/>'
            name = attribute(path_of(failure.name))
            self._stream.write(f'  <file name="{name}">\n    {error}\n  </file>\n')
        self._stream.write("</checkstyle>\n")
