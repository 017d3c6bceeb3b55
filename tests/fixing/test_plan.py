"""Which fixes are made together, and when fixing ends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clinlint import Linter
from clinlint.fixing.fix import fix
from clinlint.fixing.plan import Change, best_fix, chosen, compatible
from clinlint.model.diagnostic import Diagnostic, LintResult, Severity
from clinlint.model.fix import Applicability, Edit, Fix
from clinlint.model.source import Source
from clinlint.model.span import Span

LINTER = Linter(languagetool="off")
RESULT = LINTER.check_text("The pain goes away !", media_type="text/plain")


def change(start: int, end: int, text: str = "", applicability: Applicability = Applicability.SAFE) -> Change:
    span = Span(start, end)
    proposed = Fix("Test", (Edit(span, text),), applicability)
    return Change(replace(RESULT.diagnostics[0], range=span, ranges=(span,), fixes=(proposed,)), proposed)


def test_the_first_of_two_that_overlap_is_made_and_the_other_waits() -> None:
    one, other, apart = change(3, 6), change(5, 9), change(12, 13)
    for order in ([one, other, apart], [apart, other, one]):
        assert compatible(order) == ([one, apart], [other])


def test_neighbours_wait_too() -> None:
    assert compatible([change(3, 6), change(6, 7)]) == ([change(3, 6)], [change(6, 7)])


def test_neighbours_go_together_where_a_person_saw_both() -> None:
    one, insertion, neighbour, overlapping = change(3, 6), change(9, 9, "!"), change(6, 7), change(5, 7)
    assert compatible([one, neighbour, insertion], by_person=True) == ([one, neighbour, insertion], [])
    assert compatible([one, overlapping], by_person=True) == ([one], [overlapping])
    assert compatible([change(0, 9), change(4, 4, "!")], by_person=True) == ([change(0, 9)], [change(4, 4, "!")])
    assert compatible([change(6, 9), change(6, 6, "!")], by_person=True)[1] == []
    assert len(compatible([insertion, change(9, 9, "?")], by_person=True)[1]) == 1


def test_the_safer_of_two_that_begin_together_is_made() -> None:
    unsafe, safe = change(3, 6, "a", Applicability.UNSAFE), change(3, 6, "b")
    assert compatible([unsafe, safe]) == ([safe], [unsafe])


def test_what_waits_keeps_its_place() -> None:
    first, second, third = change(0, 4), change(4, 8), change(8, 9)
    assert compatible([first, second, third]) == ([first], [second, third])


def test_the_best_fix_alone_is_made() -> None:
    diagnostic = RESULT.diagnostics[0]
    for_a_person = replace(diagnostic.fixes[0], applicability=Applicability.DISPLAY)
    assert best_fix(diagnostic, Applicability.SAFE) is diagnostic.fixes[0]
    assert best_fix(replace(diagnostic, fixes=(for_a_person, *diagnostic.fixes)), Applicability.UNSAFE) is None
    assert chosen([replace(diagnostic, suppressed_by="a comment")], Applicability.SAFE) == []


def endless(source: Source) -> LintResult:
    """A linter whose rule always finds the first letter wrong: "a" should be "b", and "b" should be "a"."""
    other = {"a": "b", "b": "a"}[source.text[0]]
    return replace(LINTER.check_text("Text."), source=source, documents=RESULT.documents, diagnostics=(_first(other),))


def _first(text: str) -> Diagnostic:
    return replace(change(0, 1, text).diagnostic, severity=Severity.ERROR)


def test_fixes_that_undo_each_other_change_nothing_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clinlint.fixing.guard.Guard.objection", lambda *_, **__: None)
    source = Source.from_text("a text", name="x.txt", media_type="text/plain")
    fixed = fix(endless(source), endless)
    assert fixed.contradicting == (RESULT.diagnostics[0].rule,)
    assert fixed.after is source
    assert [note.why for note in fixed.notes()] == ["the fixes of TY001 undo each other, so none of them was made"]


def test_fixes_for_display_are_refused() -> None:
    with pytest.raises(ValueError, match="by a person"):
        fix(RESULT, lambda _: RESULT, Applicability.DISPLAY)
