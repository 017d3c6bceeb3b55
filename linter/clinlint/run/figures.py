"""The readability figures of documents, for ``clinlint stats`` and ``clinlint compare``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from clinlint.analysis.context import Analysis
from clinlint.analysis.readability.difficulty import grade
from clinlint.analysis.readability.formulas import SMOG_SENTENCES, Counts
from clinlint.analysis.readability.passages import Passage
from clinlint.analysis.readability.textstat_scores import Scores, scores
from clinlint.model.audience import Audience
from clinlint.model.document import Document
from clinlint.model.reading import ReadingLevel


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of an article or of one of its sections.

    Attributes:
        heading: the section's heading; empty for what stands before the first one, and for the article.
        line: the heading's line in the file (1-based); None for the article.
        level: grade, words and reading time.
        scores: the published formulas, by textstat.
    """

    heading: str
    line: int | None
    counts: Counts
    level: ReadingLevel
    scores: Scores


@dataclass(frozen=True, slots=True)
class ArticleFigures:
    """One article with its sections.

    Attributes:
        name: the file's name; an export holds several articles of one name.
        article: None when there is no running text in English.
    """

    name: str
    article: Figures | None
    sections: tuple[Figures, ...]


def figures_of(document: Document, audience: Audience, folder: Path) -> ArticleFigures:
    """The figures of a document.

    Args:
        document: what is measured.
        audience: whom it is for.
        folder: where what textstat needs is kept.

    Raises:
        ReadabilityError: when what textstat needs can be written nowhere.
    """
    reading = Analysis(document).reading
    article = _figures(document, reading.article, audience, folder)
    sections = [_figures(document, section, audience, folder) for section in reading.sections]
    return ArticleFigures(document.source.name, article, tuple(found for found in sections if found is not None))


def _figures(document: Document, passage: Passage, audience: Audience, folder: Path) -> Figures | None:
    counts = passage.counts
    found = scores(passage.sentences, SMOG_SENTENCES, folder)
    if found is None:
        return None
    heading, line = "", None
    if passage.heading is not None:
        heading = " ".join(passage.heading.text.split())
        line = document.source.position(document.offsets.source_range(passage.heading.span).start).line
    level = ReadingLevel(grade(counts), counts.words, counts.sentences, audience)
    return Figures(heading, line, counts, level, found)
