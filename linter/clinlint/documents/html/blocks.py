"""Collects the text of a page into blocks, told by the open elements what each text is."""

from __future__ import annotations

from clinlint.documents.article.page import Draft
from clinlint.documents.html.breaks import paragraphs
from clinlint.documents.html.opened import Cell, Item, Opened
from clinlint.documents.html.runs import Line, edges
from clinlint.documents.html.tokens import Attribute
from clinlint.model.document import BlockKind

_ONE_LINE = frozenset({BlockKind.HEADING, BlockKind.CAPTION, BlockKind.CODE})
_LOOSE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE})
_DECORATION = 3
"""Characters: a shorter block without a letter or figure is a bullet or a divider."""


class Blocks:
    """The blocks so far, and the lines of the one that is open.

    Attributes:
        links: how many open elements are links; ``bold`` likewise.
        hints: the words of the open inline elements that have any.
        languages: the languages of the open inline elements that name one.
    """

    def __init__(self, markup: str) -> None:
        self.drafts: list[Draft] = []
        self.links = self.bold = 0
        self.hints: list[tuple[str, ...]] = []
        self.languages: list[str] = []
        self.ruled = False
        self.cells: list[Cell] = []
        self.targets: list[str] = []
        self._markup = markup
        self._lines: list[Line] = []
        self._breaks = 0
        self._visible = False
        self._pictures: list[Draft] = []
        self._last_item: dict[int, Draft] = {}

    def text(self, start: int, end: int, top: Opened, *, decode: bool) -> None:
        """Adds text to the open block."""
        if not self._lines or self._breaks:
            if not self._lines and self._markup[start:end].isspace() and "\u00a0" not in self._markup[start:end]:
                return
            self._lines.append(Line(self._breaks, preformatted=top.kind is BlockKind.CODE))
            self._breaks = 0
        line = self._lines[-1]
        known = len(line.runs)
        size = line.add(self._markup, start, end, decode=decode)
        if not size:
            return
        unseen = edges(preformatted=line.preformatted)
        if any(run.text.strip(unseen) for run in line.runs[known:]):
            self._visible = True
            self._pictures.clear()
        if self.links:
            line.links += size
        if self.bold:
            line.emphasis += size
        if self.hints:
            line.hinted += size
            line.hints.update(self.hints[-1])
        if self.languages:
            language = self.languages[-1]
            line.languages[language] = line.languages.get(language, 0) + size

    def line_break(self) -> None:
        """Ends a line of the open block."""
        if self._lines:
            self._breaks += 1

    def picture(self, alt: Attribute, element: int) -> None:
        """Adds the description of a picture as a block of its own."""
        draft = self._of_attribute(alt, BlockKind.ALT, element)
        if draft is None:
            return
        draft.links = len(draft.text) if self.links else 0
        if self._visible:
            # A picture inside running text is described only if no text follows it in the block:
            # the text of a document keeps the order of the file.
            self._pictures.append(draft)
        else:
            self.add(draft)

    def titled(self, start: int, end: int, element: int) -> str:
        """Adds the page's title; returns its text."""
        line = Line()
        line.add(self._markup, start, end)
        text = line.trim()
        if text:
            self.add(Draft(BlockKind.TITLE, start, text, line, element))
        return text

    def described(self, content: Attribute, element: int) -> None:
        """Adds the page's description."""
        draft = self._of_attribute(content, BlockKind.META, element)
        if draft is not None:
            self.add(draft)

    def _of_attribute(self, attribute: Attribute, kind: BlockKind, element: int) -> Draft | None:
        line = Line()
        line.add(self._markup, attribute.start, attribute.end, attribute=True)
        text = line.trim()
        return Draft(kind, attribute.start, text, line, element) if text else None

    def empty_heading(self, at: int, element: int, level: int) -> None:
        """Adds a heading that shows nothing."""
        self.add(Draft(BlockKind.HEADING, at, "", Line(), element, level))

    def list_left_open(self, list_id: int) -> None:
        """Notes at the last item of a list that nothing closed it."""
        last = self._last_item.get(list_id)
        if last is not None:
            last.attrs.setdefault("markup", "unclosed-list")

    def flush(self, top: Opened) -> None:
        """Ends the open block, whose text stood in the element ``top``."""
        lines, self._lines, self._breaks, self._visible = self._lines, [], 0, False
        if lines:
            if top.kind in _ONE_LINE:
                for line in lines:
                    line.breaks = min(line.breaks, 1)
            targets = tuple(self.targets)
            for line in paragraphs(lines, loose=top.kind in _LOOSE):
                self._block(top, line, targets)
        if self.targets:
            self.targets = []
        if self._pictures:
            pictures, self._pictures = self._pictures, []
            for picture in pictures:
                self.add(picture)

    def _block(self, top: Opened, line: Line, targets: tuple[str, ...]) -> None:
        text = line.text
        if len(text) <= _DECORATION and not any(character.isalnum() for character in text):
            return
        draft = Draft(top.kind, line.runs[0].start, text, line, top.element)
        draft.links, draft.emphasis, draft.targets = line.links, line.emphasis, targets
        draft.folded = top.folded
        language = top.language
        if line.languages:
            for inline, size in line.languages.items():
                if size >= len(text):
                    language = inline
        if language:
            draft.attrs["lang"] = language
        if top.kind is BlockKind.HEADING:
            draft.level = top.level
        elif top.kind is BlockKind.LIST_ITEM and top.item is not None:
            self._list_item(draft, top.item)
        elif top.kind is BlockKind.CELL and top.cell is not None:
            top.cell.drafts.append(draft)
        self.add(draft)

    def _list_item(self, draft: Draft, item: Item) -> None:
        if item.used:
            draft.kind = BlockKind.PARAGRAPH
            return
        item.used = True
        draft.level, draft.place = item.place.depth, item.place
        self._last_item[item.place.list_id] = draft
        if item.fault:
            draft.attrs["markup"] = item.fault

    def add(self, draft: Draft) -> None:
        """Adds a finished block."""
        draft.ruled, self.ruled = self.ruled, False
        self.drafts.append(draft)

    def settle_cells(self) -> None:
        """Cells that lay out the page hold paragraphs, as do boxes made of one cell."""
        for cell in self.cells:
            if cell.layout or len(cell.drafts) != 1 or cell.table.cells < 2:
                for draft in cell.drafts:
                    if draft.kind is BlockKind.CELL:
                        draft.kind = BlockKind.PARAGRAPH
