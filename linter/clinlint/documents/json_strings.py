"""The strings of a JSON text with their places, read without recursion and in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clinlint.model.offsets import OffsetMap, TextBuilder
from clinlint.model.span import Span

Path = tuple[str | int, ...]

_SPACE = re.compile(r"[ \t\n\r]*+")
_STRING = re.compile(r'"((?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+)"')
_OTHER = re.compile(r"-?(?:0|[1-9]\d*+)(?:\.\d++)?(?:[eE][+-]?\d++)?+(?![\w.+-])|(?:true|false|null)(?!\w)", re.ASCII)
_PART = re.compile(r"[^\\]++|\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})|\\(.)")
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


class JsonError(ValueError):
    """Text that is not JSON.

    Attributes:
        offset: where in the text it stops being JSON.
    """

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


@dataclass(frozen=True, slots=True)
class JsonString:
    """A string value.

    Attributes:
        path: keys and indexes from the outside in.
        span: its place in the JSON text, between the quotes.
        raw: the characters of that place, escapes and all.
    """

    path: Path
    span: Span
    raw: str

    def decoded(self) -> tuple[str, OffsetMap]:
        """What the string says, and how that maps to the JSON text.

        Every escape is one decoded piece (both halves of a surrogate pair together); half a pair
        that stands alone becomes U+FFFD.
        """
        builder = TextBuilder()
        for part in _PART.finditer(self.raw):
            start = self.span.start + part.start()
            if part.lastindex is None:
                builder.copied(part.group(), start)
            else:
                builder.decoded(_character(part), Span(start, self.span.start + part.end()))
        return builder.text(), builder.offsets()


def _character(escape: re.Match[str]) -> str:
    high, low, unit, short = escape.groups()
    if high:
        return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
    if unit:
        code = int(unit, 16)
        return "\ufffd" if 0xD800 <= code <= 0xDFFF else chr(code)
    return _SHORT.get(short, short)


def json_strings(text: str, *, deepest: int) -> Iterator[JsonString]:
    """The string values of a JSON text in order, those below ``deepest`` levels left out.

    Raises:
        JsonError: at the place where ``text`` is not JSON; the strings before it have been given by then.
    """
    reader = _Reader(text, deepest)
    while not reader.finished:
        found = reader.value()
        if found is not None:
            yield found
    if reader.at < len(text):
        raise JsonError("text behind the end of the JSON value", reader.at)


class _Reader:
    """Walks over values; the containers that are open are a stack, not calls."""

    def __init__(self, text: str, deepest: int) -> None:
        self._text = text
        self._deepest = deepest
        # For every open object its current key, for every open list its current index.
        self._path: list[str | int] = []
        self.finished = False
        self.at = 0
        self._skip_space()

    def _skip_space(self) -> None:
        space = _SPACE.match(self._text, self.at)
        self.at = space.end() if space else self.at

    def _take(self, expected: str) -> bool:
        if not self._text.startswith(expected, self.at):
            return False
        self.at += len(expected)
        self._skip_space()
        return True

    def value(self) -> JsonString | None:
        """Reads one value, or opens a container; gives the value when it is a string."""
        text, start = self._text, self.at
        opening = text[start : start + 1]
        if opening == "{":
            self._take("{")
            if self._take("}"):
                self._after_value()
            else:
                self._path.append(self._key())
            return None
        if opening == "[":
            self._take("[")
            if self._take("]"):
                self._after_value()
            else:
                self._path.append(0)
            return None
        if opening == '"':
            span = self._string()
            wanted = len(self._path) <= self._deepest
            found = JsonString(tuple(self._path), span, span.of(text)) if wanted else None
            self._after_value()
            return found
        other = _OTHER.match(text, start)
        if not other:
            raise JsonError("a value is missing" if start >= len(text) else "this is no value", start)
        self.at = other.end()
        self._skip_space()
        self._after_value()
        return None

    def _string(self) -> Span:
        found = _STRING.match(self._text, self.at)
        if not found:
            raise JsonError("this string has no end, or a line break or escape that JSON does not know", self.at)
        self.at = found.end()
        self._skip_space()
        return Span(found.start(1), found.end(1))

    def _key(self) -> str:
        if not self._text.startswith('"', self.at):
            raise JsonError("a key in double quotes is missing", self.at)
        raw = self._string()
        if not self._take(":"):
            raise JsonError("a colon is missing", self.at)
        return JsonString((), raw, raw.of(self._text)).decoded()[0]

    def _after_value(self) -> None:
        """Goes on to the next member, and closes all containers that end here."""
        while self._path:
            last = self._path[-1]
            if self._take(","):
                self._path[-1] = last + 1 if isinstance(last, int) else self._key()
                return
            if not self._take("]" if isinstance(last, int) else "}"):
                raise JsonError("a comma or closing bracket is missing", self.at)
            self._path.pop()
        self.finished = True
