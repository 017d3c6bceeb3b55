"""Sentences that survive decimals, abbreviations, initials, units and list items.

A stop ends a sentence only before white space and something that can begin a sentence; words that
carry a stop of their own (``Dr.``, ``e.g.``, ``Fig.``) and initials end none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clinlint.model.document import Block, Sentence

# Words whose stop does not end a sentence when more text follows. Titles and "e.g." never end one;
# "etc." or "a.m." may, when a capital follows.
_NEVER_FINAL = frozenset(
    # titles
    (
        "dr",
        "mr",
        "mrs",
        "ms",
        "prof",
        "assoc",
        "asst",
        "op",
        "uzm",
        "doç",
        "yrd",
        "spec",
        "st",
        "jr",
        "sr",
        "rev",
        "hon",
    )
    # in running text
    + ("vs", "e.g", "i.e", "cf", "viz", "approx", "ca", "incl", "excl", "resp", "max", "min", "avg", "ext", "tel")
    # references
    + ("fig", "figs", "eq", "nos", "vol", "pp", "al", "ref", "refs", "sec", "dept", "chap", "art", "nr", "ed", "eds")
)
_MAY_BE_FINAL = frozenset(
    ("etc", "a.m", "p.m", "u.s", "u.k", "e.u", "inc", "ltd", "co", "corp", "ph.d", "m.d", "b.sc", "m.sc", "r.n", "no")
    + ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec")
)
_LABELLED_BY_A_LETTER = frozenset(("vitamin", "hepatitis", "type", "grade", "group", "category", "class", "stage"))
_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+(?P<next>\S))|\n\s*\n")
_WORD_BEFORE = re.compile(r"[\w.’'-]*$")
_OPENERS = "\"'“‘«([¿¡•–—-"


def _starts_sentence(text: str, at: int) -> bool:
    while at < len(text) and text[at] in _OPENERS:
        at += 1
    return at < len(text) and (text[at].isupper() or text[at].isdigit() or not text[at].isascii())


def _is_abbreviation(before: str, stop: str) -> bool:
    if not stop.startswith(".") or stop.startswith(".."):
        return False
    found = _WORD_BEFORE.search(before)
    word = found.group() if found else ""
    bare = word.lower().strip("’'-")
    if bare in _NEVER_FINAL:
        return True
    # An initial ("S. aureus", "J. Smith"), but not the pronoun or a vitamin at the end ("vitamin C.").
    if len(word) == 1 and word.isupper() and word != "I":
        previous = before[:-1].rstrip().rsplit(" ", 1)[-1].lower()
        return previous not in _LABELLED_BY_A_LETTER
    return False


def boundaries(text: str) -> Iterator[tuple[int, int]]:
    """The ``(start, end)`` of every sentence of ``text``, outer white space left out."""
    start = 0
    for match in _STOP.finditer(text):
        stop = match.group().strip()
        if stop:
            following = match.start("next")
            before = text[start : match.start()]
            if _is_abbreviation(before, stop):
                continue
            if not _starts_sentence(text, following):
                continue
            word = _WORD_BEFORE.search(before)
            if (
                stop.startswith(".")
                and word
                and word.group().lower() in _MAY_BE_FINAL
                and not text[following].isupper()
            ):
                continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


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
