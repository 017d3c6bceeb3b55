"""The published formulas, over counts.

The same as textstat's (the tests compare the two): this module is for the path on which every page is linted, where
textstat's import would take longer than all the rest; reports of figures ask textstat itself.
"""

from __future__ import annotations

from math import sqrt
from operator import sub
from typing import NamedTuple

SMOG_SENTENCES = 30
"""SMOG was fitted on samples of 30 sentences and means nothing below (McLaughlin 1969)."""


class Counts(NamedTuple):
    """What the formulas count; a tuple, because a page has some for every sentence.

    Attributes:
        sentences: as the formulas take them: one or two words ("Stop.") count with their neighbour.
        words: numbers count as a word of one syllable, the parts of a hyphenated word as a word each.
        letters: letters of these words.
        syllables: of all words.
        polysyllables: words of three syllables and more; ``four_syllables`` of four and more.
        difficult: words that are not on the Dale-Chall list and are no regular form of one that is.
        fresh: difficult words that did not stand in the hundred words before: a reader who has met one knows it.
        figures: numbers and signs such as ``%`` and ``=``.
    """

    sentences: int = 0
    words: int = 0
    letters: int = 0
    syllables: int = 0
    polysyllables: int = 0
    four_syllables: int = 0
    difficult: int = 0
    fresh: int = 0
    figures: int = 0

    def less(self, other: Counts) -> Counts:
        """The counts without those of a part."""
        return Counts(*map(sub, self, other))

    @property
    def words_per_sentence(self) -> float:
        """The mean length of a sentence; 0 for no text."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def syllables_per_word(self) -> float:
        """The mean length of a word in syllables; 0 for no text."""
        return self.syllables / self.words if self.words else 0.0

    def share(self, number: int) -> float:
        """``number`` of the words in per cent; 0 for no text."""
        return 100 * number / self.words if self.words else 0.0


def flesch_kincaid(counts: Counts) -> float:
    """The US school grade of Flesch and Kincaid (Kincaid et al. 1975); 0 for no text."""
    if not counts.words or not counts.sentences:
        return 0.0
    return 0.39 * counts.words_per_sentence + 11.8 * counts.syllables_per_word - 15.59


def flesch_ease(counts: Counts) -> float:
    """Flesch reading ease (Flesch 1948): 100 is very easy, below 30 very hard; 0 for no text."""
    if not counts.words or not counts.sentences:
        return 0.0
    return 206.835 - 1.015 * counts.words_per_sentence - 84.6 * counts.syllables_per_word


def smog(counts: Counts) -> float | None:
    """The SMOG grade (McLaughlin 1969); None for fewer than 30 sentences, for which it was not made."""
    if counts.sentences < SMOG_SENTENCES:
        return None
    return 1.043 * sqrt(30 * counts.polysyllables / counts.sentences) + 3.1291


def dale_chall(counts: Counts) -> float:
    """The Dale-Chall score (Dale and Chall 1948): 4.9 and less for grade 4, 10 and more for college; 0 for no text."""
    if not counts.words or not counts.sentences:
        return 0.0
    difficult = counts.share(counts.difficult)
    score = 0.1579 * difficult + 0.0496 * counts.words_per_sentence
    return score + 3.6365 if difficult > 5 else score
