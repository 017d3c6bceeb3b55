"""Paragraphs of WordprocessingML (ECMA-376, part 1, chapter 17), as text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from clinlint.model.span import Span

_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PROPERTY = re.compile(r"<w:(\w+)[^>]*/>")
_PROPERTIES = ("rStyle", "b", "i", "color", "sz", "lang")
_PARTS = re.compile(r"([\t\n])")


def possible(text: str) -> str:
    """``text`` with U+FFFD for what XML cannot hold; every character keeps its place."""
    return _IMPOSSIBLE.sub("\ufffd", text)


def as_shown(text: str) -> str:
    """``text`` as it can be read from a Word file again: one kind of line end, U+FFFD for what XML cannot hold."""
    return _prepared(text).replace("\0", "")


def _prepared(text: str) -> str:
    """``text`` as shown, with every character at its place: U+0000 stands where none is to be seen."""
    return possible(text).replace("\r\n", "\0\n").replace("\r", "\n")


def run(text: str, properties: str = "", *, deleted: bool = False) -> str:
    """A run of text; nothing for an empty one."""
    return _run(_prepared(text), properties, deleted=deleted)


def _run(prepared: str, properties: str, *, deleted: bool = False) -> str:
    text = prepared.replace("\0", "")
    if not text:
        return ""
    name = "w:delText" if deleted else "w:t"
    parts = []
    for part in _PARTS.split(text):
        if part == "\t":
            parts.append("<w:tab/>")
        elif part == "\n":
            parts.append("<w:br/>")
        elif part:
            parts.append(f'<{name} xml:space="preserve">{escape(part)}</{name}>')
    kept = f"<w:rPr>{_ordered(properties)}</w:rPr>" if properties else ""
    return f"<w:r>{kept}{''.join(parts)}</w:r>"


def _ordered(properties: str) -> str:
    """Properties of a run as the schema wants them: each once, in its order."""
    elements = {match[1]: match[0] for match in _PROPERTY.finditer(properties)}
    return "".join(elements[name] for name in _PROPERTIES if name in elements)


def paragraph(content: str, style: str = "", properties: str = "") -> str:
    """A paragraph; ``properties`` are what stands behind its style."""
    named = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    kept = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{kept}{content}</w:p>"


class Numbers:
    """Numbers for changes, bookmarks and comments, each given once."""

    def __init__(self) -> None:
        self._next = 0

    def __call__(self) -> int:
        """The next number."""
        self._next += 1
        return self._next


@dataclass(frozen=True, slots=True)
class Revision:
    """One tracked change: ``span`` goes, ``text`` comes."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Style:
    """How a part of a text looks: properties of runs, and the relation of a link."""

    span: Span
    properties: str = ""
    link: str = ""


@dataclass(slots=True)
class Marks:
    """What stands in and around the text of one paragraph.

    Attributes:
        revisions: tracked changes that do not overlap.
        comments: numbers of comments with their ranges, in the order in which they are to be shown.
        bookmarks: names with their ranges.
        styles: parts that look different; links do not overlap each other.
    """

    revisions: list[Revision] = field(default_factory=list)
    comments: list[tuple[int, Span]] = field(default_factory=list)
    bookmarks: list[tuple[str, Span]] = field(default_factory=list)
    styles: list[Style] = field(default_factory=list)


class Writer:
    """Writes texts with their marks.

    Args:
        author, date: of the tracked changes; the date as ISO 8601 in UTC.
        numbers: where the numbers of changes and bookmarks come from.
    """

    def __init__(self, author: str, date: str, numbers: Numbers) -> None:
        self._who = f"w:author={quoteattr(author)} w:date={quoteattr(date)}"
        self._numbers = numbers

    def content(self, text: str, marks: Marks, properties: str = "") -> str:
        """The content of a paragraph; rejected it is ``text``, accepted it has the changes of ``marks`` made.

        Args:
            text: of the paragraph.
            marks: what is marked in it.
            properties: of all runs.
        """
        text = _prepared(text)
        starts, ends = self._edges(marks)
        revisions = sorted(marks.revisions, key=lambda r: (r.span.start, r.span.end))
        cuts = {0, len(text), *starts, *ends}
        for each in (*(r.span for r in revisions), *(s.span for s in marks.styles)):
            cuts |= {each.start, each.end}
        replaced = {r.span.start: r for r in revisions if len(r.span)}
        inserted: Mapping[int, list[Revision]] = defaultdict(list)
        for r in revisions:
            if not len(r.span):
                inserted[r.span.start].append(r)
        tokens: list[tuple[str, str]] = []
        going: Revision | None = None
        order = sorted(cuts)
        for at, place in enumerate(order):
            between, _ = _look(marks.styles, place, inside=True)
            if going is not None and going.span.end == place:
                tokens.append(self._inserted(going, marks.styles, properties))
                going = None
            tokens += [(mark, between) for mark in starts.get(place, ())]
            tokens += [self._inserted(r, marks.styles, properties) for r in inserted.get(place, ())]
            tokens += [(mark, between) for mark in ends.get(place, ())]
            going = replaced.get(place, going)
            if at + 1 < len(order):
                link, look = _look(marks.styles, place)
                part = text[place : order[at + 1]]
                tokens.append((self._run(part, look + properties, deleted=going is not None), link))
        return _grouped(tokens)

    def _edges(self, marks: Marks) -> tuple[Mapping[int, list[str]], Mapping[int, list[str]]]:
        starts: dict[int, list[str]] = defaultdict(list)
        ends: dict[int, list[str]] = defaultdict(list)
        for name, span in marks.bookmarks:
            number = self._numbers()
            starts[span.start].append(f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(name)}/>')
            ends[span.end].append(f'<w:bookmarkEnd w:id="{number}"/>')
        for number, span in marks.comments:
            starts[span.start].append(f'<w:commentRangeStart w:id="{number}"/>')
            ends[span.end].append(comment_end(number))
        return starts, ends

    def _inserted(self, revision: Revision, styles: Sequence[Style], properties: str) -> tuple[str, str]:
        link, look = _look(styles, revision.span.start, inside=not len(revision.span))
        if not revision.text:
            return "", link
        return f'<w:ins w:id="{self._numbers()}" {self._who}>{run(revision.text, look + properties)}</w:ins>', link

    def _run(self, text: str, properties: str, *, deleted: bool) -> str:
        made = _run(text, properties, deleted=deleted)
        return f'<w:del w:id="{self._numbers()}" {self._who}>{made}</w:del>' if deleted and made else made


def comment_end(number: int) -> str:
    """The end of a comment's range, with the sign that refers to it."""
    sign = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
    return f'<w:commentRangeEnd w:id="{number}"/>{sign}<w:commentReference w:id="{number}"/></w:r>'


def _look(styles: Iterable[Style], place: int, *, inside: bool = False) -> tuple[str, str]:
    """The link and the properties of the character at ``place``, or strictly inside of what is styled."""
    link = look = ""
    for style in styles:
        if style.span.start + inside <= place < style.span.end:
            link = style.link or link
            look += style.properties
    return link, look


def _grouped(tokens: Iterable[tuple[str, str]]) -> str:
    """The parts of a paragraph, those of a link together."""
    parts: list[str] = []
    current = ""
    for token, link in _not_empty(tokens):
        if link != current:
            parts.append("</w:hyperlink>" if current else "")
            parts.append(f"<w:hyperlink r:id={quoteattr(link)}>" if link else "")
            current = link
        parts.append(token)
    return "".join(parts) + ("</w:hyperlink>" if current else "")


def _not_empty(tokens: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((token, link) for token, link in tokens if token)
