"""The elements of a page that rules on the page as a whole ask for, from the same tokens that its text is read from."""

from __future__ import annotations

from dataclasses import dataclass, field

from clinlint.documents.html.elements import HEADINGS, VOID
from clinlint.documents.html.references import decode
from clinlint.documents.html.tokens import Token, TokenKind
from clinlint.model.page import PageElement
from clinlint.model.span import Span

_REGIONS = frozenset({"nav", "header", "footer", "aside", "article", "main", "form"})
_WITH_CONTENT = frozenset({"title", "a", "time"}) | set(HEADINGS)
_ALONE = frozenset({"html", "meta", "link", "img"})
_STARTS = _WITH_CONTENT | _ALONE | _REGIONS
_MICRODATA = ("itemprop", "itemtype")
_LONGEST_TEXT = 2_000
"""Characters of an element's text that are kept; scripts are kept whole."""
_START, _END = TokenKind.START, TokenKind.END


class KeptTokens:
    """Of the tokens of a page those that its elements of interest are made of; made into elements on demand."""

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._tokens: list[Token] = []
        self._open = 0

    def take(self, token: Token) -> None:
        """Keeps the next token, or lets it go."""
        kind = token.kind
        if kind is _START:
            if token.name in _STARTS or (token.attributes and _is_special(token)):
                self._tokens.append(token)
                self._open += _holds_text(token)
        elif kind is _END:
            if self._open or token.name in _REGIONS:
                self._tokens.append(token)
                self._open -= self._open > 0 and token.name in _WITH_CONTENT
        elif self._open:
            self._tokens.append(token)

    def elements(self) -> tuple[PageElement, ...]:
        """The elements in order of their start tags; linear in the number of kept tokens."""
        reading = _Reading(self._markup)
        for token in self._tokens:
            reading.take(token)
        return reading.finish()


def _is_special(token: Token) -> bool:
    if token.name == "script":
        return "ld+json" in (token.get("type") or "").lower()
    return any(attribute.name in _MICRODATA for attribute in token.attributes)


def _holds_text(token: Token) -> bool:
    if token.name in _WITH_CONTENT or token.name == "script":
        return True
    return token.name not in VOID and token.get("itemprop") is not None


@dataclass(slots=True)
class _Open:
    place: int
    name: str
    start: int
    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, text: str) -> None:
        if self.length < _LONGEST_TEXT:
            self.parts.append(text)
            self.length += len(text)


class _Reading:
    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._found: list[PageElement] = []
        self._regions: list[str] = []
        self._opened: list[_Open] = []

    def take(self, token: Token) -> None:
        if token.kind is _START:
            self._start(token)
        elif token.kind is _END:
            self._end(token)
        elif self._opened:
            self._text(token)

    def _start(self, token: Token) -> None:
        if token.name in _REGIONS:
            self._regions.append(token.name)
            if not _is_special(token):
                return
        attributes: dict[str, str] = {}
        for attribute in token.attributes:
            attributes.setdefault(attribute.name, attribute.value)
        span = Span(token.start, token.end)
        empty = Span(token.end, token.end)
        self._found.append(PageElement(token.name, span, attributes, empty, "", tuple(self._regions)))
        if token.name == "img":
            for element in self._opened:
                element.add(attributes.get("alt", ""))
        if _holds_text(token):
            self._opened.append(_Open(len(self._found) - 1, token.name, token.end))

    def _text(self, token: Token) -> None:
        raw = self._markup[token.start : token.end]
        if self._opened[-1].name == "script":
            self._opened[-1].parts.append(raw)
        elif token.kind is TokenKind.TEXT:
            text = decode(raw, attribute=False)
            for element in self._opened:
                element.add(text)

    def _end(self, token: Token) -> None:
        if token.name in _REGIONS and token.name in self._regions:
            del self._regions[len(self._regions) - 1 - self._regions[::-1].index(token.name) :]
        for number in range(len(self._opened) - 1, -1, -1):
            if self._opened[number].name == token.name:
                for last in self._opened[number:]:
                    self._close(last, token.start)
                del self._opened[number:]
                return

    def _close(self, opened: _Open, end: int) -> None:
        element = self._found[opened.place]
        text = "".join(opened.parts)
        self._found[opened.place] = PageElement(
            element.name,
            element.span,
            element.attributes,
            Span(opened.start, end),
            text if opened.name == "script" else " ".join(text.split()),
            element.inside,
        )

    def finish(self) -> tuple[PageElement, ...]:
        for opened in self._opened:
            self._close(opened, len(self._markup))
        return tuple(self._found)
