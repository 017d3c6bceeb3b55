"""What rules read: a document of blocks, each with its place in the author's file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from clinlint.model.offsets import OffsetMap
from clinlint.model.page import PageMarkup
from clinlint.model.source import Source
from clinlint.model.span import Span


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CELL = "cell"
    CAPTION = "caption"
    ALT = "alt"
    TITLE = "title"
    META = "meta"
    QUOTE = "quote"
    CODE = "code"


class Role(StrEnum):
    """Whose text a block is: the article's, an excerpt of another article, or the page around it."""

    BODY = "body"
    TEASER = "teaser"
    CHROME = "chrome"


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Where a list item stands.

    Attributes:
        list_id: the same for all items of one list, different for every list of the document.
        index: 0 for the first item of the list.
        ordered: True for numbered lists.
        depth: 1 for a list that is in no other list.
    """

    list_id: int
    index: int
    ordered: bool = False
    depth: int = 1


NO_ATTRIBUTES: Mapping[str, str] = MappingProxyType({})


def no_attributes() -> Mapping[str, str]:
    """An empty, read-only mapping."""
    return NO_ATTRIBUTES


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A heading, paragraph, list item or cell: text that a reader takes as one piece.

    Attributes:
        index: the block's place in ``Document.blocks``.
        span: the block's range in ``Document.text``.
        text: the characters of that range; white space is as the reader sees it.
        level: 1 to 6 for headings, the nesting depth for list items, else 0.
        path: element names or format constructs from the outside in, for reports and rules.
        list: the item's place, for list items.
        attrs: facts by name. ``lang`` the language of the block where the source says so;
            ``why`` the reason for its role; ``markup`` a fault of the source's markup
            (``item-outside-list``, ``unclosed-list``); ``evidence`` for chrome and teasers: ``text``
            when the words alone give them away, ``markup`` when the page's structure does; ``row`` and ``cell``
            the same for all blocks in one row or cell of a table, different for every other of the document.
    """

    index: int
    kind: BlockKind
    role: Role
    span: Span
    text: str
    level: int = 0
    path: tuple[str, ...] = ()
    list: ListPlace | None = None
    attrs: Mapping[str, str] = field(default_factory=no_attributes)

    def at(self, start: int, end: int) -> Span:
        """The document span of ``text[start:end]``."""
        return Span(self.span.start + start, self.span.start + end)


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence of a block; a heading or list item without a full stop counts as one.

    Attributes:
        span: the sentence's range in ``Document.text``, outer white space left out.
        index: 0 for the first sentence of the block.
    """

    block: Block
    span: Span
    text: str
    index: int

    def at(self, start: int, end: int) -> Span:
        """The document span of ``text[start:end]``."""
        return Span(self.span.start + start, self.span.start + end)


def _as_is(text: str) -> str:
    return text


@dataclass(frozen=True, eq=False)
class Document:
    """One article as rules see it.

    Attributes:
        text: all blocks, with a synthetic break between them.
        offsets: how ``text`` maps to ``source.text``.
        language: the article's language (two letters), from the source or the configuration.
        whole_page: True for a page with its chrome, False for a draft or fragment.
        metadata: facts of the page by name (``title``, ``canonical``, ``hreflang`` …).
        escape: turns plain text into the source's own syntax (entities, string escapes).
        escapes: ranges of the source in another syntax (JSON in a script), each with what ``escape`` is there.
        page: the markup of a whole page, read on demand; None for drafts, fragments and formats other than HTML.
    """

    source: Source
    text: str
    offsets: OffsetMap
    blocks: tuple[Block, ...]
    language: str = "en"
    whole_page: bool = False
    metadata: Mapping[str, str] = field(default_factory=no_attributes)
    escape: Callable[[str], str] = _as_is
    page: PageMarkup | None = None
    escapes: tuple[tuple[Span, Callable[[str], str]], ...] = ()

    def escaped(self, text: str, at: int) -> str:
        """Plain text in the syntax of the source at the offset ``at``."""
        for span, escape in self.escapes:
            if span.start <= at <= span.end:
                return escape(text)
        return self.escape(text)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def index_at(self, offset: int) -> int:
        """The number of the last block that begins at or before ``offset`` (0 when none does)."""
        return max(0, bisect_right(self._block_starts, offset) - 1)


@dataclass(frozen=True, eq=False)
class DocumentPair:
    """A source text and its translation, for rules that compare the two."""

    original: Document
    translation: Document
