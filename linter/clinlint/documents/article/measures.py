"""How much running text the blocks and elements of a page hold, and where the article's root lies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import copy
from itertools import accumulate

from clinlint.documents.article.page import Draft, Element, Page
from clinlint.model.document import BlockKind

UNSHOWN = frozenset({BlockKind.TITLE, BlockKind.META, BlockKind.ALT})
_NO_PROSE = UNSHOWN | {BlockKind.HEADING}
_DOMINANT = 0.75
_ENDS = frozenset(".!?:;…。！？：；؟۔।")
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CHARACTERS_A_SIGN = 2.5
"""A sign of Chinese or Japanese says about as much as so many letters."""
_LINE = 60
_TEXT = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "dl", "li", "dd", "dt"})


def prose(draft: Draft) -> float:
    """How much a block speaks for running text: its characters outside links, short labels left out."""
    if draft.kind in _NO_PROSE:
        return 0.0
    free = float(len(draft.text) - draft.links)
    if not draft.text.isascii() and (dense := len(_DENSE.findall(draft.text))):
        free += (_CHARACTERS_A_SIGN - 1) * dense * free / len(draft.text)
    if free < 25 or draft.links > 0.7 * len(draft.text):
        return 0.0
    sentence = draft.text.rstrip("\"')]”’»")[-1:] in _ENDS
    if free >= _LINE and sentence:
        return free
    return free * (0.6 if free >= _LINE or sentence else 0.3)


class Measures:
    """Sums over ranges of blocks, each at the cost of two look-ups."""

    def __init__(self, page: Page) -> None:
        running = [prose(draft) for draft in page.drafts]
        folded = [size if draft.folded else 0.0 for draft, size in zip(page.drafts, running, strict=True)]
        # What is folded away says little about where the article stands, unless most of the text is.
        counts = 2 * sum(folded) > sum(running)
        self._running = running if counts else [size - part for size, part in zip(running, folded, strict=True)]
        self._folded = [0.0, *accumulate([0.0] * len(folded) if counts else folded)]
        size = [0 if draft.kind in UNSHOWN else len(draft.text) for draft in page.drafts]
        self._size = [0, *accumulate(size)]
        self._links = [0, *accumulate([min(d.links, s) for d, s in zip(page.drafts, size, strict=True)])]
        self._prose = [0.0, *accumulate(self._running)]

    def without(self, left_out: Sequence[object]) -> Measures:
        """The same sums, where blocks with something in ``left_out`` hold no running text."""
        other = copy(self)
        running = [0.0 if out else size for out, size in zip(left_out, self._running, strict=True)]
        other._prose = [0.0, *accumulate(running)]
        return other

    @property
    def total(self) -> float:
        """The running text of the page."""
        return self._prose[-1]

    def prose(self, start: int, end: int) -> float:
        """The running text in the blocks ``[start, end)``."""
        return self._prose[end] - self._prose[start] if end > start else 0.0

    def with_folded(self, start: int, end: int) -> float:
        """The running text in the blocks ``[start, end)``, with what is folded away."""
        return self.prose(start, end) + (self._folded[end] - self._folded[start] if end > start else 0.0)

    def size(self, start: int, end: int) -> int:
        """All text in the blocks ``[start, end)``, in characters."""
        return self._size[end] - self._size[start] if end > start else 0

    def link_share(self, start: int, end: int) -> float:
        """The share of the text in the blocks ``[start, end)`` that stands in links."""
        links = self._links[end] - self._links[start] if end > start else 0
        return links / max(1, self.size(start, end))


def dominant(page: Page, measures: Measures) -> Element:
    """The innermost element that holds most of the page's running text.

    A long paragraph of a short article is not the article: what stands beside it belongs to it.
    """
    root = page.elements[0]
    # Parents come before children, so that one walk in order finds each next step down.
    for element in page.elements[1:]:
        if (
            element.parent == root.index
            and element.name not in _TEXT
            and measures.prose(element.first, element.end) >= _DOMINANT * measures.prose(root.first, root.end) > 0
        ):
            root = element
    return root
