"""From ranges of the author's file to ranges of the text that a reader sees."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from clinlint.model.document import Document
from clinlint.model.offsets import PieceKind
from clinlint.model.span import Span


class Places:
    """Where ranges of ``Source.text`` stand in one document's text; each look-up takes logarithmic time."""

    def __init__(self, document: Document) -> None:
        self._pieces = [piece for piece in document.offsets.pieces if piece.kind is not PieceKind.SYNTHETIC]
        self._starts = [piece.source.start for piece in self._pieces]
        self._ends = [piece.source.end for piece in self._pieces]

    def spans(self, ranges: Iterable[Span]) -> tuple[Span, ...]:
        """The text of some ranges, neighbours joined; nothing for markup and for another document's text.

        What an entity stands for counts as a whole. An empty range is one empty span.
        """
        found: list[Span] = []
        for part in ranges:
            for span in self._of(part):
                if found and found[-1].end >= span.start:
                    found[-1] = found[-1].joined(span)
                else:
                    found.append(span)
        return tuple(found)

    def _of(self, part: Span) -> list[Span]:
        if part.start == part.end:
            point = self.point(part.start)
            return [] if point is None else [Span(point, point)]
        found: list[Span] = []
        for number in range(bisect_right(self._ends, part.start), len(self._pieces)):
            piece = self._pieces[number]
            if piece.source.start >= part.end:
                break
            span = piece.text
            if piece.kind is PieceKind.TEXT:
                by = piece.text.start - piece.source.start
                span = Span(max(part.start, piece.source.start) + by, min(part.end, piece.source.end) + by)
            found.append(span)
        return found

    def point(self, offset: int) -> int | None:
        """The place in the text of a place in the file; None where that is markup."""
        first = bisect_left(self._ends, offset)
        for number in range(first, min(first + 2, len(self._pieces))):
            piece = self._pieces[number]
            if piece.source.start <= offset <= piece.source.end:
                if piece.kind is PieceKind.TEXT:
                    return piece.text.start + offset - piece.source.start
                return piece.text.start if offset == piece.source.start else piece.text.end
        return None

    def next_text(self, offset: int) -> int | None:
        """Where the text begins that stands at or behind a place in the file; None behind the last."""
        number = bisect_left(self._starts, offset)
        return self._pieces[number].text.start if number < len(self._pieces) else None
