"""Texts measured for tests."""

from __future__ import annotations

from clinlint.analysis.context import Analysis
from clinlint.analysis.readability.passages import Passage
from clinlint.analysis.readability.reading import Reading
from clinlint.documents import read_documents
from clinlint.model.source import Source


def reading(text: str, media_type: str = "text/plain") -> Reading:
    (document,) = read_documents(Source.from_text(text, name="a text", media_type=media_type))
    return Analysis(document).reading


def passage(text: str, media_type: str = "text/plain") -> Passage:
    return reading(text, media_type).article
