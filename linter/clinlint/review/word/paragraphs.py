"""The paragraphs of a Word file with its tracked changes (ECMA-376, part 1, chapter 17.13.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from clinlint.model.span import Span

AUTHOR = "clinlint"
"""Who proposed the changes that clinlint writes."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_GOES = frozenset({"del", "moveFrom"})
_COMES = frozenset({"ins", "moveTo"})
_APART = frozenset({"pPr", "rPr", "drawing", "pict", "object", "instrText", "delInstrText"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph.

    Attributes:
        text: with all tracked changes accepted; ``original`` with all rejected.
        proposed: where in ``text`` changes of clinlint still wait for a decision; empty ranges for what would go.
        bookmarks: names, and where in ``text`` they begin.
        joined: True when the paragraph's end is to go or to come.
    """

    text: str
    original: str
    proposed: tuple[Span, ...] = ()
    bookmarks: Mapping[str, int] = field(default_factory=dict)
    joined: bool = False


def paragraphs_of(body: Any) -> list[Paragraph]:
    """The paragraphs of a document's body, those in tables too, in order.

    Args:
        body: the element, of ``xml.etree`` or lxml.
    """
    return [_Reading(element).paragraph() for element in _paragraph_elements(body)]


def _paragraph_elements(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == f"{_W}p":
            yield child
        elif child.tag not in {f"{_W}sectPr", f"{_W}tblPr", f"{_W}tblGrid"}:
            yield from _paragraph_elements(child)


class _Reading:
    def __init__(self, element: Any) -> None:
        self._element = element
        self._accepted: list[str] = []
        self._rejected: list[str] = []
        self._length = 0
        self._proposed: list[Span] = []
        self._bookmarks: dict[str, int] = {}

    def paragraph(self) -> Paragraph:
        self._walk(self._element, goes=False, comes=False)
        mark = self._element.find(f"{_W}pPr/{_W}rPr")
        joined = mark is not None and any(child.tag in (f"{_W}del", f"{_W}ins") for child in mark)
        texts = "".join(self._accepted), "".join(self._rejected)
        return Paragraph(*texts, tuple(self._proposed), self._bookmarks, joined)

    def _walk(self, element: Iterable[Any], *, goes: bool, comes: bool) -> None:
        for child in element:
            name = child.tag.removeprefix(_W) if isinstance(child.tag, str) else ""
            if name in ("t", "delText"):
                self._text(child.text or "", goes=goes, comes=comes)
            elif name in _SIGNS:
                in_line = child.get(f"{_W}type") not in ("page", "column")
                self._text(_SIGNS[name] * in_line, goes=goes, comes=comes)
            elif name == "bookmarkStart":
                self._bookmarks[child.get(f"{_W}name", "")] = self._length
            elif name not in _APART:
                start = self._length
                changes = name in _GOES or name in _COMES
                self._walk(child, goes=goes or name in _GOES, comes=comes or name in _COMES)
                if changes and child.get(f"{_W}author") == AUTHOR:
                    self._proposed.append(Span(start, self._length))

    def _text(self, text: str, *, goes: bool, comes: bool) -> None:
        if not goes:
            self._accepted.append(text)
            self._length += len(text)
        if not comes:
            self._rejected.append(text)
