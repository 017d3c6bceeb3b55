"""What of a Word file that clinlint wrote is read again: its stories, what it remembers, and who saved it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, ParseError

from clinlint.errors import SourceError
from clinlint.office.docx.parts import WordParts
from clinlint.office.package import Package
from clinlint.review.word.facts import ELEMENT

_BY = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastModifiedBy"
_AT = "{http://purl.org/dc/terms/}modified"


def stories(package: Package, parts: WordParts, instead: Mapping[str, bytes] | None = None) -> Iterator[Element]:
    """The text of a Word file and its notes, for ``review.word.paragraphs``.

    Args:
        package: the file.
        parts: its parts.
        instead: new content of some parts, by path.

    Raises:
        SourceError: when one of them cannot be read.
    """
    for path in (parts.main, parts.footnotes, parts.endnotes):
        if path:
            yield _xml(path, (instead or {}).get(path) or package.read(path))


def facts_text(package: Package) -> str | None:
    """What clinlint wrote into a Word file; None when it wrote nothing.

    Raises:
        SourceError: when the file is damaged.
    """
    path = facts_path(package)
    return _xml(path, package.read(path)).text or "" if path else None


def facts_path(package: Package) -> str:
    """Where clinlint wrote it; empty when it wrote nothing.

    Raises:
        SourceError: when the file is damaged.
    """
    candidates = (path for path in package.members if path.startswith("customXml/item") and path.endswith(".xml"))
    own = (path for path in candidates if "Props" not in path and _xml(path, package.read(path)).tag == ELEMENT)
    return next(own, "")


def saved(package: Package, parts: WordParts) -> tuple[str, str]:
    """Who saved a Word file last, and when, as it says.

    Raises:
        SourceError: when the file is damaged.
    """
    if not parts.core:
        return "", ""
    core = _xml(parts.core, package.read(parts.core))
    return (core.findtext(_BY) or "").strip(), (core.findtext(_AT) or "").strip()


def _xml(path: str, data: bytes) -> Element:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        found: Element = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise SourceError(f"{path} of the Word file cannot be read ({error}); save the file again") from error
    return found
