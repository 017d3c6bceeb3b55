"""Fixes a file until nothing is left to fix."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from clinlint.fixing.changes import make_changes
from clinlint.fixing.outcome import HeldBack, Outcome
from clinlint.fixing.plan import Change, chosen
from clinlint.model.diagnostic import Diagnostic, LintResult, NotChecked
from clinlint.model.fix import Applicability
from clinlint.model.source import Source

MOST_ROUNDS = 25
"""How often a file is fixed and linted again before its fixes count as contradicting each other."""

_LAST_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class FixedSource:
    """A file before and after its fixes; nothing has been written.

    Attributes:
        before, after: the file; the same object twice when nothing changed.
        made: the changes, round by round; their offsets are those of their round's text.
        held_back: what was not made in the last round, and why; offsets are those of ``after``.
        result: what is left to find in ``after``.
        contradicting: rules whose fixes went round in circles, so that none of them was made.
    """

    before: Source
    after: Source
    made: tuple[Change, ...]
    held_back: tuple[HeldBack, ...]
    result: LintResult
    contradicting: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """True when the bytes differ."""
        return self.before.data != self.after.data

    def notes(self) -> tuple[NotChecked, ...]:
        """What was not fixed although a fix was at hand, one sentence each."""
        name = self.before.name
        why = [_why(held) for held in self.held_back]
        if self.contradicting:
            why.append(f"the fixes of {' and '.join(self.contradicting)} undo each other, so none of them was made")
        return tuple(NotChecked(name, sentence) for sentence in why)


def _why(held: HeldBack) -> str:
    diagnostic = held.change.diagnostic
    place = diagnostic.place or f"line {diagnostic.position.line}"
    return f"{place}: a fix of {diagnostic.rule} was held back: {held.why}"


def fix(
    result: LintResult,
    lint: Callable[[Source], LintResult],
    level: Applicability = Applicability.SAFE,
    wanted: Callable[[Diagnostic], bool] | None = None,
) -> FixedSource:
    """The source of ``result`` with all fixes of a level made, to a fixed point.

    Fixing what this returns again changes nothing. Suppressed diagnostics are left alone.

    Args:
        result: what was found in the source.
        lint: lints the source again, with the same settings.
        level: the least trustworthy fixes that are made, SAFE or UNSAFE.
        wanted: which diagnostics are fixed; all when None.

    Raises:
        ValueError: for the level DISPLAY, whose fixes only a person makes.
    """
    if level is Applicability.DISPLAY:
        raise ValueError("fixes for display are made by a person, one by one")
    left_out: frozenset[str] = frozenset()
    while True:
        fixed, circle = _to_the_end(result, lint, level, wanted, left_out)
        if not circle:
            return fixed
        # On the text that is left they would go round again, so that a second run leaves it alone too.
        left_out |= circle


def _to_the_end(
    first: LintResult,
    lint: Callable[[Source], LintResult],
    level: Applicability,
    wanted: Callable[[Diagnostic], bool] | None,
    left_out: frozenset[str],
) -> tuple[FixedSource, frozenset[str]]:
    """Rounds until nothing is left to fix, but for some rules; or the rules whose fixes come to no end."""
    latest = first
    rounds: list[tuple[Change, ...]] = []
    seen = [first.source.data]
    while True:
        found = [d for d in latest.diagnostics if d.rule not in left_out and (wanted is None or wanted(d))]
        outcome = _round(latest, chosen(found, level))
        made = tuple(change for changes in rounds for change in changes)
        fixed = FixedSource(first.source, latest.source, made, outcome.held_back, latest, tuple(sorted(left_out)))
        if not outcome.made:
            return fixed, frozenset()
        rounds.append(outcome.made)
        if outcome.after.data in seen:
            return fixed, _rules(rounds[seen.index(outcome.after.data) :])
        if len(rounds) == MOST_ROUNDS:
            return fixed, _rules(rounds[-_LAST_ROUNDS:])
        seen.append(outcome.after.data)
        latest = lint(outcome.after)


def _rules(rounds: list[tuple[Change, ...]]) -> frozenset[str]:
    return frozenset(change.diagnostic.rule for changes in rounds for change in changes)


def _round(latest: LintResult, changes: list[Change]) -> Outcome:
    """One round; what waited for changes that were all held back gets its turn."""
    held_back: list[HeldBack] = []
    while True:
        outcome = make_changes(latest.source, latest.documents, changes)
        held_back += outcome.held_back
        if outcome.made or not outcome.held_back or not outcome.waiting:
            return replace(outcome, held_back=tuple(held_back))
        changes = list(outcome.waiting)
