"""Collects the paragraphs of a file, whatever program wrote it: numbers them, names their places, tells lists apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from clinlint.model.document import BlockKind, ListPlace
from clinlint.model.manuscript import Border, Chunk, Manuscript, Paragraph, Run

_LONGEST_HEADING = 60


class Item(NamedTuple):
    """An item of a list: the same key for all items of one list."""

    key: str
    depth: int
    ordered: bool


@dataclass(frozen=True, slots=True)
class Where:
    """What a paragraph stands in.

    Attributes:
        name: what people call it ("table 1, row 2, column 3"), empty in running text; ``inside`` as an addition
            to the paragraph's number ("in a text box").
        cell: as in ``Paragraph``.
        furniture: as in ``Paragraph``; ``path`` likewise.
    """

    name: str = ""
    inside: str = ""
    cell: int = 0
    furniture: str = ""
    path: tuple[str, ...] = ()

    def within(self, element: str) -> Where:
        """The place inside one more element."""
        return replace(self, path=(*self.path, element))


@dataclass(slots=True, eq=False)
class Draft:
    """A paragraph that is being read."""

    at: int
    where: Where
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    item: Item | None = None
    continues_list: bool = False
    furniture: str = ""
    chunks: list[Chunk] = field(default_factory=list)
    languages: Counter[str] = field(default_factory=Counter)

    def add(self, chunk: Chunk, language: str) -> None:
        """Adds text in a language."""
        self.chunks.append(chunk)
        self.languages[language] += len(chunk.text.strip())

    @property
    def is_empty(self) -> bool:
        """True when its reader sees no text."""
        return not any(chunk.text.strip() for chunk in self.chunks)


class Collector:
    """Paragraphs, runs and borders as they are found."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.borders: list[Border] = []
        self._drafts: list[Draft] = []
        self._cells = self._tables = 0

    def add(self, draft: Draft) -> None:
        """Adds a paragraph; empty ones count only where they are headings."""
        if not draft.is_empty or draft.kind is BlockKind.HEADING:
            self._drafts.append(draft)

    def table(self) -> int:
        """The number of the next table."""
        self._tables += 1
        return self._tables

    def cell(self, where: Where, table: int, row: int, column: int) -> Where:
        """The place of a cell."""
        self._cells += 1
        name = f"table {table}, row {row}, column {column}"
        return replace(where, name=name, cell=self._cells, path=(*where.path, "table", "cell"))

    def manuscript(self, title: str) -> Manuscript:
        """All of it."""
        languages: Counter[str] = Counter()
        for draft in self._drafts:
            languages.update(draft.languages)
        del languages[""]
        return Manuscript(
            tuple(self._paragraphs()),
            tuple(sorted(self.runs, key=lambda run: run.content.start)),
            tuple(sorted(self.borders, key=lambda border: border.span)),
            title,
            languages.most_common(1)[0][0] if languages else "",
        )

    def _paragraphs(self) -> Iterable[Paragraph]:
        lists = _Lists()
        heading = ""
        for number, draft in enumerate(self._drafts, 1):
            where, furniture = draft.where, draft.furniture or draft.where.furniture
            place = where.name or f"paragraph {number}"
            if where.inside:
                place += f", {where.inside}"
            if draft.kind is BlockKind.HEADING and not where.name and not furniture and not draft.is_empty:
                heading = _shortened("".join(chunk.text for chunk in draft.chunks))
            elif heading and not furniture and where.path[:1] not in (("footnote",), ("endnote",)):
                place += f", under “{heading}”"
            yield Paragraph(
                number,
                draft.at,
                tuple(draft.chunks),
                draft.kind,
                place,
                draft.level,
                lists.place(draft),
                where.cell,
                _only(draft.languages),
                furniture,
                where.path,
            )


def _only(languages: Counter[str]) -> str:
    """The language of all letters; empty when there are several."""
    used = [language for language, size in languages.items() if size]
    return used[0] if len(used) == 1 else ""


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_HEADING else words[:_LONGEST_HEADING].rsplit(" ", 1)[0] + " …"


@dataclass(slots=True, eq=False)
class _Open:
    item: Item
    number: int
    next: int = 0


class _Lists:
    """Which items are of one list: those that follow each other and have the same key, others nested in them."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._count = 0
        self._where: tuple[object, ...] = ()

    def place(self, draft: Draft) -> ListPlace | None:
        where = (draft.where.cell, draft.where.path)
        if where != self._where:
            self._open.clear()
            self._where = where
        item = draft.item
        if item is None:
            if not draft.continues_list:
                self._open.clear()
            return None
        while self._open and self._open[-1].item.depth > item.depth:
            self._open.pop()
        if self._open and self._open[-1].item.depth == item.depth and self._open[-1].item.key != item.key:
            self._open.pop()
        if not self._open or self._open[-1].item.depth < item.depth:
            self._open.append(_Open(item, self._count))
            self._count += 1
        innermost = self._open[-1]
        innermost.next += 1
        return ListPlace(innermost.number, innermost.next - 1, item.ordered, len(self._open))
