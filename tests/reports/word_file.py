"""Reads Word files for tests, apart from the code that writes them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Literal

from clinlint.reports.docx.markup import possible

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
Reading = Literal["accepted", "rejected"]
ORDERS = {
    # What may stand in an element, in the order of ECMA-376's schema (transitional), as far as clinlint writes it.
    "pPr": ["pStyle", "pageBreakBefore", "numPr", "pBdr", "shd", "spacing", "ind", "rPr", "sectPr"],
    "rPr": ["rStyle", "rFonts", "b", "i", "color", "sz", "u", "vertAlign", "lang"],
    "numPr": ["ilvl", "numId"],
    "tbl": ["tblPr", "tblGrid", "tr"],
    "tc": ["tcPr", "p"],
    "body": ["p", "tbl", "sectPr"],
}
CHILDREN = {
    "p": {
        "pPr",
        "r",
        "ins",
        "del",
        "hyperlink",
        "bookmarkStart",
        "bookmarkEnd",
        "commentRangeStart",
        "commentRangeEnd",
    },
    "hyperlink": {"r", "ins", "del", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"},
    "ins": {"r"},
    "del": {"r"},
    "r": {"rPr", "t", "delText", "tab", "br", "commentReference"},
}


class WordFile:
    """A Word file's parts, parsed."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.document = self.xml("word/document.xml")
        self.comments = self.xml("word/comments.xml") if "word/comments.xml" in self.parts else ET.Element("none")

    def xml(self, name: str) -> ET.Element:
        return ET.fromstring(self.parts[name])

    def paragraphs(self, reading: Reading) -> list[str]:
        """The text of each paragraph, with all changes accepted or all rejected."""
        return [text_of(p, reading) for p in self.document.iter(f"{W}p")]

    def article(self, reading: Reading) -> list[str]:
        """The same without the boxes and what sets things apart."""
        found = []
        for p in self.document.iter(f"{W}p"):
            style = p.find(f"{W}pPr/{W}pStyle")
            name = style.get(f"{W}val", "") if style is not None else ""
            if name.lower() == "clinlintnote" or (style is None and p.find(f"{W}pPr/{W}spacing") is not None):
                continue
            if p.find(f"{W}pPr/{W}pageBreakBefore") is None:
                found.append(text_of(p, reading))
        return found

    def comment_texts(self) -> list[str]:
        return ["\n".join(text_of(p, "accepted") for p in c.iter(f"{W}p")) for c in self.comments]


def content(xml: str) -> ET.Element:
    """The content of a paragraph, parsed."""
    return ET.fromstring(f"<w:p {NAMESPACES}>{xml}</w:p>")


def as_shown(text: str) -> str:
    """``text`` as a Word file gives it back: one kind of line end, U+FFFD for what XML cannot hold."""
    return possible(text).replace("\r\n", "\n").replace("\r", "\n")


def text_of(element: ET.Element, reading: Reading) -> str:
    return "".join(_texts(element, reading))


def _texts(element: ET.Element, reading: Reading) -> Iterator[str]:
    for child in element:
        name = child.tag.removeprefix(W)
        if name in ("t", "delText"):
            yield child.text or ""
        elif name == "tab":
            yield "\t"
        elif name == "br":
            yield "\n"
        elif (name, reading) not in {("del", "accepted"), ("ins", "rejected")}:
            yield from _texts(child, reading)


def text_between(paragraph: ET.Element, start: str, end: str, number: str) -> str | None:
    """What stands between two marks of a number, with all changes accepted; None when one is missing."""
    going, seen, parts = False, 0, []

    def walk(element: ET.Element) -> None:
        nonlocal going, seen
        for child in element:
            name = child.tag.removeprefix(W)
            if name in (start, end) and child.get(f"{W}id") == number:
                going, seen = name == start, seen + 1
            elif name == "t" and going:
                parts.append(child.text or "")
            elif name in ("tab", "br") and going:
                parts.append("\t" if name == "tab" else "\n")
            elif name != "del":
                walk(child)

    walk(paragraph)
    return "".join(parts) if seen == 2 else None


def assert_in_order(root: ET.Element) -> None:
    """Elements stand where the schema has them, deleted text in w:delText, and nothing else does."""
    for element in root.iter():
        name = element.tag.removeprefix(W)
        names = [child.tag.removeprefix(W) for child in element]
        if name in CHILDREN:
            assert set(names) <= CHILDREN[name], (name, names)
            assert "pPr" not in names[1:], names
            assert "rPr" not in names[1:], names
        order = ORDERS.get(name)
        if order is not None and name != "body":
            assert [order.index(n) for n in names] == sorted(order.index(n) for n in names), (name, names)
        if name in ("rPr", "pPr"):
            assert len(set(names)) == len(names), names
        if name in ("t", "delText"):
            assert element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    assert_tracked(root)


def assert_tracked(root: ET.Element) -> None:
    """Tracked changes name their author and time, hold runs alone, and deleted text is marked as such."""
    for element in (e for kind in ("ins", "del") for e in root.iter(f"{W}{kind}")):
        assert element.get(f"{W}author")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", element.get(f"{W}date", ""))
        if element.get(f"{W}author") == "clinlint":
            assert {child.tag for child in element} == {f"{W}r"}
    gone = list(root.iter(f"{W}del"))
    assert not [text for deleted in gone for text in deleted.iter(f"{W}t")]
    inside = {id(text) for deleted in gone for text in deleted.iter(f"{W}delText")}
    assert inside == {id(text) for text in root.iter(f"{W}delText")}


def assert_numbered_once(root: ET.Element) -> None:
    """No two changes, bookmarks or comments have the same number, and every range that begins ends once."""
    for kinds in (("ins", "del", "bookmarkStart", "commentRangeStart"),):
        numbers = [e.get(f"{W}id") for kind in kinds for e in root.iter(f"{W}{kind}")]
        assert len(numbers) == len(set(numbers)), numbers
    for start, end in (("bookmarkStart", "bookmarkEnd"), ("commentRangeStart", "commentRangeEnd")):
        begun = sorted(e.get(f"{W}id", "") for e in root.iter(f"{W}{start}"))
        assert begun == sorted(e.get(f"{W}id", "") for e in root.iter(f"{W}{end}"))
    names = [e.get(f"{W}name") for e in root.iter(f"{W}bookmarkStart")]
    assert len(names) == len(set(names))
