"""Makes one document of several that stand one behind the other in the same source."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from clinlint.documents.assembly import BREAK
from clinlint.model.document import NO_ATTRIBUTES, Block, Document
from clinlint.model.offsets import OffsetMap, Piece, PieceKind
from clinlint.model.source import Source
from clinlint.model.span import Span


def joined(
    source: Source,
    parts: Sequence[Document],
    *,
    language: str = "en",
    metadata: Mapping[str, str] = NO_ATTRIBUTES,
    escape: Callable[[str], str] | None = None,
) -> Document:
    """One document with the blocks of all ``parts``, which must be in order of their place in the source."""
    texts: list[str] = []
    pieces: list[Piece] = []
    blocks: list[Block] = []
    length = source_end = next_list = 0
    for part in parts:
        if not part.blocks:
            continue
        if blocks:
            texts.append(BREAK)
            pieces.append(Piece(Span(length, length + len(BREAK)), Span(source_end, source_end), PieceKind.SYNTHETIC))
            length += len(BREAK)
        texts.append(part.text)
        pieces += [_placed(piece, length, source_end) for piece in part.offsets.pieces]
        blocks += [_moved(block, len(blocks) + number, length, next_list) for number, block in enumerate(part.blocks)]
        next_list = max([next_list, *(block.list.list_id + 1 for block in blocks if block.list)])
        length += len(part.text)
        source_end = pieces[-1].source.end if pieces else source_end
    document = Document(source, "".join(texts), OffsetMap(pieces), tuple(blocks), language, False, metadata)
    return document if escape is None else replace(document, escape=escape)


def _placed(piece: Piece, by: int, source_end: int) -> Piece:
    source = piece.source
    if piece.kind is PieceKind.SYNTHETIC and source.start < source_end:
        # A part without any text of its own has no place to tell.
        source = Span(source_end, source_end)
    return Piece(piece.text.shifted(by), source, piece.kind)


def _moved(block: Block, index: int, by: int, lists: int) -> Block:
    place = block.list and replace(block.list, list_id=block.list.list_id + lists)
    return replace(block, index=index, span=block.span.shifted(by), list=place)
