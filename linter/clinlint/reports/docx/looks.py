"""How the words of an article look in its own markup: which are bold, italic, or a link."""

from __future__ import annotations

from collections.abc import Callable

from clinlint.documents.emphasis import Look
from clinlint.model.document import Block, Document
from clinlint.reports.docx.markup import Style
from clinlint.reports.emphasis import styled_by_block

_PROPERTIES = {
    Look.BOLD: "<w:b/>",
    Look.ITALIC: "<w:i/>",
    Look.RAISED: '<w:vertAlign w:val="superscript"/>',
    Look.LOWERED: '<w:vertAlign w:val="subscript"/>',
    Look.LINK: '<w:rStyle w:val="Hyperlink"/>',
}


class Looks:
    """What looks different in each block of an article; a link is only what leads to another page or a letter."""

    def __init__(self, document: Document) -> None:
        self._found = styled_by_block(document, dead_links=False)

    def of(self, block: Block, relate: Callable[[str], str]) -> list[Style]:
        """What looks different in a block; ``relate`` gives the relation that leads to an address."""
        return [
            Style(
                styled.span.shifted(-block.span.start),
                _PROPERTIES[styled.look],
                relate(styled.address) if styled.address else "",
            )
            for styled in self._found.get(block.index, ())
        ]
