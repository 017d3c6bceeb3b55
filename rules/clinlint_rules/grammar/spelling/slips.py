"""Slips of the keyboard: which suggestion is the word that was meant."""

from __future__ import annotations

_VOWELS = frozenset("aeiouy")


def slip(word: str, meant: str) -> str:
    """What turns ``meant`` into ``word``, where that is one slip inside the word; else empty.

    ``swapped`` (recieve), ``doubled`` (occurence), ``vowel`` (laparatomy), ``missing`` (managment), ``extra``
    (relapsea), ``wrong`` (another letter) or ``cut`` (the last letter is missing). A changed first letter makes another
    word and is no slip.
    """
    if word == meant or not word or not meant or word[0] != meant[0]:
        return ""
    start = _common(word, meant)
    end = _common(word[start:][::-1], meant[start:][::-1])
    left, right = word[start : len(word) - end], meant[start : len(meant) - end]
    if len(left) == len(right) == 2 and left == right[::-1]:
        return "swapped"
    if {len(left), len(right)} == {0, 1}:
        letter, at = left + right, start - 1
        if word[at] == letter == meant[at]:
            return "doubled"
        return "extra" if left else "missing" if start < len(word) else "cut"
    if len(left) == len(right) == 1:
        return "vowel" if {left, right} <= _VOWELS else "wrong"
    return ""


def _common(left: str, right: str) -> int:
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count
