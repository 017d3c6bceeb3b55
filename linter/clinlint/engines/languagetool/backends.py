"""The servers that can be asked: this user's own, or one at an address."""

from __future__ import annotations

import multiprocessing
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from urllib.parse import urlsplit

from clinlint.engines.languagetool.backend import Gone
from clinlint.engines.languagetool.folders import Folders
from clinlint.engines.languagetool.problem import LanguageToolError
from clinlint.engines.languagetool.protocol import Away, Connection, RateLimited, Refused, TooSlow
from clinlint.engines.languagetool.server.identity import Identity
from clinlint.engines.languagetool.server.start import NotPermitted, ensure_server, running_server, server_folder
from clinlint.engines.languagetool.server.state import ServerState, renew_lease


class Restarts:
    """How often the server was restarted in a run, counted for all of its processes.

    Made before the processes are, and given to each when it starts.
    """

    def __init__(self) -> None:
        self._count = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn").Value("i", 0)

    def take(self) -> bool:
        """True for the first who asks, who may restart it."""
        with self._count.get_lock():
            self._count.value += 1
            return bool(self._count.value == 1)


class OwnServer:
    """The user's server, started when it is needed and restarted once when it crashes."""

    workers = 2
    batch = 3_000
    timeout = 120.0

    def __init__(self, folders: Folders, identity: Identity, restarts: Restarts) -> None:
        self._folders = folders
        self._restarts = restarts
        self._identity = identity
        self._lock = threading.Lock()
        self._state: ServerState | None = None
        self._gone: str | None = None

    def version(self) -> str:
        """Known without a server."""
        return self._identity.version

    def address(self) -> str:
        """The running server's, which is started where there is none."""
        with self._lock:
            self._raise_when_gone()
            if self._state is None:
                self._state = running_server(self._folders, self._identity) or self._start()
            return self._state.url

    def recover(self, address: str, reason: str) -> None:
        """Restarts the server once, unless another thread or process has done it already."""
        with self._lock:
            self._raise_when_gone()
            if self._state is None or self._state.url != address:
                return
            self._state = self._start(self._restarts.take, f"LanguageTool stopped working twice ({reason})")

    def pace(self, characters: int) -> None:
        """Nobody else's server: nothing to wait for."""
        renew_lease(server_folder(self._folders, self._identity))

    def _start(self, permit: Callable[[], bool] | None = None, refusal: str = "") -> ServerState:
        try:
            return ensure_server(self._folders, self._identity, permit=permit)
        except LanguageToolError as error:
            self._gone = refusal if isinstance(error, NotPermitted) else str(error)
            raise Gone(self._gone) from error

    def _raise_when_gone(self) -> None:
        if self._gone is not None:
            raise Gone(self._gone)


PUBLIC_HOSTS = ("languagetool.org", "languagetoolplus.com")
PUBLIC_REQUESTS = 18
PUBLIC_CHARACTERS = 70_000
"""A little below what the public interface allows in a minute (20 requests, 75,000 characters, for each address)."""
PUBLIC_BATCH = 9_000
"""A little below the 10,000 characters that one request to the public interface may have in safety."""


class RemoteServer:
    """A server at an address: a team's own, or the public one, whose limits are respected."""

    timeout = 120.0

    def __init__(self, address: str) -> None:
        host = urlsplit(address).hostname or ""
        self._public = any(host == name or host.endswith(f".{name}") for name in PUBLIC_HOSTS)
        self._address = address
        self._lock = threading.Lock()
        self._pace = Pace(PUBLIC_REQUESTS, PUBLIC_CHARACTERS) if self._public else None
        self._version: str | None = None
        self._gone: str | None = None
        self.workers = 1 if self._public else 2
        self.batch = PUBLIC_BATCH if self._public else OwnServer.batch

    def version(self) -> str:
        """What the server says; asked once."""
        with self._lock:
            if self._gone is not None:
                raise Gone(self._gone)
            if self._version is None:
                connection = Connection(self._address, 20.0)
                try:
                    if self._pace is not None:
                        self._pace.wait(1)
                    self._version = f"at {self._address} {connection.version()}"
                except (Away, TooSlow, Refused, RateLimited) as error:
                    self._gone = f"LanguageTool at {self._address} gives no result: {error or 'it does not answer'}"
                    raise Gone(self._gone) from error
                finally:
                    connection.close()
            return self._version

    def address(self) -> str:
        """The address that was given."""
        if self._gone is not None:
            raise Gone(self._gone)
        return self._address

    def recover(self, address: str, reason: str) -> None:
        """What is not ours cannot be restarted."""
        self._gone = f"LanguageTool at {self._address} went away: {reason}"
        raise Gone(self._gone)

    def pace(self, characters: int) -> None:
        """Waits where the public interface's limits ask for it."""
        if self._pace is not None:
            self._pace.wait(characters)


class Pace:
    """At most so many requests and characters in any minute."""

    def __init__(self, requests: int, characters: int, minute: float = 60.0) -> None:
        self._requests = requests
        self._characters = characters
        self._minute = minute
        self._sent: deque[tuple[float, int]] = deque()
        self._lock = threading.Lock()

    def wait(self, characters: int) -> None:
        """Sleeps until a request with so many characters may be sent, and counts it."""
        with self._lock:
            while True:
                now = time.monotonic()
                while self._sent and now - self._sent[0][0] >= self._minute:
                    self._sent.popleft()
                total = sum(count for _, count in self._sent)
                fits = not self._sent or total + characters <= self._characters
                if fits and len(self._sent) < self._requests:
                    self._sent.append((now, characters))
                    return
                time.sleep(max(0.01, self._minute - (now - self._sent[0][0])))
