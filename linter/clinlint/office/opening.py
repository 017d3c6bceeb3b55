"""From bytes to a source: Word and OpenDocument text files."""

from __future__ import annotations

from clinlint.errors import SourceError
from clinlint.model.source import Source
from clinlint.office.docx.parts import WordParts, parts_of
from clinlint.office.package import Package
from clinlint.office.parts import text_of

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
"""The same names as in ``sources.formats``, which stands above this package."""


def opened(data: bytes, name: str) -> Source:
    """The source in an archive; its paragraphs are looked for when somebody first asks.

    Raises:
        SourceError: when it is damaged, locked, hostile or no text document.
    """
    package = Package(data, name)
    from clinlint.office.odt.parts import is_open_document

    if is_open_document(package, name):
        from clinlint.office.odt.layout import TEXT_PARTS, layout

        paths = [path for path in TEXT_PARTS if path in package]
        if not paths:
            raise SourceError(f"{name}: this OpenDocument file has no {TEXT_PARTS[0]}, so there is no text in it")
        text, parts = text_of(package, paths, name)
        return Source(name, data, text, media_type=ODT, encoding="", parts=parts, layout=layout)
    found = parts_of(package, name)
    if found is None:
        kind = package.foreign()
        raise SourceError(f"{name}: this is {kind}, not text; save the article as .docx, HTML, Markdown or plain text")
    return _word(data, name, package, found)


def _word(data: bytes, name: str, package: Package, found: WordParts) -> Source:
    from clinlint.office.docx.layout import layout

    text, parts = text_of(package, found.text, name)
    return Source(name, data, text, media_type=DOCX, encoding="", parts=parts, layout=layout)
