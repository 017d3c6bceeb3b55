"""Findings with the numbers that they carry on the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clinlint.model.diagnostic import Diagnostic, LintResult
from clinlint.review.identity import finding_ids

FAMILIES = {
    "MT": "Translation",
    "ST": "Structure",
    "TY": "Typography",
    "RD": "Readability",
    "MD": "Medical content",
    "PG": "Page and sources",
    "LT": "Grammar and spelling",
    "BI": "Compared with the original",
    "SU": "Comments to clinlint",
}
"""What an editor calls the families of rules."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """One finding.

    Attributes:
        number: its number on the page, counted through all articles from 1 on.
        id: its name within its file.
        diagnostic: what was found.
    """

    number: int
    id: str
    diagnostic: Diagnostic

    @property
    def severity(self) -> str:
        """``error``, ``warning`` or ``info``."""
        return self.diagnostic.severity.value

    @property
    def family(self) -> str:
        """The two letters that the rule's code begins with."""
        return self.diagnostic.rule[:2]

    @property
    def language(self) -> str:
        """The code of the language whose words explain the finding; empty where none does."""
        code = self.diagnostic.data.get("source_language", "").lower()
        return code if code.isascii() and code.isalpha() else ""


def numbered(result: LintResult, first: int) -> Iterator[Numbered]:
    """The findings of a result that nothing silences, counted from ``first`` on."""
    number = first
    for name, diagnostic in zip(finding_ids(result.diagnostics), result.diagnostics, strict=True):
        if not diagnostic.suppressed_by and not diagnostic.baselined:
            yield Numbered(number, name, diagnostic)
            number += 1
