"""The table ``languagetool_rules.toml``: which rules of LanguageTool are on, and what is known about them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from typing import Any

from clinlint.api import Confidence, FixAvailability, GoodTextFigure, RuleMeta, Severity
from clinlint_rules.grammar.own_rules import own_rules

PREFIX = "LT:"


@dataclass(frozen=True, slots=True)
class RuleTable:
    """What the table says, by category and by name or pattern of a rule.

    Attributes:
        words, text: how much good text the alarms were counted in, and which.
    """

    words: int
    text: str
    categories: dict[str, dict[str, Any]]
    rules: dict[str, dict[str, Any]]

    def meta(self, rule_id: str, category_id: str, issue_type: str, summary: str) -> RuleMeta:
        """The rule behind a match: the category's facts, and the rule's own where they differ."""
        entry = self.categories.get(category_id, {}) | self._entry(rule_id)
        return self._meta(rule_id, entry, entry.get("summary") if rule_id in self.rules else summary, issue_type)

    def known(self) -> Iterator[RuleMeta]:
        """The categories and rules of the table, for lists; what is off says why."""
        for category, entry in self.categories.items():
            how = "category" if entry.get("enabled", True) else "category: select its rules by their own names"
            yield self._meta(category, entry, f"{entry['summary']} ({how})", "uncategorized")
        for name, entry in self.rules.items():
            yield self._meta(name, entry, entry.get("summary", ""), "uncategorized")
        for name, summary in own_rules():
            yield self._meta(name, self.categories["CLINLINT"], summary, "grammar")

    def _entry(self, rule_id: str) -> dict[str, Any]:
        patterns = [name for name in self.rules if fnmatchcase(rule_id, name)]
        return self.rules[max(patterns, key=len)] if patterns else {}

    def _meta(self, name: str, entry: dict[str, Any], summary: str | None, issue_type: str) -> RuleMeta:
        alarms = entry.get("alarms")
        reason = entry.get("reason", "")
        counted = "" if alarms is None else f"{alarms} alarm{'s' * (alarms != 1)} in {self.words:,} words"
        return RuleMeta(
            code=PREFIX + name,
            name=name.strip("*_").lower().replace("_", "-"),
            summary="; ".join(part for part in (summary, reason, counted) if part),
            severity=Severity(entry.get("severity", "warning")),
            mqm_type=entry.get("mqm", "Linguistic conventions/Grammar"),
            its_type=issue_type,
            confidence=Confidence.MEDIUM,
            references=("https://community.languagetool.org/rule/list?lang=en",),
            fix=FixAvailability.SOMETIMES,
            on_good_text=None if alarms is None else GoodTextFigure(alarms, self.words, self.text),
            enabled=bool(entry.get("enabled", True)),
        )


@cache
def rule_table() -> RuleTable:
    """The table, read once."""
    data = tomllib.loads((files(__package__) / "languagetool_rules.toml").read_text(encoding="utf-8"))
    return RuleTable(data["words"], data["text"], data["categories"], data["rules"])
