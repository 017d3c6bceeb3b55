"""From byte offsets of the UTF-8 form of a text to code points."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_TWO_BYTES, _THREE_BYTES = 0x800, 0x10000


class CodePoints:
    """Answers in logarithmic time, with memory only for the characters beyond ASCII."""

    def __init__(self, text: str) -> None:
        self._ends = array("Q")
        self._extra = array("Q", [0])
        extra = 0
        for match in _BEYOND_ASCII.finditer(text):
            point = ord(match.group())
            extra += 1 if point < _TWO_BYTES else 2 if point < _THREE_BYTES else 3
            self._ends.append(match.end() + extra)
            self._extra.append(extra)

    def at(self, byte: int) -> int:
        """The code point that begins at this byte."""
        return byte - self._extra[bisect_right(self._ends, byte)]
