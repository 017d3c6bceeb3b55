"""Drafts as Word writes them, and the file of suggestions that clinlint makes of one."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from clinlint import Linter
from clinlint.model.source import Source
from clinlint.reports import Look, open_report
from clinlint.reports.summary import Summary
from clinlint.sources.encoding import decode
from reports.word_file import Reading, W, WordFile
from word.word_files import archive, members

LINTER = Linter(languagetool="off")
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
)
BOB = 'w:author="Bob" w:date="2026-01-01T00:00:00Z"'


def draft(body: str, *, main: str = MAIN, **parts: str) -> Source:
    """A Word file that says what it is; ``parts`` as in ``word_files.members``."""
    files = members(body, **parts) | {"[Content_Types].xml": TYPES.format(main=main)}
    return decode(archive(files), name="draft.docx")


def suggestions(*sources: Source) -> bytes:
    """The Word file of suggestions for these drafts."""
    stream = io.BytesIO()
    report = open_report("docx", stream, Look())
    for source in sources:
        report.add(LINTER.check_bytes(source.data, name=source.name))
    report.finish(Summary())
    return stream.getvalue()


def is_own(source: Source, data: bytes) -> bool:
    """True when suggestions stand in the draft itself, and not in a file that shows its text."""
    made = WordFile(data)
    return "ClinlintNote" not in made.parts["word/document.xml"].decode() and (
        set(WordFile(source.data).parts) <= set(made.parts)
    )


def inserted(number: int, inner: str) -> str:
    return f'<w:ins w:id="{number}" {BOB}>{inner}</w:ins>'


def deleted(number: int, text: str) -> str:
    run = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f'<w:del w:id="{number}" {BOB}>{run}</w:del>'


def characters(root: ET.Element, reading: Reading | None = None) -> list[tuple[str, str]]:
    """Every character and sign of the text with its look, with clinlint's changes accepted or rejected."""
    return list(_characters(root, reading))


def _characters(element: ET.Element, reading: Reading | None) -> Iterator[tuple[str, str]]:
    for child in element:
        name = child.tag.removeprefix(W)
        own = child.get(f"{W}author") == "clinlint"
        if own and (name, reading) in {("del", "accepted"), ("ins", "rejected")}:
            continue
        if name == "r":
            properties = child.find(f"{W}rPr")
            look = " ".join(_look(e) for e in properties.iter()) if properties is not None else ""
            for inner in child:
                kind = inner.tag.removeprefix(W)
                if kind in ("t", "delText"):
                    yield from ((one, look) for one in inner.text or "")
                elif kind not in ("rPr", "commentReference"):
                    yield kind, look
        else:
            yield from _characters(child, reading)


def _look(element: ET.Element) -> str:
    values = [value for key, value in element.attrib.items() if key != f"{W}id"]
    return "=".join([element.tag.removeprefix(W), *values])
