"""Which fixes are made, and which of them together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from clinlint.model.diagnostic import Diagnostic
from clinlint.model.fix import Applicability, Fix
from clinlint.model.span import Span


@dataclass(frozen=True, slots=True)
class Change:
    """A fix that is to be made, for one diagnostic.

    Its edits are of the source, in its own syntax; they may be the diagnostic's own or a person's.
    """

    diagnostic: Diagnostic
    fix: Fix


def best_fix(diagnostic: Diagnostic, level: Applicability) -> Fix | None:
    """The diagnostic's first fix when it may be trusted as far as ``level``, else None.

    A rule names its best fix first; a worse one is never made because the best needs a person.
    """
    if diagnostic.suppressed_by is not None or not diagnostic.fixes:
        return None
    fix = diagnostic.fixes[0]
    return fix if fix.applicability >= level else None


def chosen(diagnostics: Iterable[Diagnostic], level: Applicability) -> list[Change]:
    """The changes that may be made at a level, in order of position."""
    found = ((diagnostic, best_fix(diagnostic, level)) for diagnostic in diagnostics)
    return [Change(diagnostic, fix) for diagnostic, fix in found if fix is not None]


def compatible(changes: Iterable[Change], *, by_person: bool = False) -> tuple[list[Change], list[Change]]:
    """The changes that can be made together, and those that must wait for them.

    Two whose edits or marked words touch cannot: each was made for a text without the other, and both
    may mend the same thing. The one that begins first is made; of two that begin together the safer, then
    the one of the graver diagnostic.

    Args:
        changes: of one file.
        by_person: True when a person saw all of them in one text. Neighbours are then made together; changes of the
            same characters, and insertions at the same place, are not.
    """
    taken: list[Span] = []
    points: set[int] = set()
    together: list[Change] = []
    waiting: list[Change] = []
    for change in sorted(changes, key=_order):
        edited = sorted(edit.span for edit in change.fix.edits)
        at_odds = any(one.end > other.start for one, other in pairwise(edited))
        spans = _united((*edited, *change.diagnostic.ranges))
        own_points = {span.start for span in (*edited, *change.diagnostic.ranges) if not len(span)}
        if by_person:
            in_the_way = any(_overlaps(taken, span) for span in spans) or not points.isdisjoint(own_points)
        else:
            in_the_way = any(_touches(taken, span) for span in spans)
        if at_odds or in_the_way:
            waiting.append(change)
        else:
            together.append(change)
        # What waits keeps its place: a later one would be made for a text that is still to change.
        points |= own_points
        for span in spans:
            _add(taken, span)
    return together, waiting


def _order(change: Change) -> tuple[int, int, int, int, str, str]:
    first = min(edit.span.start for edit in change.fix.edits)
    diagnostic = change.diagnostic
    return (
        first,
        -change.fix.applicability,
        -diagnostic.severity.rank,
        -diagnostic.confidence,
        diagnostic.rule,
        diagnostic.fingerprint,
    )


def _united(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that touch made one."""
    united: list[Span] = []
    for span in spans:
        _add(united, span)
    return united


def _add(taken: list[Span], span: Span) -> None:
    """Adds ``span`` to spans in order that do not touch, joined with those that it touches."""
    first = bisect_left(taken, span.start, key=_end)
    last = first
    while last < len(taken) and taken[last].start <= span.end:
        span = span.joined(taken[last])
        last += 1
    taken[first:last] = [span]


def _touches(taken: list[Span], span: Span) -> bool:
    """True when ``span`` overlaps one of ``taken`` (in order, none touching another) or borders on it."""
    at = bisect_left(taken, span.start, key=_end)
    return at < len(taken) and taken[at].start <= span.end


def _overlaps(taken: list[Span], span: Span) -> bool:
    """True when ``span`` shares a character with one of ``taken``, or lies within it."""
    at = bisect_right(taken, span.start, key=_end)
    return at < len(taken) and taken[at].start < span.end


def _end(span: Span) -> int:
    return span.end
