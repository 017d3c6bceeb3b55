"""A word processor's file as a source: its paragraphs, and what the text of each is made of in the file's XML.

Such a file is an archive. ``Source.text`` is then the XML of its parts that hold text, one behind the other; what is
here says where in it the words stand, and how people call the place: they see paragraphs, not lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from clinlint.model.document import BlockKind, ListPlace
from clinlint.model.span import Position, Span


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the archive that holds text.

    Attributes:
        name: its path in the archive.
        span: its XML in ``Source.text``.
        encoding: the Python codec of its bytes; ``mark`` the byte-order mark in front.
    """

    name: str
    span: Span
    encoding: str = "utf-8"
    mark: bytes = b""


class Chunk(NamedTuple):
    """Text of a paragraph and the range of ``Source.text`` behind it.

    ``copied`` when it stands there exactly so; otherwise an entity or an element (a tab, a symbol) stands for it. A
    line break is a line feed alone. ``bold`` when it is set so.
    """

    text: str
    start: int
    end: int
    copied: bool
    bold: bool = False


class Run(NamedTuple):
    """An element that holds text, and the run (text of one look) that it stands in.

    Attributes:
        tag: its start tag.
        content: the characters between start and end tag.
        run: the whole run; ``properties`` how it looks, None where it looks like its paragraph.
        around: the names of the elements between paragraph and run, from the outside in (``w:ins``, ``w:hyperlink`` …).
        signs: the elements of the run that stand for a character (a tab, a line break), in order.
    """

    tag: Span
    content: Span
    run: Span
    properties: Span | None = None
    around: tuple[str, ...] = ()
    signs: tuple[Span, ...] = ()


class Border(NamedTuple):
    """Something that an edit must not cut in two.

    Attributes:
        span: the range of ``Source.text``.
        name: what people call it, with its article ("a tracked change").
        closed: True when nothing in it is the author's to edit (a field that the program computes).
    """

    span: Span
    name: str
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as its reader sees it.

    Attributes:
        number: 1 for the first paragraph that has text (or is a heading).
        at: where it begins in ``Source.text``.
        chunks: its text, outer white space included.
        place: what people call the place.
        level: of a heading, 1 to 6.
        list: its place, for the first paragraph of a list item.
        cell: different for every cell of a table; 0 outside tables.
        language: as the author's program marked it; empty when it did not.
        furniture: why it is no part of the article (a page header, a table of contents); empty when it is.
        path: what it stands in, from the outside in.
    """

    number: int
    at: int
    chunks: tuple[Chunk, ...]
    kind: BlockKind
    place: str
    level: int = 0
    list: ListPlace | None = None
    cell: int = 0
    language: str = ""
    furniture: str = ""
    path: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text, with outer white space and line breaks."""
        return "".join([chunk.text for chunk in self.chunks])


@dataclass(frozen=True)
class Manuscript:
    """All paragraphs of a file, those of notes and page headers behind those of the text.

    Attributes:
        runs: every element with text, in order.
        borders: what an edit must not cut in two, in order of their beginnings.
        title: from the file's properties.
        language: of most of the text, as the author's program marked it.
    """

    paragraphs: tuple[Paragraph, ...]
    runs: tuple[Run, ...] = ()
    borders: tuple[Border, ...] = ()
    title: str = ""
    language: str = ""

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph whose text stands at or last before an offset of ``Source.text``."""
        index = bisect_right(self._starts, offset) - 1
        return self._places[max(0, index)][1] if self._places else None

    def position(self, offset: int) -> Position:
        """The paragraph's number and the character in it, both 1-based, as line and column."""
        paragraph = self.paragraph_at(offset)
        if paragraph is None:
            return Position(1, 1)
        column = 1
        for chunk in paragraph.chunks:
            if chunk.end <= offset:
                column += len(chunk.text)
            elif chunk.start < offset and chunk.copied:
                column += offset - chunk.start
        return Position(paragraph.number, column)

    def place(self, offset: int) -> str:
        """What people call the place of an offset of ``Source.text``."""
        paragraph = self.paragraph_at(offset)
        return paragraph.place if paragraph is not None else ""

    def runs_in(self, span: Span) -> tuple[Run, ...]:
        """The elements whose text a span of ``Source.text`` touches, in order; an empty one what it is in."""
        first = max(0, bisect_right(self._run_starts, span.start) - 1)
        found: list[Run] = []
        for run in self.runs[first:]:
            if run.content.start > span.end:
                break
            stands_in = not len(span) and run.content.start <= span.start <= run.content.end
            if stands_in or span.overlaps(run.content):
                found.append(run)
        return tuple(found)

    def obstacle(self, ranges: Iterable[Span]) -> str:
        """What an edit of these ranges would cut in two, or must not change; empty if nothing."""
        touched = list(ranges)
        for border in self.borders:
            inside = sum(border.span.start <= part.start and part.end <= border.span.end for part in touched)
            if inside and (border.closed or inside < len(touched)):
                return border.name
        return ""

    @cached_property
    def _places(self) -> list[tuple[int, Paragraph]]:
        found = [(paragraph.at, paragraph) for paragraph in self.paragraphs]
        # Other paragraphs can stand inside one (a note, a text box), so its text goes on behind them.
        found += [(chunk.start, paragraph) for paragraph in self.paragraphs for chunk in paragraph.chunks]
        return sorted(found, key=lambda place: place[0])

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._places]

    @cached_property
    def _run_starts(self) -> list[int]:
        return [run.content.start for run in self.runs]
