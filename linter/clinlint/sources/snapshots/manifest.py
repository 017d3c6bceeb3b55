"""The list of a folder's snapshots: an SQLite file, so that an interruption at any moment leaves it whole."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import Any

from clinlint.errors import SourceError
from clinlint.sources.snapshots import MANIFEST, PAGES
from clinlint.storage.database import DatabaseError, Tables

_CREATE = """
CREATE TABLE IF NOT EXISTS runs (id INTEGER PRIMARY KEY, what TEXT NOT NULL, begun TEXT NOT NULL, ended TEXT);
CREATE TABLE IF NOT EXISTS pages (
    url TEXT PRIMARY KEY, final_url TEXT NOT NULL, file TEXT NOT NULL, media_type TEXT NOT NULL,
    status INTEGER NOT NULL, headers TEXT NOT NULL, fetched TEXT NOT NULL, sha256 TEXT NOT NULL,
    state TEXT NOT NULL, message TEXT NOT NULL, run INTEGER NOT NULL,
    facts TEXT NOT NULL DEFAULT '{}'
);
CREATE INDEX IF NOT EXISTS pages_by_file ON pages (file);
"""


_TABLES = Tables(
    "manifest of snapshots",
    "folder",
    _CREATE,
    2,
    {1: "ALTER TABLE pages ADD COLUMN facts TEXT NOT NULL DEFAULT '{}'"},
)


class State(Enum):
    """What became of a page in the last run that asked for it."""

    FETCHED = "fetched"
    UNCHANGED = "unchanged"
    FAILED = "failed"


NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Snapshot:
    """One page.

    Attributes:
        url: the address that was asked for; ``final_url`` where it was found after redirects.
        file: the path of the bytes below the folder; empty when the page was never fetched.
        headers: the server's, by name in small letters.
        fetched: the time, with zone.
        sha256: of the bytes.
        message: why it failed.
        run: the number of the run that asked for it last.
        facts: what the page says of itself: ``language``, ``canonical``, and ``hreflang`` with a language and an
            address of another version on each line.
    """

    url: str
    final_url: str = ""
    file: str = ""
    media_type: str = ""
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    fetched: datetime = NEVER
    sha256: str = ""
    state: State = State.FETCHED
    message: str = ""
    run: int = 0
    facts: Mapping[str, str] = field(default_factory=dict)


class Manifest:
    """The pages of one folder; what a method changed outlives the end of the process.

    Args:
        folder: the folder of the snapshots.
        writes: False to read a manifest that there is already.

    Raises:
        SourceError: when the file cannot be used, with what to do.
    """

    def __init__(self, folder: Path, *, writes: bool = True) -> None:
        self.path = folder / MANIFEST
        self._writes = writes
        try:
            self._connection = _TABLES.open(self.path, writes=writes)
            if writes:
                # Every change is safe from a kill at once, without waiting for the disk; should the machine itself
                # fail, the last ones may be missing, and their pages are fetched again.
                self._connection.execute("PRAGMA journal_mode = WAL")
                self._connection.execute("PRAGMA synchronous = NORMAL")
        except (DatabaseError, sqlite3.Error) as error:
            raise SourceError(str(error)) from None

    def __enter__(self) -> Manifest:
        """The manifest; leaving the context closes it."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._writes:
            # A file without companions, which folders that cannot be written can be read from.
            with suppress(sqlite3.Error):
                self._connection.execute("PRAGMA journal_mode = DELETE")
        self._connection.close()

    def begin(self, what: str) -> int:
        """The number of a run for ``what``: that of the last one if it was for the same and never ended."""
        begun = (what, _now().isoformat())
        with self._guarded():
            row = self._connection.execute("SELECT id, what, ended FROM runs ORDER BY id DESC LIMIT 1").fetchone()
            if row and row[1] == what and row[2] is None:
                return int(row[0])
            return int(self._connection.execute("INSERT INTO runs (what, begun) VALUES (?, ?)", begun).lastrowid or 0)

    def end(self, run: int) -> None:
        """Marks a run as done, so that the next one asks for every page anew."""
        with self._guarded():
            self._connection.execute("UPDATE runs SET ended = ? WHERE id = ?", (_now().isoformat(), run))

    def get(self, url: str) -> Snapshot | None:
        """The page with this address."""
        return next(self._pages("WHERE url = ?", url), None)

    def of_file(self, file: str) -> Snapshot | None:
        """The page whose bytes stand in this file, a path below the folder."""
        return next(self._pages("WHERE file = ?", file), None)

    def put(self, page: Snapshot) -> None:
        """Adds a page, or takes the place of what was known of it."""
        headers, fetched = json.dumps(dict(page.headers)), page.fetched.isoformat()
        row = (
            *(page.url, page.final_url, page.file, page.media_type, page.status, headers, fetched, page.sha256),
            *(page.state.value, page.message, page.run, json.dumps(dict(page.facts))),
        )
        with self._guarded():
            self._connection.execute(f"INSERT OR REPLACE INTO pages VALUES ({', '.join('?' * 12)})", row)  # noqa: S608

    def __iter__(self) -> Iterator[Snapshot]:
        """All pages, in order of address."""
        return self._pages("ORDER BY url")

    @staticmethod
    def is_place(file: str) -> bool:
        """True for a path at which the bytes of a page may stand below the folder."""
        return _FILE.fullmatch(file) is not None

    def _pages(self, which: str, *values: str) -> Iterator[Snapshot]:
        """The pages that a clause of SQL chooses.

        Raises:
            SourceError: when the manifest is damaged, or somebody changed it.
        """
        with self._guarded():
            for row in self._connection.execute(f"SELECT * FROM pages {which}", values):  # noqa: S608 - see the callers
                try:
                    page = _snapshot(row)
                except (ValueError, TypeError, AttributeError) as error:
                    raise self._damaged(f"the page {str(row[0])[:200]!r} in it cannot be read: {error}") from None
                if page.file and not self.is_place(page.file):
                    raise self._damaged(f"it names the file {page.file!r}, which is none of its folder")
                yield page

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """Tells in one sentence what is wrong with the file, and what to do."""
        try:
            yield
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
                told = f"{self.path}: the manifest cannot be written ({error}); make room"
                raise SourceError(f"{told} and run it again, which goes on from here") from None
            raise self._damaged(str(error)) from None

    def _damaged(self, why: str) -> SourceError:
        return SourceError(f"{self.path}: the manifest cannot be used ({why}); take it away and fetch the pages anew")


_FILE = re.compile(rf"{PAGES}/[a-z0-9-][a-z0-9.-]*/[a-z0-9-]+\.[a-z]+")
"""Where the bytes of pages stand; a manifest that somebody changed must not lead elsewhere."""


def _snapshot(row: tuple[Any, ...]) -> Snapshot:
    url, final_url, file, media_type, status, headers, fetched, sha256, state, message, run, *facts = row
    when = datetime.fromisoformat(fetched)
    return Snapshot(
        *(url, final_url, file, media_type, status, json.loads(headers), when, sha256, State(state), message, run),
        # A manifest of an earlier version that is only read has none.
        json.loads(facts[0]) if facts else {},
    )


def _now() -> datetime:
    return datetime.now(UTC)
