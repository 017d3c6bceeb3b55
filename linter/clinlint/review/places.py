"""Whether an edit from a file of decisions is one that clinlint itself could have proposed for this text."""

from __future__ import annotations

import html
import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from clinlint.model.document import Document
from clinlint.model.fix import Edit
from clinlint.model.offsets import Piece, PieceKind
from clinlint.model.source import Source
from clinlint.model.span import Span

_BACKSLASHED = re.compile(r"\\([!-/:-@\[-`{-~])")


class Places:
    """Where the text of a file can be changed.

    A file of decisions may come from anybody: an edit of it may replace whole characters of the text, by text, and
    can neither touch markup nor bring some in.
    """

    def __init__(self, source: Source, documents: Iterable[Document]) -> None:
        self._source = source
        found = [
            (piece, document)
            for document in documents
            for piece in document.offsets.pieces
            if piece.kind is not PieceKind.SYNTHETIC
        ]
        found.sort(key=lambda pair: (pair[0].source.start, pair[0].source.end))
        self._pieces: list[Piece] = [piece for piece, _ in found]
        self._documents: list[Document] = [document for _, document in found]
        self._starts = [piece.source.start for piece in self._pieces]

    def problem(self, edits: Sequence[Edit]) -> str | None:
        """Why edits that belong together cannot be made, as the end of a sentence; None when they can."""
        ordered = sorted((edit.span for edit in edits), key=lambda span: (span.start, span.end))
        for one, other in pairwise(ordered):
            if one.end > other.start or one == other:
                return "its edits overlap"
        return next((problem for edit in edits if (problem := self._problem(edit)) is not None), None)

    def outside(self, spans: Iterable[Span]) -> str | None:
        """The same for ranges that lie outside of the file."""
        length = len(self._source.text)
        return f"it lies outside of the file ({length:,} characters)" if any(s.end > length for s in spans) else None

    def _problem(self, edit: Edit) -> str | None:
        outside = self.outside([edit.span])
        if outside is not None:
            return outside
        number = self._holding(edit.span)
        if number is None:
            return "it would change markup, not text"
        cut = self._cut(edit.span, number)
        if cut is not None:
            return f"it would cut “{cut.source.of(self._source.text)}” in two"
        if not _is_plain(edit.text, self._documents[number], self._source.media_type):
            return "it would bring markup into the text"
        return None

    def _holding(self, span: Span) -> int | None:
        """The number of the first piece of a run without gaps that holds ``span``."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        while first > 0 and self._pieces[first - 1].source.end >= span.start:
            first -= 1
        for number in range(first, len(self._pieces)):
            piece = self._pieces[number].source
            if piece.start > span.start:
                return None
            if piece.start <= span.start <= piece.end and self._runs_to(number, span.end):
                return number
        return None

    def _runs_to(self, number: int, end: int) -> bool:
        reached = self._pieces[number].source.end
        while reached < end:
            number += 1
            if number == len(self._pieces) or self._pieces[number].source.start != reached:
                return False
            reached = self._pieces[number].source.end
        return True

    def _cut(self, span: Span, number: int) -> Piece | None:
        """A piece that can be changed only as a whole and is not."""
        for piece in self._pieces[number:]:
            place = piece.source
            if place.start > span.end:
                break
            if piece.kind is PieceKind.DECODED and (
                place.start < span.start < place.end or place.start < span.end < place.end
            ):
                return piece
        return None


def _is_plain(text: str, document: Document, media_type: str) -> bool:
    """True for what ``document.escape`` can write: text, and no markup."""
    try:
        return document.escape(_read(text, media_type)) == text
    except ValueError:
        return False


def _read(text: str, media_type: str) -> str:
    """What a reader of the format sees of ``text``, were it text alone."""
    if media_type == "text/markdown":
        return _BACKSLASHED.sub(r"\1", text)
    if media_type == "application/json":
        return html.unescape(json.loads(f'"{text}"', strict=False))
    # Everything else but plain text is some kind of XML.
    return text if media_type == "text/plain" else html.unescape(text)
