"""Text that formats cannot hold as it is."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from clinlint.reports.cells import visible

_SURROGATE = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> str:
    """``text`` with U+FFFD for lone surrogates, which strict readers of JSON and UTF-8 refuse."""
    return _SURROGATE.sub("\ufffd", text)


def in_xml(text: str) -> str:
    """``text`` on one line without what XML has no place for; the last two are no characters of any script."""
    return visible(text).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")


def attribute(text: str) -> str:
    """``text`` for an XML attribute in double quotes: on one line, control characters as escapes."""
    return escape(in_xml(text), {'"': "&quot;"})


def content(text: str) -> str:
    """``text`` for the content of an XML element: control characters as escapes, line ends kept.

    No section of CDATA is needed, so nothing in the text can end one.
    """
    return "\n".join(escape(in_xml(line)) for line in text.splitlines())
