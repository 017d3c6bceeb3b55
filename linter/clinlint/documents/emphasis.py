"""Bold words, italic words and links of an article, as its own markup has them, for reports that show it.

Rules need none of this, so documents do not carry it: it is read from the source when a report asks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from urllib.parse import urljoin, urlsplit

from clinlint.model.document import Document
from clinlint.model.source import Source
from clinlint.model.span import Span


class Look(Enum):
    """What sets words apart."""

    BOLD = "bold"
    ITALIC = "italic"
    RAISED = "raised"
    LOWERED = "lowered"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words that are set apart: a range of the document's text; ``target`` of a link, as the source has it."""

    span: Span
    look: Look
    target: str = ""


_ELEMENTS = {
    **dict.fromkeys(("b", "strong"), Look.BOLD),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), Look.ITALIC),
    "sup": Look.RAISED,
    "sub": Look.LOWERED,
    "a": Look.LINK,
}
_STYLES = (
    (Look.BOLD, re.compile(r"(?i)font-weight\s*:\s*(bold|[6-9]00)")),
    (Look.ITALIC, re.compile(r"(?i)font-style\s*:\s*(italic|oblique)")),
)
_UPRIGHT = re.compile(r"(?i)font-(?:weight|style)\s*:\s*(?:normal|[1-5]00)\b")
_EVENTS = {"StartStrong": Look.BOLD, "StartEmphasis": Look.ITALIC, "StartLink": Look.LINK}
_SCHEMES = frozenset({"http", "https", "mailto"})
_LONGEST_ADDRESS = 2000
"""Characters; Word opens none of more than 2,083."""
_LONGEST = 10_000
"""Characters of source; longer parts are not set apart, they are the text."""
_HTML = frozenset({"text/html", "application/xhtml+xml"})


def emphasis(document: Document) -> Iterator[Emphasis]:
    """What is set apart in a document, in no order; nothing for formats that have no such thing."""
    source = document.source
    if source.media_type in _HTML:
        found = _in_html(source)
    elif source.media_type == "text/markdown":
        found = _in_markdown(source)
    else:
        found = _in_manuscript(source)
    for part, look, target in found:
        span = document.offsets.to_text([part]) if 0 < len(part) <= _LONGEST else None
        if span is not None and len(span):
            yield Emphasis(span, look, target)


def address_of(document: Document, target: str) -> str:
    """Where a link leads, as a whole address; empty where that is no page and no letter: never a script."""
    if not target.strip():
        return ""
    try:
        address = urljoin(document.source.address or document.metadata.get("canonical", ""), target.strip())
        known = urlsplit(address).scheme.lower() in _SCHEMES
    except ValueError:
        return ""
    return address if known and len(address) <= _LONGEST_ADDRESS and address.isprintable() else ""


def _in_html(source: Source) -> Iterator[tuple[Span, Look, str]]:
    from clinlint.documents.html.tokens import Token, TokenKind, tokenize

    opened: dict[str, list[tuple[Token, frozenset[Look]]]] = defaultdict(list)
    for token in tokenize(source.text, xml=source.media_type == "application/xhtml+xml"):
        if token.name not in _ELEMENTS and token.name != "span":
            continue
        if token.kind is TokenKind.START:
            opened[token.name].append((token, _looks(token.name, token.get("style") or "")))
        elif token.kind is TokenKind.END and opened[token.name]:
            start, looks = opened[token.name].pop()
            for look in sorted(looks, key=lambda look: look.value):
                yield Span(start.end, token.start), look, (start.get("href") or "") if look is Look.LINK else ""


def _looks(name: str, style: str) -> frozenset[Look]:
    looks = {look for look, pattern in _STYLES if pattern.search(style)}
    if name in _ELEMENTS and not (name != "a" and _UPRIGHT.search(style)):
        looks.add(_ELEMENTS[name])
    return frozenset(looks)


def _in_markdown(source: Source) -> Iterator[tuple[Span, Look, str]]:
    from clinlint.documents.markdown.reader import events

    for name, value, start, end in events(source.text):
        if name in _EVENTS:
            look = _EVENTS[name]
            yield Span(start, end), look, str(value["dest_url"]) if look is Look.LINK else ""


def _in_manuscript(source: Source) -> Iterator[tuple[Span, Look, str]]:
    manuscript = source.manuscript
    for paragraph in manuscript.paragraphs if manuscript is not None else ():
        for chunk in paragraph.chunks:
            if chunk.bold:
                yield Span(chunk.start, chunk.end), Look.BOLD, ""
