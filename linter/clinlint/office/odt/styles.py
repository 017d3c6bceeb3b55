"""What the styles of an OpenDocument text say: language, hidden text, numbered lists, captions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clinlint.model.document import BlockKind
from clinlint.office.xml import Node

_LONGEST_CHAIN = 30
_KINDS = {"title": BlockKind.HEADING, "subtitle": BlockKind.CAPTION, "caption": BlockKind.CAPTION}
_KINDS |= {"quotations": BlockKind.QUOTE, "preformatted text": BlockKind.CODE}
_ENCODED = re.compile(r"_([0-9a-f]{2,4})_")


class Styles:
    """The styles of a file, those that its program made up included.

    Args:
        trees: ``styles.xml`` and ``content.xml``.
    """

    def __init__(self, trees: Iterable[Node]) -> None:
        self._styles: dict[str, Node] = {}
        self._lists: dict[str, Node] = {}
        self._default: Node | None = None
        for tree in trees:
            for node in tree.all("style:style", "text:list-style", "style:default-style"):
                if node.name == "text:list-style":
                    self._lists[node.get("style:name")] = node
                elif node.name == "style:style":
                    self._styles.setdefault(node.get("style:name"), node)
                elif node.get("style:family") == "paragraph":
                    self._default = node

    def _chain(self, key: str) -> Iterator[Node]:
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(key)
            if style is None:
                return
            yield style
            key = style.get("style:parent-style-name")

    def kind(self, key: str) -> BlockKind:
        """What a paragraph of this style is."""
        for style in self._chain(key):
            name = _ENCODED.sub(lambda found: chr(int(found[1], 16)), style.get("style:name")).lower()
            found = _KINDS.get(name) or (
                BlockKind.CAPTION if style.get("style:parent-style-name") == "Caption" else None
            )
            if found is not None:
                return found
        return BlockKind.PARAGRAPH

    def _text_property(self, name: str, keys: Iterable[str]) -> str:
        for key in keys:
            for style in self._chain(key):
                properties = style.child("style:text-properties")
                if properties is not None and (value := properties.get(name)):
                    return value
        return ""

    def is_hidden(self, *keys: str) -> bool:
        """True when the styles (the innermost first) hide the text."""
        return self._text_property("text:display", keys) == "none"

    def is_bold(self, *keys: str) -> bool:
        """True for bold text."""
        return self._text_property("fo:font-weight", keys) == "bold"

    def language(self, *keys: str) -> str:
        """The language of text in these styles, the innermost first."""
        found = self._text_property("fo:language", keys)
        if not found and self._default is not None:
            properties = self._default.child("style:text-properties")
            found = properties.get("fo:language") if properties is not None else ""
        return "" if found in {"none", "zxx"} else found

    def is_ordered(self, key: str, depth: int) -> bool:
        """True for numbered lists."""
        levels = self._lists[key].elements() if key in self._lists else ()
        level = next((node for node in levels if node.get("text:level") == str(depth)), None)
        return (
            level is not None and level.name == "text:list-level-style-number" and bool(level.get("style:num-format"))
        )
