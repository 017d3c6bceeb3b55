"""A person's own wording in place of what a diagnostic marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clinlint.fixing.in_source import fix_in_source
from clinlint.fixing.plan import Change
from clinlint.model.diagnostic import Diagnostic
from clinlint.model.document import Document
from clinlint.model.fix import Applicability, Edit, Fix
from clinlint.model.offsets import PieceKind
from clinlint.model.span import Span


def in_own_words(documents: Iterable[Document], diagnostic: Diagnostic, text: str) -> Change | None:
    """The change that puts ``text`` (plain, as the reader sees it) where the diagnostic marks something.

    It is written in the source's own syntax, and leaves markup inside the marked words alone. None when it
    changes nothing, or the marked place holds something that is not in the source.
    """
    for document in documents:
        marked = _marked(document, diagnostic.ranges)
        if marked is not None:
            fix = Fix(f"Write “{text}”", (Edit(marked, text),), Applicability.DISPLAY)
            placed = fix_in_source(document, fix)
            return Change(diagnostic, placed) if placed is not None else None
    return None


def _marked(document: Document, ranges: Sequence[Span]) -> Span | None:
    """The text behind ranges of the source; None when they are of another document."""
    start = end = None
    for piece in document.offsets.pieces:
        if piece.kind is PieceKind.SYNTHETIC:
            continue
        for part in ranges:
            low, high = max(part.start, piece.source.start), min(part.end, piece.source.end)
            if low > high or (low == high and len(part)):
                continue
            by = piece.text.start - piece.source.start
            copied = piece.kind is PieceKind.TEXT
            first, last = (low + by, high + by) if copied else (piece.text.start, piece.text.end)
            start = first if start is None else start
            end = last
    return Span(start, end) if start is not None and end is not None else None
