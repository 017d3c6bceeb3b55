"""One line a finding, as compilers write them: for editors that jump to a place, and for ``grep``."""

from __future__ import annotations

from typing import TextIO

from clinlint.model.diagnostic import LintResult
from clinlint.reports import Look, Report
from clinlint.reports.cells import visible
from clinlint.reports.closing import closing_lines
from clinlint.reports.places import place_of, shown
from clinlint.reports.style import SEVERITY_COLORS, Style
from clinlint.reports.summary import Summary


def open_report(stream: TextIO, look: Look) -> Report:
    """The report, writing to ``stream``."""
    return ConciseReport(stream, look)


class ConciseReport:
    """``path:line:column: severity CODE message``."""

    def __init__(self, stream: TextIO, look: Look) -> None:
        self._stream = stream
        self._quiet = look.quiet
        self._style = Style(look.color)

    def begin(self) -> None:
        """Nothing stands before the first finding."""

    def add(self, result: LintResult) -> None:
        """Writes the findings of one source."""
        for d in shown(result):
            place = self._style(visible(place_of(result.source.name, d.position, d.place)), "bold")
            severity = self._style(d.severity.value, SEVERITY_COLORS[d.severity.value])
            message = visible(" ".join(d.message.split()))
            self._stream.write(f"{place}: {severity} {self._style(visible(d.rule), 'bold')} {message}\n")

    def finish(self, summary: Summary) -> None:
        """Writes the summary."""
        if not self._quiet:
            self._stream.write("".join(f"{line}\n" for line in closing_lines(summary, self._style)))
