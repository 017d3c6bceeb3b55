"""Paragraphs of WordprocessingML (ECMA-376, part 1, chapter 17), as text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from clinlint.model.span import Span

_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PROPERTY = re.compile(r"<w:(\w+)[^>]*/>")
_PROPERTIES = ("rStyle", "b", "i", "color", "sz", "vertAlign", "lang")
_PARTS = re.compile(r"([\t\n])")


def possible(text: str) -> str:
    """``text`` with U+FFFD for what XML cannot hold; every character keeps its place."""
    return _IMPOSSIBLE.sub("\ufffd", text)


def _prepared(text: str) -> str:
    """``text`` as shown, with every character at its place: U+0000 stands where none is to be seen."""
    return possible(text).replace("\r\n", "\0\n").replace("\r", "\n")


def run(text: str, properties: str = "", *, deleted: bool = False) -> str:
    """A run of text; nothing for an empty one."""
    return _run(_prepared(text), properties, deleted=deleted)


def _run(prepared: str, properties: str, *, deleted: bool = False) -> str:
    characters = _characters(prepared, deleted=deleted)
    kept = f"<w:rPr>{_ordered(properties)}</w:rPr>" if properties else ""
    return f"<w:r>{kept}{characters}</w:r>" if characters else ""


def run_like(text: str, look: str) -> str:
    """A run of text that looks like one that there is; ``look`` is that one's element of properties."""
    return f"<w:r>{look}{_characters(_prepared(text))}</w:r>"


def _characters(prepared: str, *, deleted: bool = False) -> str:
    text = prepared.replace("\0", "")
    name = "w:delText" if deleted else "w:t"
    parts = []
    for part in _PARTS.split(text):
        if part == "\t":
            parts.append("<w:tab/>")
        elif part == "\n":
            parts.append("<w:br/>")
        elif part:
            parts.append(f'<{name} xml:space="preserve">{escape(part)}</{name}>')
    return "".join(parts)


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
    """Numbers for changes, bookmarks and comments, each given once.

    Args:
        taken: numbers that others use.
    """

    def __init__(self, taken: Collection[int] = ()) -> None:
        self._taken = frozenset(taken)
        self._next = 0

    def __call__(self) -> int:
        """The next number."""
        self._next += 1
        while self._next in self._taken:
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


@dataclass(frozen=True, slots=True)
class Event:
    """Something that goes between two characters of a text.

    Attributes:
        place: in the text.
        span: what it is about; it stands at one of its ends.
        revision: whose text comes here; None for a mark.
        markup: of a mark; empty for a revision.
        opens: True for a mark at the beginning of ``span``.
        comment: True for a mark of a comment.
    """

    place: int
    span: Span
    revision: Revision | None = None
    markup: str = ""
    opens: bool = False
    comment: bool = False


class Writer:
    """Writes texts with their marks.

    Args:
        author, date: of the tracked changes; the date as ISO 8601 in UTC.
        numbers: where the numbers of changes and bookmarks come from.
        reference: the character style of signs that refer to comments; empty for none.
    """

    def __init__(self, author: str, date: str, numbers: Numbers, reference: str = "CommentReference") -> None:
        self._who = f"w:author={quoteattr(author)} w:date={quoteattr(date)}"
        self._numbers = numbers
        self.reference = reference

    def content(self, text: str, marks: Marks, properties: str = "") -> str:
        """The content of a paragraph; rejected it is ``text``, accepted it has the changes of ``marks`` made.

        Args:
            text: of the paragraph.
            marks: what is marked in it.
            properties: of all runs.
        """
        text = _prepared(text)
        events: Mapping[int, list[Event]] = defaultdict(list)
        for event in self.events(marks):
            events[event.place].append(event)
        cuts = {0, len(text), *events}
        for each in (*(r.span for r in marks.revisions), *(s.span for s in marks.styles)):
            cuts |= {each.start, each.end}
        gone = sorted(revision.span for revision in marks.revisions if len(revision.span))
        tokens: list[tuple[str, str]] = []
        order = sorted(cuts)
        for at, place in enumerate(order):
            between, _ = _look(marks.styles, place, inside=True)
            for event in events.get(place, ()):
                if event.revision is None:
                    tokens.append((event.markup, between))
                else:
                    link, look = _look(marks.styles, event.span.start, inside=not len(event.span))
                    tokens.append((self.inserted(run(event.revision.text, look + properties)), link))
            if at + 1 < len(order):
                link, look = _look(marks.styles, place)
                while gone and gone[0].end <= place:
                    gone.pop(0)
                deleted = bool(gone) and gone[0].start <= place
                made = _run(text[place : order[at + 1]], look + properties, deleted=deleted)
                tokens.append((self.deleted(made) if deleted else made, link))
        return _grouped(tokens)

    def events(self, marks: Marks) -> list[Event]:
        """What goes between the characters, in order.

        At one place: what comes for what goes, what begins, what comes without anything going, what ends.
        """
        comes = [Event(r.span.end, r.span, r) for r in marks.revisions if r.text]
        begins: list[Event] = []
        ends: list[Event] = []
        for name, span in marks.bookmarks:
            number = self._numbers()
            start = f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(name)}/>'
            begins.append(Event(span.start, span, None, start, opens=True))
            ends.append(Event(span.end, span, None, f'<w:bookmarkEnd w:id="{number}"/>'))
        for number, span in marks.comments:
            start = f'<w:commentRangeStart w:id="{number}"/>'
            begins.append(Event(span.start, span, None, start, opens=True, comment=True))
            ends.append(Event(span.end, span, None, comment_end(number, self.reference), comment=True))
        replaced = [event for event in comes if len(event.span)]
        inserted = [event for event in comes if not len(event.span)]
        return sorted((*replaced, *begins, *inserted, *ends), key=lambda event: event.place)

    def comment(self, number: int, paragraphs: str) -> str:
        """A comment; the text refers to it by its number."""
        return f'<w:comment w:id="{number}" {self._who} w:initials="CL">{paragraphs}</w:comment>'

    def inserted(self, runs: str) -> str:
        """Runs that are to come; nothing for none."""
        return f'<w:ins w:id="{self._numbers()}" {self._who}>{runs}</w:ins>' if runs else ""

    def deleted(self, runs: str) -> str:
        """Runs of deleted text that are to go; nothing for none."""
        return f'<w:del w:id="{self._numbers()}" {self._who}>{runs}</w:del>' if runs else ""


def comment_end(number: int, style: str = "CommentReference") -> str:
    """The end of a comment's range, with the sign that refers to it, in a character style where one is named."""
    look = f"<w:rPr><w:rStyle w:val={quoteattr(style)}/></w:rPr>" if style else ""
    return f'<w:commentRangeEnd w:id="{number}"/><w:r>{look}<w:commentReference w:id="{number}"/></w:r>'


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
