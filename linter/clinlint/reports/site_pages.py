"""The pages of a site, one line each, as the reports on a whole site show them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from clinlint.model.diagnostic import LintResult, Severity
from clinlint.reports.places import shown
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
        score: MQM-mapped, 100 for a faultless one; None without words.
        verdict: ``clean``, ``warnings``, ``errors``, ``unedited machine translation`` or ``no text``.
        worst: the rules with the gravest and most findings, each with its number.
        like: an earlier page with nearly the same text.
        before: how it stood in the run before.
        number: its number among the pages of the run, from 1 on.
    """

    name: str
    path: str
    words: int
    score: float | None
    errors: int
    warnings: int
    verdict: str
    worst: tuple[tuple[str, int], ...]
    like: str | None = None
    before: Standing | None = None
    number: int = 0

    @property
    def change(self) -> float | None:
        """By how much the score has risen since the run before; None when one of the two is missing."""
        return None if self.score is None or self.before is None else round(self.score - self.before.score, 1)


def signed(change: float | None) -> str:
    """A change as people read it: ``+0.6``, ``-1.8``, ``0.0``; nothing for a page that was not seen before."""
    return "" if change is None else f"{change:+.1f}" if change else "0.0"


def name_of(result: LintResult) -> str:
    """A page's address, or its path when it has none."""
    return result.source.address or result.source.name


def standing_of(result: LintResult) -> Standing | None:
    """How the page stands; what is silenced does not count. None for a page without words, which has no score."""
    if result.score is None or not result.score.words:
        return None
    severities = Counter(d.severity for d in shown(result))
    return Standing(name_of(result), result.score.quality, severities[Severity.ERROR], severities[Severity.WARNING])


class SitePages:
    """Collects pages; keeps a line of each and not its text, so that a thousand pages cost little."""

    def __init__(self, history: History | None = None, likeness: Likeness | None = None) -> None:
        self._history = history
        self._likeness = likeness or Likeness()
        self.pages: list[SitePage] = []

    def add(self, result: LintResult) -> None:
        """Takes one page."""
        name, now = name_of(result), standing_of(result)
        open_ones = shown(result)
        severities = Counter(d.severity for d in open_ones)
        counts = Counter(d.rule for d in open_ones)
        rank = {d.rule: d.severity.rank for d in sorted(open_ones, key=lambda d: d.severity.rank)}
        worst = sorted(counts.items(), key=lambda item: (-rank[item[0]], -item[1], item[0]))[:WORST]
        self.pages.append(
            SitePage(
                name,
                result.source.name,
                result.score.words if result.score else 0,
                now.score if now else None,
                severities[Severity.ERROR],
                severities[Severity.WARNING],
                _verdict(counts, severities, has_words=now is not None),
                tuple(worst),
                self._likeness.of(name, result),
                self._history.before(name) if self._history else None,
                len(self.pages) + 1,
            )
        )

    @property
    def trend(self) -> str:
        """How many pages became better and worse since they were last seen; nothing for a first run."""
        changes = [page.change for page in self.pages if page.change is not None]
        if not changes:
            return ""
        kinds = {
            "better": sum(change > 0 for change in changes),
            "worse": sum(change < 0 for change in changes),
            "as before": changes.count(0),
            "new": sum(page.before is None and page.score is not None for page in self.pages),
        }
        return "Since the run before: " + ", ".join(f"{count:,} {kind}" for kind, count in kinds.items() if count)

    def in_order(self) -> list[SitePage]:
        """The pages, the worst first: those without any text, then by their score."""
        return sorted(self.pages, key=lambda page: (page.score is not None, page.score or 0.0, -page.errors, page.name))


def _verdict(rules: Counter[str], severities: Counter[Severity], *, has_words: bool) -> str:
    if _MACHINE in rules:
        return "unedited machine translation"
    if not has_words:
        return "no text"
    return "errors" if severities[Severity.ERROR] else "warnings" if severities[Severity.WARNING] else "clean"
