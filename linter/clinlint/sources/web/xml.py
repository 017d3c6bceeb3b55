"""XML of strangers: without entities, external files or expansion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clinlint.errors import SourceError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def parsed(data: bytes, name: str) -> Element:
    """The root of a document.

    Raises:
        SourceError: when it is no XML, or declares entities.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(data)
    except ParseError as error:
        if data[:1024].lower().startswith((b"<!doctype html", b"<html")):
            raise SourceError(f"{name}: this is a page and no XML list; check the address") from None
        raise SourceError(f"{name}: this is no well-formed XML ({error}); the site's owner can mend it") from None
    except DefusedXmlException:
        raise SourceError(f"{name}: this XML declares entities, which are not read; the site must do without") from None
    except (LookupError, ValueError):
        raise SourceError(f"{name}: this XML is in an encoding that is not known; the site must use UTF-8") from None
    return root


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def child_text(element: Element, name: str) -> str:
    """The text of the first child with this name, or nothing."""
    return next(((child.text or "").strip() for child in element if local(child) == name), "")
