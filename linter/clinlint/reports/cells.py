"""Text as a terminal shows it: what must not reach it, how wide it is, and where its lines break."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from clinlint.model.span import Span

# Latin, Greek and Cyrillic letters and common punctuation: one column and one grapheme each, so that
# most texts need no tables of widths.
_NARROW = re.compile(r"[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*+")
_JOINERS = "\u200c\u200d"
"""They shape letters and emoji and are harmless; all other format characters are shown as escapes."""


def _is_safe(character: str) -> bool:
    if " " <= character <= "~":
        return True
    category = unicodedata.category(character)
    return category not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") or character in _JOINERS


def _escaped(character: str) -> str:
    number = ord(character)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def visible(text: str) -> str:
    """``text`` on one line, with control, format and bidirectional characters as Python would escape them."""
    if _NARROW.fullmatch(text):
        return text
    return "".join(c if _is_safe(c) else _escaped(c) for c in text)


class Cell(NamedTuple):
    """One character as the reader sees it, with its marks; ``width`` in columns."""

    shown: str
    width: int
    marked: bool = False

    @property
    def is_space(self) -> bool:
        """True where a line may break."""
        return self.shown == " "


def cells(text: str, marked: Span | None = None) -> list[Cell]:
    """The cells of ``text``; those that ``marked`` touches are marked."""
    if _NARROW.fullmatch(text):
        start, end = (marked.start, marked.end) if marked else (0, 0)
        return [Cell(character, 1, start <= at < end) for at, character in enumerate(text)]
    found: list[Cell] = []
    at = 0
    for part in _graphemes(text):
        end = at + len(part)
        is_marked = marked is not None and marked.start < end and at < marked.end
        shown = visible(part)
        found.append(Cell(shown, len(shown) if shown != part else _width(part), is_marked))
        at = end
    return found


def _graphemes(text: str) -> Iterator[str]:
    if _NARROW.fullmatch(text):
        yield from text
        return
    from wcwidth import iter_graphemes

    for part in iter_graphemes(text):
        if len(part) == 1 or all(map(_is_safe, part)):
            yield part
        else:
            yield from part


def _width(part: str) -> int:
    if _NARROW.fullmatch(part):
        return len(part)
    from wcwidth import wcswidth

    return max(0, wcswidth(part))


def width_of(text: str) -> int:
    """Columns that ``text`` takes once it is made visible."""
    return sum(cell.width for cell in cells(text))


def wrapped(row: list[Cell], width: int) -> Iterator[list[Cell]]:
    """``row`` in lines of at most ``width`` columns, broken behind spaces where there are some.

    No cell is lost; spaces at a break may stand out behind the line's end.
    """
    line: list[Cell] = []
    used = breakable = 0
    for cell in row:
        while line and used + cell.width > width and not cell.is_space:
            cut = breakable or len(line)
            yield line[:cut]
            line = line[cut:]
            used, breakable = sum(c.width for c in line), 0
        line.append(cell)
        used += cell.width
        if cell.is_space:
            breakable = len(line)
    yield line


def underline(line: list[Cell]) -> str:
    """Carets below the marked cells of a line; empty when none is marked."""
    return "".join(("^" if cell.marked else " ") * cell.width for cell in line).rstrip()
