"""What the text of an element is: which elements name a kind, which end the one around them, which arrange a page."""

from __future__ import annotations

from clinlint.documents.html.elements import HEADINGS
from clinlint.model.document import BlockKind

OWN_KIND = {
    "caption": BlockKind.CAPTION,
    "figcaption": BlockKind.CAPTION,
    "blockquote": BlockKind.QUOTE,
    "pre": BlockKind.CODE,
    "listing": BlockKind.CODE,
    "xmp": BlockKind.CODE,
    "plaintext": BlockKind.CODE,
}
RESET_KIND = frozenset({"ul", "ol", "menu", "dir", "dl", "dt", "dd", "table", "tr", "form", "nav", "figure", "aside"})
MAKES_LAYOUT = frozenset({"table", "ul", "ol", "dl", "form", "nav", "article", "section", "hr", "pre"}) | set(HEADINGS)
