"""The comments of a source, each at its exact place; what only looks like one in code or a script is none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from clinlint.model.source import Source
from clinlint.model.span import Span

_DEEPEST = 50
"""Levels of a JSON text in which comments are looked for."""


class Comment(NamedTuple):
    """A comment: its place in the source, its whole text, and the place of the article that it stands in."""

    span: Span
    text: str
    article: Span


def comments(source: Source, containing: str) -> Iterator[Comment]:
    """The comments that contain a word, in order of position.

    A source without the word costs one search. Formats without comments have none.
    """
    if containing not in source.text:
        return
    read = {
        "text/html": _in_html,
        "application/xhtml+xml": _in_html,
        "text/markdown": _in_markdown,
        "application/json": _in_json,
    }.get(source.media_type)
    if read is not None:
        yield from (comment for comment in read(source) if containing in comment.text)


def _in_markup(markup: str, *, xml: bool = False) -> Iterator[tuple[int, int]]:
    from clinlint.documents.html.tokens import TokenKind, tokenize

    for token in tokenize(markup, xml=xml, comments=True):
        if token.kind is TokenKind.COMMENT and markup.startswith("<!--", token.start):
            yield token.start, token.end


def _in_html(source: Source) -> Iterator[Comment]:
    for start, end in _in_markup(source.text, xml=source.media_type == "application/xhtml+xml"):
        yield Comment(Span(start, end), source.text[start:end], Span(0, len(source.text)))


def _in_markdown(source: Source) -> Iterator[Comment]:
    from clinlint.documents.markdown.reader import events

    first = last = -1
    for name, _, start, end in events(source.text):
        if name == "StartHtmlBlock":
            first = -1
        elif name == "Html":
            first, last = (start if first < 0 else first), end
        elif name == "EndHtmlBlock" and first >= 0:
            yield from _between(source.text, first, last)
        elif name == "InlineHtml":
            yield from _between(source.text, start, end)


def _between(text: str, start: int, end: int) -> Iterator[Comment]:
    for low, high in _in_markup(text[start:end]):
        yield Comment(Span(start + low, start + high), text[start + low : start + high], Span(0, len(text)))


def _in_json(source: Source) -> Iterator[Comment]:
    from clinlint.documents.json_strings import JsonError, json_strings
    from clinlint.documents.wordpress import post_of

    try:
        strings = list(json_strings(source.text, deepest=_DEEPEST))
    except JsonError:
        # The reader has told what is wrong with the file.
        return
    for path, group in groupby(strings, key=lambda string: post_of(string.path)):
        post = list(group)
        article = Span(post[0].span.start, post[-1].span.end) if path else Span(0, len(source.text))
        for string in post:
            if "<!--" in string.raw:
                markup, offsets = string.decoded()
                for start, end in _in_markup(markup):
                    yield Comment(offsets.source_range(Span(start, end)), markup[start:end], article)
