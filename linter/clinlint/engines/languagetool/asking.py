"""Sends batches, several at once, and copes with everything but a result."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

from clinlint.engines.languagetool.backend import Backend, Gone
from clinlint.engines.languagetool.batches import Batch
from clinlint.engines.languagetool.protocol import (
    Away,
    Connection,
    Found,
    RateLimited,
    Refused,
    TooLarge,
    TooSlow,
)

MOST_WAITS = 3
"""How often a server that wants fewer requests is asked again."""
LONGEST_WAIT = 90.0
SHORTEST_WAIT = 5.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a batch.

    Attributes:
        found: the matches of the texts that were checked.
        unanswered: numbers of texts that could not be checked, with the reason.
    """

    found: Found = field(default_factory=dict)
    unanswered: dict[int, str] = field(default_factory=dict)

    def joined(self, other: Outcome) -> Outcome:
        """Both; a text of which a part was not checked was not checked."""
        unanswered = {**self.unanswered, **other.unanswered}
        found: Found = {}
        for part in (self.found, other.found):
            for number, matches in part.items():
                if number not in unanswered:
                    found[number] = (*found.get(number, ()), *matches)
        return Outcome(found, unanswered)


class Asker:
    """Threads with a connection each.

    Args:
        backend: whom to ask.
        shortest_wait: seconds to wait at least when the server wants fewer requests.
    """

    def __init__(self, backend: Backend, shortest_wait: float = SHORTEST_WAIT) -> None:
        self._shortest_wait = shortest_wait
        self._backend = backend
        self._pool = ThreadPoolExecutor(backend.workers, thread_name_prefix="languagetool")
        self._own = threading.local()
        self._opened: list[Connection] = []
        self._closed = threading.Event()

    def ask(self, batch: Batch, language: str) -> Future[Outcome]:
        """Sends a batch; the future raises ``Gone`` when the run goes on without LanguageTool."""
        return self._pool.submit(self._ask, batch, language)

    def close(self) -> None:
        """Gives up what has not been answered yet, at once."""
        self._closed.set()
        self._pool.shutdown(wait=False, cancel_futures=True)
        for connection in self._opened:
            connection.give_up()
        self._pool.shutdown(wait=True)
        for connection in self._opened:
            connection.close()

    def _ask(self, batch: Batch, language: str) -> Outcome:
        try:
            return Outcome(self._try(batch, language))
        except (TooLarge, TooSlow) as error:
            if len(batch.pieces) > 1:
                first, second = batch.halves()
                return self._ask(first, language).joined(self._ask(second, language))
            why = "is too long" if isinstance(error, TooLarge) else "took too long"
            return Outcome(unanswered={batch.pieces[0].number: f"a paragraph {why} for LanguageTool"})

    def _try(self, batch: Batch, language: str) -> Found:
        """The matches, after one more try where the server was restarted or wanted a pause.

        Raises:
            Gone, TooLarge, TooSlow: when there are none.
        """
        waits = 0
        while True:
            self._backend.pace(len(batch.text))
            connection = self._connection()
            try:
                return connection.check(batch, language)
            except Away as error:
                if self._closed.is_set():
                    raise Gone("it was given up") from error
                self._backend.recover(connection.address, str(error))
            except RateLimited as error:
                waits += 1
                if waits > MOST_WAITS or self._closed.is_set():
                    raise Gone(f"LanguageTool at {connection.address} wants fewer requests; try again later") from error
                self._closed.wait(
                    min(LONGEST_WAIT, max(self._shortest_wait, error.seconds or self._shortest_wait * waits))
                )
            except Refused as error:
                raise Gone(f"LanguageTool at {connection.address} gives no result: {error}") from error

    def _connection(self) -> Connection:
        address = self._backend.address()
        connection: Connection | None = getattr(self._own, "connection", None)
        if connection is None or connection.address != address:
            if connection is not None:
                connection.close()
            connection = self._own.connection = Connection(address, self._backend.timeout)
            self._opened.append(connection)
        return connection
