"""The report for a person at a terminal: every finding with its sentence, its reason and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from clinlint.model.diagnostic import Diagnostic, Excerpt, LintResult
from clinlint.model.fix import Applicability, Fix
from clinlint.model.source import Source
from clinlint.model.span import Span
from clinlint.reports import Look, Report
from clinlint.reports.cells import Cell, cells, underline, visible, wrapped
from clinlint.reports.closing import closing_lines
from clinlint.reports.places import place_of, shown
from clinlint.reports.style import SEVERITY_COLORS, Style
from clinlint.reports.summary import Summary

TRUST = {Applicability.SAFE: "safe", Applicability.UNSAFE: "needs review", Applicability.DISPLAY: "suggestion"}
INDENT = "    "
LABEL_WIDTH = 8
NARROWEST = 40


def open_report(stream: TextIO, look: Look) -> Report:
    """The report, writing to ``stream``."""
    return FullReport(stream, look)


class FullReport:
    """Several lines a finding, then a summary."""

    def __init__(self, stream: TextIO, look: Look) -> None:
        self._stream = stream
        self._look = look
        self._style = Style(look.color)
        self._width = max(NARROWEST, look.width) - len(INDENT)

    def begin(self) -> None:
        """Nothing stands before the first finding."""

    def add(self, result: LintResult) -> None:
        """Writes the findings of one source."""
        if result.source.address and result.diagnostics:
            self._stream.write(f"{visible(result.source.name)} is {visible(result.source.address)}\n\n")
        for diagnostic in shown(result):
            self._stream.write("\n".join(self._lines(diagnostic, result.source)) + "\n\n")

    def finish(self, summary: Summary) -> None:
        """Writes the summary."""
        if not self._look.quiet:
            self._stream.write("".join(f"{line}\n" for line in closing_lines(summary, self._style)))

    def _lines(self, diagnostic: Diagnostic, source: Source) -> Iterator[str]:
        style = self._style
        place = visible(place_of(source.name, diagnostic.position, diagnostic.place))
        severity = style(diagnostic.severity.value, "bold", SEVERITY_COLORS[diagnostic.severity.value])
        rule = f"{style(visible(diagnostic.rule), 'bold')} {visible(diagnostic.name)}"
        yield f"{style(place, 'bold')}: {severity} {rule}"
        yield from self._sentence(diagnostic)
        yield from self._labelled("why", diagnostic.message)
        for number, fix in enumerate(diagnostic.fixes):
            yield from self._labelled("or" if number else "fix", _title(fix))
            if not number and diagnostic.excerpt.proposed is not None:
                yield from self._proposed(diagnostic.excerpt, diagnostic.excerpt.proposed)
        for related in diagnostic.related:
            at = related.span.start
            place = place_of(source.name, source.position(at), source.place(at))
            yield from self._labelled("see", f"{place}: {related.message}")
        if diagnostic.also:
            yield from self._labelled("also", ", ".join(diagnostic.also))

    def _sentence(self, diagnostic: Diagnostic) -> Iterator[str]:
        excerpt = diagnostic.excerpt
        if not excerpt.text.strip():
            return
        row = cells(excerpt.text, _at_least_one(excerpt.marked))
        if excerpt.marked.start >= len(excerpt.text):
            row.append(Cell(" ", 1, marked=True))
        row = _with_ellipses(row, excerpt)
        color = SEVERITY_COLORS[diagnostic.severity.value]
        for line in wrapped(row, self._width):
            yield (INDENT + self._painted(line, color, "underline")).rstrip()
            carets = underline(line)
            if carets:
                yield INDENT + self._style(carets, "bold", color)

    def _proposed(self, excerpt: Excerpt, new: str) -> Iterator[str]:
        old = excerpt.text
        start = _shared(old, new)
        end = len(new) - min(_shared(old[::-1], new[::-1]), len(new) - start, len(old) - start)
        yield from self._rows("becomes", _with_ellipses(cells(new, Span(start, end)), excerpt), "green")

    def _labelled(self, label: str, text: str) -> Iterator[str]:
        yield from self._rows(label, cells(" ".join(text.split())))

    def _rows(self, label: str, row: list[Cell], color: str = "") -> Iterator[str]:
        for number, line in enumerate(wrapped(row, self._width - LABEL_WIDTH)):
            head = self._style(f"{label:<{LABEL_WIDTH}}", "dim") if not number else " " * LABEL_WIDTH
            yield (INDENT + head + self._painted(line, color)).rstrip()

    def _painted(self, line: list[Cell], *names: str) -> str:
        """The line's text, its marked cells in a colour."""
        if not self._style.enabled:
            return "".join(cell.shown for cell in line)
        parts: list[str] = []
        run = ""
        for number, cell in enumerate(line):
            run += cell.shown
            if number + 1 == len(line) or line[number + 1].marked != cell.marked:
                parts.append(self._style(run, *filter(None, names)) if cell.marked else run)
                run = ""
        return "".join(parts)


def _title(fix: Fix) -> str:
    return f"{fix.title} ({TRUST[fix.applicability]})"


def _with_ellipses(row: list[Cell], excerpt: Excerpt) -> list[Cell]:
    before, after = cells("… " * excerpt.cut_before), cells(" …" * excerpt.cut_after)
    return [*before, *row, *after]


def _at_least_one(marked: Span) -> Span:
    """The span, or for an empty one the character behind it."""
    return marked if len(marked) else Span(marked.start, marked.start + 1)


def _shared(one: str, other: str) -> int:
    """How many characters at the beginning are the same."""
    pairs = zip(one, other, strict=False)
    return next((number for number, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
