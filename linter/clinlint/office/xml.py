"""XML as a tree in which every element and every piece of text knows its place.

The parser is expat, which tells the byte of each event; entities that a document declares itself are refused, as no
word processor writes any and hostile ones grow without end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple
from xml.parsers import expat

from clinlint.model.span import Span

DEEPEST = 200
"""Levels of elements; nested tables in text boxes reach some fifty."""

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
    "http://www.w3.org/1999/xlink": "xlink",
}
"""The namespaces that are read, by the prefixes that this package calls them; Word has two sets of them."""

_TAG_END = re.compile(r"""[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""")


class XmlError(ValueError):
    """XML that cannot be read; the text is a clause that tells why."""


class Text(NamedTuple):
    """Characters inside an element; ``copied`` when they stand in the XML as they are, not as an entity."""

    text: str
    start: int
    end: int
    copied: bool


class Node:
    """One element.

    Attributes:
        name: with this package's prefix (``w:p``); only the local name for other namespaces.
        attributes: by names of the same form.
        start, inner: the bounds of its start tag; ``close``, ``end`` those of its end tag.
        children: elements and texts in order.
        spaced: True where white space at the edges counts (``xml:space="preserve"``).
    """

    __slots__ = ("attributes", "children", "close", "end", "inner", "name", "spaced", "start")

    def __init__(self, name: str, attributes: dict[str, str], start: int, inner: int, *, spaced: bool) -> None:
        self.name = name
        self.attributes = attributes
        self.start, self.inner = start, inner
        self.close = self.end = inner
        self.children: list[Node | Text] = []
        self.spaced = spaced

    @property
    def tag(self) -> Span:
        """Its start tag."""
        return Span(self.start, self.inner)

    @property
    def content(self) -> Span:
        """What stands between start and end tag."""
        return Span(self.inner, self.close)

    @property
    def span(self) -> Span:
        """All of it."""
        return Span(self.start, self.end)

    def elements(self) -> Iterator[Node]:
        """Its child elements."""
        return (child for child in self.children if isinstance(child, Node))

    def child(self, name: str) -> Node | None:
        """Its first child element of a name."""
        return next((child for child in self.elements() if child.name == name), None)

    def get(self, name: str, default: str = "") -> str:
        """The value of an attribute."""
        return self.attributes.get(name, default)

    def all(self, *names: str) -> Iterator[Node]:
        """The outermost elements of these names inside it, in order."""
        for child in self.elements():
            if child.name in names:
                yield child
            else:
                yield from child.all(*names)

    def text(self) -> str:
        """The characters inside it, those of its elements too."""
        return "".join(child.text if isinstance(child, Text) else child.text() for child in self.children)


@cache
def _named(name: str) -> str:
    address, space, local = name.rpartition(" ")
    prefix = _PREFIXES.get(address) if space else None
    return f"{prefix}:{local}" if prefix else local


def parse(xml: str, offset: int = 0) -> Node:
    """The tree of a whole XML file; places are counted from ``offset``.

    Raises:
        XmlError: when it is not well-formed, nested too deep, or declares types or entities.
    """
    return _Builder(xml, offset).build()


def check(xml: str) -> None:
    """Reads XML without making anything of it.

    Raises:
        XmlError: as :func:`parse`.
    """
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse
    _feed(parser, xml.encode())


def _refuse(*_: object) -> None:
    raise XmlError("it declares types or entities, which no word processor writes")


def _feed(parser: Any, data: bytes) -> None:
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        reason = expat.errors.messages.get(error.code, "not well-formed")
        raise XmlError(f"its XML is broken: {reason} (line {error.lineno}, column {error.offset + 1})") from None


class _Builder:
    def __init__(self, xml: str, offset: int) -> None:
        self._xml = xml
        self._offset = offset
        # A declaration may name another encoding than these bytes are in.
        self._data = xml.encode("utf-8", "surrogatepass")
        self._ascii = len(self._data) == len(xml)
        self._bytes = self._points = 0
        self._open: list[Node] = []
        self._root: Node | None = None
        self._section = -1
        self._section_text: list[str] = []
        self._parser = parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        parser.buffer_text = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartCdataSectionHandler = self._start_section
        parser.EndCdataSectionHandler = self._end_section
        parser.StartDoctypeDeclHandler = _refuse

    def build(self) -> Node:
        _feed(self._parser, self._data)
        assert self._root is not None  # noqa: S101 - expat refuses a file without an element
        return self._root

    def _at(self) -> int:
        """The code point of the event; events come in order."""
        index = self._parser.CurrentByteIndex
        if self._ascii:
            return int(index)
        if index > self._bytes:
            self._points += len(self._data[self._bytes : index].decode("utf-8", "surrogatepass"))
            self._bytes = index
        return self._points

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        at = self._at()
        tag = _TAG_END.match(self._xml, at)
        inner = tag.end() if tag else at
        named = {_named(key): value for key, value in attributes.items()}
        kept = named.get("xml:space")
        spaced = kept == "preserve" if kept else bool(self._open) and self._open[-1].spaced
        node = Node(_named(name), named, at + self._offset, inner + self._offset, spaced=spaced)
        if self._open:
            self._open[-1].children.append(node)
        else:
            self._root = node
        if len(self._open) >= DEEPEST:
            raise XmlError(f"its elements are nested more than {DEEPEST} levels deep")
        self._open.append(node)

    def _end(self, _: str) -> None:
        node = self._open.pop()
        if self._xml[node.inner - self._offset - 2] == "/":
            return
        at = self._at()
        node.close = at + self._offset
        node.end = self._xml.index(">", at) + 1 + self._offset

    def _characters(self, text: str) -> None:
        if self._section >= 0:
            self._section_text.append(text)
            return
        at = self._at()
        if self._xml[at] == "&":
            self._add(Text(text, at, self._xml.index(";", at) + 1, False))
        elif self._xml.startswith(text, at):
            self._add(Text(text, at, at + len(text), True))
        else:
            # A line end that XML reads as a line feed.
            self._add(Text(text, at, at + len(text) + self._xml.startswith("\r\n", at), False))

    def _add(self, text: Text) -> None:
        start, end = text.start + self._offset, text.end + self._offset
        self._open[-1].children.append(Text(text.text, start, end, text.copied))

    def _start_section(self) -> None:
        self._section = self._at()
        self._section_text = []

    def _end_section(self) -> None:
        start, self._section = self._section, -1
        text = "".join(self._section_text)
        if text:
            self._add(Text(text, start, self._xml.index("]]>", self._at()) + 3, False))
