"""Text of strangers on a page: nothing in it is lost, nothing in it acts."""

from __future__ import annotations

import re

from clinlint.reports.cells import visible
from clinlint.reports.escaping import encodable

_CONTROLS = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"},
    ord("\r"): ord("\n"),
    0x7F: 0x2421,
}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def printable(text: str) -> str:
    """``text``, character for character, as an HTML parser gives it back: controls as their pictures (``␀``)."""
    return encodable(text.translate(_CONTROLS))


def one_line(text: str) -> str:
    """``text`` on one line; characters that nobody sees or that turn the line around become escapes."""
    return visible(text.replace("\n", " "))


def language_tag(text: str) -> str:
    """``text`` where it may be the value of a ``lang`` attribute, else nothing."""
    text = text.replace("_", "-")
    return text if _LANGUAGE.fullmatch(text) else ""


def sentence(text: str) -> str:
    """``text`` with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]
