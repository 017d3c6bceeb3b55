"""A whole site at a terminal: one line a page, the worst first."""

from __future__ import annotations

from typing import TextIO

from clinlint.model.diagnostic import LintResult
from clinlint.reports import Look, Report
from clinlint.reports.cells import visible
from clinlint.reports.closing import closing_lines
from clinlint.reports.site_pages import SitePage, SitePages, signed
from clinlint.reports.style import SEVERITY_COLORS, Style
from clinlint.reports.summary import Summary

_COLORS = {"clean": "green", "warnings": SEVERITY_COLORS["warning"]}


def open_report(stream: TextIO, look: Look) -> Report:
    """The report, writing to ``stream``."""
    return SiteReport(stream, look)


class SiteReport:
    """A table, then the summary."""

    def __init__(self, stream: TextIO, look: Look) -> None:
        self._stream = stream
        self._look = look
        self._style = Style(look.color)
        self._site = SitePages(look.history, look.likeness)

    def begin(self) -> None:
        """Nothing can be said before the last page."""

    def add(self, result: LintResult) -> None:
        """Takes one page."""
        self._site.add(result)

    def finish(self, summary: Summary) -> None:
        """Writes the table and the summary."""
        if self._site.pages:
            self._stream.write(self._style(" score  change  errors  warnings  page", "bold") + "\n")
        for page in self._site.in_order():
            self._stream.write(self._line(page) + "\n")
            for more in _more(page):
                self._stream.write(" " * 34 + visible(more) + "\n")
        if self._site.trend and not self._look.quiet:
            self._stream.write(f"\n{self._site.trend}\n")
        if not self._look.quiet:
            self._stream.write("\n" + "".join(f"{line}\n" for line in closing_lines(summary, self._style)))

    def _line(self, page: SitePage) -> str:
        shown = f"{'–':>6}" if page.score is None else f"{page.score:6.1f}"
        score = self._style(shown, "bold", _COLORS.get(page.verdict, SEVERITY_COLORS["error"]))
        return f"{score} {signed(page.change):>7} {page.errors:7,} {page.warnings:9,}  {visible(page.name)}"


def _more(page: SitePage) -> list[str]:
    """What stands below a page's line."""
    more = []
    if page.verdict in {"unedited machine translation", "no text"}:
        more.append(page.verdict)
    if page.worst:
        more.append(", ".join(f"{rule} ×{count}" for rule, count in page.worst))
    if page.like:
        more.append(f"nearly the same text as {page.like}")
    return more
