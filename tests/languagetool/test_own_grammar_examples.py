"""Every example in clinlint's own grammar, by the real LanguageTool."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from clinlint import Linter
from clinlint_rules.grammar.abbreviations import RULE_ID
from clinlint_rules.grammar.own_rules import GRAMMAR


def examples() -> list[tuple[str, str, str | None]]:
    """Rule, text, and what is marked; nothing is marked in an example that must stay silent.

    The abbreviations are left out: their rule marks them all, and the policy decides.
    """
    found = []
    for group in ElementTree.fromstring(GRAMMAR.read_text(encoding="utf-8")).iter():
        if not group.get("id", "").startswith("CLINLINT_") or group.get("id") == RULE_ID:
            continue
        for example in group.iter("example"):
            marker = example.find("marker")
            marked = None if marker is None else marker.text
            text = (example.text or "") + ("" if marker is None else f"{marker.text}{marker.tail or ''}")
            is_bad = example.get("correction") is not None or example.get("type") == "incorrect"
            found.append((group.get("id", ""), text, marked if is_bad else None))
    return found


def test_examples_give_what_they_say(shared: Path) -> None:
    wrong = []
    with Linter(config={"select": ["LT"]}, languagetool="auto") as linter:
        for rule, text, marked in examples():
            found = linter.check_text(text).diagnostics
            if marked is None:
                right = all(d.rule != f"LT:{rule}" for d in found)
            else:
                # One of LanguageTool's own rules may see the same mistake and go first.
                right = any(d.match in marked or marked in d.match for d in found)
            if not right:
                wrong.append((rule, text, [(d.rule, d.match) for d in found]))
    assert len(examples()) > 100
    assert wrong == []
