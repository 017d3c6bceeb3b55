"""WordPress exports and REST answers: posts as JSON, with HTML in their strings."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from clinlint.documents.joining import joined
from clinlint.documents.json_strings import JsonError, JsonString, Path, json_strings
from clinlint.errors import SourceError
from clinlint.model.document import BlockKind, Document
from clinlint.model.source import Source

_FIELDS = ("title", "content", "excerpt")
_FACTS = ("lang", "link")
_DEEPEST = 4
"""The longest path that is read: ``posts``, index, field, ``rendered``."""


def read(source: Source) -> tuple[Document, ...]:
    """One document for every post: its title, excerpt and content, in the file's order.

    Reads one post, a list of posts, or an object with a list called ``posts``; ``title``,
    ``content`` and ``excerpt`` are objects with ``rendered``, as the REST interface has them, or
    strings. The interface's own language (``lang``) and address (``link``) become metadata.

    Raises:
        SourceError: when the file is not JSON, with line and column, or holds no post.
    """
    posts: list[Document] = []
    for _, strings in groupby(_strings(source), key=lambda string: post_of(string.path)):
        post = _document(source, {_field_of(string.path): string for string in strings})
        if post is not None:
            posts.append(post)
    if not posts:
        raise SourceError(
            f"{source.name}: this JSON holds no article: clinlint reads WordPress posts with 'content.rendered', "
            "one, a list, or under 'posts'"
        )
    return tuple(posts)


def _strings(source: Source) -> Iterator[JsonString]:
    """The strings of posts' fields, in order."""
    try:
        for string in json_strings(source.text, deepest=_DEEPEST):
            if _is_wanted(_field_of(string.path)):
                yield string
    except JsonError as error:
        at = source.position(error.offset)
        raise SourceError(f"{source.name}:{at.line}:{at.column}: this is not JSON: {error}") from None


def post_of(path: Path) -> Path:
    """The path of the post that a value with this path belongs to."""
    if path[:1] == ("posts",) and len(path) > 2 and isinstance(path[1], int):
        return path[:2]
    return path[:1] if path and isinstance(path[0], int) else ()


def _field_of(path: Path) -> Path:
    return path[len(post_of(path)) :]


def _is_wanted(field: Path) -> bool:
    if len(field) == 1:
        return field[0] in _FIELDS or field[0] in _FACTS
    return len(field) == 2 and field[0] in _FIELDS and field[1] == "rendered"


def _document(source: Source, fields: dict[Path, JsonString]) -> Document | None:
    """The document of one post; None for an object that only looks like one (any JSON may have a ``title``)."""
    if not any(field[0] == "content" or field[-1] == "rendered" for field in fields):
        return None
    metadata = {name: fields[name,].decoded()[0] for name in _FACTS if (name,) in fields}
    language = metadata.get("lang", "").replace("_", "-").split("-")[0].lower()
    if not (len(language) == 2 and language.isascii() and language.isalpha()):
        language = "en"
    strings = sorted((string for field, string in fields.items() if field[0] in _FIELDS), key=lambda s: s.span)
    parts = [_part(source, string, language) for string in strings]
    for string, part in zip(strings, parts, strict=True):
        if _field_of(string.path)[0] == "title" and part.text.strip():
            metadata["title"] = " ".join(part.text.split())
    return joined(source, parts, language=language, metadata=metadata, escape=_escape(source, parts))


def _part(source: Source, string: JsonString, language: str) -> Document:
    from clinlint.documents.html.reader import read_markup

    markup, offsets = string.decoded()
    document = read_markup(source, markup, outer=offsets, whole_page=False, language=language)
    field = _field_of(string.path)[0]
    if field == "content":
        return document
    # A title may come as a bare phrase, an excerpt as paragraphs: what they are is said by the field.
    kind = BlockKind.TITLE if field == "title" else BlockKind.META
    blocks = tuple(replace(block, kind=kind, level=0, list=None, path=(str(field),)) for block in document.blocks)
    return replace(document, blocks=blocks)


def _escape(source: Source, parts: Sequence[Document]) -> Callable[[str], str] | None:
    """Plain text to HTML to the inside of a JSON string; only ASCII where the file has nothing else."""
    if not parts:
        return None
    as_html = parts[0].escape
    only_ascii = source.text.isascii() or not source.encoding.startswith("utf")

    def escape(text: str) -> str:
        return json.dumps(as_html(text), ensure_ascii=only_ascii)[1:-1]

    return escape
