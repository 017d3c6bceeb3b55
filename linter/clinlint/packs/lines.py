"""Finds the line of a pack file that an error message should name."""

from __future__ import annotations

import re
from functools import cached_property

_ENTRY = re.compile(r"[ \t]*\[\[[ \t]*entry[ \t]*\]\]")


class Lines:
    """Line numbers (1-based) of a TOML text's tables and keys.

    ``tomllib`` keeps no positions, so the headers are found again in the text; a header inside a
    multi-line string can only move a line number, never change what is read.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _lines(self) -> list[str]:
        return self._text.splitlines()

    @cached_property
    def _entries(self) -> list[int]:
        return [number for number, line in enumerate(self._lines, 1) if _ENTRY.match(line)]

    @cached_property
    def _tables(self) -> dict[str, int]:
        headers = (
            (line.strip(), number) for number, line in enumerate(self._lines, 1) if line.lstrip().startswith("[")
        )
        found: dict[str, int] = {}
        for header, number in headers:
            found.setdefault(header[1 : header.find("]")], number)
        return found

    def entry(self, number: int, key: str | None = None) -> int:
        """The line of the entry with this number (from 0), or of one of its keys."""
        if number >= len(self._entries):
            return 1
        start = self._entries[number]
        end = self._entries[number + 1] if number + 1 < len(self._entries) else len(self._lines) + 1
        return self._key(key, start, end) if key else start

    def table(self, name: str, key: str | None = None) -> int:
        """The line of the table ``[name]``, or of one of its keys; 1 when the text has none."""
        number = self._tables.get(name)
        if number is None:
            return 1
        return self._key(key, number, len(self._lines) + 1) if key else number

    def _key(self, key: str, start: int, end: int) -> int:
        wanted = re.compile(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*=")
        for number in range(start, end):
            if wanted.match(self._lines[number - 1]):
                return number
        return start
