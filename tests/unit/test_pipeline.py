"""The engine: crashes, fingerprints, severities, languages, roles."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from clinlint.api import (
    Applicability,
    Block,
    Confidence,
    Context,
    Edit,
    Finding,
    Fix,
    Rule,
    RuleMeta,
    Sentence,
    Severity,
    Source,
    rule,
)
from clinlint.errors import RuleDefinitionError, SourceError
from clinlint.fixing.apply import apply_edits
from clinlint.run.pipeline import lint
from clinlint.run.settings import Settings


def meta(code: str = "TY900", **more: object) -> RuleMeta:
    facts: dict[str, object] = {
        "code": code,
        "name": f"name-of-{code}".lower(),
        "summary": "a word",
        "severity": Severity.ERROR,
        "mqm_type": "Style/Other",
        "its_type": "style",
    }
    return RuleMeta(**{**facts, **more})  # type: ignore[arg-type]


def word_rule(word: str, **more: object) -> Rule:
    @rule(meta(**more))
    def check(block: Block, context: Context) -> Iterator[Finding]:
        """Reports a word."""
        at = block.text.find(word)
        while at >= 0:
            span = block.at(at, at + len(word))
            yield Finding(span, f"found {word}", (Fix("Drop it", (Edit(span, ""),), Applicability.SAFE),))
            at = block.text.find(word, at + 1)

    return check


def text_source(text: str) -> Source:
    return Source.from_text(text, name="t.txt", media_type="text/plain")


def test_a_crash_is_reported_with_its_code_and_the_file_goes_on() -> None:
    @rule(meta("TY901"))
    def crash(block: Block, context: Context) -> Iterator[Finding]:
        """Crashes."""
        raise KeyError("oops")
        yield

    result = lint(text_source("One bad word."), Settings((crash, word_rule("bad"))))
    assert [e.rule for e in result.internal_errors] == ["TY901"]
    assert "oops" in result.internal_errors[0].message
    assert [d.match for d in result.diagnostics] == ["bad"]


def test_a_finding_outside_the_text_is_the_rule_s_error_not_a_wrong_place() -> None:
    @rule(meta("TY902"))
    def wild(block: Block, context: Context) -> Iterator[Finding]:
        """Points nowhere."""
        yield Finding(block.at(5, 5000), "far away")

    result = lint(text_source("One bad word."), Settings((wild,)))
    assert [e.rule for e in result.internal_errors] == ["TY902"]
    assert not result.diagnostics


def test_fingerprints_survive_an_edit_elsewhere_and_change_with_their_surroundings() -> None:
    settings = Settings((word_rule("bad"),))
    before = lint(text_source("Intro.\n\nA bad word here."), settings).diagnostics[0]
    after = lint(text_source("A new first paragraph.\n\nIntro, longer.\n\nA bad word here."), settings).diagnostics[0]
    other = lint(text_source("Intro.\n\nSome bad luck here."), settings).diagnostics[0]
    assert before.range != after.range
    assert before.fingerprint == after.fingerprint
    assert before.fingerprint != other.fingerprint


def test_confidence_lowers_severity_step_by_step_and_configuration_wins() -> None:
    @rule(meta("TY903"))
    def unsure(block: Block, context: Context) -> Iterator[Finding]:
        """Three findings of falling confidence."""
        for number, confidence in enumerate((Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)):
            yield Finding(block.at(number, number + 1), "x", confidence=confidence)

    source = text_source("abcdef")
    severities = [d.severity for d in lint(source, Settings((unsure,))).diagnostics]
    assert severities == [Severity.ERROR, Severity.WARNING, Severity.INFO]
    overridden = lint(source, Settings((unsure,), severities={"TY903": Severity.WARNING})).diagnostics
    assert {d.severity for d in overridden} == {Severity.WARNING}


def test_sentences_are_a_unit_of_their_own() -> None:
    @rule(meta("TY904"))
    def whole(sentence: Sentence, context: Context) -> Iterator[Finding]:
        """Reports every sentence."""
        yield Finding(sentence.span, "a sentence")

    result = lint(text_source("Take 2.5 mg daily. Ask Dr. Example first!"), Settings((whole,)))
    assert [d.match for d in result.diagnostics] == ["Take 2.5 mg daily.", "Ask Dr. Example first!"]


def test_fixes_edit_the_source_and_nothing_else() -> None:
    source = text_source("A bad,  word.\r\n\r\nBad not bad.")
    result = lint(source, Settings((word_rule("bad"),)))
    edits = [edit for d in result.diagnostics for edit in d.fixes[0].edits]
    assert apply_edits(source.text, edits) == "A ,  word.\r\n\r\nBad not ."
    assert apply_edits(source.text, []) == source.text


def test_a_source_above_the_limit_is_refused_with_one_sentence() -> None:
    with pytest.raises(SourceError, match=r"^t\.txt: 1,000 characters are more than the limit of 10"):
        lint(text_source("x" * 1000), Settings((), largest=10))


def test_no_rule_floods_the_report() -> None:
    result = lint(text_source("bad " * 3000), Settings((word_rule("bad"),)))
    assert len(result.diagnostics) == 1000
    assert [note.why for note in result.not_checked] == ["only the first 1,000 findings of TY900 are reported"]


def test_a_rule_without_a_unit_is_refused_with_file_and_line() -> None:
    with pytest.raises(RuleDefinitionError, match=r"test_pipeline\.py:\d+: rule TY905 takes"):

        @rule(meta("TY905"))
        def check(thing: int, context: Context) -> Iterator[Finding]:
            """Nothing."""
            yield from ()
