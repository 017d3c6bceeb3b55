"""Annotations of a GitHub workflow, as the commands that its runner reads from a step's output.

GitHub shows ten annotations of each level a step and drops the rest without a word ("Usage limits" of its
documentation of checks). Ten of each level are therefore annotations, all others plain lines of the log, and one last
annotation says how many.
"""

from __future__ import annotations

from collections import Counter
from typing import IO

from clinlint.model.diagnostic import Diagnostic, LintResult, Severity
from clinlint.reports import Look, Report
from clinlint.reports.cells import visible
from clinlint.reports.closing import counted
from clinlint.reports.notes import brief_notes
from clinlint.reports.places import is_address, path_of, place_of, shown
from clinlint.reports.summary import Summary

MOST = {"error": 9, "warning": 10, "notice": 8}
"""Of ten of each level, one error is kept for what went wrong, two notices for what was cut and not checked."""

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def open_report(stream: IO[str], look: Look) -> Report:
    """The report, writing to ``stream``."""
    return GitHubReport(stream)


class GitHubReport:
    """Annotations first come, first served, in the order of the run."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._written: Counter[str] = Counter()

    def begin(self) -> None:
        """Nothing stands before the first annotation."""

    def add(self, result: LintResult) -> None:
        """Writes the findings of one source."""
        for diagnostic in shown(result):
            command = COMMANDS[diagnostic.severity]
            self._written[command] += 1
            if self._written[command] <= MOST[command]:
                self._stream.write(_annotation(command, diagnostic, result.source.name))
            else:
                self._stream.write(_plain(diagnostic, result.source.name))

    def finish(self, summary: Summary) -> None:
        """Writes what was cut, what went wrong and what was not checked."""
        cut = {command: number - MOST[command] for command, number in self._written.items() if number > MOST[command]}
        if cut:
            numbers = ", ".join(counted(number, command) for command, number in cut.items())
            text = f"{numbers} more in the log of this step: GitHub shows ten annotations of each level a step."
            self._stream.write(f"::notice title=clinlint::{_data(text)}\n")
        notes = list(brief_notes(summary))
        for command, about_errors in (("error", True), ("notice", False)):
            lines = [note.text for note in notes if (note.level != "note") is about_errors]
            if lines:
                self._stream.write(f"::{command} title=clinlint::{_data(chr(10).join(lines))}\n")


def _annotation(command: str, diagnostic: Diagnostic, name: str) -> str:
    start, end = diagnostic.position, diagnostic.end_position
    place = "" if is_address(name) else f"file={_property(path_of(name))},"
    place += f"line={start.line},endLine={end.line}"
    if start.line == end.line:
        # GitHub takes columns of a single line alone.
        place += f",col={start.column},endColumn={end.column}"
    title = _property(f"{diagnostic.rule} {diagnostic.name}")
    fix = f"\n{diagnostic.fixes[0].title}" if diagnostic.fixes else ""
    where = f"{name}: " if is_address(name) else ""
    where += f"{diagnostic.place}: " if diagnostic.place else ""
    return f"::{command} {place},title={title}::{_data(where + diagnostic.message + fix)}\n"


def _plain(diagnostic: Diagnostic, name: str) -> str:
    at = diagnostic.position
    message = " ".join(diagnostic.message.split())
    line = f"{place_of(path_of(name), at, diagnostic.place)}: {diagnostic.severity.value} {diagnostic.rule} {message}"
    # The runner takes "::" at the beginning of a line and "##[" anywhere for commands.
    return f"clinlint: {visible(line).replace('##[', '## [')}\n"


def _data(text: str) -> str:
    lines = "\n".join(visible(line) for line in text.splitlines())
    return lines.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A").replace("##[", "## [")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
