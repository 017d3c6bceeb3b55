"""Finds the entries whose words a text holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from clinlint.packs.required import Clause

_WORD = re.compile("[a-z0-9]+")
_AT_ONCE = 64
"""How many texts are looked at together: the bits of one machine word, so that the work grows with the texts alone."""
_MANY = 8
"""Searching a text for more parts of words than this takes longer than searching it for a pattern."""


class WordIndex:
    """Which of many lists of clauses a text fulfils; the words of many texts are looked up together."""

    def __init__(self, requirements: Iterable[tuple[Clause, ...]]) -> None:
        self._clauses = [_cheap(clauses) for clauses in requirements]
        self._by_word: dict[str, list[int]] = {}
        self._without_word: list[int] = []
        for number, clauses in enumerate(self._clauses):
            # The most telling clause comes first.
            if clauses and not clauses[0].parts:
                for word in clauses[0].words:
                    self._by_word.setdefault(word, []).append(number)
            else:
                self._without_word.append(number)

    def candidates(self, texts: Sequence[str]) -> Iterator[list[int]]:
        """For each text, the numbers of the lists whose every clause it fulfils, in order."""
        for begin in range(0, len(texts), _AT_ONCE):
            some = _Texts(texts[begin : begin + _AT_ONCE])
            numbers = set(self._without_word)
            for word in some.words & self._by_word.keys():
                numbers.update(self._by_word[word])
            found: list[list[int]] = [[] for _ in range(begin, min(begin + _AT_ONCE, len(texts)))]
            for number in sorted(numbers):
                left = some.fulfilling(self._clauses[number])
                while left:
                    lowest = left & -left
                    found[lowest.bit_length() - 1].append(number)
                    left ^= lowest
            yield from found


def _cheap(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses that cost less than the pattern itself, the cheapest first; one at least, where there is one.

    To look for a whole word takes one step, for a part of one a search.
    """
    by_cost = sorted(clauses, key=lambda clause: len(clause.parts))
    return by_cost[:1] + [clause for clause in by_cost[1:] if len(clause.parts) <= _MANY]


class _Texts:
    """Some texts and their words; a set of texts is a number with a bit for each of them."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._with_word: dict[str, int] = {}
        for place, text in enumerate(texts):
            # The small form of "İ" is two characters, the first of them a plain "i".
            small = text.lower() if text.isascii() else text.replace("\u0130", " ").lower()
            for word in _WORD.findall(small):
                self._with_word[word] = self._with_word.get(word, 0) | 1 << place
        self.words = frozenset(self._with_word)
        self._together = " ".join(self._with_word)
        self._all = (1 << len(texts)) - 1

    def fulfilling(self, clauses: Iterable[Clause]) -> int:
        """The texts that fulfil all of ``clauses``."""
        left = self._all
        for clause in clauses:
            found = 0
            for word in clause.words & self.words:
                found |= self._with_word[word]
            for part in clause.parts if left & ~found else ():
                if part in self._together:
                    for word, with_word in self._with_word.items():
                        if part in word:
                            found |= with_word
            left &= found
            if not left:
                break
        return left
