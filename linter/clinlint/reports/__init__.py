"""Reports: one module a format, each with ``open_report(stream, look) -> Report``."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from clinlint.model.diagnostic import LintResult
    from clinlint.model.rule import Rule
    from clinlint.reports.summary import Summary
    from clinlint.run.history import History
    from clinlint.run.similar import Likeness


@dataclass(frozen=True, slots=True)
class Format:
    """A format of reports.

    Attributes:
        module: what writes it, loaded on first use.
        summary: what it is for, in a few words.
        binary: True when its report writes bytes; its stream is then binary, and it needs a file.
        complete: False when the format has no place for what was not checked and what went wrong; both are then
            told on standard error.
    """

    module: str
    summary: str
    binary: bool = False
    complete: bool = True


FORMATS = {
    "full": Format("clinlint.reports.full", "for people at a terminal"),
    "concise": Format("clinlint.reports.concise", "one line a finding"),
    "json": Format("clinlint.reports.json", "everything, for programs (docs/report.schema.json)"),
    "jsonl": Format("clinlint.reports.jsonl", "the same, one finding a line, while the run goes on"),
    "sarif": Format("clinlint.reports.sarif", "SARIF 2.1.0: code scanning, editors"),
    "junit": Format("clinlint.reports.junit", "JUnit XML: test reports of CI servers"),
    "github": Format("clinlint.reports.github", "annotations of a GitHub workflow"),
    "gitlab": Format("clinlint.reports.gitlab", "GitLab code quality", complete=False),
    "rdjson": Format("clinlint.reports.rdjson", "reviewdog, with suggestions", complete=False),
    "checkstyle": Format("clinlint.reports.checkstyle", "Checkstyle XML", complete=False),
    "markdown": Format("clinlint.reports.markdown", "a comment on a pull request"),
    "html": Format("clinlint.reports.html", "for editors: the articles with their findings marked and explained"),
    "csv": Format("clinlint.reports.csv", "a table, one row a finding", complete=False),
    "suggestions-csv": Format(
        "clinlint.reports.suggestions_csv", "suggestions to decide on, for 'clinlint apply'", complete=False
    ),
    "xlsx": Format("clinlint.reports.xlsx", "the same as a workbook for translators", binary=True, complete=False),
    "docx": Format(
        "clinlint.reports.docx", "a Word file: suggestions as tracked changes, reasons as comments", binary=True
    ),
    "site": Format("clinlint.reports.site", "many pages at a terminal, one line a page"),
    "site-csv": Format("clinlint.reports.site_csv", "many pages, one row a page", complete=False),
    "site-html": Format("clinlint.reports.site_html", "many pages as one HTML page", complete=False),
}
"""Every format by name; a new one is a module and a line here (and in ``config.schema.Format``)."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a report looks, and what it may say about the rules.

    Attributes:
        color: True to write colours.
        width: columns of the terminal.
        quiet: True to leave the closing summary out.
        rules: installed rules by code, for reports that explain them.
        history: how pages stood in earlier runs.
        likeness: tells which pages are alike, once for all reports of a run.
        full_page: the address, relative to this report, of the ``html`` report of the same run; empty without one.
    """

    color: bool = False
    width: int = 100
    quiet: bool = False
    rules: Mapping[str, Rule] = field(default_factory=dict)
    history: History | None = None
    likeness: Likeness | None = None
    full_page: str = ""


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


def open_report(name: str, stream: IO[Any], look: Look) -> Report:
    """The report of a format, writing to ``stream``, which the caller closes; bytes when the format is binary.

    Raises:
        KeyError: when there is no such format.
    """
    report: Report = importlib.import_module(FORMATS[name].module).open_report(stream, look)
    return report
