"""Findings that the configuration silences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from clinlint.model.diagnostic import Diagnostic
from clinlint.model.rule import Family, Rule
from clinlint.run.registry import matches
from clinlint.run.selection import means_code


@dataclass(frozen=True, slots=True)
class Ignored:
    """An entry ``[[ignores]]`` of the configuration, for the file that is linted.

    Attributes:
        rules: selectors; empty for all rules.
        fingerprint: of the one finding that is meant; empty for all findings of these rules.
        place: what silenced a finding, for reports.
    """

    rules: tuple[str, ...]
    fingerprint: str
    place: str

    def silences(self, diagnostic: Diagnostic, rule: Rule | None) -> bool:
        """True when the entry means this finding."""
        if self.fingerprint and self.fingerprint != diagnostic.fingerprint:
            return False
        if rule is None:
            return not self.rules or any(means_code(selector, diagnostic.rule) for selector in self.rules)
        return not self.rules or any(matches(selector, rule) for selector in self.rules)


def silenced(
    diagnostics: Iterable[Diagnostic], ignores: Sequence[Ignored], rules: Iterable[Rule]
) -> tuple[Diagnostic, ...]:
    """The diagnostics, those that an entry means marked as suppressed."""
    if not ignores:
        return tuple(diagnostics)
    by_code = {rule.meta.code: rule for rule in rules}
    return tuple(
        next(
            (
                replace(diagnostic, suppressed_by=entry.place)
                for entry in ignores
                if entry.silences(diagnostic, by_code.get(diagnostic.rule))
            ),
            diagnostic,
        )
        for diagnostic in diagnostics
    )


def needs_reason(rule: Rule) -> bool:
    """True for rules that are silenced only with a reason: those of medical safety."""
    return rule.meta.family is Family.MEDICAL


def is_careful(selector: str) -> bool:
    """True for a selector that means rules of medical safety, whether any are installed or not."""
    return selector.upper() == "ALL" or selector.upper().startswith(Family.MEDICAL.value)
