"""The author's file as it came: bytes, decoded text, and how to get from one to the other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from clinlint.model.span import Position, Span

if TYPE_CHECKING:
    from clinlint.model.manuscript import Manuscript, Part

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Source:
    """One file, page or standard input, decoded once.

    ``text`` is ``data`` decoded with ``encoding`` after the byte-order mark; its line ends are left
    as they are, so that an offset into ``text`` is an offset into the author's file.

    Attributes:
        name: the path, URL or stand-in that reports show.
        data: the bytes as read, byte-order mark included.
        text: the decoded characters, without the byte-order mark.
        encoding: the Python codec that decoded ``data``.
        byte_order_mark: the mark that stood in front, or nothing.
        newline: the line end that the file uses most (line feed, carriage return, or both).
        media_type: such as ``text/html``; selects the reader.
        notes: what went wrong while decoding, one sentence each; shown as "not checked".
        address: where a snapshot was fetched; empty for what is its own original.
        undecodable: offset in ``text`` and number of bytes of every U+FFFD that stands for bytes which
            are no characters, in order.
        parts: the files of an archive whose XML ``text`` is, one behind the other; empty for what is no archive.
        layout: finds the paragraphs in the XML of an archive.
    """

    name: str
    data: bytes
    text: str
    encoding: str = "utf-8"
    byte_order_mark: bytes = b""
    newline: str = "\n"
    media_type: str = "text/plain"
    notes: tuple[str, ...] = ()
    address: str = ""
    undecodable: tuple[tuple[int, int], ...] = ()
    parts: tuple[Part, ...] = ()
    layout: Callable[[Source], Manuscript] | None = None

    @classmethod
    def from_text(cls, text: str, *, name: str, media_type: str) -> Source:
        """A source for text that is already decoded (lone surrogates are kept, as ``surrogatepass``)."""
        data = text.encode("utf-8", "surrogatepass")
        return cls(name=name, data=data, text=text, newline=dominant_newline(text), media_type=media_type)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    @cached_property
    def manuscript(self) -> Manuscript | None:
        """The paragraphs of a word processor's file; None for files that people see as lines.

        Raises:
            SourceError: when the file's XML is broken.
        """
        return self.layout(self) if self.layout is not None else None

    def place(self, offset: int) -> str:
        """What people call the place of an offset where they see no lines ("paragraph 12"); else empty."""
        return self.manuscript.place(offset) if self.manuscript is not None else ""

    def position(self, offset: int) -> Position:
        """Line and column (1-based, code points) of an offset into ``text``.

        Of a word processor's file, the number of the paragraph and the character in it.
        """
        if self.manuscript is not None:
            return self.manuscript.position(offset)
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def byte_offset(self, offset: int) -> int:
        """Where the code point at ``offset`` of ``text`` begins in ``data``; takes time in proportion to ``offset``.

        Raises:
            ValueError: for an archive, whose bytes are not those of its text.
        """
        self._not_packed()
        if len(self.data) - len(self.byte_order_mark) == len(self.text) and not self.undecodable:
            return len(self.byte_order_mark) + offset
        length = len(self.byte_order_mark) + len(self._encoded(self.text[:offset]))
        shown_length = len(self._encoded("\ufffd"))
        for _, width in self.undecodable[: bisect_left(self.undecodable, (offset, 0))]:
            length += width - shown_length
        return length

    def byte_offsets(self, offsets: Iterable[int]) -> list[int]:
        """Where the code points at ``offsets``, which rise, begin in ``data``; passes over the text once.

        Raises:
            ValueError: for an archive, whose bytes are not those of its text.
        """
        self._not_packed()
        found: list[int] = []
        at, length, number = 0, len(self.byte_order_mark), 0
        shown_length = len(self._encoded("\ufffd"))
        for offset in offsets:
            length += len(self._encoded(self.text[at:offset]))
            while number < len(self.undecodable) and self.undecodable[number][0] < offset:
                length += self.undecodable[number][1] - shown_length
                number += 1
            found.append(length)
            at = offset
        return found

    def byte_range(self, span: Span) -> slice:
        """The bytes of ``data`` behind a span of ``text``."""
        return slice(self.byte_offset(span.start), self.byte_offset(span.end))

    def _not_packed(self) -> None:
        if self.parts:
            raise ValueError(f"{self.name}: characters of an archive have no place among its bytes")

    def encoded(self, text: str) -> bytes:
        """``text`` in the source's encoding.

        Raises:
            UnicodeEncodeError: when the encoding lacks one of its characters.
        """
        return text.encode(self.encoding, "surrogatepass" if self.encoding.startswith("utf") else "strict")

    def _encoded(self, text: str) -> bytes:
        # Text in an encoding other than Unicode holds nothing that it lacks, but for the U+FFFD of undecodable bytes.
        return text.encode(self.encoding, "surrogatepass" if self.encoding.startswith("utf") else "replace")


def dominant_newline(text: str) -> str:
    """The line end that ``text`` uses most; a line feed when it has none."""
    windows = text.count("\r\n")
    counts = {"\n": text.count("\n") - windows, "\r\n": windows, "\r": text.count("\r") - windows}
    return max(counts, key=lambda newline: counts[newline])
