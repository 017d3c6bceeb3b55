"""Values by key in an SQLite file: bounded, shared by processes that run at the same time, and never in the way.

A store holds what can be worked out again. Whatever is wrong with its file therefore costs time and nothing else: a
damaged file is made anew, one that cannot be used is done without, and both are told once, in one sentence.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

BUSY_SECONDS = 10.0
"""How long a process waits for another one that is writing."""

ROOM = 0.8
"""When a store has outgrown its limit, it shrinks to this part of it, so that it does not shrink at every run."""

_APPLICATION = 0x636C696E
_DAY = 86_400 * 10**9
_MOST_KEYS = 500
_CREATE = """
CREATE TABLE IF NOT EXISTS entries (
    key BLOB PRIMARY KEY, value BLOB NOT NULL, size INTEGER NOT NULL, used INTEGER NOT NULL
) WITHOUT ROWID
"""


@dataclass(frozen=True, slots=True)
class StoreInfo:
    """What a store holds.

    Attributes:
        entries: how many values.
        size: bytes of all keys and values.
        on_disk: bytes of the files.
        largest: bytes of keys and values above which the least recently used go.
    """

    path: Path
    entries: int
    size: int
    on_disk: int
    largest: int


class Store:
    """Values (bytes) by key (bytes) in the file ``path``, which is made when it is missing.

    A store belongs to the process and the thread that opened it; other processes may open the same file at the same
    time. Nothing here raises because of the file: a store that cannot be used finds nothing and keeps nothing.

    Args:
        version: a store that another version wrote is emptied without a word.
        largest: bytes of keys and values above which the least recently used values go when the store is closed.
        notice: is given one sentence when the file had to be made anew or cannot be used.
    """

    def __init__(self, path: Path, *, version: int, largest: int, notice: Callable[[str], None]) -> None:
        self.path = path
        self._version = version
        self._largest = largest
        self._notice = notice
        self._told = False
        self._used: set[bytes] = set()
        self._wrote = False
        self._connection: sqlite3.Connection | None = None
        self._rebuilt = False
        with self._guarded():
            self._connection = self._open()

    def __enter__(self) -> Store:
        """The store itself; leaving the context closes it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes the store."""
        self.close()

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """The values of those keys that the store holds."""
        wanted = list(keys)
        found: dict[bytes, bytes] = {}
        for start in range(0, len(wanted), _MOST_KEYS):
            part = wanted[start : start + _MOST_KEYS]
            with self._guarded():
                if self._connection is not None:
                    marks = ",".join("?" * len(part))
                    query = f"SELECT key, value FROM entries WHERE key IN ({marks})"  # noqa: S608 - only marks
                    found.update(self._connection.execute(query, part).fetchall())
        self._used.update(found)
        return found

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Keeps values, in one transaction; a key that is there gets the new value."""
        now = time.time_ns()
        rows = [(key, value, len(key) + len(value), now) for key, value in values.items()]
        with self._guarded():
            if self._connection is not None and rows:
                with self._connection:
                    self._connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)", rows)
                self._wrote = True

    def clear(self) -> int:
        """Removes everything; the number of values that were there."""
        number = 0
        with self._guarded():
            if self._connection is not None:
                with self._connection:
                    number = self._connection.execute("DELETE FROM entries").rowcount
                self._connection.execute("VACUUM")
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return number

    def info(self) -> StoreInfo:
        """What the store holds now."""
        entries = size = 0
        with self._guarded():
            if self._connection is not None:
                query = "SELECT count(*), coalesce(sum(size), 0) FROM entries"
                entries, size = self._connection.execute(query).fetchone()
        on_disk = sum(path.stat().st_size for path in self._files() if path.exists())
        return StoreInfo(self.path, entries, size, on_disk, self._largest)

    def close(self) -> None:
        """Notes which values were used, lets the oldest go where there are too many, and closes the file."""
        with self._guarded():
            if self._connection is not None:
                self._note_used(self._connection)
                if self._wrote:
                    self._shrink(self._connection)
        self._leave()

    def _note_used(self, connection: sqlite3.Connection) -> None:
        now = time.time_ns()
        # A day is exact enough, and most runs of a day then have nothing to write.
        with connection:
            rows = ((now, key, now - _DAY) for key in sorted(self._used))
            connection.executemany("UPDATE entries SET used = ? WHERE key = ? AND used < ?", rows)
        self._used.clear()

    def _shrink(self, connection: sqlite3.Connection) -> None:
        (size,) = connection.execute("SELECT coalesce(sum(size), 0) FROM entries").fetchone()
        if size <= self._largest:
            return
        with connection:
            connection.execute(
                "DELETE FROM entries WHERE key IN (SELECT key FROM (SELECT key, sum(size) OVER "
                "(ORDER BY used DESC, key ROWS UNBOUNDED PRECEDING) AS total FROM entries) WHERE total > ?)",
                (int(self._largest * ROOM),),
            )
        # Not execute(): it takes one step, which frees one page.
        connection.executescript("PRAGMA incremental_vacuum; PRAGMA wal_checkpoint(TRUNCATE)")

    def _open(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS)
        try:
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
            _write_ahead(connection)
            # A crash of the machine may lose the last values, and never damages the file.
            connection.execute("PRAGMA synchronous = NORMAL")
            if self._is_of_another_version(connection):
                with connection:
                    connection.execute("BEGIN IMMEDIATE")
                    # Another process may have been here meanwhile.
                    if self._is_of_another_version(connection):
                        connection.execute("DROP TABLE IF EXISTS entries")
                        connection.execute(_CREATE)
                        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
                        connection.execute(f"PRAGMA user_version = {self._version}")
            connection.execute("SELECT key, value, size, used FROM entries LIMIT 1").fetchall()
        except BaseException:
            connection.close()
            raise
        return connection

    def _is_of_another_version(self, connection: sqlite3.Connection) -> bool:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        return bool(version != self._version)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Whatever the file does wrong inside ends here."""
        try:
            yield
        except (sqlite3.OperationalError, OSError) as error:
            # Locked for too long, read-only, or no room: the file itself may be in order.
            self._leave()
            self._tell(f"{self.path}: the cache cannot be used ({error}); this run goes on without it")
        except sqlite3.DatabaseError as error:
            self._leave()
            if self._rebuilt:
                self._tell(f"{self.path}: the cache cannot be used ({error}); this run goes on without it")
                return
            self._rebuilt = True
            self._tell(f"{self.path}: the cache was damaged ({error}) and has been made anew")
            with self._guarded():
                for path in self._files():
                    path.unlink(missing_ok=True)
                self._connection = self._open()

    def _tell(self, sentence: str) -> None:
        if not self._told:
            self._told = True
            self._notice(sentence)

    def _leave(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(sqlite3.Error):
                connection.close()

    def _files(self) -> tuple[Path, ...]:
        return tuple(self.path.with_name(self.path.name + ending) for ending in ("", "-wal", "-shm"))


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Lets others read while one writes; SQLite itself does not wait for this change when the file is in use."""
    end = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > end:
                raise
            time.sleep(0.02)
