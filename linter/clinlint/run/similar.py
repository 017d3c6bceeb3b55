"""Which pages of a site say nearly the same."""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator

from clinlint.documents import read_documents
from clinlint.errors import SourceError
from clinlint.model.diagnostic import LintResult
from clinlint.model.document import Role
from clinlint.model.source import Source

SIZE = 200
"""How many hashes stand for a page: the smallest of all, so that alike texts keep alike hashes (Broder 1997)."""
ALIKE = 0.8
"""The share of common hashes from which on two pages are called alike."""
_FEWEST = 20
_RUN = 5
_WORD = re.compile(r"\w+")


def sketch(result: LintResult) -> frozenset[int]:
    """Hashes that stand for the article's own text; nothing for a text of a few words."""
    documents = result.documents
    if not documents:
        # A kept result has none.
        try:
            documents = read_documents(result.source)
        except SourceError:
            return frozenset()
    words = [word for d in documents for b in d.blocks if b.role is Role.BODY for word in _WORD.findall(b.text.lower())]
    hashes = {zlib.crc32(" ".join(words[at : at + _RUN]).encode()) for at in range(len(words) - _RUN + 1)}
    return frozenset(sorted(hashes)[:SIZE]) if len(hashes) >= _FEWEST else frozenset()


class Likeness:
    """Tells of each page which earlier one it is like."""

    def __init__(self) -> None:
        self._pages: list[tuple[str, int]] = []
        self._holders: dict[int, list[int]] = defaultdict(list)
        self._last: tuple[Source, str | None] | None = None

    def of(self, name: str, result: LintResult) -> str | None:
        """As ``like``; several reports of one run may ask for the same page in turn."""
        if self._last is None or self._last[0] is not result.source:
            self._last = result.source, self.like(name, sketch(result))
        return self._last[1]

    def like(self, name: str, hashes: frozenset[int]) -> str | None:
        """The first earlier page with nearly the same text, or None; the page is then known to later ones."""
        common = Counter(self._held(hashes))
        found = None
        for index, count in sorted(common.items()):
            other, size = self._pages[index]
            if count >= ALIKE * max(size, len(hashes)):
                found = other
                break
        if found is None and hashes:
            for number in hashes:
                self._holders[number].append(len(self._pages))
            self._pages.append((name, len(hashes)))
        return found

    def _held(self, hashes: frozenset[int]) -> Iterator[int]:
        for number in hashes:
            yield from self._holders.get(number, ())
