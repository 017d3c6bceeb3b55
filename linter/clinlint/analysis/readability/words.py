"""Words as the formulas take them, and the list of words that every reader knows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from clinlint.analysis.words import WordKind

A_NUMBER = "one"
"""What a number counts as: one short word that everybody knows."""

_PIECE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+")
_APOSTROPHE = re.compile(r"'(?!(?:[tsd]|ve|ll|re))")


def formula_words(word: str, kind: WordKind) -> Iterator[str]:
    """The words that a formula counts for one word of the text, in small letters, hyphens apart.

    ``follow-up`` counts as two words, ``10mg`` as a number and a word, ``2.5`` as one number.
    """
    if kind is WordKind.NUMBER:
        yield A_NUMBER
        return
    text = unicodedata.normalize("NFC", word.replace("’", "'"))
    for piece in _PIECE.findall(text):
        if piece[0].isdigit():
            yield A_NUMBER
        else:
            yield _APOSTROPHE.sub("", piece).lower()


@cache
def easy_words() -> frozenset[str]:
    """The words that 80 % of fourth-graders know (Dale and Chall), as the textstat distribution carries them (MIT).

    The list is read from the installed distribution, which is not imported: that would load NLTK.

    Raises:
        ModuleNotFoundError: when textstat is not installed.
    """
    spec = find_spec("textstat")
    folders = spec.submodule_search_locations if spec else None
    path = Path(folders[0]) / "resources" / "en" / "easy_words.txt" if folders else None
    if path is None or not path.is_file():
        raise ModuleNotFoundError("the textstat distribution, whose word list rates words, is not installed")
    return frozenset(line.strip().lower() for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


@lru_cache(maxsize=20_000)
def easy_base(word: str) -> str:
    """The easy word that ``word`` is, or is a regular form of (as Dale and Chall count them); else ``word`` itself."""
    easy = easy_words()
    if word in easy:
        return word
    return next((base for base in _bases(word) if base in easy), word)


def is_easy(word: str) -> bool:
    """True for a word that every reader knows, and its regular forms."""
    return easy_base(word) in easy_words()


def _bases(word: str) -> Iterator[str]:
    if "'" in word:
        yield word.partition("'")[0]
    if word.endswith("s"):
        yield word[:-1]
        if word.endswith("es"):
            yield word[:-2]
        if word.endswith("ies"):
            yield word[:-3] + "y"
    for ending in ("ed", "ing", "er", "est"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            yield stem
            yield stem + "e"
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]
            if stem.endswith("i"):
                yield stem[:-1] + "y"
