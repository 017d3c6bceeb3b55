"""Turns a finding, in the document's text, into a diagnostic, in the author's file."""

from __future__ import annotations

from collections.abc import Mapping

from clinlint.analysis.context import Analysis
from clinlint.fixing.in_source import fix_in_source
from clinlint.model.diagnostic import Diagnostic, Severity
from clinlint.model.document import Document
from clinlint.model.finding import Finding, Related
from clinlint.model.rule import RuleMeta
from clinlint.model.span import Span
from clinlint.run.excerpts import excerpt, markup_excerpt
from clinlint.run.fingerprints import fingerprint, markup_fingerprint


def severity_of(meta: RuleMeta, finding: Finding, overrides: Mapping[str, Severity]) -> Severity:
    """The configured severity, or the rule's, a step lower for every step of confidence that is missing."""
    if meta.code in overrides:
        return overrides[meta.code]
    missing = meta.confidence - finding.confidence if finding.confidence is not None else 0
    return Severity.of_rank(meta.severity.rank - max(0, missing))


def diagnose(meta: RuleMeta, finding: Finding, analysis: Analysis, severity: Severity) -> Diagnostic:
    """The diagnostic for a finding of the rule that ``meta`` describes.

    Raises:
        ValueError: when the finding's span lies outside the document.
    """
    document = analysis.document
    source = document.source
    if finding.span.end > len(document.text):
        raise ValueError(f"the finding {finding.span} lies behind the document's end")
    if finding.source is not None:
        return _in_markup(meta, finding, finding.source, document, severity)
    ranges = document.offsets.to_source(finding.span)
    whole = Span(ranges[0].start, ranges[-1].end) if ranges else document.offsets.source_range(finding.span)
    fixes = [(fix, shown) for fix in finding.fixes if (shown := fix_in_source(document, fix)) is not None]
    return Diagnostic(
        rule=meta.code,
        name=meta.name,
        severity=severity,
        confidence=finding.confidence if finding.confidence is not None else meta.confidence,
        range=whole,
        ranges=ranges or (whole,),
        position=source.position(whole.start),
        end_position=source.position(whole.end),
        message=finding.message,
        match=finding.span.of(document.text),
        excerpt=excerpt(analysis, finding.span, fixes[0][0] if fixes else None),
        fingerprint=fingerprint(meta.code, document, finding.span),
        fixes=tuple(shown for _, shown in fixes),
        related=_related(document, finding),
        data=finding.data,
        place=source.place(whole.start),
    )


def _related(document: Document, finding: Finding) -> tuple[Related, ...]:
    return tuple(
        Related(r.source if r.source is not None else document.offsets.source_range(r.span), r.message)
        for r in finding.related
    )


def _in_markup(meta: RuleMeta, finding: Finding, place: Span, document: Document, severity: Severity) -> Diagnostic:
    """The diagnostic for a finding that points at markup."""
    source = document.source
    if place.end > len(source.text):
        raise ValueError(f"the finding {place} lies behind the source's end")
    match = place.of(source.text)
    return Diagnostic(
        rule=meta.code,
        name=meta.name,
        severity=severity,
        confidence=finding.confidence if finding.confidence is not None else meta.confidence,
        range=place,
        ranges=(place,),
        position=source.position(place.start),
        end_position=source.position(place.end),
        message=finding.message,
        match=match,
        excerpt=markup_excerpt(match),
        fingerprint=markup_fingerprint(meta.code, match),
        in_markup=True,
        related=_related(document, finding),
        data=finding.data,
    )
