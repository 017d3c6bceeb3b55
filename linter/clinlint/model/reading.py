"""How an article reads, as a value for reports."""

from __future__ import annotations

from dataclasses import dataclass

from clinlint.model.audience import Audience

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction by adults (Brysbaert 2019, a meta-analysis of 190 studies)."""

FEWEST_WORDS = 100
"""Words below which a grade says little: the formulas were made for samples of a hundred words and more."""


@dataclass(frozen=True, slots=True)
class ReadingLevel:
    """The reading level of one article.

    Attributes:
        grade: the school grade (US) from which on readers follow the text.
        words: words of running text; headings, tables and page furniture are left out.
        sentences: sentences of running text.
        audience: whom the article is for.
    """

    grade: float
    words: int
    sentences: int
    audience: Audience

    @property
    def minutes(self) -> float:
        """How long the text takes to read."""
        return self.words / WORDS_A_MINUTE

    @property
    def is_sample(self) -> bool:
        """False when the text is too short for a grade to say much."""
        return self.words >= FEWEST_WORDS

    @property
    def is_too_hard(self) -> bool:
        """True when the grade is above what the audience should be asked for."""
        return self.is_sample and round(self.grade, 1) > self.audience.highest_grade
