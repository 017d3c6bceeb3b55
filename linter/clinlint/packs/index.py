"""Finds the entries whose words a text holds."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clinlint.packs.required import Clause

_WORD = re.compile("[a-z0-9]+")


class WordIndex:
    """Which of many lists of clauses a text fulfils; one look-up for each of its different words."""

    def __init__(self, requirements: Iterable[tuple[Clause, ...]]) -> None:
        self._clauses = tuple(requirements)
        self._by_word: dict[str, list[int]] = {}
        self._without_word: list[int] = []
        for number, clauses in enumerate(self._clauses):
            # The most telling clause comes first.
            for clause in clauses:
                if not clause.parts:
                    for word in clause.words:
                        self._by_word.setdefault(word, []).append(number)
                    break
            else:
                self._without_word.append(number)

    def candidates(self, text: str) -> list[int]:
        """The numbers of the lists whose every clause ``text`` fulfils, in order."""
        # The small form of "İ" is two characters, the first of them a plain "i".
        small = text.lower() if text.isascii() else text.replace("\u0130", " ").lower()
        words = frozenset(_WORD.findall(small))
        numbers = set(self._without_word)
        for word in words & self._by_word.keys():
            numbers.update(self._by_word[word])
        return [number for number in sorted(numbers) if self._fulfils(number, words, small)]

    def _fulfils(self, number: int, words: frozenset[str], small: str) -> bool:
        for clause in self._clauses[number]:
            if not clause.words.isdisjoint(words):
                continue
            for part in clause.parts:
                if part in small:
                    break
            else:
                return False
        return True
