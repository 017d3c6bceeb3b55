"""Edits of a source, by the words that a reader sees."""

from __future__ import annotations

from clinlint.documents import read_documents
from clinlint.fixing.in_source import fix_in_source
from clinlint.fixing.rewrite import rewritten
from clinlint.model.fix import Applicability, Edit, Fix
from clinlint.model.source import Source
from clinlint.model.span import Span


def edited(source: Source, old: str, new: str) -> Source:
    """The source with ``new`` in place of the first ``old``."""
    (document,) = read_documents(source)
    at = document.text.index(old)
    fix = fix_in_source(document, Fix("", (Edit(Span(at, at + len(old)), new),), Applicability.SAFE))
    assert fix is not None
    return rewritten(source, fix.edits)
