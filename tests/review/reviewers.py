"""Decisions on real findings, as a page or a table would make them."""

from __future__ import annotations

from clinlint.model.diagnostic import Diagnostic, LintResult
from clinlint.review.decisions import Decision, Decisions, FileDecisions, Verdict
from clinlint.review.identity import digest, finding_ids

MOMENT = "2026-11-27T09:58:00Z"


def decided(result: LintResult, diagnostic: Diagnostic, verdict: Verdict, **more: object) -> Decision:
    """A decision on a finding of ``result``."""
    names = dict(zip(map(id, result.diagnostics), finding_ids(result.diagnostics), strict=True))
    return Decision(
        names[id(diagnostic)],
        diagnostic.rule,
        diagnostic.fingerprint,
        diagnostic.match,
        diagnostic.ranges,
        verdict,
        **more,  # type: ignore[arg-type]
    )


def accepted(result: LintResult, diagnostic: Diagnostic, fix: int = 0, **more: object) -> Decision:
    """One of the finding's fixes is accepted."""
    return decided(result, diagnostic, Verdict.ACCEPT, edits=diagnostic.fixes[fix].edits, **more)


def reworded(result: LintResult, diagnostic: Diagnostic, text: str, **more: object) -> Decision:
    """The finding is edited."""
    return decided(result, diagnostic, Verdict.EDIT, text=text, **more)


def rejected(result: LintResult, diagnostic: Diagnostic, reason: str = "", **more: object) -> Decision:
    """The finding is rejected."""
    return decided(result, diagnostic, Verdict.REJECT, reason=reason, **more)


def file_of(result: LintResult, *decisions: Decision) -> FileDecisions:
    """Decisions on the file of ``result``."""
    return FileDecisions(result.source.name, digest(result.source), decisions)


def review_of(result: LintResult, *decisions: Decision, reviewer: str = "Ayşe") -> Decisions:
    """One reviewer's decisions on the file of ``result``."""
    return Decisions((file_of(result, *decisions),), reviewer=reviewer, exported=MOMENT, tool_version="1.2.3")
