"""What a site's robots.txt allows, read once for each host."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from clinlint.errors import SourceError
from clinlint.sources.web.failures import AnswerError, NoConnectionError, RedirectError, UnreachableError

if TYPE_CHECKING:
    from protego import Protego

    from clinlint.sources.web.fetching import Fetched

LARGEST = 512_000
"""Bytes of a robots.txt that are read (RFC 9309 asks for 500 KiB at least)."""
MOST_DELAY = 60.0
"""Seconds: a longer crawl delay is taken for this one."""
AGENT = "clinlint"
_YOURS = "--ignore-robots reads a site of your own all the same"


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
            raise SourceError(f"{url}: {self._closed}")
        if self._rules is not None and not self._rules.can_fetch(url, AGENT):
            raise SourceError(f"{url}: the site's robots.txt asks robots to leave this page alone; {_YOURS}")


def read_robots(url: str, get: Callable[[str], Fetched], *, page: str) -> Robots:
    """The rules in the robots.txt at ``url``; as RFC 9309 has it, a missing file allows everything.

    A server that fails, or cannot be reached, allows nothing for now.

    Args:
        url: of the file.
        get: fetches an address.
        page: the address that messages name.

    Raises:
        SourceError: when the host may not be read at all, such as one in a private network.
    """
    from protego import Protego

    try:
        fetched = get(url)
    except AnswerError as error:
        if error.status < 500 and error.status != 429:
            return Robots(None)
        return _closed(f"status {error.status}")
    except NoConnectionError as error:
        return Robots(None, closed=str(error).removeprefix(f"{url}: "))
    except UnreachableError as error:
        return _closed(str(error).removeprefix(f"{url}: ").partition(";")[0])
    except RedirectError:
        # As good as missing (RFC 9309, 2.3.1.2).
        return Robots(None)
    except SourceError as error:
        # Nobody asked for robots.txt: what is wrong with the host is said of the page.
        raise SourceError(f"{page}: {str(error).removeprefix(f'{url}: ')}") from None
    return Robots(Protego.parse(fetched.data.decode("utf-8-sig", "replace")))


def _closed(why: str) -> Robots:
    told = f"its site's robots.txt cannot be read ({why}), which closes the site for now"
    return Robots(None, closed=f"{told}; try again later; {_YOURS}")
