"""Text as a cell of a spreadsheet can hold it, and back."""

from __future__ import annotations

import re

LONGEST = 32_767
"""The most characters (UTF-16 units, as spreadsheets count) of a cell."""

_CUT = " […]"
_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n]")


def fits(text: str) -> bool:
    """True for text that a cell can hold."""
    return _length(text) <= LONGEST


def cut(text: str, longest: int = LONGEST) -> str:
    """``text``, shortened with a mark at its end when it is longer than a cell."""
    if _length(text) <= longest:
        return text
    room = longest - len(_CUT)
    while _length(text) > room:
        text = text[: min(room, len(text) - max(1, (_length(text) - room) // 2))]
    return text + _CUT


def guarded(text: str) -> str:
    """``text`` with an apostrophe in front when a spreadsheet would take it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """What ``guarded`` was given."""
    return text[1:] if _GUARDED.match(text) else text


def _length(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)
