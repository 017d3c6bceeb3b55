"""Sentences that survive decimals, abbreviations, initials, units and list items.

A stop ends a sentence only before white space and something that can begin a sentence; words that carry a
stop of their own (``Dr.``, ``e.g.``, ``Fig.``) and initials end none. A stop with no space behind it ends one
only between a word in small letters and a capitalised word ("illnesses.Then"). Semicolons and colons end none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.analysis.abbreviations import (
    ALWAYS_GO_ON,
    DAYS_AND_ZONES,
    GO_ON_BEFORE_NAMES,
    GO_ON_BEFORE_NUMBERS,
    LABELLED_BY_A_LETTER,
    STARTERS,
)
from clinlint.model.document import Block, Sentence

_STOP = re.compile(r"(?<![.!?…])[.!?…]+|\n")
_CLOSERS = "\"'”’»›)]}“"
_OPENERS = "\"'“‘«‹([{¿¡•–—-*_"
_NOTE = re.compile(r"(?:\[\d{1,4}(?:[,–-] ?\d{1,4}){0,9}\])+")
_NEXT_WORD = re.compile(r"[^\W_]{1,40}")
_WORD_CHARACTERS = frozenset(".’'-&")
_LONGEST_WORD = 40
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_GLUED = re.compile(r"[A-Z][a-z]+(?=[\s,’'])")
_GLUED_BEFORE = re.compile(r"[a-z]{3,40}")
_IN_ADDRESSES = frozenset("/@.\\_=&")


def boundaries(text: str) -> Iterator[tuple[int, int]]:
    """The ``(start, end)`` of every sentence of ``text``, outer white space left out; linear in its length."""
    start = 0
    for match in _STOP.finditer(text):
        if match.start() < start:
            continue
        if match.group() == "\n":
            # A line break that the author forced.
            end = match.end()
        else:
            end = _behind(text, match.end())
            if not _ends(text, start, match.start(), match.end(), end):
                continue
        yield from _trimmed(text, start, end)
        start = end
    yield from _trimmed(text, start, len(text))


def _behind(text: str, at: int) -> int:
    """Behind the closing quotation marks, brackets and note numbers that belong to a stop."""
    note = _NOTE.match(text, at)
    if note:
        at = note.end()
    while at < len(text) and text[at] in _CLOSERS:
        # An opening mark glued to the next word is that word's.
        if text[at] in _OPENERS and at + 1 < len(text) and text[at + 1].isalnum():
            break
        at += 1
    note = _NOTE.match(text, at)
    return note.end() if note else at


def _ends(text: str, start: int, stop: int, stop_end: int, end: int) -> bool:
    if end >= len(text):
        return True
    word = _word_before(text, start, stop)
    if not text[end].isspace():
        return end == stop_end and stop_end - stop == 1 and _is_glued(text, word, stop, end)
    following = end
    while following < len(text) and text[following].isspace():
        following += 1
    if following == len(text) or "\n" in text[end:following]:
        return True
    while following < len(text) and text[following] in _OPENERS:
        following += 1
    next_word = _NEXT_WORD.match(text, following)
    if next_word is None:
        # A symbol or an emoji begins a sentence, a stray mark does not.
        return following < len(text) and not text[following].isascii() and not text[following].isspace()
    return _begins(text, next_word.group()) and _may_end(text, start, stop, stop_end, word, next_word.group())


def _begins(text: str, word: str) -> bool:
    # "pH", "mRNA" and "iPhone" open sentences as they are.
    return not word[0].islower() or any(c.isupper() for c in word[1:4])


def _may_end(text: str, start: int, stop: int, stop_end: int, word: str, following: str) -> bool:
    mark = text[stop:stop_end]
    if "?" in mark or "!" in mark:
        return True
    capital = following[0].isupper()
    if mark != ".":
        return capital and following != "I"
    bare = word.lower().strip("’'-.&")
    starter = following.lower() in STARTERS and capital
    if bare in ALWAYS_GO_ON:
        return False
    if bare in GO_ON_BEFORE_NAMES:
        return starter
    if bare in GO_ON_BEFORE_NUMBERS:
        return not following[0].isdigit() and following.lower() not in DAYS_AND_ZONES
    if word.isdigit() and stop - len(word) == start and len(word) <= 3:
        # "1. Take the tablet": a number in front, not a sentence.
        return False
    if len(bare) == 1 and bare.isalpha():
        return not word[-1:].isupper() or starter or not _is_initial(text, start, stop)
    if _DOTTED.fullmatch(bare):
        return starter
    return True


def _is_initial(text: str, start: int, stop: int) -> bool:
    """True when the single capital before a stop stands in a name ("J. Smith", "John F. Kennedy")."""
    if text[stop - 1] == "I":
        return False
    before = stop - 2
    if before < start:
        return True
    if not text[before].isspace():
        return text[before] in _OPENERS or text[before] == "."
    return _word_before(text, start, before).lower() not in LABELLED_BY_A_LETTER


def _is_glued(text: str, word: str, stop: int, end: int) -> bool:
    glued = _GLUED.match(text, end, end + _LONGEST_WORD)
    if not glued or not _GLUED_BEFORE.fullmatch(word):
        return False
    first = stop - len(word) - 1
    in_address = first >= 0 and text[first] in _IN_ADDRESSES
    return not in_address and word not in ALWAYS_GO_ON


def _word_before(text: str, start: int, stop: int) -> str:
    at = stop
    low = max(start, stop - _LONGEST_WORD)
    while at > low and (text[at - 1].isalnum() or text[at - 1] in _WORD_CHARACTERS):
        at -= 1
    return text[at:stop]


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        start += len(piece) - len(piece.lstrip())
        yield start, start + len(stripped)


def sentences_of(block: Block) -> tuple[Sentence, ...]:
    """The sentences of one block."""
    return tuple(
        Sentence(block, block.at(start, end), block.text[start:end], index)
        for index, (start, end) in enumerate(boundaries(block.text))
    )
