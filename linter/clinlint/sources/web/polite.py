"""Many pages of many hosts: robots.txt kept, pauses kept, tries repeated."""

from __future__ import annotations

import random
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime
from functools import partial
from urllib.parse import urlsplit

from clinlint.sources.web.connections import Connections
from clinlint.sources.web.failures import AnswerError, UnreachableError
from clinlint.sources.web.fetching import ARTICLES, Fetched, Limits, checked, fetch
from clinlint.sources.web.robots import LARGEST, Robots, read_robots

BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers after which trying again may help."""
LONGEST_WAIT = 120.0
"""Seconds: a server that asks for a longer pause is left for another day."""


@dataclass(frozen=True)
class Manners:
    """How a site is treated.

    Attributes:
        delay: seconds from the beginning of one request to that of the next to the same host, unless its robots.txt
            asks for more. With a pause, a host gets one request at a time.
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
    """Fetches with good manners; any thread may ask.

    Attributes:
        connections: what it fetches over.
        clock: the time in seconds; ``sleep`` waits. Both can be put in for tests.
    """

    limits: Limits
    connections: Connections
    manners: Manners = Manners()
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _robots: dict[str, Robots] = field(default_factory=dict)
    _next: dict[str, float] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _turns: defaultdict[str, threading.Lock] = field(default_factory=lambda: defaultdict(threading.Lock))

    def robots(self, url: str) -> Robots:
        """The rules of the address's host.

        Raises:
            SourceError: when the host may not be read, or does not answer.
        """
        place = f"{origin_of(url)}/robots.txt"
        with self._turn(place):
            if place not in self._robots:
                limits = replace(self.limits, largest=LARGEST, cut=True)
                get = partial(self._tried, fetching=partial(fetch, limits=limits, accept=None))
                self._robots[place] = read_robots(place, get, page=url)
            return self._robots[place]

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
        limits = self.limits if largest is None else replace(self.limits, largest=largest)
        fetching = partial(fetch, limits=limits, headers=headers, accept=accept, visit=self._visit)
        return self._tried(url, fetching, delay)

    def _tried(self, url: str, fetching: Callable[..., Fetched], delay: float = 0.0) -> Fetched:
        host = urlsplit(url).hostname or ""
        for attempt in range(1, self.manners.tries + 1):
            try:
                with self._turn(host if delay else ""):
                    self._pause(host, delay)
                    return fetching(url, connections=self.connections)
            except (AnswerError, UnreachableError) as error:
                wait = self._wait(error, attempt)
                if attempt == self.manners.tries or wait is None:
                    raise
                with self._lock:
                    self._next[host] = max(self._next.get(host, 0.0), self.clock() + wait)
        raise AssertionError("the last try returns or raises")

    @contextmanager
    def _turn(self, name: str) -> Iterator[None]:
        """One at a time; nobody waits for a turn without a name."""
        if not name:
            yield
            return
        with self._lock:
            turn = self._turns[name]
        with turn:
            yield

    def _visit(self, url: str) -> None:
        if self.manners.robots:
            self.robots(url).check(url)

    def _pause(self, host: str, delay: float) -> None:
        with self._lock:
            now = self.clock()
            begin = max(now, self._next.get(host, 0.0))
            self._next[host] = begin + delay
        if begin > now:
            self.sleep(begin - now)

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
