"""Results as plain values; ``docs/report.schema.json`` describes them."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from clinlint.model.diagnostic import Diagnostic, LintResult, Severity
from clinlint.model.fix import Fix
from clinlint.model.page_facts import PageFacts
from clinlint.model.reading import ReadingLevel
from clinlint.model.source import Source
from clinlint.model.span import Position, Span
from clinlint.reports.summary import Summary
from clinlint.review.identity import digest
from clinlint.version import VERSION

FORMAT_VERSION = 1
"""Grows when a key goes or changes its meaning; new keys alone do not change it."""

TOOL = {"name": "clinlint", "version": VERSION}

Record = dict[str, Any]


def diagnostic_record(diagnostic: Diagnostic, source: Source) -> Record:
    """One diagnostic. Offsets are code points of the decoded source, half-open; lines and columns 1-based."""
    excerpt = diagnostic.excerpt
    return {
        "rule": diagnostic.rule,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "confidence": diagnostic.confidence.name.lower(),
        "message": diagnostic.message,
        "range": _span(diagnostic.range),
        "ranges": [_span(part) for part in diagnostic.ranges],
        "start": _position(diagnostic.position),
        "end": _position(diagnostic.end_position),
        "place": diagnostic.place or None,
        "match": diagnostic.match,
        "in_markup": diagnostic.in_markup,
        "excerpt": {
            "text": excerpt.text,
            "marked": _span(excerpt.marked),
            "proposed": excerpt.proposed,
            "cut_before": excerpt.cut_before,
            "cut_after": excerpt.cut_after,
        },
        "fingerprint": diagnostic.fingerprint,
        "fixes": [_fix(fix) for fix in diagnostic.fixes],
        "related": [
            {
                "message": related.message,
                "range": _span(related.span),
                "start": _position(source.position(related.span.start)),
                "end": _position(source.position(related.span.end)),
                "place": source.place(related.span.start) or None,
            }
            for related in diagnostic.related
        ],
        "also": list(diagnostic.also),
        "data": dict(diagnostic.data),
        "suppressed_by": diagnostic.suppressed_by,
        "baselined": diagnostic.baselined,
    }


def file_record(result: LintResult) -> Record:
    """One source with its diagnostics."""
    return {
        "path": result.source.name,
        "address": result.source.address or None,
        "media_type": result.source.media_type,
        "encoding": result.source.encoding,
        "digest": digest(result.source),
        "source_languages": [
            {
                "code": origin.code,
                "given": origin.given,
                "established": origin.established,
                "evidence": list(origin.evidence),
            }
            for origin in result.origins
        ],
        "score": asdict(result.score) if result.score is not None else None,
        "readings": [reading_record(reading) for reading in result.readings],
        "pages": [page_record(page) for page in result.pages],
        "diagnostics": [diagnostic_record(d, result.source) for d in result.diagnostics],
    }


def page_record(page: PageFacts) -> Record:
    """What the page of one article says about itself."""
    return {
        "language": page.language,
        "canonical": page.canonical or None,
        "alternates": [{"language": other.language, "address": other.address} for other in page.alternates],
        "twin": page.twin or None,
    }


def reading_record(reading: ReadingLevel) -> Record:
    """How one article reads."""
    return {
        "audience": reading.audience.value,
        "grade": round(reading.grade, 1),
        "highest_grade": reading.audience.highest_grade,
        "words": reading.words,
        "sentences": reading.sentences,
        "minutes": round(reading.minutes, 1),
    }


def closing_record(summary: Summary) -> Record:
    """What stands behind the files: what was left out, what went wrong, and the figures."""
    return {
        "not_checked": [{"what": note.what, "why": note.why} for note in summary.not_checked],
        "internal_errors": [
            {"path": name, "rule": error.rule, "message": error.message} for name, error in summary.internal_errors
        ],
        "failures": [{"path": failure.name, "message": failure.message} for failure in summary.failures],
        "summary": {
            "files": summary.files,
            "words": summary.words,
            "score": asdict(summary.score),
            "errors": summary.shown.get(Severity.ERROR, 0),
            "warnings": summary.shown.get(Severity.WARNING, 0),
            "infos": summary.shown.get(Severity.INFO, 0),
            "hidden": sum(summary.hidden.values()),
            "suppressed": summary.suppressed,
            "baselined": summary.baselined,
            "fixable": summary.fixable,
            "safely_fixable": summary.safe,
        },
    }


def _span(span: Span) -> Record:
    return {"start": span.start, "end": span.end}


def _position(position: Position) -> Record:
    return {"line": position.line, "column": position.column}


def _fix(fix: Fix) -> Record:
    return {
        "title": fix.title,
        "applicability": fix.applicability.name.lower(),
        "edits": [{"range": _span(edit.span), "text": edit.text} for edit in fix.edits],
    }
