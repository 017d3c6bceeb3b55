"""Open elements while a page is read, and what they mean for the text inside them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum

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
    folded: bool = False
    link: bool = False
    bold: bool = False
    live: bool = True

    def child(self, name: str, element: int) -> Opened:
        """A block-level element inside this one, which hands down what its text is."""
        return Opened(
            name, element, True, self.kind, self.level, self.item, self.cell, self.table,
            self.list_id, self.ordered, self.depth, self.language, folded=self.folded,
        )  # fmt: skip


class Hiding(Enum):
    """Whether a reader of the page sees what an element holds.

    ``SHUT`` means hidden for now, by an attribute that scripts change.
    """

    SHOWN = "shown"
    SHUT = "shut"
    UNSEEN = "unseen"


def hiding(token: Token) -> Hiding:
    """Whether the element that begins with ``token`` is shown.

    ``aria-hidden`` alone hides nothing from the eye; with the marks of an icon its text is the name
    of a drawing. The content of a ``<template>`` with a shadow root is shown.
    """
    if token.name in html.UNSEEN:
        shadow = token.name == "template" and token.get("shadowrootmode") is not None
        return Hiding.SHOWN if shadow else Hiding.UNSEEN
    if not token.attributes:
        return Hiding.SHOWN
    shut = False
    for attribute in token.attributes:
        if attribute.name == "hidden":
            shut = shut or attribute.raw != "until-found"
        elif attribute.name == "style" and _HIDDEN_STYLE.search(attribute.raw):
            shut = True
        elif (
            attribute.name == "class" and token.name not in html.HEADINGS and _FOR_SCREEN_READERS.search(attribute.raw)
        ):
            return Hiding.UNSEEN
    if token.get("aria-hidden") == "true" and (token.name == "i" or _ICON.search(token.get("class") or "")):
        return Hiding.UNSEEN
    return Hiding.SHUT if shut else Hiding.SHOWN
