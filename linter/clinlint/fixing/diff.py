"""What a fix changes, as a unified diff."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from clinlint.model.source import Source

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NO_NEWLINE = "\\ No newline at end of file\n"


def unified_diff(before: Source, after: Source) -> Iterator[str]:
    """The lines of the diff, each with its line end; none when the texts are the same.

    Of a word processor's file every paragraph is one line, as its reader sees it.

    ``patch`` reads the result when both texts are in the encoding of the file.
    """
    old, new = (_lines(source) for source in (before, after))
    for line in difflib.unified_diff(old, new, before.name, before.name):
        if line.endswith("\n"):
            yield line
        else:
            yield f"{line}\n"
            yield _NO_NEWLINE


def _lines(source: Source) -> list[str]:
    if source.manuscript is None:
        return _LINE.findall(source.text)
    return [" ".join(paragraph.text.splitlines()) + "\n" for paragraph in source.manuscript.paragraphs]
