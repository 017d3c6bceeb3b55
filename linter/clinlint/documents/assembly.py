"""Puts blocks together into a document: the breaks between them, the text and the offset map."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from clinlint.model.document import NO_ATTRIBUTES, Block, BlockKind, Document, ListPlace, Role
from clinlint.model.offsets import OffsetMap, TextBuilder
from clinlint.model.page import PageMarkup
from clinlint.model.source import Source
from clinlint.model.span import Span

BREAK = "\n\n"


class DocumentAssembly:
    """Collects blocks in source order.

    A reader opens a block, adds its text through ``builder`` and closes it; blocks without any
    text but white space are kept too (rules look for empty headings), with an empty span.
    """

    def __init__(self, source: Source) -> None:
        self.builder = TextBuilder()
        self._source = source
        self._blocks: list[Block] = []
        self._start = 0

    def open(self, at: int | None = None) -> None:
        """Begins a block: all text from here on is its.

        ``at`` is where it stands in the source, which may lie inside the block before (a note in a paragraph).
        """
        if self._blocks:
            self.builder.synthetic(BREAK, at)
        self._start = self.builder.length

    def close(
        self,
        kind: BlockKind,
        role: Role = Role.BODY,
        *,
        level: int = 0,
        path: tuple[str, ...] = (),
        list: ListPlace | None = None,  # noqa: A002 - the field's name
        attrs: Mapping[str, str] = NO_ATTRIBUTES,
    ) -> None:
        """Ends the block that was opened last."""
        span = Span(self._start, self.builder.length)
        text = self.builder.text_since(self._start)
        self._blocks.append(Block(len(self._blocks), kind, role, span, text, level, path, list, attrs))

    def document(
        self,
        *,
        language: str = "en",
        whole_page: bool = False,
        metadata: Mapping[str, str] = NO_ATTRIBUTES,
        escape: Callable[[str], str] | None = None,
        outer: OffsetMap | None = None,
        page: PageMarkup | None = None,
    ) -> Document:
        """The finished document; ``outer`` maps the reader's text to the file where they differ."""
        text, offsets = self.builder.text(), self.builder.offsets()
        if outer is not None:
            offsets = offsets.through(outer)
        document = Document(self._source, text, offsets, tuple(self._blocks), language, whole_page, metadata, page=page)
        return document if escape is None else replace(document, escape=escape)
