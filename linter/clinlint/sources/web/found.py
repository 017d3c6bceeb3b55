"""Pages that lists of a site name, which of them are wanted, and how many there will be."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from itertools import chain
from urllib.parse import urljoin


@dataclass(frozen=True, slots=True)
class Found:
    """One page.

    Attributes:
        url: its address.
        changed: when it last changed, as the list says; None when it does not.
        data: the page itself as bytes of JSON, where the list came with it (WordPress); else nothing.
    """

    url: str
    changed: datetime | None = None
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Batch:
    """Pages that a list names together.

    Attributes:
        further: how many pages the list is thought to name after these.
        problem: why a part of the list could not be read; the other parts go on.
    """

    pages: Sequence[Found] = ()
    further: int = 0
    problem: str = ""


def in_turn(lists: Iterable[Iterator[Batch]]) -> Iterator[Batch]:
    """The batches of several lists, one list after the other.

    Each is opened before the first page comes out, so that a wrong one is told at once, and the number of pages is
    known of all.

    Raises:
        SourceError: what the lists raise.
    """
    opened = [(next(batches, Batch()), batches) for batches in lists]
    after = sum(len(first.pages) + first.further for first, _ in opened)
    for first, batches in opened:
        after -= len(first.pages) + first.further
        for batch in chain([first], batches):
            yield replace(batch, further=batch.further + after)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which pages are wanted.

    Attributes:
        include: globs of addresses (``*/blog/*``); a page must match one of them, if there are any.
        exclude: globs of addresses to leave out.
        since: pages that changed before this day are left out; those that do not say when are kept.
        limit: how many pages at most; None for all.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    since: date | None = None
    limit: int | None = None

    def passes(self, page: Found) -> bool:
        """True for a page that is wanted, if there is room for it."""
        if self.since is not None and page.changed is not None and page.changed.date() < self.since:
            return False
        if any(_glob(pattern).fullmatch(page.url) for pattern in self.exclude):
            return False
        return not self.include or any(_glob(pattern).fullmatch(page.url) for pattern in self.include)


class Selection:
    """The pages of lists that pass a filter, each once, in order; iterated once.

    Attributes:
        problems: why parts of the lists could not be read, so far.
    """

    def __init__(self, batches: Iterable[Batch], wanted: Filter) -> None:
        self._batches = batches
        self._wanted = wanted
        self._given: set[str] = set()
        self._waiting = 0
        self._further = 0
        self._at_end = False
        self.problems: list[str] = []

    @property
    def expected(self) -> int:
        """How many pages there will be altogether, as far as the lists have told."""
        total = len(self._given) + self._waiting + self._further
        return total if self._wanted.limit is None else min(total, self._wanted.limit)

    @property
    def exact(self) -> bool:
        """True when that number is certain, False while it is estimated."""
        return self._at_end or len(self._given) + self._waiting >= (self._wanted.limit or math.inf)

    def __iter__(self) -> Iterator[Found]:
        """The pages.

        Raises:
            SourceError: what the lists raise.
        """
        limit = self._wanted.limit
        named = 0
        for batch in self._batches:
            if batch.problem:
                self.problems.append(batch.problem)
            passing = {page.url: page for page in batch.pages if self._wanted.passes(page)}
            new = [page for url, page in passing.items() if url not in self._given]
            named += len(batch.pages)
            self._waiting = len(new)
            # What comes later is taken to pass as often as what has come.
            self._further = round(batch.further * (len(self._given) + len(new)) / named) if named else batch.further
            self._at_end = not batch.further
            for page in new:
                if limit is not None and len(self._given) >= limit:
                    return
                self._given.add(page.url)
                self._waiting -= 1
                yield page


def absolute(base: str, place: str) -> str:
    """The address of ``place`` as a list at ``base`` names it; one that is none stays as it is, to be told later."""
    try:
        return urljoin(base, place)
    except ValueError:
        return place


@cache
def _glob(pattern: str) -> re.Pattern[str]:
    """``*`` is any text; a pattern without one is a part of the address."""
    if "*" not in pattern:
        pattern = f"*{pattern}*"
    return re.compile(".*".join(map(re.escape, pattern.split("*"))), re.DOTALL)


def moment(text: str | None) -> datetime | None:
    """A date of a sitemap, a feed or WordPress; None when it is none. Without a zone it is taken as UTC."""
    if not text:
        return None
    text = text.strip()
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        from email.utils import parsedate_to_datetime

        try:
            found = parsedate_to_datetime(text)
        except (ValueError, TypeError):
            return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
