"""HTML markup as a stream of tokens, each at its exact place; after the WHATWG tokenizer, in linear time.

Every character is looked at a bounded number of times: a construct that never closes ends the file,
as in a browser, so that nothing is scanned again. See https://html.spec.whatwg.org/multipage/parsing.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from clinlint.documents.html.references import decode


class TokenKind(Enum):
    """What a token is."""

    TEXT = "text"
    LITERAL = "literal"
    """Text without character references: the content of ``<script>``, ``<style>``, CDATA …"""
    START = "start"
    END = "end"
    COMMENT = "comment"
    DOCTYPE = "doctype"


class Attribute(NamedTuple):
    """One attribute of a start tag; ``start`` and ``end`` bound the raw value, quotes left out."""

    name: str
    raw: str
    start: int
    end: int

    @property
    def value(self) -> str:
        """The value with its character references decoded."""
        return decode(self.raw, attribute=True)


class Token(NamedTuple):
    """One token: ``markup[start:end]``; ``name`` is lower-case, for tags."""

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    attributes: tuple[Attribute, ...] = ()

    def get(self, name: str) -> str | None:
        """The value of the first attribute of that name, decoded; None when there is none."""
        for attribute in self.attributes:
            if attribute.name == name:
                return attribute.value
        return None


RAW_TEXT = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes", "noscript"})
"""Elements whose content is not markup and holds no references (noscript: as where scripts run)."""
ESCAPABLE_RAW_TEXT = frozenset({"textarea", "title"})
"""Elements whose content is not markup but may hold references."""

_WHOLE_ATTRIBUTE = re.compile(
    r"[ \t\n\f\r/]*+(=?[^ \t\n\f\r/>=]++)[ \t\n\f\r]*+=[ \t\n\f\r]*+"
    r"""(?:"([^"]*+)"|'([^']*+)'|([^ \t\n\f\r>"'][^ \t\n\f\r>]*+))"""
)
"""An attribute with its value; all others (no value, an open quote) go the long way."""
_MARKUP = re.compile(r"<(?=[A-Za-z/!?])")
_TAG_NAME = re.compile(r"[^ \t\n\f\r/>]*")
_BEFORE_ATTRIBUTE = re.compile(r"[ \t\n\f\r/]*")
_ATTRIBUTE_NAME = re.compile(r"=?[^ \t\n\f\r/>=]*")
_EQUALS = re.compile(r"[ \t\n\f\r]*=[ \t\n\f\r]*")
_UNQUOTED = re.compile(r"[^ \t\n\f\r>]*")
_COMMENT_END = re.compile(r"--!?>")
_SCRIPT = re.compile(r"<!--|-->|<(/?)script(?=[ \t\n\f\r/>])", re.IGNORECASE)
_RAW_END = {name: re.compile(rf"</{name}(?=[ \t\n\f\r/>])", re.IGNORECASE) for name in RAW_TEXT | ESCAPABLE_RAW_TEXT}


def tokenize(
    markup: str, *, xml: bool = False, comments: bool = False, opened: frozenset[int] = frozenset()
) -> Iterator[Token]:
    """The tokens of ``markup`` in order; with ``xml``, CDATA sections are text and not comments.

    Comments are left out unless ``comments`` asks for them. ``opened`` says where the content of those ``<noscript>``
    begins that is read as markup.
    """
    at, length = 0, len(markup)
    while at < length:
        found = _MARKUP.search(markup, at)
        start = found.start() if found else length
        if start > at:
            yield Token(TokenKind.TEXT, at, start)
        if start == length:
            return
        token = _markup(markup, start, xml)
        if token is None:
            return
        if token.end > token.start and (comments or token.kind is not TokenKind.COMMENT):
            yield token
        at = token.end + len("]]>") if token.kind is TokenKind.LITERAL else token.end
        if token.kind is TokenKind.START and token.name in _RAW_END and at not in opened:
            end = _raw_end(markup, at, token.name)
            if end > at:
                kind = TokenKind.TEXT if token.name in ESCAPABLE_RAW_TEXT else TokenKind.LITERAL
                yield Token(kind, at, end, token.name)
            at = end
        elif token.kind is TokenKind.START and token.name == "plaintext":
            if at < length:
                yield Token(TokenKind.LITERAL, at, length, "plaintext")
            return


