"""Syllables of any English word: the dictionary, then regular forms of its words, then word parts, then spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from clinlint.analysis.readability.dictionary import pronouncing_dictionary
from clinlint.plugins import offered

WORD_PARTS_GROUP = "clinlint.word_parts"
"""Entry points of callables that return word parts (such as combining forms of a field) with their syllables."""

_LONGEST = 60
_VOWELS = re.compile(r"[aeiouy]+")
_SPLIT = re.compile(r"i(?=[aou])|eo|ua|uo|[^q]ui(?=[nt]y)|ya|ye(?=[^drs])|yo|(?<=[a-z])ying")
_NO_VOWEL = re.compile(r"[b-df-hj-np-tv-xz]{2,5}")
"""An abbreviation whose letters are spoken one by one (``ECG``, ``mg``)."""
_SILENT = re.compile(r"(?<![lieoyu])e$|(?<=[aeiouy])le$|(?<![szcgxi])(?<!ch)(?<!sh)es$|(?<![td])ed$")
# British spellings as the dictionary, which is American, has them.
_AMERICAN = (
    ("ae", "e"),
    ("oe", "e"),
    ("our", "or"),
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("yse", "yze"),
    ("tre", "ter"),
    ("ll", "l"),
    ("ogue", "og"),
)


@cache
def word_parts() -> Mapping[str, int]:
    """The word parts that are installed.

    Raises:
        RuleDefinitionError: when a package that offers some cannot be loaded.
    """
    found: dict[str, int] = {}
    for _, parts in offered(WORD_PARTS_GROUP, "word parts"):
        found.update(parts)
    return found


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """How many syllables a word has (1 or more); ``word`` is in small letters, apostrophes are straight."""
    word = word[:_LONGEST]
    known = _known(word)
    if known is not None:
        return max(1, known)
    base, _, ending = word.partition("'")
    if ending:
        return syllables(base) if base else 1
    if _NO_VOWEL.fullmatch(word):
        return sum(3 if letter == "w" else 1 for letter in word)
    return max(1, _by_parts(word))


def _known(word: str) -> int | None:
    """From the dictionary: the word, its British spelling, or the word that it is a regular form of."""
    dictionary = pronouncing_dictionary()
    for spelling in (word, *_american(word)):
        count = dictionary.syllables(spelling)
        if count is not None:
            return count
    for base, more in _bases(word):
        for spelling in (base, *_american(base)):
            count = dictionary.syllables(spelling)
            if count is not None and len(base) >= 3:
                return count + more
    return None


def _american(word: str) -> Iterator[str]:
    for british, american in _AMERICAN:
        if british in word:
            yield word.replace(british, american)


def _bases(word: str) -> Iterator[tuple[str, int]]:
    """Words that ``word`` may be a plural, past or adverb of, with the syllables that the ending adds."""
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        yield word[:-1], int(word.endswith(("ses", "zes", "ces", "ges")))
        if word.endswith(("ches", "shes", "xes")):
            yield word[:-2], 1
    if word.endswith("ed"):
        yield word[:-1], int(word[-3:-2] in ("t", "d"))
        yield word[:-2], int(word[-3:-2] in ("t", "d"))
    if word.endswith("ing"):
        yield word[:-3], 1
        yield word[:-3] + "e", 1
    if word.endswith("ly"):
        yield word[:-2], 1


def _by_parts(word: str) -> int:
    """The reading of a word with the fewest letters outside known parts, then with the fewest parts."""
    parts = word_parts()
    longest = max(map(len, parts), default=0)
    # For every prefix: (letters outside parts, number of parts, syllables, start of the open rest).
    best: list[tuple[int, int, int, int]] = [(0, 0, 0, 0)]
    for end in range(1, len(word) + 1):
        loose, pieces, count, start = best[end - 1]
        options = [(loose + 1, pieces, count, start)]
        for length in range(2, min(longest, end) + 1):
            value = parts.get(word[end - length : end])
            if value is None or (length < 4 and end not in (length, len(word))):
                # Short parts mean something only at the ends of a word.
                continue
            loose, pieces, count, start = best[end - length]
            rest = word[start : end - length]
            options.append((loose, pieces + 1, count + value + _by_spelling(rest, inner=True), end))
        best.append(min(options, key=lambda option: option[:2]))
    _, _, count, start = best[-1]
    return count + _by_spelling(word[start:], inner=False)


def _by_spelling(word: str, *, inner: bool) -> int:
    """Groups of vowels, less silent endings; ``inner`` when more of the word follows."""
    count = len(_VOWELS.findall(word)) + len(_SPLIT.findall(word))
    if inner or count < 2:
        return count
    return count - bool(_SILENT.search(word))
