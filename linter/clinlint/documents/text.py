"""Plain text: paragraphs, headings and list items told apart by blank lines, bullets and shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clinlint.documents.assembly import DocumentAssembly
from clinlint.model.document import BlockKind, Document, ListPlace, Role
from clinlint.model.source import Source
from clinlint.model.span import Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_SPACE = " \t\u00a0\u200b\ufeff\f\v"
_BULLET = re.compile(r"(?:[•‣◦▪●·*–—-]|(?P<number>\d{1,3})[.)])[ \t\u00a0]+(?=\S)")
_WRAP_WIDTH = 60


@dataclass(frozen=True, slots=True)
class _Line:
    """One line's text without its end and outer white space, at its place in the source."""

    start: int
    text: str
    bullet: bool = False
    number: bool = False
    indent: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def _lines(text: str) -> Iterator[_Line]:
    for match in _LINE.finditer(text):
        raw = match.group().rstrip("\r\n")
        stripped = raw.strip(_SPACE)
        start = match.start() + len(raw) - len(raw.lstrip(_SPACE))
        bullet = _BULLET.match(stripped)
        if bullet:
            yield _Line(
                start + bullet.end(), stripped[bullet.end() :], True, bool(bullet["number"]), start - match.start()
            )
        else:
            yield _Line(start, stripped, indent=start - match.start())
        if match.end() == len(text):
            return


def _is_wrapped(lines: list[_Line]) -> bool:
    """True when the lines of a chunk are one paragraph broken at the editor's right margin."""
    return len(lines) > 1 and all(len(line.text) >= _WRAP_WIDTH for line in lines[:-1])


def _looks_like_heading(text: str, alone: bool) -> bool:
    if not alone or len(text) > 90 or len(text.split()) > 14 or not any(c.isalpha() for c in text):
        return False
    return text.endswith("?") or ((text[-1].isalnum() or text[-1] in ')»”"') and len(text.split()) <= 9)


def read(source: Source) -> tuple[Document, ...]:
    """The one document of a plain-text source; the whole file is the author's."""
    assembly = DocumentAssembly(source)
    chunk: list[_Line] = []
    list_id, position = -1, 0
    chunks: list[list[_Line]] = []
    for line in [*_lines(source.text), _Line(len(source.text), "")]:
        if not line.text or line.bullet:
            if chunk:
                chunks.append(chunk)
                chunk = []
            if line.bullet:
                chunks.append([line])
            continue
        chunk.append(line)
    in_list = False
    for lines in chunks:
        if lines[0].bullet:
            list_id, position = (list_id, position + 1) if in_list else (list_id + 1, 0)
            in_list = True
            _add(assembly, source, lines, BlockKind.LIST_ITEM, ListPlace(list_id, position, lines[0].number))
            continue
        in_list = False
        if _is_wrapped(lines):
            _add(assembly, source, lines, BlockKind.PARAGRAPH)
            continue
        for line in lines:
            heading = len(chunks) > 1 and _looks_like_heading(line.text, len(lines) == 1)
            _add(assembly, source, [line], BlockKind.HEADING if heading else BlockKind.PARAGRAPH)
    return (assembly.document(),)


def _add(
    assembly: DocumentAssembly, source: Source, lines: list[_Line], kind: BlockKind, place: ListPlace | None = None
) -> None:
    assembly.open()
    for number, line in enumerate(lines):
        if number:
            assembly.builder.decoded(" ", Span(lines[number - 1].end, line.start))
        assembly.builder.copied(line.text, line.start)
    level = {BlockKind.HEADING: 2, BlockKind.LIST_ITEM: 1}.get(kind, 0)
    assembly.close(kind, Role.BODY, level=level, list=place)
