"""Words and numbers of a text, for rules that need no tags."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

_LETTERS = r"(?:[^\W_][\u0300-\u036f]*)+"
_WORD = re.compile(rf"(?P<number>\d+(?:[.,]\d+)*)(?![^\W_]|[-‐‑’'][^\W\d_])|{_LETTERS}(?:[-‐‑’']{_LETTERS})*")


class WordKind(Enum):
    """``WORD`` holds a letter (``COVID-19``, ``10mg``), ``NUMBER`` none (``1,000``, ``2.5``)."""

    WORD = "word"
    NUMBER = "number"


class Word(NamedTuple):
    """A word with its inner hyphens and apostrophes, or a number with its inner commas and points.

    Attributes:
        start, end: offsets into the text that was cut; ``Block.at`` and ``Sentence.at`` make spans of them.
    """

    start: int
    end: int
    text: str
    kind: WordKind

    @property
    def lower(self) -> str:
        """The text in lower case, apostrophes straight."""
        return self.text.lower().replace("’", "'")


def words_of(text: str) -> tuple[Word, ...]:
    """The words and numbers of ``text`` in order; linear in its length."""
    found = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        number = match["number"] is not None or word.isdecimal()
        found.append(Word(start, end, word, WordKind.NUMBER if number else WordKind.WORD))
    return tuple(found)
