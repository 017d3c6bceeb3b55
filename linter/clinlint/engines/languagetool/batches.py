"""Texts of blocks, put together for one request and taken apart again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

SEPARATOR = "\n\n"
"""Ends a paragraph, and with it a sentence: no match of a sentence goes across."""

LARGEST_PIECE = 20_000
"""The most code points of one block that are sent at once; a longer block is cut between sentences."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block's text, or a part of it.

    Attributes:
        number: of the text among those that were given.
        start: where the piece begins in that text.
    """

    number: int
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Pieces that are sent in one request."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """What is sent; characters that cannot be encoded are replaced one by one."""
        return encodable(SEPARATOR.join(piece.text for piece in self.pieces))

    def halves(self) -> tuple[Batch, Batch]:
        """Two batches with half of the pieces each."""
        middle = len(self.pieces) // 2
        return Batch(self.pieces[:middle]), Batch(self.pieces[middle:])

    def place(self, start: int, end: int) -> tuple[Piece, int, int] | None:
        """The piece that a range of ``text`` lies in, and the range in the piece's whole text; None across pieces."""
        begins = list(accumulate((len(p.text) + len(SEPARATOR) for p in self.pieces[:-1]), initial=0))
        number = bisect_right(begins, start) - 1
        piece = self.pieces[number]
        if start < begins[number] or end > begins[number] + len(piece.text):
            return None
        by = piece.start - begins[number]
        return piece, start + by, end + by


def encodable(text: str) -> str:
    """The text with a replacement character for every half of a surrogate pair."""
    return text.encode("utf-8", "replace").decode("utf-8") if _has_surrogates(text) else text


def _has_surrogates(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def pieces_of(texts: Iterable[str], largest: int = LARGEST_PIECE) -> Iterator[Piece]:
    """The texts, in parts of at most ``largest`` code points, cut behind a sentence where there is one."""
    for number, text in enumerate(texts):
        start = 0
        while len(text) - start > largest:
            end = _cut(text, start, start + largest)
            yield Piece(number, start, text[start:end])
            start = end
        yield Piece(number, start, text[start:])


def _cut(text: str, start: int, most: int) -> int:
    half = start + (most - start) // 2
    for mark in (". ", "! ", "? ", "\n", " "):
        at = text.rfind(mark, half, most)
        if at >= 0:
            return at + len(mark)
    return most


def batches_of(pieces: Iterable[Piece], size: int) -> Iterator[Batch]:
    """Batches of about ``size`` code points; a larger piece has one of its own."""
    waiting: list[Piece] = []
    length = 0
    for piece in pieces:
        if waiting and length + len(piece.text) > size:
            yield Batch(tuple(waiting))
            waiting, length = [], 0
        waiting.append(piece)
        length += len(piece.text) + len(SEPARATOR)
    if waiting:
        yield Batch(tuple(waiting))


class Units:
    """From UTF-16 units, in which LanguageTool counts, to code points of a text."""

    def __init__(self, text: str) -> None:
        # Where a character takes two units, all behind it stand one unit further on.
        self._astral = [number + index for index, number in enumerate(n for n, c in enumerate(text) if c > "\uffff")]

    def code_point(self, unit: int) -> int:
        """The code point that begins at a unit; for the second half of a pair, the one behind it."""
        return unit - bisect_right(self._astral, unit - 1)
