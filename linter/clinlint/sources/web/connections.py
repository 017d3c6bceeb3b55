"""Connections that are kept for the next request, each used for one request at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING

from clinlint.sources.web.failures import AnswerError
from clinlint.sources.web.proxy import check_target, proxy_for

if TYPE_CHECKING:
    import ssl

    import httpcore
    import httpx

    from clinlint.sources.web.connection import Deadline

_KEPT = 16
"""How many connections wait for a further request at most."""
_IDLE = 30.0
"""Seconds that one waits at most."""


@dataclass(frozen=True, slots=True)
class Lent:
    """A connection for one request.

    Attributes:
        pool: what sends the request; holds one connection at most, and makes it when it has none.
        is_kept: whether the connection has served before.
    """

    pool: httpcore.ConnectionPool
    is_kept: bool


class Connections:
    """Lends connections to hosts whose addresses were checked; any thread may ask.

    Args:
        allow_private: True to connect to private networks and this machine as well.
        proxy: True to go through the proxy that the environment names (``HTTPS_PROXY``, ``HTTP_PROXY``,
            ``ALL_PROXY``, ``NO_PROXY``). The host's own address is still checked where its name can be resolved
            here, but the proxy resolves it again, so what it connects to cannot be checked.
    """

    def __init__(self, *, allow_private: bool = False, proxy: bool = False) -> None:
        self.allow_private = allow_private
        self._proxy = proxy
        self._lock = threading.Lock()
        self._waiting: list[tuple[str, httpcore.ConnectionPool]] = []
        self._tls: ssl.SSLContext | None = None

    def __enter__(self) -> Connections:
        """Itself; leaving the context closes all connections."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connections that wait."""
        with self._lock:
            waiting, self._waiting = self._waiting, []
        for _, pool in waiting:
            pool.close()

    @contextmanager
    def lent(self, url: httpx.URL, deadline: Deadline) -> Iterator[Lent]:
        """A connection to the address's host; after a failure it is closed.

        Raises:
            SourceError: when the host may not be read, or the proxy of the environment cannot be used.
        """
        origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
        pool = self._take(origin) or self._made(url, deadline)
        try:
            yield Lent(pool, is_kept=bool(pool.connections))
        except AnswerError:
            self._put(origin, pool)
            raise
        except BaseException:
            pool.close()
            raise
        self._put(origin, pool)

    def _take(self, origin: str) -> httpcore.ConnectionPool | None:
        with self._lock:
            for index in range(len(self._waiting) - 1, -1, -1):
                if self._waiting[index][0] == origin:
                    return self._waiting.pop(index)[1]
        return None

    def _put(self, origin: str, pool: httpcore.ConnectionPool) -> None:
        with self._lock:
            self._waiting.append((origin, pool))
            surplus = self._waiting[:-_KEPT]
            del self._waiting[:-_KEPT]
        for _, old in surplus:
            old.close()

    def _made(self, url: httpx.URL, deadline: Deadline) -> httpcore.ConnectionPool:
        import httpcore

        from clinlint.sources.web.connection import GuardedBackend

        proxy = proxy_for(url) if self._proxy else None
        if proxy is not None:
            check_target(url, deadline, allow_private=self.allow_private)
        # A proxy stands in the user's own network as a rule; the environment vouches for it.
        backend = GuardedBackend(allow_private=self.allow_private or proxy is not None)
        return httpcore.ConnectionPool(
            ssl_context=self._context() if url.scheme == "https" else None,
            max_connections=1,
            http2=True,
            keepalive_expiry=_IDLE,
            network_backend=backend,
            proxy=proxy,
        )

    def _context(self) -> ssl.SSLContext:
        """One for all: reading the certificates of the authorities takes longer than a page."""
        import httpx

        with self._lock:
            if self._tls is None:
                self._tls = httpx.create_ssl_context()
            return self._tls
