"""Letters, scripts and the shape of English words: what the residue rules share."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

WORD = re.compile(r"[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W\d_\u0300-\u036f]*)*")

TURKISH_ONLY = frozenset("ıİğĞşŞ")
"""Letters that no English loanword or Western European name has (Romanian and Azerbaijani aside)."""

_SPECIAL = str.maketrans(
    {"ı": "i", "İ": "I", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"}
)

# Endings that are English (or the English form of Greek and Latin) and end no Turkish, German or French word or
# name that has lost its marks: "-ence" is left out for Turkish "eğlence", "-ic" for the name "Kılıç".
_ENGLISH_ENDINGS = (
    *("tion", "tions", "sion", "sions", "ing", "ings", "tic", "tics", "tical", "tically", "ical", "ically", "ity"),
    *("ities", "ness", "ments", "ology", "ologist", "ologists", "tive", "sive", "tively", "ible", "able", "ious"),
    *("eous", "less", "fully", "scopy", "plasty", "ectomy", "itis", "osis", "emia", "aemia", "therapy", "ility"),
)


def without_marks(word: str) -> str:
    """The word with its letters' marks taken off: ``Aesthetıc`` gives ``Aesthetic``."""
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFKD", word.translate(_SPECIAL))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words(text: str) -> frozenset[str]:
    """The words of a table that is written as running text."""
    return frozenset(text.split())


@cache
def english_words() -> frozenset[str]:
    """Common words of English health pages, in lower case."""
    text = files(__package__).joinpath("english_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def is_common_english(word: str) -> bool:
    """True when the word, as it stands or less a plural ``s``, is in the list of common English words."""
    lower = word.lower()
    return lower in english_words() or (lower.endswith("s") and len(lower) > 4 and lower[:-1] in english_words())


def has_english_shape(word: str) -> bool:
    """True for a common English word or one with an ending that is English (``-tion``, ``-ing``, ``-ology``)."""
    lower = word.lower()
    return is_common_english(word) or (len(lower) >= 6 and lower.endswith(_ENGLISH_ENDINGS))
