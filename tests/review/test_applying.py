"""From decisions to a corrected file: exactly what was asked for, or a reason."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from clinlint import Linter
from clinlint.model.diagnostic import LintResult
from clinlint.model.fix import Edit
from clinlint.model.span import Span
from clinlint.review.applying import NO_CHANGE, WAITS, Applied, apply_decisions
from clinlint.review.decisions import Decision, Verdict
from review.reviewers import accepted, reworded

LINTER = Linter(languagetool="off")
PAGE = "<p>The pain &amp; the fever goes away !</p>\n<p>It may <b>hurt the the</b> knee.</p>\n"


def result_of(text: str = PAGE, media_type: str = "text/html") -> LintResult:
    return LINTER.check_text(text, media_type=media_type)


def applied(result: LintResult, *decisions: Decision) -> Applied:
    return apply_decisions(result.source, decisions)


def at(result: LintResult, old: str, verdict: Verdict = Verdict.EDIT, **more: object) -> Decision:
    """A decision on the words ``old`` of the source."""
    start = result.source.text.index(old)
    span = Span(start, start + len(old))
    facts: dict[str, object] = {"match": old, "ranges": (span,), **more}
    if verdict is Verdict.ACCEPT and "edits" in facts:
        edits: Iterable[tuple[int, int, str]] = facts["edits"]  # type: ignore[assignment]
        facts["edits"] = tuple(Edit(Span(start + low, start + high), text) for low, high, text in edits)
    return Decision(f"X-{start}", "TY001", "0" * 16, verdict=verdict, **facts)  # type: ignore[arg-type]


def test_accepted_fixes_are_made_and_nothing_else() -> None:
    result = result_of()
    decisions = [accepted(result, d) for d in result.diagnostics if d.fixes]
    done = applied(result, *decisions)
    assert done.after.text == PAGE.replace("away !", "away!").replace("the the", "the")
    assert set(done.made) == set(decisions)
    assert not done.not_made


def test_own_words_are_written_in_the_files_syntax() -> None:
    result = result_of()
    decision = reworded(result, result.diagnostics[0], " & more <than> that")
    assert applied(result, decision).after.text == PAGE.replace(" !", " &amp; more &lt;than&gt; that!")


def test_own_words_leave_markup_inside_the_marked_words_alone() -> None:
    result = result_of()
    decision = at(result, "may <b>hurt", text="might hurt", match="may hurt")
    start = result.source.text.index("may")
    split = (Span(start, start + 4), Span(start + 7, start + 11))
    decision = Decision("X", "TY001", "0" * 16, "may hurt", split, Verdict.EDIT, text="might hurt")
    assert applied(result, decision).after.text == PAGE.replace("may <b>", "might <b>")


def test_rejections_change_nothing_and_are_told() -> None:
    result = result_of()
    decision = at(result, "fever", Verdict.REJECT, reason="meant so")
    done = applied(result, decision)
    assert (done.after, done.rejected) == (result.source, (decision,))


def test_words_that_stand_there_already_are_no_change() -> None:
    result = result_of()
    done = applied(result, at(result, "fever", text="fever"))
    assert [held.why for held in done.not_made] == [NO_CHANGE]
    assert not done.changed


def test_of_two_decisions_on_the_same_words_one_waits() -> None:
    result = result_of()
    first, second = at(result, "fever goes", text="fevers go"), at(result, "goes", text="went")
    done = applied(result, second, first)
    assert done.made == (first,)
    assert [(held.decision, held.why) for held in done.not_made] == [(second, WAITS)]


def test_decisions_on_neighbouring_words_are_both_made() -> None:
    result = result_of()
    done = applied(result, at(result, "goes", text="went"), at(result, "fever", text="fevers"))
    spaced = applied(result, at(result, "fever ", text="fevers "), at(result, "goes", text="go"))
    assert (len(done.made), len(spaced.made), spaced.not_made) == (2, 2, ())
    assert "fevers go" in spaced.after.text


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        ((0, 100_000, "x"), "it lies outside of the file"),
        ((4, 9, "x"), "it would cut “&amp;” in two"),
        ((8, 8, "x"), "it would cut “&amp;” in two"),
        ((0, 1, "<script>alert(1)</script>"), "it would bring markup into the text"),
        ((0, 1, "&nbsp"), "it would bring markup into the text"),
        ((-5, -3, "x"), "it would change markup, not text"),
        ((-4, 1, "x"), "it would change markup, not text"),
    ],
)
def test_edits_that_clinlint_would_not_propose_are_refused(edit: tuple[int, int, str], why: str) -> None:
    result = result_of("<i></i><p>" + PAGE.removeprefix("<p>The "))
    good = at(result, "knee", text="hip")
    bad = at(result, "pain", Verdict.ACCEPT, edits=[edit])
    done = applied(result, good, bad)
    assert [held.why.startswith(why) for held in done.refused] == [True], done.refused
    assert not done.made
    assert done.after is result.source


def test_edits_of_one_decision_must_not_overlap() -> None:
    result = result_of()
    done = applied(result, at(result, "pain", Verdict.ACCEPT, edits=[(0, 3, "x"), (2, 4, "y")]))
    assert [held.why for held in done.refused] == ["its edits overlap"]


def test_a_decision_outside_of_the_file_is_refused() -> None:
    result = result_of()
    far = Decision("X", "TY001", "0" * 16, "x", (Span(10, 900_000),), Verdict.EDIT, text="y")
    assert [held.why for held in applied(result, far).refused] == ["it lies outside of the file (84 characters)"]
