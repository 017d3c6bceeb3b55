"""The runs of a Word file's text: found by the place of a character, and cut where marks and changes go between."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from clinlint.model.source import Source
from clinlint.model.span import Span
from clinlint.office.docx.content import chosen
from clinlint.office.parts import tree_in
from clinlint.office.xml import Node

CHANGES = frozenset({"w:ins", "w:del", "w:moveFrom", "w:moveTo"})
"""Elements of tracked changes around runs."""

_WHITE_SPACE = " \t\r\n"
_NUMBER = re.compile(r"""\bw:id\s*=\s*["'][^"']*["']""")
_APART = frozenset({"w:pPr", "w:sdtPr", "w:tblPr", "w:trPr", "w:tcPr", "w:sectPr", "w:tblGrid"})
_SIGNS = frozenset({"w:tab", "w:ptab", "w:br", "w:cr", "w:noBreakHyphen", "w:softHyphen", "w:sym"})


@dataclass(frozen=True, slots=True)
class PlacedRun:
    """A run that is in no other run (as those of text boxes are), and what it stands in.

    Attributes:
        around: the elements between its paragraph and it.
        paragraph, story: the paragraph, and the root element of the part.
        controlled: True when the paragraph itself stands in a content control.
    """

    node: Node
    around: tuple[Node, ...]
    paragraph: Node
    story: Node
    controlled: bool = False

    @property
    def changes(self) -> bool:
        """True when it stands in a tracked change."""
        return any(node.name in CHANGES for node in self.around)

    def holds(self, span: Span) -> bool:
        """True when a span is text of this run, or signs of it (a tab, a line break), and not inside a drawing."""
        children = list(self.node.elements())
        if any(child.name == "w:t" and child.content.contains(span) for child in children):
            return True
        signs = [child.span for child in children if child.name in _SIGNS]
        if not len(span):
            return any(span.start in (sign.start, sign.end) for sign in signs)
        inside = [sign for sign in signs if span.contains(sign)]
        return bool(inside) and (inside[0].start, inside[-1].end) == (span.start, span.end)


class Runs:
    """All runs of a file.

    Raises:
        SourceError: when its XML is broken.
    """

    def __init__(self, source: Source) -> None:
        self.stories = [tree_in(source.text, part, source.name) for part in source.parts]
        self.changes: list[Node] = []
        self._runs = [run for story in self.stories for run in self._of(story, (), None, story)]
        self._starts = [run.node.start for run in self._runs]

    def at(self, offset: int) -> PlacedRun | None:
        """The run that holds a place."""
        index = bisect_right(self._starts, offset) - 1
        return self._runs[index] if index >= 0 and offset <= self._runs[index].node.end else None

    def of(self, ranges: Iterable[Span]) -> list[PlacedRun] | None:
        """The runs whose text the ranges are, one for each; None when one of them is no text of a run."""
        found: list[PlacedRun] = []
        for part in ranges:
            run = self.at(part.start)
            if run is None or not run.holds(part):
                return None
            found.append(run)
        return found

    def _of(
        self, node: Node, around: tuple[Node, ...], paragraph: Node | None, story: Node, *, controlled: bool = False
    ) -> Iterator[PlacedRun]:
        for child in node.elements():
            if child.name == "w:r" and paragraph is not None:
                yield PlacedRun(child, around, paragraph, story, controlled)
            elif child.name == "w:p":
                yield from self._of(child, (), child, story, controlled=controlled)
            elif child.name == "mc:AlternateContent":
                if (variant := chosen(child)) is not None:
                    yield from self._of(variant, around, paragraph, story, controlled=controlled)
            elif child.name not in _APART:
                if child.name in CHANGES:
                    self.changes.append(child)
                inside = controlled or (child.name == "w:sdt" and paragraph is None)
                yield from self._of(child, (*around, child), paragraph, story, controlled=inside)


def start_of(paragraph: Node) -> int:
    """Where the content of a paragraph begins."""
    properties = paragraph.child("w:pPr")
    return properties.end if properties is not None else paragraph.inner


class Mark(NamedTuple):
    """Markup that goes to a place between characters; ``opens`` when what it marks comes behind it."""

    at: int
    markup: str
    opens: bool = False


@dataclass(slots=True)
class Cuts:
    """What happens in one run: marks in the order in which they are to stand, and parts of its text that go."""

    marks: list[Mark] = field(default_factory=list)
    gone: list[Span] = field(default_factory=list)


class _Atom(NamedTuple):
    """A part of a run that is not cut."""

    span: Span
    markup: str
    deleted: str = ""


def look_of(text: str, run: Node) -> str:
    """The properties of a run for text that is new: without the mark that somebody changed them."""
    properties = run.child("w:rPr")
    if properties is None:
        return ""
    changed = properties.child("w:rPrChange")
    whole = properties.span
    return whole.of(text) if changed is None else text[whole.start : changed.start] + text[changed.end : whole.end]


def cut(text: str, run: Node, cuts: Cuts, deleted: Callable[[str], str], number: Callable[[], int]) -> str:
    """The run in as many runs as it takes.

    Args:
        text: ``Source.text``.
        run: the run.
        cuts: what happens in it.
        deleted: puts a change around runs that go.
        number: gives a number to what may not have one twice.
    """
    properties = run.child("w:rPr")
    look = properties.span.of(text) if properties is not None else ""
    changed = properties.child("w:rPrChange") if properties is not None else None
    tag = run.tag.of(text)
    made: list[str] = []
    held: list[str] = []
    struck: list[str] = []

    def whole(parts: list[str]) -> str:
        own = look
        if made and changed is not None and properties is not None:
            start, end = changed.start - properties.start, changed.inner - properties.start
            again = _NUMBER.sub(lambda _: f'w:id="{number()}"', look[start:end], count=1)
            own = look[:start] + again + look[end:]
        return f"{tag}{own}{''.join(parts)}</w:r>"

    def end() -> None:
        if held:
            made.append(whole(held))
            held.clear()
        if struck:
            made.append(deleted(whole(struck)))
            struck.clear()

    waiting = list(cuts.marks)
    for atom in _atoms(text, run, cuts):
        gone = bool(atom.deleted) and any(span.contains(atom.span) for span in cuts.gone)
        if (held if gone else struck) or (waiting and _is_before(waiting[0], atom)):
            end()
        while waiting and _is_before(waiting[0], atom):
            made.append(waiting.pop(0).markup)
        (struck if gone else held).append(atom.deleted if gone else atom.markup)
    end()
    return "".join((*made, *(mark.markup for mark in waiting)))


def _is_before(mark: Mark, atom: _Atom) -> bool:
    inside = atom.span.start < mark.at < atom.span.end
    return mark.opens if inside else mark.at <= atom.span.start


def _atoms(text: str, run: Node, cuts: Cuts) -> Iterator[_Atom]:
    bounds = {mark.at for mark in cuts.marks} | {at for span in cuts.gone for at in (span.start, span.end)}
    for child in run.elements():
        if child.name == "w:t":
            yield from _pieces(text, child, sorted(bounds))
        elif child.name != "w:rPr":
            markup = child.span.of(text)
            yield _Atom(child.span, markup, markup if child.name in _SIGNS else "")


def _pieces(text: str, node: Node, bounds: Sequence[int]) -> Iterator[_Atom]:
    """The text of an element, cut; white space at its edges that is not shown stays so."""
    content = node.content
    inside = [at for at in bounds if content.start < at < content.end]
    edges = [content.start, *inside, content.end]
    for start, end in pairwise(edges):
        piece = text[start:end]
        if not node.spaced:
            piece = piece.lstrip(_WHITE_SPACE) if start == content.start else piece
            piece = piece.rstrip(_WHITE_SPACE) if end == content.end else piece
        shown = f' xml:space="preserve">{piece}</w:'
        whole = node.span.of(text) if not inside else f"<w:t{shown}t>"
        yield _Atom(Span(start, end), whole, f"<w:delText{shown}delText>")
