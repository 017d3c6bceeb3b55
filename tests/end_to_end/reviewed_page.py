"""A page that two reviewers decide on."""

from __future__ import annotations

from pathlib import Path

from clinlint import Linter
from clinlint.model.diagnostic import LintResult
from clinlint.review.decisions import Decision, Decisions
from clinlint.review.writing import decisions_as_json
from review.reviewers import accepted

PAGE = "<p>The pain goes away !</p>\n<p>It may hurt the the knee.</p>\n<p>The thıck vein hurts ,often.</p>\n"
LINTER = Linter(languagetool="off")


def result_of(folder: Path, name: str = "page.html") -> LintResult:
    data = (folder / name).read_bytes()
    return LINTER.check_bytes(data, name=name)


def of_rule(result: LintResult, rule: str, number: int = 0) -> Decision:
    """The fix of a finding of a rule is accepted."""
    return accepted(result, [d for d in result.diagnostics if d.rule == rule][number])


def hand_in(folder: Path, name: str, decisions: Decisions) -> None:
    (folder / name).write_text(decisions_as_json(decisions), encoding="utf-8")


def text_of(folder: Path, name: str = "page.html") -> str:
    return (folder / name).read_text(encoding="utf-8")
