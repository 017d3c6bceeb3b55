"""Many pages of many hosts, one after the other: robots.txt kept, pauses kept, tries repeated."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from clinlint.sources.web.failures import AnswerError, UnreachableError
from clinlint.sources.web.fetching import ARTICLES, Fetched, Limits, checked, fetch
from clinlint.sources.web.robots import Robots, read_robots

BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers after which trying again may help."""
LONGEST_WAIT = 120.0
"""Seconds: a server that asks for a longer pause is left for another day."""


@dataclass(frozen=True)
class Manners:
    """How a site is treated.

    Attributes:
        delay: seconds between two requests to one host, unless its robots.txt asks for more.
        tries: how often a page is asked for before it is given up.
        backoff: seconds before the second try; doubled for each further one.
        robots: False to read pages that robots.txt closes, as the owner of a site may.
    """

    delay: float = 1.0
    tries: int = 4
    backoff: float = 1.0
    robots: bool = True


@dataclass
class PoliteFetcher:
    """Fetches with good manners; one request at a time.

    Attributes:
        clock: the time in seconds; ``sleep`` waits. Both can be put in for tests.
        requests: how many requests were sent for pages (robots.txt not counted).
    """

    limits: Limits
    manners: Manners = Manners()
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    requests: int = 0
    _robots: dict[str, Robots] = field(default_factory=dict)
    _next: dict[str, float] = field(default_factory=dict)

    def robots(self, url: str) -> Robots:
        """The rules of the address's host.

        Raises:
            SourceError: when the host may not be read, or does not answer.
        """
        origin = origin_of(url)
        if origin not in self._robots:
            self._robots[origin] = read_robots(origin, self.limits)
        return self._robots[origin]

    def get(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        accept: Mapping[str, str] | None = ARTICLES,
        largest: int | None = None,
    ) -> Fetched:
        """What is at an address, after as many tries as the manners allow.

        Raises:
            AnswerError: when the server answers with an error.
            SourceError: when robots.txt closes the page, or it cannot be read otherwise.
        """
        url = str(checked(url, url))
        delay = self.manners.delay
        if self.manners.robots:
            robots = self.robots(url)
            robots.check(url)
            delay = max(delay, robots.delay)
        limits = self.limits
        if largest is not None:
            limits = Limits(limits.timeout, largest, limits.redirects, limits.allow_private, limits.proxy)
        for attempt in range(1, self.manners.tries + 1):
            self._pause(url)
            try:
                self.requests += 1
                fetched = fetch(url, limits, headers=headers, accept=accept, visit=self._visit)
            except (AnswerError, UnreachableError) as error:
                wait = self._wait(error, attempt)
                if attempt == self.manners.tries or wait is None:
                    raise
                self._next[origin_of(url)] = self.clock() + max(wait, delay)
                continue
            self._next[origin_of(url)] = self.clock() + delay
            return fetched
        raise AssertionError("the last try returns or raises")

    def _visit(self, url: str) -> None:
        if self.manners.robots:
            self.robots(url).check(url)

    def _pause(self, url: str) -> None:
        left = self._next.get(origin_of(url), 0.0) - self.clock()
        if left > 0:
            self.sleep(left)

    def _wait(self, error: AnswerError | UnreachableError, attempt: int) -> float | None:
        """Seconds before the next try; None when there should be none."""
        if isinstance(error, AnswerError):
            if error.status not in BUSY:
                return None
            asked = seconds_of(error.retry_after)
            if asked is not None:
                return asked if asked <= LONGEST_WAIT else None
        # A little chance keeps many clients from coming back at the same moment.
        return self.manners.backoff * 2.0 ** (attempt - 1) * random.uniform(0.8, 1.2)  # noqa: S311 - no secret


def origin_of(url: str) -> str:
    """Scheme, host and port of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def seconds_of(retry_after: str, *, now: Callable[[], float] = time.time) -> float | None:
    """How long ``Retry-After`` asks to wait, in seconds or until a date; None when it says neither."""
    if retry_after.strip().isdigit() and len(retry_after) < 10:
        return float(retry_after)
    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - now())
    except (ValueError, TypeError, OverflowError):
        return None
