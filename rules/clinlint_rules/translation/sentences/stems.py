"""Crude stems, enough to see that two words are forms of one."""

from __future__ import annotations

_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ed", "es", "s", "ly", "al", "e", "y")
_SHORTEST = 4


def stem(word: str) -> str:
    """The word in lower case without its inflection: ``checked``, ``checks`` and ``check`` give one stem.

    Doubled final consonants are halved (``stopped`` → ``stop``). Words of up to four letters stay as they are.
    """
    word = word.lower().replace("’", "'").removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST and not word.endswith("ss"):
            word = word.removesuffix(ending)
            if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    return word
