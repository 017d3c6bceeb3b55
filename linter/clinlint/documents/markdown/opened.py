"""What is open while Markdown events come in: blocks, lists, items, images."""

from __future__ import annotations

from dataclasses import dataclass

from clinlint.documents.markdown.inline import Inline
from clinlint.model.document import BlockKind, ListPlace


@dataclass(slots=True)
class OpenItem:
    """A list item; ``filled`` once its own text has begun."""

    filled: bool = False


@dataclass(slots=True)
class OpenList:
    """A list; ``index`` is that of its last item."""

    list_id: int
    ordered: bool
    index: int = -1


@dataclass(slots=True)
class OpenBlock:
    """A block whose text is being read; it begins ``at`` this place of the source."""

    kind: BlockKind
    inline: Inline
    at: int
    level: int = 0
    place: ListPlace | None = None
    has_image: bool = False


@dataclass(frozen=True, slots=True)
class ImageText:
    """An image's text, and which part of the block's text stands for the image."""

    inline: Inline
    at: int
    part: int
