"""The parts of an archive that hold text: decoded, one behind the other."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable

from clinlint.errors import SourceError
from clinlint.model.manuscript import Part
from clinlint.model.span import Span
from clinlint.office.package import Package
from clinlint.office.xml import Node, XmlError, parse

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARATION = re.compile(rb"""<\?xml\b[^>]*?\bencoding\s*=\s*["']([A-Za-z][\w.:-]{0,40})["']""")


def decoded(data: bytes) -> tuple[str, str, bytes]:
    """The text of an XML file, its codec and its byte-order mark.

    Raises:
        ValueError: when its bytes are not in the encoding that they should be in.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec), codec, mark
    if data[:2] in (b"<\0", b"\0<"):
        codec = "utf-16-le" if data[0] else "utf-16-be"
        return data.decode(codec), codec, b""
    declared = _DECLARATION.match(data)
    codec = declared[1].decode("ascii").lower() if declared else "utf-8"
    try:
        return data.decode(codec), codecs.lookup(codec).name, b""
    except LookupError:
        raise ValueError(f"its encoding {codec!r} is not known") from None


def encoded(text: str, part: Part) -> bytes:
    """The bytes of a part with this text; what its encoding lacks becomes a reference."""
    return part.mark + text.encode(part.encoding, "xmlcharrefreplace")


def text_of(package: Package, paths: Iterable[str], name: str) -> tuple[str, tuple[Part, ...]]:
    """The text of the parts at these paths, and where each stands in it.

    Raises:
        SourceError: when one cannot be read or decoded.
    """
    texts: list[str] = []
    parts: list[Part] = []
    at = 0
    for path in paths:
        try:
            text, codec, mark = decoded(package.read(path))
        except ValueError as error:
            raise broken(name, path, str(error)) from None
        texts.append(text)
        parts.append(Part(path, Span(at, at + len(text)), codec, mark))
        at += len(text)
    return "".join(texts), tuple(parts)


def tree_of(package: Package, path: str, name: str) -> Node:
    """The tree of one part that is read for itself.

    Raises:
        SourceError: when it cannot be read.
    """
    try:
        return parse(decoded(package.read(path))[0])
    except ValueError as error:
        raise broken(name, path, str(error)) from None


def tree_in(text: str, part: Part, name: str) -> Node:
    """The tree of a part of the text, with places in the whole text.

    Raises:
        SourceError: when it is broken.
    """
    try:
        return parse(part.span.of(text), part.span.start)
    except XmlError as error:
        raise broken(name, part.name, str(error)) from None


def broken(name: str, path: str, reason: str) -> SourceError:
    """What to say of a part that cannot be read."""
    return SourceError(f"{name}: {path}: {reason}; open the document in its program and save it anew")
