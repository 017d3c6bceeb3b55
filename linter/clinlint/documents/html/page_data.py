"""Articles that a page holds as data: ``articleBody`` of JSON-LD, and the JSON that frameworks fill a page from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from clinlint.documents.assembly import DocumentAssembly
from clinlint.documents.html.runs import Line
from clinlint.documents.html.text_escape import escape
from clinlint.documents.json_strings import JsonError, JsonString, Path, json_strings
from clinlint.model.document import BlockKind, Document
from clinlint.model.offsets import OffsetMap
from clinlint.model.source import Source
from clinlint.model.span import Span

_DEEPEST = 24
_ENOUGH = 200
"""Characters of text from which on data hold an article."""
_LONGER = 1.5
"""How many times longer than the page's own text the article in its data must be."""
_TAG = re.compile(r"<[^>]*+>")
_MARKUP = re.compile(
    r"(?i)</?(?:p|br|div|section|h[1-6]|ul|ol|li|table|strong|b|em|i|a|span|blockquote|figure)\b[^>]*>"
)
_SENTENCE = re.compile(r"[^\W\d_]{2,}[\"')\]”’»]?[.!?…](?:\s|<|$)")
_LINE = re.compile(r"[^\r\n]+")
_NOT_TEXT = re.compile(r"^\s*(?:[{\[]|https?:|data:|function\b|@?(?:media|import|font-face)\b)")


@dataclass(frozen=True)
class DataText:
    """One text of a page's data: what it says, and its place in the page.

    Attributes:
        string: the string of JSON, its span an offset of the page.
        text: decoded; it may be HTML.
        offsets: from ``text`` to the page.
        size: how many characters a reader would see.
    """

    string: JsonString
    text: str
    offsets: OffsetMap
    size: int


def article_in_data(markup: str, scripts: Sequence[tuple[int, int, bool]], shown: int) -> tuple[DataText, ...]:
    """The texts that make the article where the page itself shows less of it; nothing where the page shows enough.

    Args:
        markup: the page.
        scripts: the ranges of its scripts that hold JSON, and whether each is linked data.
        shown: how many characters of article the page shows.
    """
    least = max(_ENOUGH, _LONGER * shown)
    linked = [
        text
        for start, end, is_linked in scripts
        if is_linked
        for text in _texts(markup, start, end)
        if text.string.path[-1] == "articleBody"
    ]
    longest = max(linked, key=lambda text: text.size, default=None)
    if longest is not None and longest.size >= least:
        return (longest,)
    if shown >= 2 * _ENOUGH:
        return ()
    for start, end, is_linked in scripts:
        if not is_linked:
            found = _alike([text for text in _texts(markup, start, end) if _is_running(text)])
            if sum(text.size for text in found) >= least:
                return found
    return ()


def _texts(markup: str, start: int, end: int) -> Iterator[DataText]:
    """The strings of a script; what is no JSON ends them."""
    first = min((at for at in (markup.find(mark, start, end) for mark in "{[") if at >= 0), default=end)
    try:
        for string in json_strings(markup[first:end], deepest=_DEEPEST):
            if len(string.raw) >= _LEAST_RAW and string.path:
                placed = replace(string, span=string.span.shifted(first))
                text, offsets = placed.decoded()
                yield DataText(placed, text, offsets, len(_TAG.sub("", text)))
    except JsonError:
        return


_LEAST_RAW = 30


def _is_running(text: DataText) -> bool:
    """Sentences, and no address, code or data."""
    return not _NOT_TEXT.match(text.text) and text.size >= _LEAST_RAW and bool(_SENTENCE.search(text.text))


def _alike(texts: Iterable[DataText]) -> tuple[DataText, ...]:
    """Of all texts those of one kind, the kind that holds most; each text once."""
    kinds: dict[Path, dict[str, DataText]] = {}
    for text in texts:
        kind = tuple(0 if isinstance(part, int) else part for part in text.string.path)
        kinds.setdefault(kind, {}).setdefault(text.text, text)
    most = max(kinds.values(), key=lambda kind: sum(text.size for text in kind.values()), default={})
    return tuple(most.values())


def is_markup(text: str) -> bool:
    """True for HTML, False for plain text."""
    return _MARKUP.search(text) is not None


def read_plain(source: Source, data: DataText, language: str) -> Document:
    """The document of a text without markup: a paragraph a line, references decoded."""
    assembly = DocumentAssembly(source)
    for found in _LINE.finditer(data.text):
        line = Line()
        line.add(data.text, *found.span())
        if line.trim():
            assembly.open()
            line.write(assembly.builder)
            assembly.close(BlockKind.PARAGRAPH, path=("articleBody",))
    return assembly.document(language=language, outer=data.offsets)


def in_json(text: str) -> str:
    """Plain text as HTML inside a JSON string of a script."""
    return json.dumps(escape(text))[1:-1]


def spans(texts: Iterable[DataText]) -> tuple[Span, ...]:
    """Where the texts stand in the page."""
    return tuple(text.string.span for text in texts)
