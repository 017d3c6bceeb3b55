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

    ``patch`` reads the result when both texts are in the encoding of the file.
    """
    old, new = (_LINE.findall(source.text) for source in (before, after))
    for line in difflib.unified_diff(old, new, before.name, before.name):
        if line.endswith("\n"):
            yield line
        else:
            yield f"{line}\n"
            yield _NO_NEWLINE
