"""The author's file with some places exchanged; every byte elsewhere is the author's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from clinlint.fixing.apply import apply_edits
from clinlint.model.fix import Edit
from clinlint.model.source import Source

_WITH_REFERENCES = frozenset({"text/html", "application/xhtml+xml", "text/markdown"})


class CannotRewriteError(ValueError):
    """An edit that this file has no room for; the text is a clause that ends a sentence."""


def rewritten(source: Source, edits: Iterable[Edit]) -> Source:
    """``source`` after ``edits``, which must not overlap.

    New text gets the file's own line ends. A character that the file's encoding lacks becomes a
    reference (``&#8217;``) where the format has such.

    Raises:
        CannotRewriteError: when an edit would touch bytes that are no characters, or needs a character
            that can be written neither in the encoding nor in the format.
    """
    if source.parts:
        return _in_archive(source, edits)
    ordered = sorted((_in_encoding(source, edit) for edit in edits), key=lambda e: (e.span.start, e.span.end))
    if not ordered:
        return source
    _keep_undecodable(source, ordered)
    bounds = source.byte_offsets(offset for edit in ordered for offset in (edit.span.start, edit.span.end))
    parts: list[bytes] = []
    at = 0
    for number, edit in enumerate(ordered):
        parts += (source.data[at : bounds[2 * number]], source.encoded(edit.text))
        at = bounds[2 * number + 1]
    parts.append(source.data[at:])
    return replace(
        source,
        data=b"".join(parts),
        text=apply_edits(source.text, ordered),
        undecodable=tuple(_moved(source.undecodable, ordered)),
    )


def _in_archive(source: Source, edits: Iterable[Edit]) -> Source:
    ordered = sorted(edits, key=lambda edit: edit.span)
    if not ordered:
        return source
    from clinlint.office.writing import CannotWriteError, written

    try:
        return replace(written(source, ordered), address=source.address)
    except CannotWriteError as error:
        raise CannotRewriteError(str(error)) from None


def _in_encoding(source: Source, edit: Edit) -> Edit:
    text = edit.text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", source.newline)
    try:
        source.encoded(text)
    except UnicodeEncodeError as error:
        if source.media_type not in _WITH_REFERENCES:
            character = text[error.start]
            raise CannotRewriteError(f"the file's encoding {source.encoding} has no {character!r}") from None
        text = text.encode(source.encoding, "xmlcharrefreplace").decode(source.encoding)
    return Edit(edit.span, text)


def _keep_undecodable(source: Source, edits: Sequence[Edit]) -> None:
    for offset, _ in source.undecodable:
        if any(edit.span.start <= offset < edit.span.end for edit in edits):
            raise CannotRewriteError("there are bytes in this place that are no characters")


def _moved(places: Iterable[tuple[int, int]], edits: Sequence[Edit]) -> Iterable[tuple[int, int]]:
    """The offsets of undecodable bytes after the edits."""
    number = by = 0
    for offset, width in places:
        while number < len(edits) and edits[number].span.end <= offset:
            by += len(edits[number].text) - len(edits[number].span)
            number += 1
        yield offset + by, width
