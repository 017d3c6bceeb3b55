"""What is known about a page's blocks while they are told apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from clinlint.documents.article.measures import Measures
from clinlint.documents.article.page import Element, Page
from clinlint.documents.article.shapes import Furniture
from clinlint.model.document import Role

MARKUP, TEXT = "markup", "text"


class Verdict(NamedTuple):
    """A block's role, the reason in a few words, and what the reason rests on (``markup`` or ``text``)."""

    role: Role
    why: str = ""
    evidence: str = ""


BODY = Verdict(Role.BODY)


@dataclass(slots=True, eq=False)
class State:
    """The verdicts so far; None for a block that nothing speaks against.

    Attributes:
        lines: what furniture each block is by its own words.
        title: the index of the headline, or None.
    """

    page: Page
    measures: Measures
    lines: list[Furniture | None]
    verdicts: list[Verdict | None]
    title: int | None

    def put(self, blocks: Iterable[int], role: Role, why: str, evidence: str) -> None:
        """Gives a verdict to those of the blocks that have none."""
        for index in blocks:
            if self.verdicts[index] is None:
                self.verdicts[index] = Verdict(role, why, evidence)

    def holds_title(self, start: int, end: int) -> bool:
        """True when the headline is one of the blocks ``[start, end)``."""
        return self.title is not None and start <= self.title < end

    def around(self, block: int) -> Iterator[Element]:
        """The elements around a block, from the inside out, without the root of the page."""
        at = self.page.drafts[block].element
        while at > 0:
            element = self.page.elements[at]
            yield element
            at = element.parent
