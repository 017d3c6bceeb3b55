"""clinlint's own grade: what tells text for patients from text for professionals, on the scale of school grades.

The published formulas look at the length of sentences and words alone. This one adds two things that set text for
professionals apart: difficult words that are new to the reader, and figures. The weights were fitted by
``benchmarks/quality/readability.py`` on 400 paragraphs of the US National Cancer Institute's summaries, which exist in
a version for patients and one for professionals (public domain); ``docs/readability.md`` gives what it reaches.
"""

from __future__ import annotations

from math import log

from clinlint.analysis.readability.formulas import Counts

WEIGHTS = (3.06, 5.62, 0.186, 1.30)
"""Of each feature, towards the log-odds that a text was written for professionals."""

BIAS = -25.4
GRADES_PER_UNIT = 1.40
GRADE_AT_EVEN_ODDS = 13.3
"""The scale: the Flesch-Kincaid grade that tells the two apart best, and its grades for a unit of log-odds."""


def features(counts: Counts) -> tuple[float, float, float, float]:
    """What the grade looks at.

    The logarithm of the words in a sentence, the syllables in a word, the difficult words in 100 that are new to
    the reader, and the logarithm of the figures in 100 words.
    """
    return (
        log(max(1.0, counts.words_per_sentence)),
        counts.syllables_per_word,
        counts.share(counts.fresh),
        log(1 + counts.share(counts.figures)),
    )


def grade(counts: Counts) -> float:
    """The school grade (US) from which on readers follow the text; never below 1, and 0 for no text."""
    if not counts.words:
        return 0.0
    odds = BIAS + sum(weight * value for weight, value in zip(WEIGHTS, features(counts), strict=True))
    return max(1.0, GRADE_AT_EVEN_ODDS + GRADES_PER_UNIT * odds)
