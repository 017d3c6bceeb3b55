"""Makes exactly the changes that were asked for, as far as the guard lets them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clinlint.fixing.guard import Guard
from clinlint.fixing.outcome import HeldBack, Outcome
from clinlint.fixing.plan import Change, compatible
from clinlint.fixing.rewrite import CannotRewriteError, rewritten
from clinlint.model.document import Document
from clinlint.model.fix import Edit
from clinlint.model.source import Source

MOST_READINGS = 60
"""How often a file is read again to find the changes that the guard objects to."""


def make_changes(
    source: Source, documents: Sequence[Document], changes: Iterable[Change], *, by_person: bool = False
) -> Outcome:
    """``source`` with ``changes`` made; nothing is written.

    Changes that cannot be made together wait (``Outcome.waiting``); those that the guard objects to are
    held back, each with the reason, and the others are made without them.

    Args:
        source: the file.
        documents: what was read from it.
        changes: with offsets of ``source``; their edits may be a person's own.
        by_person: True when a person accepted these very changes: facts may change then, and neighbours go together.
    """
    together, waiting = compatible(changes, by_person=by_person)
    if not together:
        return Outcome(source, waiting=tuple(waiting))
    trial = _Trial(source, Guard(source, documents), by_person)
    trial.add(together)
    return Outcome(trial.after, tuple(trial.made), tuple(trial.held_back), tuple(waiting))


class _Trial:
    """Adds changes in ever smaller groups, until those that the guard objects to stand alone."""

    def __init__(self, source: Source, guard: Guard, by_person: bool) -> None:
        self._source = source
        self._guard = guard
        self._by_person = by_person
        self._readings = 0
        self.after = source
        self.made: list[Change] = []
        self.held_back: list[HeldBack] = []

    def add(self, changes: Sequence[Change]) -> None:
        """Makes as many of ``changes`` as the guard allows, beside those that were made before."""
        pending = [changes]
        while pending:
            group = pending.pop()
            after, why = self._tried(group)
            if after is not None:
                self.after = after
                self.made += group
            elif len(group) == 1 or self._readings >= MOST_READINGS:
                self.held_back += [HeldBack(change, why) for change in group]
            else:
                half = len(group) // 2
                pending += [group[half:], group[:half]]

    def _tried(self, group: Sequence[Change]) -> tuple[Source | None, str]:
        edits: list[Edit] = [edit for change in (*self.made, *group) for edit in change.fix.edits]
        try:
            after = rewritten(self._source, edits)
        except CannotRewriteError as error:
            return None, str(error)
        if self._readings >= MOST_READINGS:
            return None, "too many fixes of this file would change what it says"
        self._readings += 1
        why = self._guard.objection(after, edits, by_person=self._by_person)
        return (after, "") if why is None else (None, why)
