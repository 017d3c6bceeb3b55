"""The file of own rules is whole: LanguageTool reads it at its start and would not start without it."""

from __future__ import annotations

import re
from collections import Counter
from xml.etree import ElementTree

from clinlint_rules.grammar.own_rules import GRAMMAR, own_rules


def test_every_rule_has_a_bad_and_a_good_example_and_a_message() -> None:
    root = ElementTree.fromstring(GRAMMAR.read_text(encoding="utf-8"))
    named = [element for element in root.iter() if element.get("id", "").startswith("CLINLINT_")]
    assert [element.get("id") for element in named] == [identifier for identifier, _ in own_rules()]
    assert len(named) >= 20
    for element in named:
        examples = list(element.iter("example"))
        bad = [example for example in examples if example.find("marker") is not None]
        assert bad, element.get("id")
        assert len(examples) > len(bad) or element.get("id") == "CLINLINT_UNEXPLAINED_ABBREVIATION", element.get("id")
        assert all(example.get("correction") is not None for example in bad)
    assert all(rule.findtext("short") for rule in root.iter("rule"))


def test_identifiers_are_used_once() -> None:
    counts = Counter(re.findall(r'id="(CLINLINT_\w+)"', GRAMMAR.read_text(encoding="utf-8")))
    assert set(counts.values()) == {1}
