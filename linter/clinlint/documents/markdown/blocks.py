"""Builds blocks from the events of the Markdown parser."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeAlias

from clinlint.documents.assembly import DocumentAssembly
from clinlint.documents.markdown.front_matter import entries
from clinlint.documents.markdown.inline import Inline
from clinlint.documents.markdown.opened import ImageText, OpenBlock, OpenItem, OpenList
from clinlint.model.document import NO_ATTRIBUTES, BlockKind, Document, ListPlace
from clinlint.model.offsets import TextBuilder
from clinlint.model.source import Source

_LONGEST_PATH = 12
_LINE_BREAK = re.compile(r"(?i)<br\b")
_LANGUAGE_KEYS = ("lang", "language", "locale")
_TEXT_KEYS = {
    "title": BlockKind.TITLE,
    "description": BlockKind.META,
    "summary": BlockKind.META,
    "excerpt": BlockKind.META,
    "meta_description": BlockKind.META,
}
# Element names of HTML for the parser's containers, so that a path reads the same in both formats.
_CONTAINERS = {
    "BlockQuote": "blockquote",
    "FootnoteDefinition": "footnote",
    "Table": "table",
    "TableHead": "thead",
    "TableRow": "tr",
}

_Handler: TypeAlias = Callable[[Any, int, int], object]


class Blocks:
    """Takes events in order; ``documents()`` gives what they made, cut where HTML blocks stand.

    Attributes:
        language: from the front matter, else English.
        metadata: the simple entries of the front matter.
    """

    def __init__(self, source: Source) -> None:
        self.language = "en"
        self.metadata: dict[str, str] = {}
        self._source = source
        self._documents: list[Document] = []
        self._assembly = DocumentAssembly(source)
        self._path: list[str] = []
        self._lists: list[OpenList] = []
        self._items: list[OpenItem] = []
        self._next_list = 0
        self._row = 0
        self._open: OpenBlock | None = None
        self._alt: Inline | None = None
        self._images = 0
        self._pending_alt: list[ImageText] = []
        self._html: TextBuilder | None = None
        self._front_matter: list[tuple[int, int]] | None = None
        self._handlers = self._made_handlers()

    def _made_handlers(self) -> dict[str, _Handler]:
        handlers: dict[str, _Handler] = {
            "Text": self._text,
            "Code": self._code,
            "SoftBreak": lambda _, start, end: self._inline(start).line_break(" ", start, end),
            "HardBreak": lambda _, start, end: self._inline(start).line_break("\n", start, end),
            "InlineHtml": self._inline_html,
            "Html": self._html_text,
            "StartHtmlBlock": self._start_html,
            "EndHtmlBlock": self._end_html,
            "StartMetadataBlock": self._start_front_matter,
            "EndMetadataBlock": self._end_front_matter,
            "StartHeading": self._start_heading,
            "StartParagraph": lambda _, start, __: self._start_prose(start),
            "StartCodeBlock": lambda _, start, __: self._begin(BlockKind.CODE, start),
            "StartTableCell": lambda _, start, __: self._begin(BlockKind.CELL, start),
            "StartImage": self._start_image,
            "EndImage": self._end_image,
            "StartList": self._start_list,
            "EndList": self._end_list,
            "StartItem": self._start_item,
            "EndItem": self._end_item,
        }
        for name in ("Rule", "EndHeading", "EndParagraph", "EndCodeBlock", "EndTableCell"):
            handlers[name] = lambda _, __, ___: self._end()
        return handlers

    def take(self, name: str, value: Any, start: int, end: int) -> None:
        """Takes one event of the source's range ``[start, end)``."""
        handler = self._handlers.get(name)
        if handler is not None:
            handler(value, start, end)
        elif name.startswith("Start") and name[5:] in _CONTAINERS:
            self._end()
            self._path.append(_CONTAINERS[name[5:]])
            self._row = start
        elif name.startswith("End") and name[3:] in _CONTAINERS:
            self._end()
            self._path.pop()

    def documents(self) -> list[Document]:
        """The documents in order of the source."""
        self._end()
        self._cut()
        return self._documents

    def _cut(self) -> None:
        self._documents.append(self._assembly.document())
        self._assembly = DocumentAssembly(self._source)

    # Blocks

    def _begin(self, kind: BlockKind, at: int, level: int = 0, place: ListPlace | None = None) -> OpenBlock:
        self._end()
        self._open = OpenBlock(kind, Inline(), at, level, place)
        return self._open

    def _start_prose(self, at: int) -> OpenBlock:
        """Begins a paragraph, which is a list item's or a quotation's text where it stands in one."""
        innermost = self._path[-1] if self._path else ""
        if innermost == "li" and not self._items[-1].filled:
            self._items[-1].filled = True
            current = self._lists[-1]
            place = ListPlace(current.list_id, current.index, current.ordered, len(self._lists))
            return self._begin(BlockKind.LIST_ITEM, at, len(self._lists), place)
        return self._begin(BlockKind.QUOTE if innermost == "blockquote" else BlockKind.PARAGRAPH, at)

    def _start_heading(self, detail: dict[str, Any], start: int, end: int) -> None:
        self._begin(BlockKind.HEADING, start, int(detail["level"][1:]))
        if self._items and self._path[-1] == "li":
            self._items[-1].filled = True

    def _end(self) -> None:
        block, self._open = self._open, None
        if block is None:
            return
        alts, self._pending_alt = self._pending_alt, []
        if alts:
            # Images behind all of the text: each is told on its own.
            del block.inline.parts[alts[0].part :]
        if not block.inline.blank or (block.kind is BlockKind.HEADING and not block.has_image):
            self._write(block)
        for alt in alts:
            if not alt.inline.blank:
                self._write(OpenBlock(BlockKind.ALT, alt.inline, alt.at))

    def _write(self, block: OpenBlock) -> None:
        self._assembly.open()
        block.inline.write(self._assembly.builder)
        if block.inline.blank:
            self._assembly.builder.nothing(block.at)
        path = tuple(self._path[-_LONGEST_PATH:])
        attrs = {"row": str(self._row), "cell": str(block.at)} if block.kind is BlockKind.CELL else NO_ATTRIBUTES
        self._assembly.close(block.kind, level=block.level, path=path, list=block.place, attrs=attrs)

    # Lists

    def _start_list(self, first: int | None, start: int, end: int) -> None:
        self._end()
        self._lists.append(OpenList(self._next_list, first is not None))
        self._next_list += 1
        self._path.append("ul" if first is None else "ol")

    def _end_list(self, detail: Any, start: int, end: int) -> None:
        self._end()
        self._lists.pop()
        self._path.pop()

    def _start_item(self, detail: Any, start: int, end: int) -> None:
        self._end()
        self._lists[-1].index += 1
        self._items.append(OpenItem())
        self._path.append("li")

    def _end_item(self, detail: Any, start: int, end: int) -> None:
        self._end()
        self._items.pop()
        self._path.pop()

    # Running text

    def _inline(self, at: int) -> Inline:
        """Where text goes; items of tight lists have text without a paragraph around it."""
        if self._alt is not None:
            return self._alt
        block = self._open or self._start_prose(at)
        return block.inline

    def _text(self, value: str, start: int, end: int) -> None:
        if self._front_matter is not None:
            self._front_matter.append((start, end))
            return
        inline = self._inline(start)
        if self._alt is None and value.strip():
            # An image in the middle of a sentence: its own text would tear the sentence apart.
            self._pending_alt.clear()
        # An entity is always longer than what it stands for; all else is copied by the parser.
        if end - start != len(value):
            inline.decoded(value, start, end)
        elif self._open is not None and self._open.kind is BlockKind.CODE:
            inline.preformatted(self._source.text[start:end], start)
        else:
            inline.copied(self._source.text, start, end)

    def _code(self, value: str, start: int, end: int) -> None:
        self._inline(start).placeholder(end)
        if self._alt is None:
            self._pending_alt.clear()

    def _inline_html(self, value: str, start: int, end: int) -> None:
        if _LINE_BREAK.match(value):
            self._inline(start).line_break("\n", start, end)

    def _start_image(self, detail: Any, start: int, end: int) -> None:
        self._images += 1
        if self._images > 1:
            return
        self._alt = Inline()

    def _end_image(self, detail: Any, start: int, end: int) -> None:
        self._images -= 1
        if self._images or self._alt is None:
            return
        inline, self._alt = self._alt, None
        block = self._open or self._start_prose(start)
        block.has_image = True
        if not block.inline.blank:
            self._pending_alt.append(ImageText(inline, start, len(block.inline.parts)))
            block.inline.placeholder(end)
        elif not inline.blank:
            self._write(OpenBlock(BlockKind.ALT, inline, start))

    # HTML and front matter

    def _start_html(self, detail: Any, start: int, end: int) -> None:
        self._end()
        self._html = TextBuilder()

    def _html_text(self, value: str, start: int, end: int) -> None:
        if self._html is not None:
            self._html.copied(self._source.text[start:end], start)

    def _end_html(self, detail: Any, start: int, end: int) -> None:
        builder, self._html = self._html, None
        if builder is None or not builder.length:
            return
        from clinlint.documents.html.reader import read_markup

        document = read_markup(
            self._source, builder.text(), outer=builder.offsets(), whole_page=False, language=self.language
        )
        if document.blocks:
            self._cut()
            self._documents.append(document)

    def _start_front_matter(self, detail: Any, start: int, end: int) -> None:
        self._end()
        self._front_matter = []

    def _end_front_matter(self, detail: Any, start: int, end: int) -> None:
        ranges, self._front_matter = self._front_matter, None
        if not ranges:
            return
        low, high = ranges[0][0], ranges[-1][1]
        for entry in entries(self._source.text[low:high], low):
            self.metadata.setdefault(entry.key, entry.value)
            if entry.key in _LANGUAGE_KEYS and (code := entry.value.replace("_", "-").partition("-")[0].lower()):
                self.language = code
            if (kind := _TEXT_KEYS.get(entry.key)) and entry.value:
                inline = Inline()
                if entry.exact:
                    inline.copied(self._source.text, entry.start, entry.end)
                else:
                    inline.decoded(entry.value, entry.start, entry.end)
                self._write(OpenBlock(kind, inline, entry.start))
