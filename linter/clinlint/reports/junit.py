"""JUnit XML, for the test reports of CI servers: a suite a file, a failed test a finding.

A file without findings is one passed test, what could not be read is an error, what was not checked is skipped.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from clinlint.model.diagnostic import Diagnostic, LintResult
from clinlint.model.fix import Fix
from clinlint.reports import Look, Report
from clinlint.reports.escaping import attribute, content
from clinlint.reports.notes import Note, notes_of
from clinlint.reports.places import path_of, place_of, shown
from clinlint.reports.summary import Summary


def open_report(stream: IO[str], look: Look) -> Report:
    """The report, writing to ``stream``."""
    return JUnitReport(stream)


class JUnitReport:
    """Written file by file; numbers stand on every suite."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def begin(self) -> None:
        """Writes the head."""
        self._stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="clinlint">\n')

    def add(self, result: LintResult) -> None:
        """Writes one suite."""
        path = path_of(result.source.name)
        found = shown(result)
        cases = [_failed(path, diagnostic) for diagnostic in found]
        cases = cases or [f'    <testcase classname="{attribute(path)}" name="clinlint" time="0"/>\n']
        self._suite(path, cases, failures=len(found))

    def finish(self, summary: Summary) -> None:
        """Writes what was left out and what went wrong, as a suite of its own."""
        notes = list(notes_of(summary))
        errors = sum(note.level == "error" for note in notes)
        failures = sum(note.level == "warning" for note in notes)
        skipped = sum(note.level == "note" for note in notes)
        if notes:
            self._suite("clinlint", map(_noted, notes), failures=failures, errors=errors, skipped=skipped)
        self._stream.write("</testsuites>\n")

    def _suite(self, name: str, cases: Iterable[str], *, failures: int = 0, errors: int = 0, skipped: int = 0) -> None:
        written = list(cases)
        self._stream.write(
            f'  <testsuite name="{attribute(name)}" tests="{len(written)}" failures="{failures}" '
            f'errors="{errors}" skipped="{skipped}" time="0">\n{"".join(written)}  </testsuite>\n'
        )


def _failed(path: str, diagnostic: Diagnostic) -> str:
    at = diagnostic.position
    name = f"{diagnostic.rule} {diagnostic.name} ({diagnostic.place or f'{at.line}:{at.column}'})"
    lines = [f"{place_of(path, at, diagnostic.place)}: {diagnostic.message}"]
    if diagnostic.excerpt.text.strip():
        lines.append(diagnostic.excerpt.text)
    lines += [_title(fix) for fix in diagnostic.fixes]
    return (
        f'    <testcase classname="{attribute(path)}" name="{attribute(name)}" time="0">\n'
        f'      <failure type="{diagnostic.severity.value}" message="{attribute(diagnostic.message)}">'
        f"{content(chr(10).join(lines))}</failure>\n    </testcase>\n"
    )


def _title(fix: Fix) -> str:
    return f"fix: {fix.title}"


def _noted(note: Note) -> str:
    element, more = {
        "error": ("error", ' type="error"'),
        "warning": ("failure", ' type="score"'),
        "note": ("skipped", ""),
    }[note.level]
    return (
        f'    <testcase classname="clinlint" name="{attribute(note.text)}" time="0">\n'
        f'      <{element}{more} message="{attribute(note.text)}"/>\n    </testcase>\n'
    )