def _markup(markup: str, start: int, xml: bool) -> Token | None:
    """The tag, comment or declaration at ``start``; None when the file ends inside a tag."""
    after = markup[start + 1]
    if after == "/":
        if start + 2 == len(markup):
            return Token(TokenKind.TEXT, start, start + 2)
        if not (markup[start + 2].isascii() and markup[start + 2].isalpha()):
            return _bogus_comment(markup, start)
        return _tag(markup, start, start + 2, TokenKind.END)
    if after == "?":
        return _bogus_comment(markup, start)
    if after != "!":
        return _tag(markup, start, start + 1, TokenKind.START)
    if markup.startswith("<!--", start):
        return _comment(markup, start)
    if markup[start + 2 : start + 9].lower() == "doctype":
        token = _bogus_comment(markup, start)
        return Token(TokenKind.DOCTYPE, start, token.end)
    if xml and markup.startswith("<![CDATA[", start):
        end = markup.find("]]>", start + 9)
        return Token(TokenKind.LITERAL, start + 9, len(markup) if end < 0 else end, "cdata")
    return _bogus_comment(markup, start)


def _bogus_comment(markup: str, start: int) -> Token:
    end = markup.find(">", start)
    return Token(TokenKind.COMMENT, start, len(markup) if end < 0 else end + 1)


def _comment(markup: str, start: int) -> Token:
    for empty in ("<!-->", "<!--->"):
        if markup.startswith(empty, start):
            return Token(TokenKind.COMMENT, start, start + len(empty))
    end = _COMMENT_END.search(markup, start + 4)
    return Token(TokenKind.COMMENT, start, end.end() if end else len(markup))


def _tag(markup: str, start: int, name_start: int, kind: TokenKind) -> Token | None:
    match = _TAG_NAME.match(markup, name_start)
    at = match.end() if match else name_start
    name = markup[name_start:at].lower()
    if markup.startswith(">", at):
        return Token(kind, start, at + 1, name)
    length = len(markup)
    attributes: list[Attribute] = []
    while True:
        whole = _WHOLE_ATTRIBUTE.match(markup, at)
        if whole:
            group = whole.lastindex or 2
            first, last = whole.span(group)
            attributes.append(Attribute(whole[1].lower(), whole[group], first, last))
            at = whole.end()
            if markup.startswith(">", at):
                return Token(kind, start, at + 1, name, tuple(attributes))
            continue
        at = _skip(_BEFORE_ATTRIBUTE, markup, at)
        if at >= length:
            return None
        if markup[at] == ">":
            return Token(kind, start, at + 1, name, tuple(attributes))
        name_end = _skip(_ATTRIBUTE_NAME, markup, at)
        attribute = markup[at:name_end].lower()
        equals = _EQUALS.match(markup, name_end)
        if equals is None:
            attributes.append(Attribute(attribute, "", name_end, name_end))
            at = name_end
            continue
        at = equals.end()
        if at < length and markup[at] in "\"'":
            value_end = markup.find(markup[at], at + 1)
            if value_end < 0:
                return None
            attributes.append(Attribute(attribute, markup[at + 1 : value_end], at + 1, value_end))
            at = value_end + 1
        else:
            value_end = _skip(_UNQUOTED, markup, at)
            attributes.append(Attribute(attribute, markup[at:value_end], at, value_end))
            at = value_end


def _skip(pattern: re.Pattern[str], markup: str, at: int) -> int:
    match = pattern.match(markup, at)
    return match.end() if match else at


def _raw_end(markup: str, at: int, name: str) -> int:
    """Where the content of a raw-text element ends: before its end tag, or at the end of the file."""
    if name != "script":
        match = _RAW_END[name].search(markup, at)
        return match.start() if match else len(markup)
    escaped = doubly = False
    for match in _SCRIPT.finditer(markup, at):
        mark = match.group()
        if mark == "<!--":
            escaped = True
        elif mark == "-->":
            escaped = doubly = False
        elif match[1]:
            if not doubly:
                return match.start()
            doubly = False
        elif escaped:
            doubly = True
    return len(markup)
