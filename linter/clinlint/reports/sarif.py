"""SARIF 2.1.0, for code scanning and editors.

Written as GitHub reads it too: at most 25,000 results a run ("SARIF support for code scanning"), the most severe first
to stay, and a notification says how many were left out. Columns count code points.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import IO, Any

from clinlint.model.diagnostic import Diagnostic, LintResult, Severity
from clinlint.model.fix import Fix
from clinlint.model.rule import Rule
from clinlint.model.source import Source
from clinlint.model.span import Span
from clinlint.reports import Look, Report
from clinlint.reports.escaping import encodable
from clinlint.reports.notes import notes_of
from clinlint.reports.places import is_address, uri_of
from clinlint.reports.sarif_rules import LEVELS, descriptor
from clinlint.reports.summary import Summary
from clinlint.version import VERSION

MOST_RESULTS = 25_000
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "SRCROOT"

Record = dict[str, Any]


def open_report(stream: IO[str], look: Look) -> Report:
    """The report, writing to ``stream``."""
    return SarifReport(stream, look.rules)


class SarifReport:
    """One log with one run."""

    def __init__(self, stream: IO[str], rules: Mapping[str, Rule]) -> None:
        self._stream = stream
        self._known = rules
        self._rules: dict[str, Record] = {}
        self._artifacts: list[Record] = []
        self._results: list[tuple[Severity, Record]] = []

    def begin(self) -> None:
        """Nothing: the rules stand before the results, and are known at the end."""

    def add(self, result: LintResult) -> None:
        """Takes the results of one source."""
        source = result.source
        index = len(self._artifacts)
        artifact: Record = {
            "location": _location(source.name),
            "mimeType": source.media_type,
            "roles": ["analysisTarget"],
        }
        if source.encoding:
            artifact["encoding"] = source.encoding
        if result.score is not None:
            artifact["properties"] = {"words": result.score.words, "score": result.score.quality}
        self._artifacts.append(artifact)
        for diagnostic in result.diagnostics:
            self._results.append((diagnostic.severity, self._result(diagnostic, source, index)))

    def finish(self, summary: Summary) -> None:
        """Writes the log."""
        kept, cut = _most_severe(self._results)
        notifications = [
            {"level": note.level, "message": {"text": encodable(note.text)}}
            | ({"locations": [{"physicalLocation": {"artifactLocation": _location(note.name)}}]} if note.name else {})
            for note in notes_of(summary)
        ]
        if cut:
            text = f"{cut:,} less severe results were left out: code scanning takes {MOST_RESULTS:,} a run"
            notifications.append({"level": "warning", "message": {"text": text}})
        run = {
            "tool": {
                "driver": {
                    "name": "clinlint",
                    "version": VERSION,
                    "semanticVersion": VERSION,
                    "language": "en",
                    "rules": list(self._rules.values()),
                }
            },
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {ROOT: {"description": {"text": "The folder in which clinlint was run."}}},
            "invocations": [
                {
                    "executionSuccessful": not (summary.failures or summary.internal_errors),
                    "toolExecutionNotifications": notifications,
                }
            ],
            "artifacts": self._artifacts,
            "results": kept,
            "properties": {"words": summary.words, "mqmMappedScore": summary.score.quality},
        }
        json.dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, self._stream, indent=1)
        self._stream.write("\n")

    def _result(self, diagnostic: Diagnostic, source: Source, artifact: int) -> Record:
        code = encodable(diagnostic.rule)
        rule = self._known.get(diagnostic.rule)
        self._rules.setdefault(code, descriptor(diagnostic, rule))
        place = _location(source.name) | {"index": artifact}
        record: Record = {
            "ruleId": code,
            "ruleIndex": list(self._rules).index(code),
            "level": LEVELS[diagnostic.severity],
            "message": {"text": encodable(diagnostic.message)},
            "locations": [
                {"physicalLocation": {"artifactLocation": place, "region": _marked(diagnostic, source)}}
                | ({"logicalLocations": [{"name": encodable(diagnostic.place)}]} if diagnostic.place else {})
            ],
            "partialFingerprints": {"clinlintContext/v1": diagnostic.fingerprint},
            "properties": self._properties(diagnostic, rule),
        }
        if diagnostic.related:
            record["relatedLocations"] = [
                {
                    "id": number,
                    "physicalLocation": {"artifactLocation": place, "region": _region(related.span, source)},
                    "message": {"text": encodable(related.message)},
                }
                for number, related in enumerate(diagnostic.related)
            ]
        if diagnostic.fixes and not source.parts:
            # Regions of an archive are no text that another program could exchange.
            record["fixes"] = [_fix(fix, source, place) for fix in diagnostic.fixes]
        if diagnostic.suppressed_by or diagnostic.baselined:
            record["suppressions"] = list(_suppressions(diagnostic))
        return record

    def _properties(self, diagnostic: Diagnostic, rule: Rule | None) -> Record:
        properties: Record = {"confidence": diagnostic.confidence.name.lower()}
        if rule is not None:
            properties["mqmType"] = rule.meta.mqm_type
            properties["itsLocQualityIssueType"] = rule.meta.its_type
        if diagnostic.also:
            properties["also"] = list(diagnostic.also)
        properties.update({key: encodable(value) for key, value in diagnostic.data.items()})
        return properties


def _most_severe(results: list[tuple[Severity, Record]]) -> tuple[list[Record], int]:
    """The results to keep, in their order, and how many are left out."""
    numbers = sorted(range(len(results)), key=lambda number: (-results[number][0].rank, number))[:MOST_RESULTS]
    return [results[number][1] for number in sorted(numbers)], len(results) - len(numbers)


def _location(name: str) -> Record:
    uri = uri_of(name)
    return {"uri": uri} if is_address(name) or uri.startswith("file:") else {"uri": uri, "uriBaseId": ROOT}


def _region(span: Span, source: Source) -> Record:
    start, end = source.position(span.start), source.position(span.end)
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _marked(diagnostic: Diagnostic, source: Source) -> Record:
    marked = diagnostic.match if source.parts else diagnostic.range.of(source.text)
    return _region(diagnostic.range, source) | {"snippet": {"text": encodable(marked)}}


def _fix(fix: Fix, source: Source, place: Record) -> Record:
    replacements = [
        {"deletedRegion": _region(edit.span, source), "insertedContent": {"text": encodable(edit.text)}}
        for edit in fix.edits
    ]
    return {
        "description": {"text": encodable(fix.title)},
        "artifactChanges": [{"artifactLocation": place, "replacements": replacements}],
        "properties": {"applicability": fix.applicability.name.lower()},
    }


def _suppressions(diagnostic: Diagnostic) -> Iterable[Record]:
    if diagnostic.suppressed_by:
        # Comments are told by their line; everything else stands in another file.
        kind = "inSource" if diagnostic.suppressed_by.startswith("comment") else "external"
        yield {"kind": kind, "justification": encodable(diagnostic.suppressed_by)}
    if diagnostic.baselined:
        yield {"kind": "external", "justification": "known to the baseline"}
