"""Turns a finding, in the document's text, into a diagnostic, in the author's file."""

from __future__ import annotations

from collections.abc import Mapping

from clinlint.analysis.context import Analysis
from clinlint.fixing.in_source import fix_in_source
from clinlint.model.diagnostic import Diagnostic, Severity
from clinlint.model.finding import Finding, Related
from clinlint.model.rule import RuleMeta
from clinlint.run.excerpts import excerpt
from clinlint.run.fingerprints import fingerprint


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
    if finding.span.end > len(document.text):
        raise ValueError(f"the finding {finding.span} lies behind the document's end")
    source = document.source
    whole = document.offsets.source_range(finding.span)
    fixes = [(fix, shown) for fix in finding.fixes if (shown := fix_in_source(document, fix)) is not None]
    return Diagnostic(
        rule=meta.code,
        name=meta.name,
        severity=severity,
        confidence=finding.confidence if finding.confidence is not None else meta.confidence,
        range=whole,
        ranges=document.offsets.to_source(finding.span) or (whole,),
        position=source.position(whole.start),
        end_position=source.position(whole.end),
        message=finding.message,
        match=finding.span.of(document.text),
        excerpt=excerpt(analysis, finding.span, fixes[0][0] if fixes else None),
        fingerprint=fingerprint(meta.code, document, finding.span),
        fixes=tuple(shown for _, shown in fixes),
        related=tuple(Related(document.offsets.source_range(r.span), r.message) for r in finding.related),
        data=finding.data,
    )
