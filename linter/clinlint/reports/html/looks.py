"""Bold, italic, raised and lowered words and links of an article, as the page shows them."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from markupsafe import Markup

from clinlint.documents.emphasis import Look
from clinlint.model.document import Block, Document
from clinlint.model.span import Span
from clinlint.reports.emphasis import Styled, styled_by_block
from clinlint.reports.html.text import one_line

_ELEMENTS = {Look.BOLD: "b", Look.ITALIC: "i", Look.RAISED: "sup", Look.LOWERED: "sub"}
_LINK = Markup('<a class="link" href="{}" target="_blank" rel="noreferrer noopener" title="{}"{}>{}</a>')
_NO_LINK = Markup('<span class="link" title="{}"{}>{}</span>')
_LONGEST_TITLE = 200
_LONGEST_PLACE = 40


class Looks:
    """What looks different in each block of a document."""

    def __init__(self, document: Document) -> None:
        self._found = styled_by_block(document, dead_links=True)
        self._text = document.text
        self._host = _host(document.source.address or document.metadata.get("canonical", ""))

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


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
