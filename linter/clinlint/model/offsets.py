"""The offset map: which characters of a document's text came from which characters of the source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from clinlint.model.span import Span


class PieceKind(Enum):
    """How a piece of text relates to the source.

    ``TEXT`` was copied one to one and can be edited anywhere. ``DECODED`` stands for an entity, an
    escape or a run of white space and can be edited only as a whole. ``SYNTHETIC`` is not in the
    source at all (a break between blocks, a placeholder) and can never be edited.
    """

    TEXT = "text"
    DECODED = "decoded"
    SYNTHETIC = "synthetic"


@dataclass(frozen=True, slots=True)
class Piece:
    """One text span and the source span that it came from."""

    text: Span
    source: Span
    kind: PieceKind


class OffsetMap:
    """Pieces in order of text and of source, covering the whole document text without gaps.

    Behind a break, which is in no file, the source may go on further back: a note is read behind its paragraph, in
    the midst of which it stands.
    """

    __slots__ = ("_by_source", "_source_ends", "_starts", "pieces")

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self.pieces: tuple[Piece, ...] = tuple(pieces)
        at = source_at = 0
        in_order = True
        for piece in self.pieces:
            in_order = in_order and piece.source.start >= source_at
            leads_back = piece.kind is PieceKind.SYNTHETIC and at > 0
            if piece.text.start != at or (piece.source.start < source_at and not leads_back):
                raise ValueError(f"pieces are out of order at text offset {piece.text.start}")
            if piece.kind is PieceKind.TEXT and len(piece.text) != len(piece.source):
                raise ValueError(f"a TEXT piece changes length at text offset {piece.text.start}")
            at, source_at = piece.text.end, piece.source.end
        self._starts = [piece.text.start for piece in self.pieces]
        self._by_source = self.pieces if in_order else tuple(sorted(self.pieces, key=lambda piece: piece.source))
        self._source_ends = [piece.source.end for piece in self._by_source]

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """The map of a text that is its own source."""
        whole = Span(0, length)
        return cls([Piece(whole, whole, PieceKind.TEXT)] if length else [])

    def touching(self, span: Span) -> Iterator[Piece]:
        """The pieces that ``span`` covers in part or whole, in order."""
        for index in range(max(0, bisect_right(self._starts, span.start) - 1), len(self.pieces)):
            piece = self.pieces[index]
            if piece.text.start >= span.end:
                return
            if piece.text.end > span.start and len(piece.text):
                yield piece

    def to_source(self, span: Span) -> tuple[Span, ...]:
        """The source ranges behind a text span, in order, neighbours joined.

        A decoded piece that is touched counts as a whole; synthetic pieces give nothing. An empty
        span gives one empty range: directly behind the character before it where that is in the source,
        so that text inserted at the end of a block stays inside its markup, else in front of the next.
        """
        if span.start == span.end:
            at = self._insertion_point(span.start)
            return (Span(at, at),)
        ranges: list[Span] = []
        for piece in self.touching(span):
            if piece.kind is PieceKind.SYNTHETIC:
                continue
            found = piece.source
            if piece.kind is PieceKind.TEXT:
                by = piece.source.start - piece.text.start
                found = Span(max(span.start, piece.text.start) + by, min(span.end, piece.text.end) + by)
            if ranges and ranges[-1].end == found.start:
                ranges[-1] = Span(ranges[-1].start, found.end)
            else:
                ranges.append(found)
        return tuple(ranges)

    def source_range(self, span: Span) -> Span:
        """The one source span from the first to the last character behind ``span``.

        A span of synthetic text alone gives the empty range where it would stand.
        """
        ranges = self.to_source(span)
        if not ranges:
            at = self._insertion_point(span.start)
            return Span(at, at)
        return Span(ranges[0].start, ranges[-1].end)

    def to_text(self, ranges: Sequence[Span]) -> Span | None:
        """The text from the first to the last character behind ranges of the source; None when no text is behind any.

        A decoded piece that is touched counts as a whole; text that is not in the source counts only in between.
        """
        start = end = None
        for part in ranges:
            for index in range(bisect_left(self._source_ends, part.start), len(self._by_source)):
                piece = self._by_source[index]
                low, high = max(part.start, piece.source.start), min(part.end, piece.source.end)
                if piece.source.start > part.end:
                    break
                if piece.kind is PieceKind.SYNTHETIC or low > high or (low == high and len(part)):
                    continue
                by = piece.text.start - piece.source.start
                copied = piece.kind is PieceKind.TEXT
                first, last = (low + by, high + by) if copied else (piece.text.start, piece.text.end)
                start = first if start is None else min(start, first)
                end = last if end is None else max(end, last)
        return Span(start, end) if start is not None and end is not None else None

    def _insertion_point(self, offset: int) -> int:
        empty = self._empty_place(offset)
        if empty is not None:
            return empty
        before = bisect_right(self._starts, offset - 1) - 1
        after = bisect_right(self._starts, offset) - 1
        behind_break = before < 0 or self.pieces[before].kind is PieceKind.SYNTHETIC
        if behind_break and after > before and self.pieces[after].kind is not PieceKind.SYNTHETIC:
            return self.pieces[after].source.start
        for index in range(before, -1, -1):
            piece = self.pieces[index]
            if piece.kind is PieceKind.SYNTHETIC:
                continue
            if piece.kind is PieceKind.TEXT and offset < piece.text.end:
                return piece.source.start + offset - piece.text.start
            return piece.source.end
        for piece in self.pieces:
            if piece.kind is not PieceKind.SYNTHETIC:
                return piece.source.start
        return 0

    def _empty_place(self, offset: int) -> int | None:
        """Where the block without text stands that a builder noted at this offset."""
        for index in range(bisect_right(self._starts, offset) - 1, -1, -1):
            piece = self.pieces[index]
            if piece.text.start < offset:
                return None
            if not len(piece.text):
                return piece.source.start
        return None

    def through(self, outer: OffsetMap) -> OffsetMap:
        """This map with its source read through ``outer``: text → middle, middle → file.

        A copied piece that crosses pieces of ``outer`` is split where they change. Pieces that share
        one decoded piece of ``outer`` become one, as it can be edited only as a whole.
        """
        pieces: list[Piece] = []
        for piece in self.pieces:
            if piece.kind is PieceKind.TEXT and len(piece.text):
                parts: Iterable[Piece] = _split(piece, outer)
            else:
                parts = (_whole(piece, outer),)
            for part in parts:
                _append(pieces, part)
        return OffsetMap(pieces)


def _split(piece: Piece, outer: OffsetMap) -> Iterator[Piece]:
    by = piece.text.start - piece.source.start
    for part in outer.touching(piece.source):
        middle = Span(max(part.text.start, piece.source.start), min(part.text.end, piece.source.end))
        source = part.source
        if part.kind is PieceKind.TEXT:
            source = middle.shifted(part.source.start - part.text.start)
        yield Piece(middle.shifted(by), source, part.kind)


def _whole(piece: Piece, outer: OffsetMap) -> Piece:
    source = outer.source_range(piece.source)
    # What stands for synthetic text alone is not in the file either.
    invented = len(piece.source) > 0 and not outer.to_source(piece.source)
    return Piece(piece.text, source, PieceKind.SYNTHETIC if invented else piece.kind)


def _append(pieces: list[Piece], piece: Piece) -> None:
    """Adds a piece, which may share its source's beginning with the last."""
    end = pieces[-1].source.end if pieces else 0
    if piece.source.start >= end:
        pieces.append(piece)
        return
    last = pieces[-1]
    if PieceKind.SYNTHETIC not in (last.kind, piece.kind):
        pieces[-1] = Piece(last.text.joined(piece.text), last.source.joined(piece.source), PieceKind.DECODED)
    else:
        # The rest of a decoded piece behind a break that was put into it: it has been told already.
        source = Span(end, max(end, piece.source.end))
        kind = piece.kind if len(source) else PieceKind.SYNTHETIC
        pieces.append(Piece(piece.text, source, kind))


