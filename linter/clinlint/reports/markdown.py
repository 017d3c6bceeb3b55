"""A comment on a pull request: figures, then a table a file, within the length that such a comment may have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import IO

from clinlint.model.diagnostic import Diagnostic, LintResult, Severity
from clinlint.reports import Look, Report
from clinlint.reports.cells import visible
from clinlint.reports.closing import closing_lines, counted
from clinlint.reports.escaping import encodable
from clinlint.reports.notes import brief_notes
from clinlint.reports.places import path_of, shown
from clinlint.reports.style import Style
from clinlint.reports.summary import Summary

LONGEST = 60_000
"""Characters of the tables; a comment on GitHub may have 65,536."""

MOST_NOTES = 20
SIGNS = {Severity.ERROR: "🔴 error", Severity.WARNING: "🟡 warning", Severity.INFO: "🔵 info"}
_MARKUP = re.compile(r"([\\`*_\[\]|~$])")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


@dataclass(frozen=True, slots=True)
class Row:
    """One finding of a table."""

    path: str
    rank: int
    text: str


def open_report(stream: IO[str], look: Look) -> Report:
    """The report, writing to ``stream``."""
    return MarkdownReport(stream)


class MarkdownReport:
    """Written at the end: the most severe findings stay when there are too many."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._rows: list[Row] = []

    def begin(self) -> None:
        """Nothing is written before all is known."""

    def add(self, result: LintResult) -> None:
        """Takes the findings of one source."""
        path = path_of(result.source.name)
        self._rows += [Row(path, d.severity.rank, _row(d)) for d in shown(result)]

    def finish(self, summary: Summary) -> None:
        """Writes the comment."""
        figures = next(iter(closing_lines(summary, Style(False))), "nothing could be read")
        score = f" MQM-mapped score {summary.score.quality:.1f}." if summary.files else ""
        parts = [f"### clinlint\n\n{figures}.{score}\n"]
        kept, cut = _fitting(self._rows)
        for path, rows in groupby(kept, key=lambda row: row.path):
            table = "".join(row.text for row in rows)
            parts.append(f"\n#### {_code(path)}\n\n| place | | what | instead |\n| --- | --- | --- | --- |\n{table}")
        if cut:
            parts.append(f"\n{counted(cut, 'less severe finding')} left out: a comment would be too long.\n")
        parts.append(_notes(summary))
        self._stream.write(encodable("".join(parts)))


def _fitting(rows: list[Row]) -> tuple[list[Row], int]:
    """The rows that fit into a comment, in their order, and how many do not."""
    room = LONGEST
    kept: list[int] = []
    opened: set[str] = set()
    for number in sorted(range(len(rows)), key=lambda number: (-rows[number].rank, number)):
        row = rows[number]
        room -= len(row.text) + (0 if row.path in opened else len(row.path) + 80)
        if room < 0:
            break
        opened.add(row.path)
        kept.append(number)
    return [rows[number] for number in sorted(kept)], len(rows) - len(kept)


def _row(diagnostic: Diagnostic) -> str:
    at = diagnostic.position
    match = f" {_code(diagnostic.match)}" if diagnostic.match.strip() else ""
    what = f"**{_text(diagnostic.rule)}**{match} {_text(diagnostic.message)}"
    instead = _text(diagnostic.fixes[0].title) if diagnostic.fixes else ""
    place = _text(diagnostic.place) or f"{at.line}:{at.column}"
    return f"| {place} | {SIGNS[diagnostic.severity]} | {what} | {instead} |\n"


def _notes(summary: Summary) -> str:
    notes = [note.text for note in brief_notes(summary)]
    if not notes:
        return ""
    lines = "".join(f"- {_text(note[:500])}\n" for note in notes[:MOST_NOTES])
    more = f"- and {len(notes) - MOST_NOTES:,} more\n" if len(notes) > MOST_NOTES else ""
    return f"\n<details><summary>Not checked, and what went wrong</summary>\n\n{lines}{more}\n</details>\n"


def _text(text: str) -> str:
    """Plain text in a cell: no markup, no mention of a person, no reference to an issue."""
    shown_text = _MARKUP.sub(r"\\\1", visible(" ".join(text.split()))).translate(_ENTITIES)
    # An empty comment keeps "@name" and "#12" from telling people something.
    return re.sub(r"([@#])(?=\w)", r"\1<!-- -->", shown_text)


def _code(text: str) -> str:
    """Text as code; in HTML, because a code span in a table cannot hold every character."""
    shown_text = visible(" ".join(text.split())).translate(_ENTITIES)
    return f"<code>{_MARKUP.sub(lambda match: f'&#{ord(match[1])};', shown_text)}</code>"
