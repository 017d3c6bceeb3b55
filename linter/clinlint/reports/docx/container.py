"""The Word file around the text: styles, lists, comments, links and what clinlint itself has to find again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import IO
from xml.sax.saxutils import quoteattr

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.parts.comments import CommentsPart

from clinlint.review.word.facts import PART_PROPERTIES, FileFacts, facts_as_part, facts_of
from clinlint.review.word.paragraphs import paragraphs_of

_LABELS = {"ClinlintTitle": "Page title", "ClinlintDescription": "Description", "ClinlintPicture": "Picture"}
_GREY = '<w:color w:val="595959"/>'
_BULLETS = ("•", "◦", "▪")
_FORMATS = (("decimal", "%{}."), ("lowerLetter", "%{}."), ("lowerRoman", "%{}."))
_LEVELS = 9
_STEP = 360
"""Twentieths of a point by which each level of a list is indented."""


class Container:
    """A Word file that grows.

    Args:
        author: of the comments; ``when`` their date, in UTC.
    """

    def __init__(self, author: str, when: datetime) -> None:
        self._document = docx.Document()
        core = self._document.core_properties
        core.author = core.last_modified_by = author
        core.created = core.modified = when.replace(tzinfo=None)
        core.title, core.comments = "", ""
        for zoom in self._document.settings.element.xpath("w:zoom"):
            # python-docx's template leaves out what the schema asks for.
            zoom.set(qn("w:percent"), "100")
        self._body = self._document.element.body
        len(self._document.comments)  # makes the part
        part = self._document.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS)
        if not isinstance(part, CommentsPart):
            raise TypeError("the file has no part for comments")
        self._comments = part.element
        self._pending: list[str] = []
        self._remarks: list[str] = []
        self._numbering = self._document.part.numbering_part.element
        self._next_list = 1000
        self._style_sheet()
        self._lists()

    def title(self, text: str) -> None:
        """Names the file, as programs show it."""
        self._document.core_properties.title = text[:255]

    def add(self, elements: str) -> None:
        """Adds paragraphs and tables."""
        self._pending.append(elements)

    def comment(self, element: str) -> None:
        """Adds a comment."""
        self._remarks.append(element)

    def link(self, address: str) -> str:
        """The relation that leads to an address."""
        return self._document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def new_list(self, *, ordered: bool, level: int) -> int:
        """A list of its own, which counts from 1."""
        self._next_list += 1
        override = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>' if ordered else ""
        self._number(self._next_list, self._ordered if ordered else self._bulleted, override)
        return self._next_list

    def language(self, element: str) -> None:
        """The language of all text that names none."""
        for found in self._document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang"):
            found.getparent().replace(found, parse_xml(_with_names(element)))

    def save(self, stream: IO[bytes], facts: Iterable[FileFacts]) -> None:
        """Writes the file, with what clinlint has to find again."""
        last = self._body.sectPr
        for child in list(parse_xml(f"<w:body {nsdecls('w', 'r')}>{''.join(self._pending)}</w:body>")):
            last.addprevious(child)
        for child in list(parse_xml(f"<w:comments {nsdecls('w', 'r')}>{''.join(self._remarks)}</w:comments>")):
            self._comments.append(child)
        self._custom_part(facts_as_part(facts_of(facts, paragraphs_of(self._body))))
        made = BytesIO()
        self._document.save(made)
        stream.write(made.getvalue())

    def _custom_part(self, content: bytes) -> None:
        package = self._document.part.package
        name = package.next_partname("/customXml/item%d.xml")
        number = name.idx
        part = Part(name, "application/xml", content, package)
        kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
        properties = Part(PackURI(f"/customXml/itemProps{number}.xml"), kind, PART_PROPERTIES, package)
        part.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)

    def _style_sheet(self) -> None:
        sheet = self._document.styles.element
        for style in _paragraph_styles(), _character_styles():
            for child in list(parse_xml(f"<w:styles {nsdecls('w')}>{style}</w:styles>")):
                for old in sheet.xpath(f'w:style[@w:styleId="{child.styleId}"]'):
                    sheet.remove(old)
                sheet.append(child)

    def _lists(self) -> None:
        first_list = self._numbering.xpath("w:num")[0]
        definitions = [
            (900, "".join(_level(at, "bullet", _BULLETS[at % 3]) for at in range(_LEVELS))),
            (
                901,
                "".join(_level(at, _FORMATS[at % 3][0], _FORMATS[at % 3][1].format(at + 1)) for at in range(_LEVELS)),
            ),
        ]
        self._bulleted, self._ordered = 900, 901
        definitions += [
            (902 + number, _level(0, "none", f"{text}: ", 0)) for number, text in enumerate(_LABELS.values())
        ]
        for number, levels in definitions:
            kind = '<w:multiLevelType w:val="hybridMultilevel"/>'
            text = f'<w:abstractNum w:abstractNumId="{number}">{kind}{levels}</w:abstractNum>'
            first_list.addprevious(parse_xml(_with_names(text)))
        for number in range(len(_LABELS)):
            self._number(902 + number, 902 + number)

    def _number(self, number: int, definition: int, override: str = "") -> None:
        text = f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{override}</w:num>'
        self._numbering.append(parse_xml(_with_names(text)))


def moment(when: datetime) -> str:
    """A time in UTC as Word writes it."""
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _with_names(element: str) -> str:
    """An element that knows the prefix of its name."""
    name, rest = element.split(" ", 1)
    return f"{name} {nsdecls('w')} {rest}"


def _level(at: int, form: str, text: str, step: int = _STEP) -> str:
    indent = (
        f'<w:ind w:left="{step * (at + 1)}" w:hanging="{step}"/>' if step else '<w:ind w:left="0" w:firstLine="0"/>'
    )
    behind = "" if step else '<w:suff w:val="nothing"/>'
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{behind}'
        f'<w:lvlText w:val={quoteattr(text)}/><w:lvlJc w:val="left"/><w:pPr>{indent}</w:pPr></w:lvl>'
    )


def _paragraph_styles() -> str:
    side = 'w:val="single" w:sz="4" w:space="4" w:color="9DB2C6"'
    box = "".join(f"<w:{name} {side}/>" for name in ("top", "left", "bottom", "right"))
    note = f'<w:pBdr>{box}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="EEF3F8"/><w:spacing w:after="60"/>'
    labels = "".join(
        _style(name, f'<w:numPr><w:numId w:val="{902 + number}"/></w:numPr><w:spacing w:after="80"/>', _GREY)
        for number, name in enumerate(_LABELS)
    )
    return (
        _style("ClinlintNote", note, '<w:sz w:val="18"/>')
        + labels
        + _style("ClinlintAround", "", _GREY)
        + _style("ClinlintCell", '<w:spacing w:after="0"/>', "")
        + _style("ClinlintCode", "", '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>')
        + _style("CommentText", '<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>', '<w:sz w:val="20"/>')
    )


def _character_styles() -> str:
    link = '<w:color w:val="0563C1"/><w:u w:val="single"/>'
    return _style("Hyperlink", "", link, kind="character") + _style(
        "CommentReference", "", '<w:sz w:val="16"/>', kind="character"
    )


def _style(name: str, paragraph: str, run: str, *, kind: str = "paragraph") -> str:
    known = {"CommentText": "annotation text", "CommentReference": "annotation reference", "Hyperlink": "Hyperlink"}
    shown = known.get(name, f"clinlint {name.removeprefix('Clinlint').lower()}")
    based = '<w:basedOn w:val="Normal"/>' if kind == "paragraph" else ""
    custom = "" if name in known else ' w:customStyle="1"'
    return (
        f'<w:style w:type="{kind}"{custom} w:styleId="{name}"><w:name w:val="{shown}"/>{based}'
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )
