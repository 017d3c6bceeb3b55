"""GitLab's code quality report: a JSON list that the merge request shows beside the changed lines."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from typing import IO, Any

from clinlint.model.diagnostic import Diagnostic, LintResult, Severity
from clinlint.model.rule import Rule
from clinlint.reports import Look, Report
from clinlint.reports.escaping import encodable
from clinlint.reports.places import path_of, shown
from clinlint.reports.summary import Summary

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
CRITICAL = "critical"
"""For errors that may lead a reader to harm."""


def open_report(stream: IO[str], look: Look) -> Report:
    """The report, writing to ``stream``."""
    return GitLabReport(stream, look.rules)


class GitLabReport:
    """One object a finding."""

    def __init__(self, stream: IO[str], rules: Mapping[str, Rule]) -> None:
        self._stream = stream
        self._rules = rules
        self._separator = "\n"

    def begin(self) -> None:
        """Opens the list."""
        self._stream.write("[")

    def add(self, result: LintResult) -> None:
        """Writes the findings of one source."""
        path = encodable(path_of(result.source.name))
        seen: Counter[str] = Counter()
        for diagnostic in shown(result):
            seen[diagnostic.fingerprint] += 1
            start, end = diagnostic.position, diagnostic.end_position
            self._write(
                {
                    "description": encodable(_said(diagnostic)),
                    "check_name": f"{encodable(diagnostic.rule)} {encodable(diagnostic.name)}",
                    # GitLab drops all but one of findings that share a fingerprint.
                    "fingerprint": _digest(path, diagnostic.fingerprint, str(seen[diagnostic.fingerprint])),
                    "severity": self._severity(diagnostic),
                    "location": {
                        "path": path,
                        "lines": {"begin": start.line, "end": end.line},
                        "positions": {
                            "begin": {"line": start.line, "column": start.column},
                            "end": {"line": end.line, "column": end.column},
                        },
                    },
                }
            )

    def finish(self, summary: Summary) -> None:
        """Writes sources that could not be read, and closes the list."""
        for failure in summary.failures:
            path = encodable(path_of(failure.name))
            self._write(
                {
                    "description": encodable(failure.message),
                    "check_name": "unreadable",
                    "fingerprint": _digest(path, "unreadable", failure.message),
                    "severity": "blocker",
                    "location": {"path": path, "lines": {"begin": 1}},
                }
            )
        self._stream.write("]\n" if self._separator == "\n" else "\n]\n")

    def _severity(self, diagnostic: Diagnostic) -> str:
        rule = self._rules.get(diagnostic.rule)
        if rule is not None and rule.meta.critical and diagnostic.severity is Severity.ERROR:
            return CRITICAL
        return SEVERITIES[diagnostic.severity]

    def _write(self, record: dict[str, Any]) -> None:
        self._stream.write(self._separator + json.dumps(record))
        self._separator = ",\n"


def _said(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.place}: {diagnostic.message}" if diagnostic.place else diagnostic.message


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "replace"), digest_size=16).hexdigest()
