"""A score in the form of MQM, as a value."""

from __future__ import annotations

from dataclasses import dataclass

SMALLEST_SAMPLE = 500
"""Words below which a score says little."""


@dataclass(frozen=True, slots=True)
class Score:
    """The MQM-mapped score of one result.

    Attributes:
        words: words of the article, page furniture left out.
        points: the sum of all errors' points.
        per_thousand: points per 1,000 words.
        quality: from 100 (no error points) downwards; may be negative.
        is_sample: False when the text is too short for a score to say much.
    """

    words: int
    points: int
    per_thousand: float
    quality: float
    is_sample: bool


def score_of(words: int, points: int) -> Score:
    """The score of so many words with so many error points."""
    share = points / words if words else 0.0
    return Score(words, points, round(1000 * share, 1), round(100 * (1 - share), 1), words >= SMALLEST_SAMPLE)
