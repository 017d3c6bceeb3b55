"""The pages of a site, one line each, as the reports on a whole site show them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from clinlint.model.diagnostic import LintResult, Severity
from clinlint.run.history import History, Standing
from clinlint.run.similar import Likeness

WORST = 3
"""How many rules a page's line names."""
_MACHINE = "MT000"


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page.

    Attributes:
        name: its address, or its path when it has none.
        path: the file that was linted.
        words: words of the article.
        score: MQM-mapped, 100 for a faultless one.
        verdict: ``clean``, ``warnings``, ``errors`` or ``unedited machine translation``.
        worst: the rules with the gravest and most findings, each with its number.
        like: an earlier page with nearly the same text.
        before: how it stood in the run before.
    """

    name: str
    path: str
    words: int
    score: float
    errors: int
    warnings: int
    verdict: str
    worst: tuple[tuple[str, int], ...]
    like: str | None = None
    before: Standing | None = None

    @property
    def change(self) -> float | None:
        """By how much the score has risen since the run before; None when there was none."""
        return round(self.score - self.before.score, 1) if self.before is not None else None


def standing_of(result: LintResult) -> Standing:
    """How the page stands: by its address, or by its path when it has none; what is silenced does not count."""
    severities = Counter(d.severity for d in result.diagnostics if not d.suppressed_by and not d.baselined)
    score = result.score.quality if result.score else 100.0
    name = result.source.address or result.source.name
    return Standing(name, score, severities[Severity.ERROR], severities[Severity.WARNING])


class SitePages:
    """Collects pages; keeps a line of each and not its text, so that a thousand pages cost little."""

    def __init__(self, history: History | None = None, likeness: Likeness | None = None) -> None:
        self._history = history
        self._likeness = likeness or Likeness()
        self.pages: list[SitePage] = []

    def add(self, result: LintResult) -> None:
        """Takes one page."""
        now = standing_of(result)
        open_ones = [d for d in result.diagnostics if not d.suppressed_by and not d.baselined]
        counts = Counter(d.rule for d in open_ones)
        rank = {d.rule: d.severity.rank for d in sorted(open_ones, key=lambda d: d.severity.rank)}
        worst = sorted(counts.items(), key=lambda item: (-rank[item[0]], -item[1], item[0]))[:WORST]
        verdict = "errors" if now.errors else "warnings" if now.warnings else "clean"
        self.pages.append(
            SitePage(
                now.page,
                result.source.name,
                result.score.words if result.score else 0,
                now.score,
                now.errors,
                now.warnings,
                "unedited machine translation" if _MACHINE in counts else verdict,
                tuple(worst),
                self._likeness.of(now.page, result),
                self._history.before(now.page) if self._history else None,
            )
        )

    def in_order(self) -> list[SitePage]:
        """The pages, the worst first."""
        return sorted(self.pages, key=lambda page: (page.score, -page.errors, page.name))
