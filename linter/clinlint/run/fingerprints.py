"""Fingerprints: the same for a defect as long as its own surroundings stay as they are."""

from __future__ import annotations

import hashlib

from clinlint.model.document import Document
from clinlint.model.span import Span

CONTEXT_LENGTH = 40
"""How many code points on either side, within the block, belong to a fingerprint."""


def fingerprint(code: str, document: Document, span: Span) -> str:
    """Sixteen hexadecimal digits made of the rule, the marked text, its surroundings and its block's kind.

    Neither the line nor the offset counts, so an edit elsewhere in the file changes nothing; two
    defects that are the same in all this share one fingerprint.
    """
    near = document.blocks[document.index_at(span.start)] if document.blocks else None
    block = near if near and near.span.start <= span.start <= near.span.end else None
    low, high = (block.span.start, block.span.end) if block else (0, len(document.text))
    before = document.text[max(low, span.start - CONTEXT_LENGTH) : span.start]
    after = document.text[span.end : max(span.end, min(high, span.end + CONTEXT_LENGTH))]
    return _hashed([code, block.kind.value if block else "", before, span.of(document.text), after])


def markup_fingerprint(code: str, markup: str) -> str:
    """The same for a finding in markup: made of the rule and the marked markup."""
    return _hashed([code, "markup", markup])


def _hashed(parts: list[str]) -> str:
    normal = "\x1f".join(" ".join(part.split()).casefold() for part in parts)
    return hashlib.blake2b(normal.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
