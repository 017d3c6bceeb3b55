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

MOST_ROUNDS = 40
"""How often a file is fixed and linted again before its fixes count as contradicting each other."""


@dataclass(frozen=True, slots=True)
class FixedSource:
    """A file before and after its fixes; nothing has been written.

    Attributes:
        before, after: the file; the same object twice when nothing changed.
        made: the changes, round by round; their offsets are those of their round's text.
        held_back: what was not made in the last round, and why; offsets are those of ``after``.
        result: what is left to find in ``after``.
        contradiction: True when the fixes went round in circles, so that none was made.
    """

    before: Source
    after: Source
    made: tuple[Change, ...]
    held_back: tuple[HeldBack, ...]
    result: LintResult
    contradiction: bool = False

    @property
    def changed(self) -> bool:
        """True when the bytes differ."""
        return self.before.data != self.after.data

    def notes(self) -> tuple[NotChecked, ...]:
        """What was not fixed although a fix was at hand, one sentence each."""
        name = self.before.name
        if self.contradiction:
            return (NotChecked(name, "nothing was fixed: the fixes of this file undo each other"),)
        return tuple(
            NotChecked(
                name,
                f"line {held.change.diagnostic.position.line}: a fix of {held.change.diagnostic.rule} "
                f"was held back: {held.why}",
            )
            for held in self.held_back
        )


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
    first = latest = result
    made: list[Change] = []
    seen = {result.source.data}
    for _ in range(MOST_ROUNDS):
        found = [diagnostic for diagnostic in latest.diagnostics if wanted is None or wanted(diagnostic)]
        outcome = _round(latest, chosen(found, level))
        if not outcome.made:
            return FixedSource(first.source, latest.source, tuple(made), outcome.held_back, latest)
        if outcome.after.data in seen:
            break
        seen.add(outcome.after.data)
        made += outcome.made
        latest = lint(outcome.after)
    return FixedSource(first.source, first.source, (), (), first, contradiction=True)


def _round(latest: LintResult, changes: list[Change]) -> Outcome:
    """One round; what waited for changes that were all held back gets its turn."""
    held_back: list[HeldBack] = []
    while True:
        outcome = make_changes(latest.source, latest.documents, changes)
        held_back += outcome.held_back
        if outcome.made or not outcome.held_back or not outcome.waiting:
            return replace(outcome, held_back=tuple(held_back))
        changes = list(outcome.waiting)
