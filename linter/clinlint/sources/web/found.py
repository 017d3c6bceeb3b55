"""Pages that a list of a site names, and which of them are wanted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache


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

    def wanted(self, pages: Iterable[Found]) -> Iterator[Found]:
        """Those of the pages that pass, each once, in order."""
        seen: set[str] = set()
        for page in pages:
            if self.limit is not None and len(seen) >= self.limit:
                return
            if page.url not in seen and self._passes(page):
                seen.add(page.url)
                yield page

    def _passes(self, page: Found) -> bool:
        if self.since is not None and page.changed is not None and page.changed.date() < self.since:
            return False
        if any(_glob(pattern).fullmatch(page.url) for pattern in self.exclude):
            return False
        return not self.include or any(_glob(pattern).fullmatch(page.url) for pattern in self.include)


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
