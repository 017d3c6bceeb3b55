"""Which words of an article are links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit

from clinlint.model.document import Document
from clinlint.model.span import Span

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_LONGEST = 2000
"""Characters of an address; Word opens none of more than 2,083."""


def links(document: Document) -> Mapping[int, list[tuple[Span, str]]]:
    """The links in each block of a page, relative to its text, in order; none overlap.

    Only what leads to another page, a letter or a telephone is a link: never a script.
    """
    found: dict[int, list[tuple[Span, str]]] = defaultdict(list)
    if document.page is None:
        return found
    for element in document.page.named("a"):
        address = _address(document, element.get("href"))
        span = document.offsets.to_text([element.content]) if address and len(element.content) else None
        if span is None or not len(span):
            continue
        block = document.blocks[document.index_at(span.start)]
        start = max(
            span.start,
            block.span.start,
            block.span.start + (found[block.index][-1][0].end if found[block.index] else 0),
        )
        end = min(span.end, block.span.end)
        if start < end:
            found[block.index].append((Span(start - block.span.start, end - block.span.start), address))
    return found


def _address(document: Document, target: str) -> str:
    try:
        address = urljoin(document.source.address or document.metadata.get("canonical", ""), target)
        known = urlsplit(address).scheme.lower() in _SCHEMES
    except ValueError:
        return ""
    return address if known and len(address) <= _LONGEST and address.isprintable() else ""
