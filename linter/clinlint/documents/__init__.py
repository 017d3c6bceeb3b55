"""Bytes become documents here: one module a format, each with ``read(source) -> tuple[Document, ...]``."""

from __future__ import annotations

import importlib
from collections.abc import Callable

from clinlint.errors import SourceError
from clinlint.model.document import Document
from clinlint.model.source import Source

READERS = {
    "text/html": "clinlint.documents.html",
    "application/xhtml+xml": "clinlint.documents.html",
    "text/markdown": "clinlint.documents.markdown",
    "text/plain": "clinlint.documents.text",
    "application/json": "clinlint.documents.wordpress",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "clinlint.documents.manuscript",
    "application/vnd.oasis.opendocument.text": "clinlint.documents.manuscript",
}
"""Media types and the modules that read them, loaded on first use."""


def read_documents(source: Source) -> tuple[Document, ...]:
    """The articles of a source: one for most formats, several for an export.

    Raises:
        SourceError: when no reader knows the media type, or the reader cannot make sense of it.
    """
    module = READERS.get(source.media_type)
    if module is None:
        known = ", ".join(sorted(READERS))
        raise SourceError(f"{source.name}: cannot read {source.media_type!r}; clinlint reads {known}")
    read: Callable[[Source], tuple[Document, ...]] = importlib.import_module(module).read
    return read(source)
