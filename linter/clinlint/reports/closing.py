"""The end of a report for people: figures, what was not checked, what went wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clinlint.model.diagnostic import NotChecked, Severity
from clinlint.reports.cells import visible
from clinlint.reports.style import SEVERITY_COLORS, Style
from clinlint.reports.summary import Summary

MOST_NAMES = 3
"""How many files a note names before it counts the others."""


def counted(number: int, noun: str) -> str:
    """``1 file``, ``1,200 files``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def closing_lines(summary: Summary, style: Style) -> Iterator[str]:
    """The lines below the last finding; none when nothing could be read."""
    if not summary.files and summary.failures:
        return
    yield _figures(summary, style)
    if summary.not_checked:
        yield style("Not checked:", "bold")
        for note in grouped(summary.not_checked):
            yield f"  {visible(note)}"
    if summary.internal_errors:
        yield style("Rules that crashed (an error of clinlint; please report it):", "bold", "red")
        for name, error in summary.internal_errors:
            yield f"  {visible(name)}: {visible(error.rule)}: {visible(error.message)}"


def _figures(summary: Summary, style: Style) -> str:
    parts = [
        style(counted(number, noun), "bold", SEVERITY_COLORS[severity.value])
        for severity, noun in ((Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "info"))
        if (number := summary.shown.get(severity, 0))
    ]
    text = f"{counted(summary.files, 'file')}, {counted(summary.words, 'word')}: "
    text += ", ".join(parts) if parts else style("nothing found", "bold", "green")
    if summary.fixable:
        text += f"; {summary.fixable:,} with a fix, {summary.safe:,} of them safe"
    hidden = sum(summary.hidden.values())
    if hidden:
        least = min(summary.hidden, key=lambda severity: severity.rank)
        text += f"; {hidden:,} hidden (--min-severity {least.value} shows them)"
    if summary.failures:
        text += f"; {counted(len(summary.failures), 'source')} could not be read"
    return text


def grouped(notes: Iterable[NotChecked]) -> Iterator[str]:
    """One line for every reason, naming what it holds for."""
    names: dict[str, list[str]] = {}
    for note in notes:
        names.setdefault(note.why, []).append(note.what)
    for why, whats in names.items():
        whats = list(dict.fromkeys(whats))
        more = len(whats) - MOST_NAMES
        listed = ", ".join(whats[:MOST_NAMES]) + (f" and {more:,} more" if more > 0 else "")
        yield f"{listed}: {why}"
