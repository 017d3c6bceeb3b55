"""The paragraphs of a Word file with its tracked changes (ECMA-376, part 1, chapter 17.13.5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from clinlint.model.span import Span
from clinlint.office.docx.fields import is_computed, kind_of

AUTHOR = "clinlint"
"""Who proposed the changes that clinlint writes."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_GOES = frozenset({"del", "moveFrom"})
_COMES = frozenset({"ins", "moveTo"})
_MARKS = frozenset({"bookmarkStart", "bookmarkEnd", "instrText", "fldChar"})
_NO_PARAGRAPHS = frozenset({"sectPr", "tblPr", "tblGrid"})
_NO_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_APART = frozenset({"pPr", "rPr", "drawing", "pict", "object", "delInstrText", _FALLBACK})
_RAW_SPACE = re.compile(r"[\t\r\n]+")
_PRIVATE = 0xF000


class Marked(NamedTuple):
    """What stands between the two marks of a bookmark, in ``original`` and in ``text`` of its paragraph."""

    original: Span
    text: Span


class Alternative(NamedTuple):
    """Changes of others: ``span`` of ``original`` with them accepted, and what stands there when they are rejected."""

    span: Span
    undone: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph.

    Attributes:
        text: with all tracked changes accepted, and without what fields compute.
        original: with those of clinlint rejected, and those of others accepted.
        proposed: where in ``text`` changes of clinlint still wait for a decision; empty ranges for what would go.
        bookmarks: names, and what is between their marks, where both are in this paragraph; else where one begins.
        joined: True when the paragraph's end is to go or to come.
        others: changes of others that wait, in order; those that touch are one.
    """

    text: str
    original: str
    proposed: tuple[Span, ...] = ()
    bookmarks: Mapping[str, Marked] = field(default_factory=dict)
    joined: bool = False
    others: tuple[Alternative, ...] = ()


def paragraphs_of(*stories: Any) -> list[Paragraph]:
    """The paragraphs of a document's body or its notes, those in tables too, in order.

    Args:
        stories: elements, of ``xml.etree`` or lxml.
    """
    found: list[Paragraph] = []
    for story in stories:
        fields = _Fields()
        found += [_Reading(element, fields).paragraph() for element in _paragraph_elements(story)]
    return found


def _paragraph_elements(element: Any) -> Iterator[Any]:
    for child in element:
        name = child.tag.removeprefix(_W) if isinstance(child.tag, str) else ""
        if name == "p":
            yield child
        elif name in ("footnote", "endnote") and child.get(f"{_W}type") in _NO_NOTES:
            continue
        elif name not in _NO_PARAGRAPHS and name != _FALLBACK:
            yield from _paragraph_elements(child)


class _Reading:
    def __init__(self, element: Any, fields: _Fields) -> None:
        self._element = element
        self._fields = fields
        self._text = ""
        self._original = ""
        self._undone = ""
        self._proposed: list[Span] = []
        self._begun: dict[str, tuple[str, int, int]] = {}
        self._bookmarks: dict[str, Marked] = {}
        self._others: list[Alternative] = []

    def paragraph(self) -> Paragraph:
        self._walk(self._element, _State())
        mark = self._element.find(f"{_W}pPr/{_W}rPr")
        joined = mark is not None and any(child.tag in (f"{_W}del", f"{_W}ins") for child in mark)
        others = tuple(self._others)
        return Paragraph(self._text, self._original, tuple(self._proposed), self._bookmarks, joined, others)

    def _walk(self, element: Iterable[Any], state: _State) -> None:
        for child in element:
            name = child.tag.removeprefix(_W) if isinstance(child.tag, str) else ""
            text = _text_of(child, name)
            if text is not None:
                self._add(text, state)
            elif name in _GOES or name in _COMES:
                self._change(child, state, goes=name in _GOES)
            elif name == "fldSimple":
                self._fields.begin(child.get(f"{_W}instr", ""))
                self._walk(child, state)
                self._fields.mark("end")
            elif name in _MARKS:
                self._mark(child, name)
            elif name not in _APART:
                self._walk(child, state)

    def _mark(self, element: Any, name: str) -> None:
        if name == "bookmarkStart":
            self._begin(element.get(f"{_W}id", ""), element.get(f"{_W}name", ""))
        elif name == "bookmarkEnd":
            self._end(element.get(f"{_W}id", ""))
        elif name == "instrText":
            self._fields.code(element.text or "")
        else:
            self._fields.mark(element.get(f"{_W}fldCharType", ""))

    def _change(self, element: Any, state: _State, *, goes: bool) -> None:
        before, start = len(self._original), len(self._text)
        if element.get(f"{_W}author") == AUTHOR:
            self._walk(element, state._replace(goes=state.goes or goes, comes=state.comes or not goes))
            self._proposed.append(Span(start, len(self._text)))
            return
        inside = state._replace(others_go=state.others_go or goes, others_come=state.others_come or not goes)
        if state.others_go or state.others_come:
            self._walk(element, inside)
            return
        self._undone = ""
        self._walk(element, inside)
        self._alternative(Span(before, len(self._original)), self._undone)

    def _alternative(self, span: Span, undone: str) -> None:
        if self._others and self._others[-1].span.end == span.start:
            last = self._others.pop()
            span, undone = last.span.joined(span), last.undone + undone
        self._others.append(Alternative(span, undone))

    def _begin(self, number: str, name: str) -> None:
        here = len(self._original), len(self._text)
        self._begun[number] = (name, *here)
        self._bookmarks[name] = Marked(Span(here[0], here[0]), Span(here[1], here[1]))

    def _end(self, number: str) -> None:
        if number in self._begun:
            name, original, text = self._begun.pop(number)
            self._bookmarks[name] = Marked(Span(original, len(self._original)), Span(text, len(self._text)))

    def _add(self, text: str, state: _State) -> None:
        if self._fields.compute:
            return
        if not (state.goes or state.others_go):
            self._text += text
        if not (state.comes or state.others_go):
            self._original += text
        if not (state.comes or state.others_come):
            self._undone += text


class _Fields:
    """The fields that are open, which may go on over several paragraphs: each its code, and whether that has ended."""

    def __init__(self) -> None:
        self._open: list[tuple[str, bool]] = []

    @property
    def compute(self) -> bool:
        """True where text is what the program computes, and may be another whenever it is opened."""
        return any(ended and is_computed(kind_of(code)) for code, ended in self._open)

    def begin(self, code: str) -> None:
        """Takes a field whose code is known at once."""
        self._open.append((code, True))

    def code(self, text: str) -> None:
        """Takes a part of the code of the innermost field."""
        if self._open and not self._open[-1][1]:
            self._open[-1] = (self._open[-1][0] + text, False)

    def mark(self, kind: str) -> None:
        """Takes the beginning of a field, the end of its code, or its end."""
        if kind == "begin":
            self._open.append(("", False))
        elif self._open and kind == "separate":
            self._open[-1] = (self._open[-1][0], True)
        elif self._open and kind == "end":
            self._open.pop()


class _State(NamedTuple):
    """Which changes text stands in, clinlint's and those of others."""

    goes: bool = False
    comes: bool = False
    others_go: bool = False
    others_come: bool = False


def _text_of(element: Any, name: str) -> str | None:
    """The text of an element that holds or stands for some, as programs show it; None for other elements."""
    if name in ("t", "delText"):
        text = _RAW_SPACE.sub(" ", element.text or "")
        # White space at the edges does not count where it is not marked so.
        return text if element.get(_SPACE) == "preserve" else text.strip(" ")
    if name in _SIGNS:
        return _SIGNS[name] * (element.get(f"{_W}type") not in ("page", "column"))
    return _symbol(element.get(f"{_W}char", "")) if name == "sym" else None


def _symbol(code: str) -> str:
    """The character of a symbol font, at its place in the area that programs use for them."""
    try:
        number = int(code, 16)
        return chr(number if number > 0xFF else _PRIVATE + number)
    except (ValueError, OverflowError):
        return ""