class TextBuilder:
    """Collects a document's text together with its offset map."""

    __slots__ = ("_length", "_parts", "_pieces", "_source_end")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0
        self._source_end = 0

    @property
    def length(self) -> int:
        """How many code points of text there are so far."""
        return self._length

    def copied(self, text: str, source_start: int) -> None:
        """Adds text that stands in the source exactly so, from ``source_start`` on."""
        if text:
            self._add(text, Span(source_start, source_start + len(text)), PieceKind.TEXT)

    def decoded(self, text: str, source: Span) -> None:
        """Adds text that an entity, an escape or a white-space run of the source stands for."""
        if text:
            self._add(text, source, PieceKind.DECODED)

    def nothing(self, source_start: int) -> None:
        """Marks where a block without text stands in the source, so that a finding there can point at it."""
        span = Span(self._length, self._length)
        self._source_end = source_start
        self._pieces.append(Piece(span, Span(source_start, source_start), PieceKind.TEXT))

    def synthetic(self, text: str, at: int | None = None) -> None:
        """Adds text that is not in the source; with ``at``, what follows stands there, be it further back."""
        if at is not None:
            self._source_end = at
        if text:
            self._add(text, Span(self._source_end, self._source_end), PieceKind.SYNTHETIC)

    def _add(self, text: str, source: Span, kind: PieceKind) -> None:
        span = Span(self._length, self._length + len(text))
        self._parts.append(text)
        self._length = span.end
        self._source_end = source.end
        if self._pieces and kind is not PieceKind.DECODED:
            last = self._pieces[-1]
            if last.kind is kind and last.source.end == source.start:
                self._pieces[-1] = Piece(last.text.joined(span), last.source.joined(source), kind)
                return
        self._pieces.append(Piece(span, source, kind))

    def text_since(self, start: int) -> str:
        """The text from ``start`` (a text offset at which a part was added) on."""
        parts: list[str] = []
        at = self._length
        for part in reversed(self._parts):
            if at <= start:
                break
            parts.append(part)
            at -= len(part)
        return "".join(reversed(parts))

    def text(self) -> str:
        """The text collected so far."""
        return "".join(self._parts)

    def offsets(self) -> OffsetMap:
        """The map from that text to the source."""
        return OffsetMap(self._pieces)
