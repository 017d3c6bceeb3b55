"""The MQM-mapped score."""

from __future__ import annotations

from collections.abc import Iterator

from clinlint.api import Block, Confidence, Context, Finding, Rule, RuleMeta, Severity, Source, rule
from clinlint.model.score import Score
from clinlint.run.pipeline import lint
from clinlint.run.settings import Settings


def word_rule(word: str, code: str, *, severity: Severity = Severity.ERROR, critical: bool = False) -> Rule:
    meta = RuleMeta(
        code=code,
        name=code.lower(),
        summary="a word",
        severity=severity,
        mqm_type="Style/Other",
        its_type="style",
        critical=critical,
    )

    @rule(meta)
    def check(block: Block, context: Context) -> Iterator[Finding]:
        """Reports a word, with less confidence in capitals."""
        for form, confidence in ((word, Confidence.HIGH), (word.upper(), Confidence.MEDIUM)):
            if form in block.text:
                at = block.text.index(form)
                yield Finding(block.at(at, at + len(form)), "found", confidence=confidence)

    return check


def scored(text: str, *rules: Rule) -> Score:
    source = Source.from_text(text, name="t", media_type="text/plain")
    found = lint(source, Settings(rules)).score
    assert found is not None
    return found


def test_points_are_five_for_an_error_and_one_for_a_warning() -> None:
    text = "bad slip " + "word " * 98
    assert scored(text, word_rule("bad", "TY901")).points == 5
    assert scored(text, word_rule("slip", "TY902", severity=Severity.WARNING)).points == 1
    both = scored(text, word_rule("bad", "TY901"), word_rule("slip", "TY902", severity=Severity.WARNING))
    assert (both.words, both.points, both.per_thousand, both.quality) == (100, 6, 60.0, 94.0)


def test_information_costs_nothing() -> None:
    assert scored("bad " * 10, word_rule("bad", "TY901", severity=Severity.INFO)).points == 0


def test_a_critical_finding_weighs_twenty_five_when_it_is_sure() -> None:
    assert scored("bad word", word_rule("bad", "MD901", critical=True)).points == 25
    assert scored("BAD word", word_rule("bad", "MD901", critical=True)).points == 1


def test_a_short_text_is_no_sample() -> None:
    assert not scored("word " * 499).is_sample
    assert scored("word " * 500).is_sample
    assert scored("").quality == 100.0
