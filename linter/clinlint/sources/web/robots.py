"""What a site's robots.txt allows, read once for each host."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from clinlint.errors import SourceError
from clinlint.sources.web.failures import AnswerError, RedirectError, UnreachableError
from clinlint.sources.web.fetching import Fetched, Limits, fetch

if TYPE_CHECKING:
    from protego import Protego

    from clinlint.sources.web.connections import Connections

LARGEST = 512_000
"""Bytes of a robots.txt that are read (RFC 9309 asks for 500 KiB at least)."""
MOST_DELAY = 60.0
"""Seconds: a longer crawl delay is taken for this one."""
AGENT = "clinlint"


class Robots:
    """The rules of one host.

    Attributes:
        delay: seconds that the host asks for between two requests; 0 when it asks for none.
        sitemaps: the addresses of the sitemaps that it names.
    """

    def __init__(self, rules: Protego | None, *, closed: str = "") -> None:
        self._rules = rules
        self._closed = closed
        delay = rules.crawl_delay(AGENT) if rules else None
        self.delay = min(float(delay), MOST_DELAY) if delay else 0.0
        self.sitemaps: tuple[str, ...] = tuple(rules.sitemaps) if rules else ()

    def check(self, url: str) -> None:
        """Raises SourceError when the site asks robots to leave the address alone."""
        if self._closed:
            raise SourceError(self._closed)
        if self._rules is not None and not self._rules.can_fetch(url, AGENT):
            raise SourceError(f"{url}: the site's robots.txt asks robots to leave this page alone")


def read_robots(origin: str, limits: Limits, connections: Connections) -> Robots:
    """The rules of ``origin`` (``https://host:port``); as RFC 9309 has it, a missing file allows everything.

    A server that fails, or cannot be reached, allows nothing for now.

    Raises:
        SourceError: when the host may not be read at all, such as one in a private network.
    """
    from protego import Protego

    url = f"{origin}/robots.txt"
    try:
        fetched: Fetched = fetch(url, replace(limits, largest=LARGEST, cut=True), connections, accept=None)
    except AnswerError as error:
        if 400 <= error.status < 500 and error.status != 429:
            return Robots(None)
        return Robots(None, closed=f"{origin}: robots.txt cannot be read (status {error.status}); try again later")
    except UnreachableError as error:
        return Robots(None, closed=str(error))
    except RedirectError:
        # As good as missing (RFC 9309, 2.3.1.2).
        return Robots(None)
    return Robots(Protego.parse(fetched.data.decode("utf-8", "replace")))
