"""What of an article looks different in its own markup, block by block, for reports that show the article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from clinlint.documents.emphasis import Look, address_of, emphasis
from clinlint.model.document import Block, Document
from clinlint.model.span import Span


@dataclass(frozen=True, slots=True)
class Styled:
    """A part of one block that looks different, in offsets of the document.

    Attributes:
        address: of a link, the whole address; empty where it leads to no page and no letter.
        target: of a link, what the source says.
    """

    span: Span
    look: Look
    address: str = ""
    target: str = ""


def styled_by_block(document: Document, *, dead_links: bool) -> Mapping[int, Sequence[Styled]]:
    """What looks different in each block, by the block's number; links do not overlap.

    Args:
        document: the article.
        dead_links: whether links are told too that lead to no page and no letter, such as a script.
    """
    found: dict[int, list[Styled]] = defaultdict(list)
    links: dict[int, list[Span]] = defaultdict(list)
    for part in emphasis(document):
        is_link = part.look is Look.LINK
        address = address_of(document, part.target) if is_link else ""
        if is_link and not (address or (dead_links and part.target.strip())):
            continue
        for block, share in shares(document, part.span):
            span = block.at(share.start, share.end)
            if is_link:
                if any(span.overlaps(other) for other in links[block.index]):
                    continue
                links[block.index].append(span)
            found[block.index].append(Styled(span, part.look, address, part.target))
    return found


def shares(document: Document, span: Span) -> Iterable[tuple[Block, Span]]:
    """What of a span of the document's text lies in which block, relative to it."""
    for index in range(document.index_at(span.start), len(document.blocks)):
        block = document.blocks[index]
        if block.span.start > span.end or (block.span.start == span.end and len(span)):
            return
        start, end = max(span.start, block.span.start), min(span.end, block.span.end)
        if start < end or (start == end and not len(span)):
            yield block, Span(start - block.span.start, end - block.span.start)
