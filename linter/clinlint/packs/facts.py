"""The facts of a text that no automatic fix may change: numbers, units, medicines, negations, frequencies.

The words come from packs, as word classes whose names begin with ``fact_``; what a digit is needs no pack.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from clinlint.packs.schema import Pack

PREFIX = "fact_"
_ENDINGS = "fact_medicine_ending"
_KINDS = {"fact_number_word": "number", "fact_medicine": "medicine", _ENDINGS: "medicine"}
_NUMBER = r"(?P<number>[^\W\d_]?\d+(?:[.,:/]\d+)*|[½¼¾⅓⅔⅛⅜⅝⅞])"
_SIGN = r"(?P<sign>[<>≤≥±](?=\s?\d)|(?<![^\W_])(?<![^\W_]\s)[-−](?=\d)|[%‰°])"
# "don’t" in any spelling of its apostrophe, a damaged one among them.
_CONTRACTION = r"(?P<contraction>n\s?(?:[^\w\s]|â€™|â€œ)\s?t(?![^\W\d_]))"
# Units of one letter are units behind a number only.
_SHORT_UNIT = r"(?:(?<=\d)|(?<=\d[\s\u00a0-]))(?P<short>[glmhsu])(?![^\W\d_])"


class Fact(NamedTuple):
    """One fact as it is compared: its kind (``number``, ``unit``, ``negation`` …) and its text, folded."""

    kind: str
    text: str


class FactReader:
    """Finds facts.

    Args:
        packs: their word classes with names ``fact_…`` give the words.
    """

    def __init__(self, packs: Iterable[Pack]) -> None:
        words: dict[str, list[str]] = {}
        for pack in packs:
            for word_class in pack.classes:
                if word_class.name.startswith(PREFIX):
                    words.setdefault(word_class.name, []).extend(word_class.words)
        endings = words.pop(_ENDINGS, [])
        self._kinds = {
            word.casefold(): _KINDS.get(name, name.removeprefix(PREFIX))
            for name, found in words.items()
            for word in found
        }
        parts = [_NUMBER, _SIGN, _CONTRACTION, _SHORT_UNIT]
        if self._kinds:
            parts.append(rf"(?<![^\W\d_])(?P<word>{_any(self._kinds)})(?P<plural>s?)(?![^\W\d_])")
        if endings:
            parts.append(rf"(?<![^\W\d_])(?P<medicine>[^\W\d_]{{2,30}}(?:{_any(endings)})e?)s?(?![^\W\d_])")
        self._pattern = re.compile("|".join(parts), re.IGNORECASE)

    def facts(self, text: str) -> tuple[Fact, ...]:
        """The facts of ``text`` in order."""
        return tuple(self._fact(match) for match in self._pattern.finditer(text))

    def _fact(self, match: re.Match[str]) -> Fact:
        kind = match.lastgroup or ""
        found = match.group().casefold()
        if kind == "contraction":
            return Fact("negation", "not")
        if kind in ("word", "plural"):
            word = " ".join(match["word"].casefold().split())
            kind = self._kinds.get(word, "word")
            # "can not", "cannot" and "can’t" say the same; so do "hour" and "hours".
            return Fact(kind, "not" if word in ("cannot", "can not") else word)
        if kind == "medicine":
            return Fact(kind, match["medicine"].casefold())
        return Fact({"short": "unit", "sign": "sign"}.get(kind, kind), found)


def _any(words: Iterable[str]) -> str:
    """Any of some words, the longest first; by their first letters, so that only words with the right one are tried."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", r"\s+"))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())


@cache
def installed_facts() -> FactReader:
    """The reader with the words of all installed packs."""
    from clinlint.packs.registry import installed_packs

    return FactReader(installed_packs())
