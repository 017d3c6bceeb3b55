"""The light tree of a page: its block-level elements, and the blocks of text they hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clinlint.model.document import BlockKind, ListPlace
from clinlint.model.page import PageMarkup

if TYPE_CHECKING:
    from clinlint.documents.html.runs import Line


@dataclass(slots=True, eq=False)
class Element:
    """One block-level element.

    Attributes:
        index: place in ``Page.elements``; a parent always comes before its children.
        parent: the index of the enclosing element, -1 at the top.
        hints: the words of class, id and microdata that may say what the element is for.
        first: index of the first block inside.
        end: index behind the last block inside.
        at: where its content begins in the markup.
        role: the value of its role attribute.
    """

    index: int
    parent: int
    name: str
    at: int
    first: int
    end: int
    hints: tuple[str, ...] = ()
    role: str = ""


@dataclass(slots=True, eq=False)
class Draft:
    """A block of text before it is written to the document.

    Attributes:
        at: where the block begins in the markup.
        text: as a reader sees it.
        lines: the runs that the text comes from.
        element: the index of the innermost block-level element.
        links: how many of the characters stand in links.
        emphasis: how many of them stand in bold type.
        targets: the addresses of its links, in order.
        folded: True when the page shows it only after a click, or only to readers without scripts.
        ruled: True when a horizontal rule stands between the block before and this one.
    """

    kind: BlockKind
    at: int
    text: str
    line: Line
    element: int
    level: int = 0
    place: ListPlace | None = None
    links: int = 0
    emphasis: int = 0
    targets: tuple[str, ...] = ()
    ruled: bool = False
    folded: bool = False
    attrs: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Page:
    """All of a page: elements in order of their start tags, blocks in order of their text.

    Attributes:
        data: the ranges of the scripts that hold JSON, and whether each is linked data.
        templates: the ranges of the scripts that hold markup for other scripts to show.
        for_no_scripts: the ranges of the markup that stands in for scripts (the contents of ``noscript``).
    """

    elements: list[Element] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    metadata: dict[str, str] = field(default_factory=dict)
    language: str = ""
    names: set[str] = field(default_factory=set)
    markup: PageMarkup | None = None
    for_no_scripts: list[tuple[int, int]] = field(default_factory=list)
    data: list[tuple[int, int, bool]] = field(default_factory=list)
    templates: list[tuple[int, int]] = field(default_factory=list)
