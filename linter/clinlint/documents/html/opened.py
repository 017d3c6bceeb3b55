"""Open elements while a page is read, and what they mean for the text inside them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from clinlint.documents.article.page import Draft
from clinlint.documents.html import elements as html
from clinlint.documents.html.tokens import Token
from clinlint.model.document import BlockKind, ListPlace

_HIDDEN_STYLE = re.compile(r"(?:display\s?:\s?none|visibility\s?:\s?hidden)", re.IGNORECASE)
_FOR_SCREEN_READERS = re.compile(r"(?:^|[\s_-])(?:sr-only|screen-reader-text|visually-?hidden)(?:$|\s)")
_ICON = re.compile(r"(?:^|[\s_-])(?:icons?|fa|fas|fab|far|glyphicon|dashicons|bi)(?:$|[\s_-])")


@dataclass(slots=True, eq=False)
class Table:
    """One table: how many cells it has."""

    cells: int = 0


@dataclass(slots=True, eq=False)
class Cell:
    """One table cell; ``layout`` when it arranges the page instead of holding a datum."""

    table: Table
    drafts: list[Draft] = field(default_factory=list)
    layout: bool = False

    def __post_init__(self) -> None:
        self.table.cells += 1


@dataclass(slots=True, eq=False)
class Item:
    """One list item: its place, and whether its first block has been seen."""

    place: ListPlace
    fault: str = ""
    used: bool = False


@dataclass(slots=True, eq=False)
class Opened:
    """An element that is open, with what its text will be."""

    name: str
    element: int
    block: bool
    kind: BlockKind
    level: int = 0
    item: Item | None = None
    cell: Cell | None = None
    table: Table | None = None
    list_id: int = -1
    ordered: bool = False
    depth: int = 0
    language: str = ""
    hints: tuple[str, ...] = ()
    hidden: bool = False
    link: bool = False
    bold: bool = False
    live: bool = True

    def child(self, name: str, element: int) -> Opened:
        """A block-level element inside this one, which hands down what its text is."""
        return Opened(
            name, element, True, self.kind, self.level, self.item, self.cell, self.table,
            self.list_id, self.ordered, self.depth, self.language,
        )  # fmt: skip


def hides(token: Token) -> bool:
    """True when a reader of the page does not see what the element holds.

    ``aria-hidden`` alone hides nothing from the eye; with the marks of an icon its text is the name
    of a drawing.
    """
    if token.name in html.UNSEEN:
        return True
    if not token.attributes:
        return False
    for attribute in token.attributes:
        if attribute.name == "hidden":
            return attribute.raw != "until-found"
        if attribute.name == "style" and _HIDDEN_STYLE.search(attribute.raw):
            return True
        if attribute.name == "class" and token.name not in html.HEADINGS and _FOR_SCREEN_READERS.search(attribute.raw):
            return True
    if token.get("aria-hidden") == "true":
        return token.name == "i" or bool(_ICON.search(token.get("class") or ""))
    return False
