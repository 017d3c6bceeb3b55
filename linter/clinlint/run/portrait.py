"""How hard each section and each sentence of an article is to read, for a picture of it."""

from __future__ import annotations

from dataclasses import dataclass

from clinlint.analysis.context import Analysis
from clinlint.analysis.readability.difficulty import grade
from clinlint.analysis.readability.formulas import Counts
from clinlint.model.audience import Audience
from clinlint.model.document import Block, Document
from clinlint.model.reading import ReadingLevel


@dataclass(frozen=True, slots=True)
class PortraitSection:
    """The text below one heading; the heading is empty for what stands before the first one."""

    heading: str
    level: ReadingLevel


@dataclass(frozen=True, slots=True)
class PortraitSentence:
    """One sentence, with the school grade (US) that it asks for by itself."""

    words: int
    grade: float


@dataclass(frozen=True, slots=True)
class Portrait:
    """The difficulty of one article, in reading order.

    Attributes:
        whole: the article's level.
    """

    whole: ReadingLevel
    sections: tuple[PortraitSection, ...]
    sentences: tuple[PortraitSentence, ...]


def portrait_of(document: Document, audience: Audience) -> Portrait | None:
    """The portrait of a document; None when it has no running text in English."""
    reading = Analysis(document).reading
    if not reading.article.counts.words:
        return None
    return Portrait(
        _level(reading.article.counts, audience),
        tuple(PortraitSection(_text(s.heading), _level(s.counts, audience)) for s in reading.sections),
        tuple(PortraitSentence(counts.words, grade(counts)) for counts in reading.article.by_sentence),
    )


def _level(counts: Counts, audience: Audience) -> ReadingLevel:
    return ReadingLevel(grade(counts), counts.words, counts.sentences, audience)


def _text(heading: Block | None) -> str:
    return " ".join(heading.text.split()) if heading is not None else ""
