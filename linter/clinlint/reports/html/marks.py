"""Which pieces of a text carry which findings; findings may lie in each other and overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clinlint.model.span import Span

MOST_TOGETHER = 12
"""How many findings one piece names beside those that begin in it: a mark of hundreds helps nobody."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of a text that belongs to a finding; empty where something is missing between two characters."""

    span: Span
    finding: int


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


def pieces(whole: Span, marks: Iterable[Mark]) -> Iterator[Piece]:
    """Cuts ``whole`` at the ends of ``marks``, which lie in it; all pieces together are ``whole``.

    An empty mark gives an empty piece.
    """
    starting: dict[int, list[int]] = {}
    ending: dict[int, list[int]] = {}
    points: dict[int, list[int]] = {}
    for mark in marks:
        if mark.span.start == mark.span.end:
            points.setdefault(mark.span.start, []).append(mark.finding)
        else:
            starting.setdefault(mark.span.start, []).append(mark.finding)
            ending.setdefault(mark.span.end, []).append(mark.finding)
    cuts = sorted({whole.start, whole.end, *starting, *ending, *points})
    active: dict[int, None] = {}
    for number, cut in enumerate(cuts):
        if found := tuple(points.get(cut, ())):
            yield Piece(Span(cut, cut), found, found, found)
        for finding in ending.get(cut, ()):
            active.pop(finding, None)
        begins = tuple(dict.fromkeys(starting.get(cut, ())))
        if number + 1 == len(cuts):
            return
        # The narrowest comes last: it is what the reader looks at.
        before = [finding for finding in _last(active) if finding not in begins]
        active.update(dict.fromkeys(begins))
        end = cuts[number + 1]
        ends = tuple(dict.fromkeys(ending.get(end, ())))
        yield Piece(Span(cut, end), tuple(sorted({*before, *begins})), begins, ends)


def _last(active: dict[int, None]) -> list[int]:
    found: list[int] = []
    for finding in reversed(active):
        if len(found) == MOST_TOGETHER:
            break
        found.append(finding)
    return found
