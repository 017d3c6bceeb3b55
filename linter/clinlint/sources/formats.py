"""What a file is: its media type from its name or its first characters, and whether it is text at all."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"

EXTENSIONS = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".json": "application/json",
    ".docx": DOCX,
    ".docm": DOCX,
    ".odt": ODT,
}
"""Media types by file-name extension; folders are searched for these."""

ARCHIVES = frozenset({DOCX, ODT})
"""Media types of files that are archives."""

ARCHIVE, OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
"""How archives and the files of old Office programs begin."""

HEAD = 65_536
"""How many bytes or characters from the start are looked at to tell what a file is."""

_TAG_NAMES = (
    "html|head|title|meta|link|body|main|article|section|header|footer|nav|aside|div|p|h[1-6]|ul|ol|li|dl|dt|dd|table|"
    "thead|tbody|tr|td|th|blockquote|pre|figure|figcaption|img|a|span|strong|em|b|i|u|br|hr|form|iframe|script|style"
)
_LEADING = re.compile(r"(?:[\s\ufeff]++|<!--(?:[^-]|-(?!->))*+-->|<\?xml\b[^>]*+>)*+", re.IGNORECASE)
_OPENING = re.compile(rf"<!doctype\s+html\b|</?(?:{_TAG_NAMES})(?=[\s/>])[^<>]*+>", re.IGNORECASE)
_CLOSING = re.compile(rf"</(?:{_TAG_NAMES})\s*>", re.IGNORECASE)
_XML = re.compile(r"<\?xml\b", re.IGNORECASE)

_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x7fELF", "a program"),
)
_CONTROLS = bytes([*range(1, 9), *range(14, 27), *range(28, 32)])


def extension_of(name: str) -> str:
    """The extension of a path or of a URL's path, in lower case with its dot; empty when there is none."""
    if "://" in name:
        try:
            name = urlsplit(name).path
        except ValueError:
            return ""
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()


def media_type_of(name: str, head: str) -> str:
    """The media type of a file, from its extension where that says it, else from its first characters.

    Markdown is never guessed: without its extension it cannot be told from plain text.
    """
    return EXTENSIONS.get(extension_of(name)) or _sniffed(head[:HEAD])


def _sniffed(head: str) -> str:
    leading = _LEADING.match(head)
    start = leading.end() if leading else 0
    if _OPENING.match(head, start):
        return "application/xhtml+xml" if _XML.match(head.lstrip("\ufeff \t\r\n")) else "text/html"
    if _XML.match(head.lstrip("\ufeff \t\r\n")):
        return "application/xml"
    if head[start : start + 1] in ("{", "[") and '"rendered"' in head:
        return "application/json"
    return "text/html" if _CLOSING.search(head) else "text/plain"


def binary_kind(data: bytes) -> str | None:
    """What a file without a Unicode byte-order mark is that is no text, such as ``a PDF document``; else None."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "a WebP image"
    nul = data.find(b"\0")
    if nul >= 0:
        return f"binary data (a NUL byte at byte {nul:,})"
    head = data[:HEAD]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "binary data (mostly control characters)" if controls * 10 > len(head) else None
