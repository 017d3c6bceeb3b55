"""Which fixes are made, and which of them together."""

from __future__ import annotations

from bisect import bisect_left
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


def compatible(changes: Iterable[Change]) -> tuple[list[Change], list[Change]]:
    """The changes that can be made together, and those that must wait for them.

    Two whose edits or marked words touch cannot: each was made for a text without the other, and both
    may mend the same thing. The one that begins first is made; of two that begin together the safer, then
    the one of the graver diagnostic.
    """
    taken: list[Span] = []
    together: list[Change] = []
    waiting: list[Change] = []
    for change in sorted(changes, key=_order):
        edited = sorted(edit.span for edit in change.fix.edits)
        at_odds = any(one.end > other.start for one, other in pairwise(edited))
        spans = _united((*edited, *change.diagnostic.ranges))
        if at_odds or any(_touches(taken, span) for span in spans):
            waiting.append(change)
        else:
            together.append(change)
        # What waits keeps its place: a later one would be made for a text that is still to change.
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


def _end(span: Span) -> int:
    return span.end
