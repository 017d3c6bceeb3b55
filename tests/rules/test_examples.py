"""Every example in every rule's documentation, run."""

from __future__ import annotations

import pytest

from clinlint import Linter
from clinlint.fixing.apply import apply_edits
from clinlint.model.example import Example, examples_in
from clinlint.model.rule import Rule
from clinlint.run.registry import installed_rules

RULES = installed_rules()
CASES = [
    pytest.param(rule, example, id=f"{rule.meta.code}-{number}")
    for rule in RULES
    for number, example in enumerate(examples_in(rule.documentation), 1)
]
HEADINGS = ("## Why it matters", "## Examples", "## Limits", "## Fix")


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example_gives_what_it_says(rule: Rule, example: Example) -> None:
    result = Linter(languagetool="off", select=[rule.meta.code]).check_text(example.text, media_type=example.media_type)
    assert not result.internal_errors
    reported = [d.range for d in result.diagnostics]
    assert [s.of(example.text) for s in reported] == [s.of(example.text) for s in example.spans]
    assert reported == list(example.spans)
    if example.fixed is not None:
        edits = [edit for d in result.diagnostics for edit in d.fixes[0].edits]
        assert apply_edits(example.text, edits) == example.fixed


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.meta.code)
def test_rule_is_documented(rule: Rule) -> None:
    examples = list(examples_in(rule.documentation))
    assert sum(e.is_bad for e in examples) >= 3, "three bad examples"
    assert sum(not e.is_bad for e in examples) >= 3, "three good examples, chosen to tempt the rule"
    for heading in HEADINGS:
        assert f"\n{heading}\n" in rule.documentation
    assert rule.meta.references
