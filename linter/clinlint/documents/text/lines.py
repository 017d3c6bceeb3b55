"""The lines of a plain text: each with its place, indent and the mark that makes it a list item or a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

_LINE = re.compile(r"(?P<text>[^\r\n\x0b\x0c\x85\u2028\u2029]*)(?P<end>\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]|\Z)")
_SPACE = " \t\u00a0\u2007\u202f\u3000\u200b\ufeff"
_GAP = rf"(?:[{_SPACE}]+)(?=\S)"
_ROUND = "•‣◦▪▫●○■□·∙►▸➤➢✓✔☑"
_MARK = re.compile(
    rf"(?:(?P<round>[{_ROUND}])"
    rf"[{_SPACE}]*(?=\S)|(?P<dash>[*–—-]|\+(?![ (]*\d)|o(?=\t)){_GAP}"
    rf"|(?P<number>\(?(?P<value>\d{{1,3}})(?:\.|\))){_GAP}|\(?(?P<letter>[a-zA-Z]|[ivx]{{1,4}})\){_GAP})"
)
_TIGHT_MARK = re.compile(r"[*–—-](?=[^\W\d_])")
_DECORATION = re.compile(r"[=_*~#.•·–—-][=_*~#.•·\s–—-]+")
_HASHES = re.compile(rf"(?P<hashes>#{{1,6}}){_GAP}")
_TAB_WIDTH = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        start: where ``text`` begins in the source.
        text: the line without its end, its outer white space and its mark.
        indent: columns of white space before it.
        mark: the bullet that makes it a list item, ``1`` for numbers, ``a`` for letters; empty for other lines.
        number: the item's number where the list is numbered, 0 for items with letters, None for bullets.
        level: 1 to 6 where ``#`` makes it a heading, else 0.
        decoration: True for a line of nothing but dashes and the like.
    """

    start: int
    text: str
    indent: int = 0
    mark: str = ""
    number: int | None = None
    level: int = 0
    decoration: bool = False

    @property
    def end(self) -> int:
        """One behind the last character of ``text`` in the source."""
        return self.start + len(self.text)

    @property
    def bullet(self) -> bool:
        """True for a list item."""
        return bool(self.mark)

    @property
    def blank(self) -> bool:
        """True when there is nothing on the line."""
        return not self.text


def lines_of(text: str) -> list[Line]:
    """The lines of a text in order; CR, LF, CRLF, form feeds and the Unicode line ends all end one."""
    found = [_line(match.start(), match["text"]) for match in _all_lines(text)]
    marked = [_with_tight_mark(found, number) for number in range(len(found))]
    return _with_first_indent(marked)


def _all_lines(text: str) -> Iterator[re.Match[str]]:
    for match in _LINE.finditer(text):
        yield match
        if match.end() == len(text):
            return


def _line(start: int, raw: str) -> Line:
    stripped = raw.strip(_SPACE)
    before = raw[: len(raw) - len(raw.lstrip(_SPACE))]
    at = start + len(before)
    indent = sum(_TAB_WIDTH if c == "\t" else 0 if c in "\u200b\ufeff" else 1 for c in before)
    if len(stripped) > 2 and _DECORATION.fullmatch(stripped):
        return Line(at, stripped, indent, decoration=True)
    hashes = _HASHES.match(stripped)
    if hashes:
        return Line(at + hashes.end(), stripped[hashes.end() :], indent, level=len(hashes["hashes"]))
    mark = _MARK.match(stripped)
    if mark:
        number = int(mark["value"]) if mark["number"] else 0 if mark["letter"] else None
        sign = "1" if mark["number"] else "a" if mark["letter"] else mark["round"] or mark["dash"]
        return Line(at + mark.end(), stripped[mark.end() :], indent, sign, number)
    return Line(at, stripped, indent)


def _with_tight_mark(lines: Sequence[Line], number: int) -> Line:
    """Reads ``-Fever`` as a list item where a neighbour is written the same way, or a colon leads to it."""
    line = lines[number]
    if line.bullet or line.decoration or not _TIGHT_MARK.match(line.text):
        return line
    before = lines[number - 1] if number else None
    after = lines[number + 1] if number + 1 < len(lines) else None
    alike = any(other and _TIGHT_MARK.match(other.text) for other in (before, after))
    if alike or (before and before.text.endswith(":")):
        return replace(line, start=line.start + 1, text=line.text[1:], mark=line.text[0])
    return line


def _with_first_indent(lines: list[Line]) -> list[Line]:
    """Gives the first item of a text the indent of the others: pasting often strips the very first line only."""
    first = next((number for number, line in enumerate(lines) if not line.blank), len(lines))
    run = list(takewhile(lambda line: line.bullet or line.blank, lines[first:]))
    marks = [line for line in run if line.bullet]
    if len(marks) > 1 and marks[0].indent == 0 and marks[0].mark == marks[1].mark and marks[0].mark in _ROUND:
        indent = min(line.indent for line in marks[1:])
        if indent == marks[1].indent:
            lines[first] = replace(marks[0], indent=indent)
    return lines
