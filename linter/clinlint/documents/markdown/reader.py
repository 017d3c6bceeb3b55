"""Walks the parser's events and cuts the text into blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pyromark

from clinlint.documents.joining import joined
from clinlint.documents.markdown.blocks import Blocks
from clinlint.documents.markdown.escaping import escape
from clinlint.documents.markdown.positions import CodePoints
from clinlint.documents.wording import Passage, verdicts
from clinlint.model.document import Document, Role
from clinlint.model.source import Source

__all__ = ["escape", "read"]

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_GFM
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
    | pyromark.Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_OLD_LINE_END = re.compile(r"\r(?!\n)")


def read(source: Source) -> tuple[Document, ...]:
    """The one document of a Markdown file.

    Text in emphasis and links is read as running text; inline code is one character that no rule reads
    (``inline.OBJECT``), code blocks are blocks of kind CODE. HTML blocks are read as HTML. A line break of the
    source is a space, a forced one a line feed. Title and description of the front matter come first.
    """
    blocks = Blocks(source)
    for name, value, start, end in events(source.text):
        blocks.take(name, value, start, end)
    document = joined(source, blocks.documents(), language=blocks.language, metadata=blocks.metadata, escape=escape)
    return (_with_roles(document),)


def events(text: str) -> Iterator[tuple[str, Any, int, int]]:
    """The parser's events as ``(name, value, start, end)`` with offsets in code points.

    Names are those of pulldown-cmark; beginnings and ends of tags have ``Start`` and ``End`` before the tag's name.
    """
    # The parser takes no lone surrogates, and no carriage return alone for the line end that it is; what replaces
    # them has the same length in code points.
    parsed = _OLD_LINE_END.sub("\n", _SURROGATE.sub("\ufffd", text))
    points = CodePoints(parsed)
    for event, byte_range in pyromark.events_with_range(parsed, options=_OPTIONS):
        start, end = points.at(byte_range["start"]), points.at(byte_range["end"])
        if isinstance(event, str):
            yield event, None, start, end
            continue
        tagged: dict[str, Any] = dict(event)
        ((name, value),) = tagged.items()
        if name in {"Start", "End"}:
            tag, detail = (value, None) if isinstance(value, str) else next(iter(value.items()))
            yield f"{name}{tag}", detail, start, end
        else:
            yield name, value, start, end


def _with_roles(document: Document) -> Document:
    """The document with the roles that the words of its blocks give away."""
    passages = [Passage(block.kind, block.text, block.list) for block in document.blocks]
    blocks = tuple(
        # What stands in HTML has been judged there, by its markup too.
        block
        if block.role is not Role.BODY or verdict.role is Role.BODY
        else replace(block, role=verdict.role, attrs={**block.attrs, **verdict.attributes})
        for block, verdict in zip(document.blocks, verdicts(passages), strict=True)
    )
    return replace(document, blocks=blocks)
