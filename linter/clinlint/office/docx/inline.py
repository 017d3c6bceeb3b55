"""The text of one Word paragraph: runs, links, fields, tracked changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clinlint.model.manuscript import Border, Chunk, Run
from clinlint.model.span import Span
from clinlint.office.collecting import Collector, Draft
from clinlint.office.docx.content import chosen, control_border
from clinlint.office.docx.fields import is_computed, kind_of
from clinlint.office.docx.styles import Styles, is_on, language_of, value_of
from clinlint.office.docx.symbols import is_private, symbol
from clinlint.office.xml import Node, Text

OBJECT = "\ufffc"
"""Stands for a formula in the text; no rule reads it."""

_SIGNS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}
_AROUND = {
    "w:ins": "a tracked change",
    "w:moveTo": "a tracked change",
    "w:hyperlink": "a link",
    "w:customXml": "",
    "w:smartTag": "",
    "w:dir": "",
    "w:bdo": "",
    "w:rubyBase": "",
}
_RAW_BREAK = re.compile(r"[\t\r\n]+|[\uf000-\uf0ff]")
_WHITE_SPACE = " \t\r\n"


@dataclass(slots=True, eq=False)
class _Field:
    """A field that is open: its code comes first, then what it shows."""

    start: int
    code: str = ""
    in_code: bool = True

    @property
    def kind(self) -> str:
        return kind_of(self.code)


@dataclass(frozen=True, slots=True)
class _Look:
    """How the text of a run looks, as far as it matters here."""

    language: str
    bold: bool
    font: str


class Inline:
    """Reads paragraphs in order; fields can go on over several.

    Attributes:
        notes: the numbers of the notes that the text refers to, by kind and identifier.
    """

    def __init__(self, styles: Styles, collector: Collector) -> None:
        self.notes: dict[tuple[str, str], int] = {}
        self._styles = styles
        self._collector = collector
        self._fields: list[_Field] = []
        self._boxes: list[Node] = []
        self._contents = False

    def read(self, paragraph: Node, draft: Draft, style: str) -> bool:
        """Adds the text of a paragraph to its draft; True when it belongs to a table of contents."""
        self._contents = False
        self._content(paragraph, draft, style, ())
        return self._contents

    def taken_boxes(self) -> list[Node]:
        """The text boxes of the paragraphs that were read since the last call."""
        boxes, self._boxes = self._boxes, []
        return boxes

    def _content(self, node: Node, draft: Draft, style: str, around: tuple[str, ...]) -> None:
        for child in node.elements():
            name = child.name
            if name == "w:r":
                self._run(child, draft, style, around)
            elif name in _AROUND:
                if called := _AROUND[name]:
                    self._collector.borders.append(Border(child.span, called))
                self._content(child, draft, style, (*around, name))
            elif name == "w:fldSimple":
                self._simple_field(child, draft, style, (*around, name))
            elif name == "w:sdt":
                self._control(child, draft, style, (*around, name))
            elif name == "mc:AlternateContent":
                if (variant := chosen(child)) is not None:
                    self._content(variant, draft, style, around)
            elif name in {"m:oMath", "m:oMathPara"}:
                draft.add(Chunk(OBJECT, child.start, child.start, False), "")

    def _control(self, node: Node, draft: Draft, style: str, around: tuple[str, ...]) -> None:
        properties, content = node.child("w:sdtPr"), node.child("w:sdtContent")
        if content is None or is_on(properties, "w:showingPlcHdr"):
            return
        if border := control_border(node, properties):
            self._collector.borders.append(border)
        self._content(content, draft, style, around)

    def _simple_field(self, node: Node, draft: Draft, style: str, around: tuple[str, ...]) -> None:
        field = _Field(node.start, node.get("w:instr"), in_code=False)
        self._fields.append(field)
        self._content(node, draft, style, around)
        self._fields.remove(field)
        self._collector.borders.append(_border(field, node.end))

    def _field_mark(self, node: Node, end: int) -> None:
        kind = node.get("w:fldCharType")
        if kind == "begin":
            self._fields.append(_Field(node.start))
        elif self._fields and kind == "separate":
            self._fields[-1].in_code = False
        elif self._fields and kind == "end":
            self._collector.borders.append(_border(self._fields.pop(), end))

    def _run(self, run: Node, draft: Draft, style: str, around: tuple[str, ...]) -> None:
        properties = run.child("w:rPr")
        own = value_of(properties, "w:rStyle")
        vanish = is_on(properties, "w:vanish")
        hidden = vanish if vanish is not None else self._styles.is_hidden(own, style)
        look = self._look(properties, own, style)
        signs: list[Span] = []
        texts: list[Node] = []
        for child in run.elements():
            name = child.name
            if name == "w:fldChar":
                self._field_mark(child, run.end)
            elif name == "w:instrText" and self._fields and self._fields[-1].in_code:
                self._fields[-1].code += child.text()
            elif hidden or any(field.in_code for field in self._fields):
                continue
            elif name == "w:t":
                texts.append(child)
                self._add(draft, list(_characters(child, look)), look)
            elif (sign := _sign(child)) is not None:
                signs.append(child.span)
                self._add(draft, [Chunk(sign[0], child.start, child.end, False, look.bold)] * len(sign), look)
            elif name == "w:ruby":
                self._content(child, draft, style, around)
            else:
                self._beside_text(child)
        span = properties.span if properties is not None else None
        for node in texts:
            self._collector.runs.append(Run(node.tag, node.content, run.span, span, around, tuple(signs)))
        if signs and not texts:
            place = Span(signs[0].start, signs[0].start)
            self._collector.runs.append(Run(place, place, run.span, span, around, tuple(signs)))

    def _look(self, properties: Node | None, own: str, style: str) -> _Look:
        language = language_of(properties) or self._styles.language(own, style)
        fonts = properties.child("w:rFonts") if properties is not None else None
        return _Look(language, bool(is_on(properties, "w:b")), fonts.get("w:ascii") if fonts is not None else "")

    def _beside_text(self, node: Node) -> None:
        """Takes a reference to a note, or a drawing with text boxes."""
        if node.name in {"w:footnoteReference", "w:endnoteReference"}:
            kind = node.name[2:].removesuffix("Reference")
            known = sum(key[0] == kind for key in self.notes)
            self.notes.setdefault((kind, node.get("w:id")), known + 1)
        else:
            self._boxes += _boxes(node)

    def _add(self, draft: Draft, chunks: list[Chunk], look: _Look) -> None:
        for chunk in chunks:
            draft.add(chunk, look.language)
        self._contents = self._contents or any(field.kind == "TOC" for field in self._fields)


def _border(field: _Field, end: int) -> Border:
    if field.kind == "HYPERLINK":
        return Border(Span(field.start, end), "a link")
    return Border(Span(field.start, end), "a field that Word computes", closed=is_computed(field.kind))


def _boxes(node: Node) -> Iterator[Node]:
    """The contents of text boxes in a drawing, each once although files hold them in two variants."""
    if node.name == "w:txbxContent":
        yield node
    elif node.name == "mc:AlternateContent":
        if (variant := chosen(node)) is not None:
            yield from _boxes(variant)
    else:
        for child in node.elements():
            yield from _boxes(child)


def _sign(node: Node) -> str | None:
    """The characters that an element of a run stands for; None for one that stands for none."""
    if node.name == "w:sym":
        return _symbol(node)
    if node.name == "w:br" and node.get("w:type") in {"page", "column"}:
        return "\n\n"
    return _SIGNS.get(node.name)


def _symbol(node: Node) -> str:
    try:
        return symbol(node.get("w:font"), int(node.get("w:char"), 16))
    except ValueError:
        return symbol("", 0)


def _characters(node: Node, look: _Look) -> Iterator[Chunk]:
    """The text of a ``w:t``; white space at its edges counts only where the element says so."""
    texts = [child for child in node.children if isinstance(child, Text)]
    whole = "".join(text.text for text in texts)
    first, last = 0, len(whole)
    if not node.spaced:
        first = len(whole) - len(whole.lstrip(_WHITE_SPACE))
        last = max(first, len(whole.rstrip(_WHITE_SPACE)))
    at = 0
    for text in texts:
        low, high = max(0, first - at), min(len(text.text), last - at)
        at += len(text.text)
        if low >= high:
            continue
        if not text.copied:
            yield Chunk(_shown(text.text, look), text.start, text.end, False, look.bold)
            continue
        done = low
        for found in _RAW_BREAK.finditer(text.text, low, high):
            if found.start() > done:
                yield Chunk(
                    text.text[done : found.start()], text.start + done, text.start + found.start(), True, look.bold
                )
            yield Chunk(_shown(found[0], look), text.start + found.start(), text.start + found.end(), False, look.bold)
            done = found.end()
        if done < high:
            yield Chunk(text.text[done:high], text.start + done, text.start + high, True, look.bold)


def _shown(text: str, look: _Look) -> str:
    """Raw white space as the space that Word shows for it, a place of a symbol font as the character there."""
    if text.isspace() and text != "\u00a0":
        return " "
    return "".join(symbol(look.font, ord(one)) if is_private(one) else one for one in text)
