"""The common word that is one letter away from a misspelt one."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_SEEN_OFTEN = 5
_SHORTEST = 5


@cache
def _frequencies() -> Mapping[str, int]:
    """How often words were seen in the texts of Peter Norvig's spelling corrector, as TextBlob carries them (MIT)."""
    spec = find_spec("textblob")
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        return {}
    text = (Path(folders[0]) / "en" / "en-spelling.txt").read_text(encoding="utf-8")
    pairs = text.rpartition(";;;")[2].split()
    return dict(zip(pairs[::2], map(int, pairs[1::2]), strict=True))


def nearest(word: str) -> str | None:
    """The most frequent word that one letter added, dropped, changed or swapped makes of ``word``, or None."""
    if len(word) < _SHORTEST:
        return None
    seen = _frequencies()
    known = [near for near in _one_letter_away(word) if seen.get(near, 0) >= _SEEN_OFTEN]
    return max(known, key=lambda near: seen[near], default=None)


def _one_letter_away(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in string.ascii_lowercase:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
