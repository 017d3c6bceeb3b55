"""From an edit of a document's text to edits of the author's file, in its own syntax."""

from __future__ import annotations

from clinlint.model.document import Document
from clinlint.model.fix import Applicability, Edit, Fix
from clinlint.model.offsets import Piece, PieceKind
from clinlint.model.span import Span


def fix_in_source(document: Document, fix: Fix) -> Fix | None:
    """The fix with its edits in the source's offsets and syntax.

    None when it changes nothing, or one of its edits has no place in the source: half a fix is none. One that would
    cut a link or a tracked change of a word processor in two is only displayed.
    """
    plain = tuple(least for edit in fix.edits if (least := _least(document, edit)) is not None)
    edits: list[Edit] = []
    obstacle = ""
    for edit in plain:
        placed = _edit_in_source(document, edit)
        if placed is None:
            return None
        edits.extend(placed)
        manuscript = document.source.manuscript
        if manuscript is not None:
            obstacle = obstacle or manuscript.obstacle(part.span for part in placed)
    if not edits:
        return None
    if obstacle:
        title = f"{fix.title} (by hand: it would cut into {obstacle})"
        return Fix(title, tuple(edits), Applicability.DISPLAY, plain)
    return Fix(fix.title, tuple(edits), fix.applicability, plain)


def _least(document: Document, edit: Edit) -> Edit | None:
    """The edit reduced to what changes, so that markup inside a phrase stays where it is; None for no change."""
    old = edit.span.of(document.text)
    start = 0
    while start < min(len(old), len(edit.text)) and old[start] == edit.text[start]:
        start += 1
    end = 0
    while end < min(len(old), len(edit.text)) - start and old[-1 - end] == edit.text[-1 - end]:
        end += 1
    span = Span(edit.span.start + start, edit.span.end - end)
    text = edit.text[start : len(edit.text) - end]
    return Edit(span, text) if len(span) or text else None


def _edit_in_source(document: Document, edit: Edit) -> list[Edit] | None:
    span, text = edit.span, edit.text
    pieces = list(document.offsets.touching(span))
    if any(piece.kind is PieceKind.SYNTHETIC for piece in pieces):
        return None
    if pieces:
        span, text = _with_whole_pieces(document, span, text, pieces)
    elif _inside_decoded(document, span.start):
        return None
    ranges = document.offsets.to_source(span)
    return [Edit(part, document.escaped(text, part.start) if number == 0 else "") for number, part in enumerate(ranges)]


def _with_whole_pieces(document: Document, span: Span, text: str, pieces: list[Piece]) -> tuple[Span, str]:
    """The edit, enlarged to the whole of an entity or escape that stands for several characters."""
    first, last = pieces[0], pieces[-1]
    if first.kind is PieceKind.DECODED and first.text.start < span.start:
        text = document.text[first.text.start : span.start] + text
        span = Span(first.text.start, span.end)
    if last.kind is PieceKind.DECODED and span.end < last.text.end:
        text += document.text[span.end : last.text.end]
        span = Span(span.start, last.text.end)
    return span, text


def _inside_decoded(document: Document, offset: int) -> bool:
    """True for a place between two characters that one entity stands for."""
    around = document.offsets.touching(Span(offset - 1, offset + 1)) if offset else ()
    return any(p.kind is PieceKind.DECODED and p.text.start < offset < p.text.end for p in around)
