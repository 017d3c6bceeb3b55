"""Reports: one module a format, each with ``open_report(stream, look) -> Report``."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TextIO

if TYPE_CHECKING:
    from clinlint.model.diagnostic import LintResult
    from clinlint.reports.summary import Summary

FORMATS = {
    "full": "clinlint.reports.full",
    "concise": "clinlint.reports.concise",
    "json": "clinlint.reports.json",
    "jsonl": "clinlint.reports.jsonl",
}
"""Formats and the modules that write them, loaded on first use."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a report for people looks; reports for machines ignore it.

    Attributes:
        color: True to write colours.
        width: columns of the terminal.
        quiet: True to leave the closing summary out.
    """

    color: bool = False
    width: int = 100
    quiet: bool = False


class Report(Protocol):
    """Writes one format to one stream, while the run goes on.

    ``begin`` is called once, ``add`` once a source in the order of the run, ``finish`` once at the end.
    """

    def begin(self) -> None:
        """Writes what stands before the first result."""

    def add(self, result: LintResult) -> None:
        """Writes what was found in one source; the result holds only what is to be shown."""

    def finish(self, summary: Summary) -> None:
        """Writes what stands behind the last result."""


def open_report(name: str, stream: TextIO, look: Look) -> Report:
    """The report of a format, writing to ``stream``, which the caller closes.

    Raises:
        KeyError: when there is no such format.
    """
    report: Report = importlib.import_module(FORMATS[name]).open_report(stream, look)
    return report
