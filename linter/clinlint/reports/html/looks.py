"""Bold, italic, raised and lowered words and links of an article, as the page shows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from clinlint.documents.emphasis import Look, address_of, emphasis
from clinlint.model.document import Block, Document
from clinlint.model.span import Span
from clinlint.reports.html.text import one_line

_ELEMENTS = {Look.BOLD: "b", Look.ITALIC: "i", Look.RAISED: "sup", Look.LOWERED: "sub"}
_LINK = Markup('<a class="link" href="{}" target="_blank" rel="noreferrer noopener" title="{}"{}>{}</a>')
_NO_LINK = Markup('<span class="link" title="{}"{}>{}</span>')
_LONGEST_TITLE = 200
_LONGEST_PLACE = 40


@dataclass(frozen=True, slots=True)
class Styled:
    """A part of one block that looks different; of a link, its whole ``address`` and the source's own ``target``."""

    span: Span
    look: Look
    address: str = ""
    target: str = ""


class Looks:
    """What looks different in each block of a document; links do not overlap."""

    def __init__(self, document: Document) -> None:
        self._found: dict[int, list[Styled]] = defaultdict(list)
        self._text = document.text
        self._host = _host(document.source.address or document.metadata.get("canonical", ""))
        links: dict[int, list[Span]] = defaultdict(list)
        for part in emphasis(document):
            address = address_of(document, part.target) if part.look is Look.LINK else ""
            for block in _blocks(document, part.span):
                span = Span(max(part.span.start, block.span.start), min(part.span.end, block.span.end))
                if part.look is Look.LINK:
                    if not part.target.strip() or any(span.overlaps(other) for other in links[block.index]):
                        continue
                    links[block.index].append(span)
                self._found[block.index].append(Styled(span, part.look, address, part.target))

    def of(self, block: Block) -> Sequence[Styled]:
        """What looks different in a block, in offsets of the document."""
        return self._found.get(block.index, ())

    def dressed(self, text: Markup, span: Span, looks: Sequence[Styled], *, marked: bool) -> Markup:
        """The markup of a piece of text that no look begins or ends in.

        Args:
            text: the piece.
            span: where it stands in the document.
            looks: those of its block.
            marked: True within a mark, which is a link to its finding already: a link is only shown there.
        """
        own = [styled for styled in looks if styled.span.contains(span)]
        for look, name in _ELEMENTS.items():
            if any(styled.look is look for styled in own):
                text = Markup("<{0}>{1}</{0}>").format(name, text)
        for styled in own:
            if styled.look is Look.LINK:
                ends = Markup(' data-leads="{}"').format(self._said(styled)) if styled.span.end == span.end else ""
                title = one_line(styled.address or styled.target)[:_LONGEST_TITLE]
                if styled.address and not marked:
                    return _LINK.format(styled.address, title, ends, text)
                return _NO_LINK.format(title, ends, text)
        return text

    def _said(self, styled: Styled) -> str:
        """The place, unless the link's own words say it."""
        place = self._place(styled)
        return "" if place and place in styled.span.of(self._text) else place

    def _place(self, styled: Styled) -> str:
        """Where a link leads, in a word; empty for another page of the same site."""
        if styled.address:
            host = _host(styled.address)
            place = host if host or not styled.address.lower().startswith("mailto:") else styled.address[7:]
            return "" if host and host == self._host else place[:_LONGEST_PLACE]
        place = one_line(styled.target.strip())
        scheme = place.partition(":")[0].lower()
        if scheme in ("javascript", "vbscript", "data"):
            return "a script"
        return place if len(place) <= _LONGEST_PLACE else f"{place[: _LONGEST_PLACE - 1]}…"


def _blocks(document: Document, span: Span) -> list[Block]:
    """The blocks that hold a part of a range."""
    found = []
    for number in range(document.index_at(span.start), len(document.blocks)):
        block = document.blocks[number]
        if block.span.start >= span.end:
            break
        if min(span.end, block.span.end) > max(span.start, block.span.start):
            found.append(block)
    return found


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
