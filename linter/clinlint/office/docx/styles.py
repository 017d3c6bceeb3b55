"""What the styles of a Word file say of a paragraph: heading, caption, list, language, hidden.

Word writes the names of its own styles in English whatever the language of its user; only the identifiers by which
paragraphs refer to them are localised. Where a file defines no such style, the identifier has to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clinlint.model.document import BlockKind
from clinlint.office.xml import Node

_LONGEST_CHAIN = 30
_BODY_LEVEL = 9
_HEADING = re.compile(r"heading ([1-9])\Z")
_CONTENTS = re.compile(
    r"toc [1-9]\Z|toc heading\Z|table of figures\Z|table of authorities\Z|index [1-9]\Z|index heading\Z"
)
_CONTINUES = re.compile(r"list (?:paragraph|continue)")
# Heading in Danish, Dutch, English, Finnish, French, German, Italian, Norwegian, Polish, Portuguese, Russian, Spanish,
# Swedish, Turkish; Word leaves out letters that are not ASCII.
_LOCAL_HEADING = re.compile(
    r"(?:heading|(?:ü|u|ue)?berschrift|titre|titolo|t[ií]?tulo|ttulo|kop|rubrik|overskrift|otsikko|nag(?:ł|l)?[oó]?wek"
    r"|ba(?:ş|s)?l(?:ı|i)?k|заголовок)[ _-]?([1-9])",
    re.IGNORECASE,
)
_KINDS = {
    "title": BlockKind.HEADING,
    "caption": BlockKind.CAPTION,
    "subtitle": BlockKind.CAPTION,
    "quote": BlockKind.QUOTE,
    "intense quote": BlockKind.QUOTE,
    "block text": BlockKind.QUOTE,
    "html preformatted": BlockKind.CODE,
    "source code": BlockKind.CODE,
}


def is_on(properties: Node | None, name: str) -> bool | None:
    """Whether a property that is on or off is on; None when nothing is said of it."""
    found = properties.child(name) if properties is not None else None
    return found.get("w:val", "1").lower() not in {"0", "false", "off"} if found is not None else None


def language_of(properties: Node | None) -> str:
    """The language that properties of text name."""
    found = properties.child("w:lang") if properties is not None else None
    language = found.get("w:val") if found is not None else ""
    return "" if language.lower() == "x-none" else language


def value_of(properties: Node | None, name: str) -> str:
    """The value of a property; empty when there is none."""
    found = properties.child(name) if properties is not None else None
    return found.get("w:val") if found is not None else ""


@dataclass(frozen=True, slots=True)
class Style:
    """One style with the styles that it is based on behind it."""

    name: str
    based_on: str
    paragraph: Node | None
    text: Node | None


class Styles:
    """The styles of a file.

    Args:
        tree: ``styles.xml``; None for a file without.
    """

    def __init__(self, tree: Node | None) -> None:
        self._styles: dict[str, Style] = {}
        self._default = ""
        self._language = ""
        for node in tree.elements() if tree is not None else ():
            if node.name == "w:style":
                self._take(node)
            elif node.name == "w:docDefaults":
                run = node.child("w:rPrDefault")
                self._language = language_of(run.child("w:rPr") if run is not None else None)

    def _take(self, node: Node) -> None:
        key = node.get("w:styleId")
        name = value_of(node, "w:name").strip().lower()
        self._styles[key] = Style(name, value_of(node, "w:basedOn"), node.child("w:pPr"), node.child("w:rPr"))
        if node.get("w:type") == "paragraph" and node.get("w:default", "0").lower() in {"1", "true", "on"}:
            self._default = key

    def named(self, name: str) -> str:
        """The identifier of the style with a name, as Word has it in English; empty when there is none."""
        return next((key for key, style in self._styles.items() if style.name == name), "")

    def chain(self, key: str) -> Iterator[Style]:
        """The style and those that it is based on."""
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(key)
            if style is None:
                return
            yield style
            key = style.based_on

    def of_paragraph(self, properties: Node | None) -> str:
        """The identifier of the style that a paragraph has."""
        return value_of(properties, "w:pStyle") or self._default

    def heading_level(self, key: str, properties: Node | None) -> int:
        """1 to 6 for a heading, 0 for what is none."""
        direct = _outline(properties)
        if direct is not None:
            return direct
        for style in self.chain(key):
            found = _HEADING.match(style.name)
            if found is not None:
                return min(6, int(found[1]))
            if style.name == "title":
                return 1
            outline = _outline(style.paragraph)
            if outline is not None:
                return outline
        if key not in self._styles and (local := _LOCAL_HEADING.fullmatch(key)) is not None:
            return min(6, int(local[1]))
        return 0

    def kind(self, key: str) -> BlockKind:
        """What a paragraph of this style is, headings by level left out."""
        for style in self.chain(key):
            if style.name in _KINDS:
                return _KINDS[style.name]
        return BlockKind.PARAGRAPH

    def is_contents(self, key: str) -> bool:
        """True for lines of a table of contents or an index."""
        return any(_CONTENTS.match(style.name) for style in self.chain(key))

    def continues_list(self, key: str) -> bool:
        """True for paragraphs that stand inside a list without a bullet of their own."""
        return any(_CONTINUES.match(style.name) for style in self.chain(key))

    def numbering(self, key: str) -> Node | None:
        """The numbering that a style brings with it."""
        for style in self.chain(key):
            found = style.paragraph.child("w:numPr") if style.paragraph is not None else None
            if found is not None:
                return found
        return None

    def is_hidden(self, *keys: str) -> bool:
        """True when the first of these styles that says anything about it hides its text."""
        for key in keys:
            for style in self.chain(key):
                found = is_on(style.text, "w:vanish")
                if found is not None:
                    return found
        return False

    def language(self, *keys: str) -> str:
        """The language of text in the first of these styles that names one."""
        for key in keys:
            for style in self.chain(key):
                if found := language_of(style.text):
                    return found
        return self._language


def _outline(properties: Node | None) -> int | None:
    value = value_of(properties, "w:outlineLvl")
    if not value.isdecimal():
        return None
    level = int(value)
    return min(6, level + 1) if level < _BODY_LEVEL else 0
