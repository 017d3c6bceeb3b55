"""The readability picture: a bar for every section, and a strip in which every sentence has its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from clinlint.reports.closing import READERS
from clinlint.reports.html.text import one_line
from clinlint.run.portrait import Portrait, PortraitSentence

WIDTH = 640
"""Of both drawings, in their own units; they grow and shrink with the page."""

BAR, STEP = 14, 40
"""The height of a bar, and from one section to the next."""

STRIP = 56
"""The height of the strip: hard sentences are higher, so that colour alone does not tell them."""

MOST_COLUMNS = 320
"""More sentences than this are drawn several to a column."""

VERY_HARD = 4.0
"""Grades above the limit from which on a sentence counts as very hard."""

_HIGHEST = 20.0
_NAMELESS, _INTRODUCTION = "A heading without text", "Introduction"


@dataclass(frozen=True, slots=True)
class Bar:
    """One section: its name, its grade in words, and the drawing's numbers."""

    name: str
    grade: str
    words: int
    hard: bool
    few: bool
    y: int
    width: float


@dataclass(frozen=True, slots=True)
class Column:
    """One sentence or several in the strip; ``kind`` is ``easy``, ``hard`` or ``harder``."""

    kind: str
    x: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Picture:
    """Both drawings with what they say in words."""

    bars: tuple[Bar, ...]
    columns: tuple[Column, ...]
    height: int
    limit_x: float
    limit: str
    readers: str
    told: str
    strip_told: str


def picture_of(portrait: Portrait) -> Picture:
    """The drawing's numbers for one article."""
    audience = portrait.whole.audience
    limit = audience.highest_grade
    most = max(limit * 1.25, min(_HIGHEST, max((s.level.grade for s in portrait.sections), default=0.0)))
    bars = tuple(
        Bar(
            one_line(section.heading) or (_NAMELESS if number else _INTRODUCTION),
            f"{section.level.grade:.1f}",
            section.level.words,
            round(section.level.grade, 1) > limit,
            not section.level.is_sample,
            number * STEP,
            round(WIDTH * min(1.0, section.level.grade / most), 1),
        )
        for number, section in enumerate(portrait.sections)
    )
    hard = sum(bar.hard for bar in bars)
    kinds = [_kind(sentence, limit) for sentence in portrait.sentences]
    return Picture(
        bars=bars,
        columns=tuple(_columns(portrait.sentences, limit)),
        height=len(bars) * STEP,
        limit_x=round(WIDTH * limit / most, 1),
        limit=f"{limit:g}",
        readers=READERS[audience],
        told=f"{hard} of {len(bars)} sections are harder than grade {limit:g}, the limit for {READERS[audience]}.",
        strip_told=(
            f"{len(kinds):,} sentences from the first to the last: {kinds.count('easy'):,} easy, "
            f"{kinds.count('hard'):,} hard, {kinds.count('harder'):,} very hard."
        ),
    )


def _kind(sentence: PortraitSentence, limit: float) -> str:
    return "easy" if sentence.grade <= limit else "hard" if sentence.grade <= limit + VERY_HARD else "harder"


def _columns(sentences: tuple[PortraitSentence, ...], limit: float) -> Iterator[Column]:
    """The strip; a sentence is as wide as it has words."""
    words = sum(sentence.words for sentence in sentences)
    if not words:
        return
    size = -(-len(sentences) // MOST_COLUMNS)
    x = 0.0
    for _, group in groupby(enumerate(sentences), lambda pair: pair[0] // size):
        together = _together([sentence for _, sentence in group])
        width = WIDTH * together.words / words
        height = STRIP * (0.3 + 0.7 * min(1.0, max(0.0, together.grade) / (limit + 2 * VERY_HARD)))
        yield Column(_kind(together, limit), round(x, 2), round(max(0.5, width - 0.8), 2), round(height, 1))
        x += width


def _together(sentences: Iterable[PortraitSentence]) -> PortraitSentence:
    found = list(sentences)
    words = sum(sentence.words for sentence in found)
    return PortraitSentence(words, sum(sentence.words * sentence.grade for sentence in found) / max(1, words))
