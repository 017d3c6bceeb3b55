"""One diagnostic where two rules see the same thing."""

from __future__ import annotations

from clinlint.model.diagnostic import Diagnostic, Excerpt, Severity
from clinlint.model.finding import Confidence
from clinlint.model.span import Position, Span
from clinlint.run.overlaps import folded


def diagnostic(rule: str, start: int, end: int, severity: Severity = Severity.WARNING) -> Diagnostic:
    span = Span(start, end)
    return Diagnostic(
        rule=rule,
        name=rule.lower(),
        severity=severity,
        confidence=Confidence.HIGH,
        range=span,
        ranges=(span,),
        position=Position(1, start + 1),
        end_position=Position(1, end + 1),
        message="",
        match="",
        excerpt=Excerpt("", Span(0, 0)),
        fingerprint=f"{rule}{start}",
    )


def codes(diagnostics: list[Diagnostic]) -> list[str]:
    return [d.rule for d in diagnostics]


def test_the_severer_of_two_with_the_same_range_stays_and_remembers_the_other() -> None:
    kept = folded([diagnostic("TY001", 3, 9), diagnostic("MT006", 3, 9, Severity.ERROR)], {})
    assert codes(kept) == ["MT006"]
    assert kept[0].also == ("TY001",)


def test_overlap_alone_keeps_both() -> None:
    kept = folded([diagnostic("TY001", 3, 9), diagnostic("MT006", 5, 12)], {})
    assert codes(kept) == ["TY001", "MT006"]


def test_a_rule_folds_what_it_supersedes_even_when_that_is_severer() -> None:
    found = [diagnostic("MT006", 5, 12, Severity.ERROR), diagnostic("MT001", 3, 12)]
    assert codes(folded(found, {"MT001": ("MT006",)})) == ["MT001"]


def test_superseding_needs_an_overlap() -> None:
    found = [diagnostic("MT006", 20, 22), diagnostic("MT001", 3, 12)]
    assert codes(folded(found, {"MT001": ("MT006",)})) == ["MT001", "MT006"]


def test_order_is_by_place_then_code_whatever_the_order_found() -> None:
    found = [diagnostic("TY002", 8, 9), diagnostic("ST001", 1, 5), diagnostic("MT001", 1, 4)]
    assert codes(folded(found, {})) == codes(folded(reversed(found), {})) == ["MT001", "ST001", "TY002"]
