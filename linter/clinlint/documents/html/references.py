"""Character references, decoded one by one so that each keeps its place in the markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

_REFERENCE = re.compile(r"&(?:#(?P<number>[0-9]+|[xX][0-9a-fA-F]+);?|(?P<name>[A-Za-z][A-Za-z0-9]{0,31}));?")
_LONGEST_BARE_NAME = 6
_DIGITS_OF_LARGEST = 7
"""U+10FFFF has seven decimal and six hexadecimal digits; anything longer is no character."""


def references(text: str, start: int, end: int, *, attribute: bool = False) -> Iterator[tuple[int, int, str]]:
    """The character references in ``text[start:end]``: (start, end, what it stands for), in order.

    ``attribute`` applies the rule for attribute values: a name without its semicolon that runs on
    into ``=`` or a letter is no reference (``?a=1&copy=2``).
    """
    at = start
    while True:
        at = text.find("&", at, end)
        if at < 0:
            return
        match = _REFERENCE.match(text, at, end)
        found = _decode(text, match, end, attribute) if match else None
        if found is None:
            at += 1
            continue
        stop, decoded = found
        yield at, stop, decoded
        at = stop


def _decode(text: str, match: re.Match[str], end: int, attribute: bool) -> tuple[int, str] | None:
    if match["number"] is not None:
        return match.end(), _number(match["number"])
    name, behind = match["name"], match.end("name")
    if text.startswith(";", behind, end) and f"{name};" in html5:
        return behind + 1, html5[f"{name};"]
    for length in range(min(len(name), _LONGEST_BARE_NAME), 1, -1):
        if name[:length] in html5:
            stop = match.start() + 1 + length
            if attribute and stop < end and (text[stop].isalnum() or text[stop] == "="):
                return None
            return stop, html5[name[:length]]
    return None


def _number(digits: str) -> str:
    hexadecimal = digits[0] in "xX"
    digits = digits[1:] if hexadecimal else digits
    digits = digits.lstrip("0") or "0"
    if len(digits) > _DIGITS_OF_LARGEST:
        return "\ufffd"
    # html.unescape knows the windows-1252 meaning of 0x80 to 0x9F and the characters that are none.
    return unescape(f"&#x{digits};" if hexadecimal else f"&#{digits};")


def decode(text: str, *, attribute: bool = False) -> str:
    """``text`` with its character references replaced."""
    if "&" not in text:
        return text
    parts: list[str] = []
    at = 0
    for start, end, decoded in references(text, 0, len(text), attribute=attribute):
        parts.append(text[at:start])
        parts.append(decoded)
        at = end
    parts.append(text[at:])
    return "".join(parts)
