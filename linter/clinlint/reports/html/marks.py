"""Which pieces of a text carry which findings; findings may lie in each other and overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from clinlint.model.span import Span

MOST_TOGETHER = 12
"""How many findings one piece names beside those that begin in it: a mark of hundreds helps nobody."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of a text that belongs to a finding; empty where something is missing between two characters.

    Attributes:
        first: whether it is the finding's first; it may have others, in other blocks.
        last: whether it is the finding's last.
    """

    span: Span
    finding: int
    first: bool = True
    last: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a text with the same findings throughout, none for text that is fine.

    Attributes:
        begins: findings whose first character this is.
        ends: findings whose last character this is.
    """

    span: Span
    findings: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def cut(self, places: Iterable[int]) -> Iterator[Piece]:
        """The piece, cut at those of some places that lie in it."""
        cuts = [self.span.start, *sorted(p for p in places if self.span.start < p < self.span.end), self.span.end]
        for number, (start, end) in enumerate(pairwise(cuts)):
            begins = self.begins if number == 0 else ()
            yield Piece(Span(start, end), self.findings, begins, self.ends if number + 2 == len(cuts) else ())


def pieces(whole: Span, marks: Iterable[Mark]) -> Iterator[Piece]:
    """Cuts ``whole`` at the ends of ``marks``, which lie in it; all pieces together are ``whole``.

    An empty mark gives an empty piece.
    """
    starting: dict[int, list[Mark]] = {}
    ending: dict[int, list[Mark]] = {}
    points: dict[int, list[int]] = {}
    for mark in marks:
        if mark.span.start == mark.span.end:
            points.setdefault(mark.span.start, []).append(mark.finding)
        else:
            starting.setdefault(mark.span.start, []).append(mark)
            ending.setdefault(mark.span.end, []).append(mark)
    cuts = sorted({whole.start, whole.end, *starting, *ending, *points})
    active: dict[int, None] = {}
    for number, cut in enumerate(cuts):
        if found := tuple(points.get(cut, ())):
            yield Piece(Span(cut, cut), found, found, found)
        for mark in ending.get(cut, ()):
            active.pop(mark.finding, None)
        if number + 1 == len(cuts):
            return
        fresh = dict.fromkeys(mark.finding for mark in starting.get(cut, ()))
        # The narrowest comes last: it is what the reader looks at.
        before = [finding for finding in _last(active) if finding not in fresh]
        active.update(fresh)
        end = cuts[number + 1]
        begins = tuple(mark.finding for mark in starting.get(cut, ()) if mark.first)
        ends = tuple(mark.finding for mark in ending.get(end, ()) if mark.last)
        yield Piece(Span(cut, end), tuple(sorted({*before, *fresh})), begins, ends)


def _last(active: dict[int, None]) -> list[int]:
    found: list[int] = []
    for finding in reversed(active):
        if len(found) == MOST_TOGETHER:
            break
        found.append(finding)
    return found
