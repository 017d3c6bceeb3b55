"""The guard: facts and structure stay, whatever a fix says about itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clinlint import Linter
from clinlint.fixing.changes import make_changes
from clinlint.fixing.own_words import in_own_words
from clinlint.fixing.plan import Change
from clinlint.model.diagnostic import Diagnostic, LintResult
from clinlint.model.fix import Applicability, Edit, Fix
from clinlint.model.span import Span
from clinlint.packs.facts import installed_facts

LINTER = Linter(languagetool="off")
TEXT = "Take 5 mg of atorvastatin twice a day !\n\nYou must not stop. See a doctor after 3 days , or earlier."


def result_of(text: str, media_type: str = "text/plain") -> LintResult:
    result = LINTER.check_text(text, media_type=media_type)
    assert result.diagnostics
    return result


def change(result: LintResult, old: str, new: str) -> Change:
    start = result.source.text.index(old)
    span = Span(start, start + len(old))
    return Change(diagnostic_at((span,)), Fix("Test", (Edit(span, new),), Applicability.UNSAFE))


def diagnostic_at(ranges: tuple[Span, ...]) -> Diagnostic:
    return replace(result_of(TEXT).diagnostics[0], range=ranges[0], ranges=ranges)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("5 mg", "50 mg", "the number “5” would change"),
        ("5 mg", "5 g", "the unit “mg” would change"),
        ("atorvastatin", "rosuvastatin", "the medicine “atorvastatin” would change"),
        ("twice", "once", "the frequency “twice” would change"),
        ("must not", "must", "the negation “not” would change"),
        ("3 days", "3 weeks", "the unit “day” would change"),
        (" a day !", " a day, max. 3!", "the number “3” would change"),
        ("day !\n\nYou", "day. You", "the article's paragraphs, headings or lists would change"),
    ],
)
def test_a_changed_fact_is_held_back_and_told(old: str, new: str, why: str) -> None:
    result = result_of(TEXT)
    outcome = make_changes(result.source, result.documents, [change(result, old, new)])
    assert [held.why for held in outcome.held_back] == [why]
    assert outcome.after is result.source


def test_the_others_are_made_without_it() -> None:
    result = result_of(TEXT)
    wanted = [("5 mg", "6 mg"), ("stop", "pause"), ("must not", "may"), ("earlier", "sooner")]
    outcome = make_changes(result.source, result.documents, [change(result, *pair) for pair in wanted])
    assert outcome.after.text == TEXT.replace("stop", "pause").replace("earlier", "sooner")
    assert [held.why for held in outcome.held_back] == [
        "the number “5” would change",
        "the negation “not” would change",
    ]
    assert not outcome.waiting


def test_a_person_may_change_facts_and_nothing_beside_them() -> None:
    result = result_of(TEXT)
    outcome = make_changes(result.source, result.documents, [change(result, "5 mg", "6 mg")], by_person=True)
    assert outcome.after.text == TEXT.replace("5 mg", "6 mg")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("donâ€™t stop", "don’t stop"),
        ("you can not eat", "you cannot eat"),
        ("5 hour later", "5 hours later"),
        ("10 000 people", "10 000 people"),
        ("seven  out of ten", "seven out of ten"),
        ("Vitamin C", "vitamin C"),
    ],
)
def test_the_same_facts(before: str, after: str) -> None:
    facts = installed_facts().facts
    assert facts(before) == facts(after) != ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("3 ,5", "3,5"),
        ("%10", "10%"),
        ("<5", "5"),
        ("5 g", "5 mg"),
        ("not not", "not"),
        ("isn’t", "is"),
        ("amoxicillin", "ampicillin"),
        ("daily", "weekly"),
        ("two", "three"),
        ("1.5 l", "1.5 ml"),
        ("½ tablet", "¼ tablet"),
        ("2½ hours", "2 hours"),
        ("−4 °C", "4 °C"),
    ],
)
def test_other_facts(before: str, after: str) -> None:
    facts = installed_facts().facts
    assert facts(before) != facts(after)


@pytest.mark.parametrize(
    ("text", "media_type", "words", "fixed"),
    [
        ("<p>Much <b>a special</b> instruments & more.</p>", "text/html", "R&D <tools>", "R&amp;D &lt;tools&gt;"),
        ("A special *instruments* set.", "text/markdown", "2*3*4", "2\\*3\\*4"),
    ],
)
def test_own_words_are_written_in_the_syntax_of_the_file(text: str, media_type: str, words: str, fixed: str) -> None:
    result = LINTER.check_text(text, media_type=media_type)
    document = result.documents[0]
    marked = document.text.index("instruments")
    source = document.offsets.to_source(Span(marked, marked + len("instruments")))
    diagnostic = diagnostic_at(source)
    made = in_own_words(result.documents, diagnostic, words)
    assert made is not None
    outcome = make_changes(result.source, result.documents, [made], by_person=True)
    assert outcome.after.text == text.replace("instruments", fixed)
    assert words in LINTER.check_text(outcome.after.text, media_type=media_type).documents[0].text
