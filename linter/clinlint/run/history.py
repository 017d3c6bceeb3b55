"""Earlier scores of pages, kept in an SQLite file, so that a run can tell what became better and what worse."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from clinlint.errors import ConfigurationError
from clinlint.storage.database import DatabaseError, Tables

_CREATE = """
CREATE TABLE IF NOT EXISTS runs (id INTEGER PRIMARY KEY, at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS pages (
    run INTEGER NOT NULL REFERENCES runs, page TEXT NOT NULL, score REAL NOT NULL, errors INTEGER NOT NULL,
    warnings INTEGER NOT NULL, PRIMARY KEY (page, run)
) WITHOUT ROWID;
"""
_TABLES = Tables("history", "file", _CREATE, 1)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a page stood in one run: its MQM-mapped score, and how many errors and warnings it had."""

    page: str
    score: float
    errors: int
    warnings: int


class History:
    """The runs in one file, which is made when it is missing.

    Raises:
        ConfigurationError: when the file cannot be used, with what to do.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._connection = _TABLES.open(path)
        except DatabaseError as error:
            raise ConfigurationError(str(error)) from None

    def before(self, page: str) -> Standing | None:
        """How the page stood when it was last seen; None when it never was.

        Raises:
            ConfigurationError: when the file is damaged.
        """
        asked = "SELECT page, score, errors, warnings FROM pages WHERE page = ? ORDER BY run DESC LIMIT 1"
        with self._guarded():
            row = self._connection.execute(asked, (page,)).fetchone()
        return Standing(*row) if row else None

    def add(self, standings: Iterable[Standing]) -> None:
        """Keeps a run, whole or not at all.

        Raises:
            ConfigurationError: when the file cannot be written.
        """
        rows = list({standing.page: standing for standing in standings}.values())
        with self._guarded(), self._connection:
            self._connection.execute("BEGIN")
            at = datetime.now(UTC).isoformat()
            run = self._connection.execute("INSERT INTO runs (at) VALUES (?)", (at,)).lastrowid
            self._connection.executemany(
                "INSERT INTO pages VALUES (?, ?, ?, ?, ?)",
                [(run, row.page, row.score, row.errors, row.warnings) for row in rows],
            )

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise ConfigurationError(f"{self._path}: the history cannot be used ({error}); name another file") from None

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()
