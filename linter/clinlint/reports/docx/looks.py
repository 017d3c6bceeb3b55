"""How the words of an article look in its own markup: which are bold, italic, or a link."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from clinlint.documents.emphasis import Look, address_of, emphasis
from clinlint.model.document import Block, Document
from clinlint.model.span import Span
from clinlint.reports.docx.markup import Style
from clinlint.reports.docx.placing import shares

_PROPERTIES = {
    Look.BOLD: "<w:b/>",
    Look.ITALIC: "<w:i/>",
    Look.RAISED: '<w:vertAlign w:val="superscript"/>',
    Look.LOWERED: '<w:vertAlign w:val="subscript"/>',
    Look.LINK: '<w:rStyle w:val="Hyperlink"/>',
}


class Looks:
    """What looks different in each block of an article; links do not overlap.

    Only what leads to another page or a letter is a link: never a script.
    """

    def __init__(self, document: Document) -> None:
        self._found: dict[int, list[tuple[Span, Look, str]]] = defaultdict(list)
        linked: dict[int, list[Span]] = defaultdict(list)
        for part in emphasis(document):
            address = address_of(document, part.target) if part.look is Look.LINK else ""
            if part.look is Look.LINK and not address:
                continue
            for block, span in shares(document, part.span):
                if address and any(span.overlaps(other) for other in linked[block.index]):
                    continue
                if address:
                    linked[block.index].append(span)
                self._found[block.index].append((span, part.look, address))

    def of(self, block: Block, relate: Callable[[str], str]) -> list[Style]:
        """What looks different in a block; ``relate`` gives the relation that leads to an address."""
        found = self._found.get(block.index, ())
        return [Style(span, _PROPERTIES[look], relate(address) if address else "") for span, look, address in found]
