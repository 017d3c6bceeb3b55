"""SQLite files that say which version of clinlint's tables they hold."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote


class DatabaseError(Exception):
    """A file that cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Tables:
    """What a kind of file holds.

    Attributes:
        what: what the file is called in messages.
        instead: what to use another one of, where a file cannot be used.
        create: the statements that make what is missing.
        version: of the tables.
        changes: the statements that lead from an earlier version to the next one.
    """

    what: str
    instead: str
    create: str
    version: int
    changes: Mapping[int, str] = field(default_factory=dict)

    def open(self, path: Path, *, writes: bool = True) -> sqlite3.Connection:
        """The file at ``path``, which is made when it is missing, unless it is only read.

        Raises:
            DatabaseError: when it is no such file.
        """
        use = f"use another {self.instead}"
        connection: sqlite3.Connection | None = None
        try:
            place = f"file:{quote(str(path))}?mode={'rwc' if writes else 'ro'}"
            connection = sqlite3.connect(place, uri=True, isolation_level=None, timeout=10.0)
            # In this order: another process may be making the tables, which come together with their version.
            is_empty = connection.execute("SELECT 1 FROM sqlite_master").fetchone() is None
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version not in {0, self.version, *self.changes}:
                raise DatabaseError(f"{path}: another version of clinlint made this {self.what}; {use}")
            if not version and not is_empty:
                raise DatabaseError(f"{path}: this is a database, but no {self.what}; {use}")
            if writes:
                while version in self.changes:
                    connection.executescript(f"{self.changes[version]}; PRAGMA user_version = {version + 1}")
                    version += 1
                versioned = f"PRAGMA user_version = {self.version}"
                connection.executescript(f"BEGIN IMMEDIATE; {self.create}; {versioned}; COMMIT")
        except sqlite3.Error as error:
            _close(connection)
            how = "written" if writes else "read"
            raise DatabaseError(f"{path}: this is no {self.what} that can be {how} ({error}); {use}") from None
        except DatabaseError:
            _close(connection)
            raise
        return connection


def _close(connection: sqlite3.Connection | None) -> None:
    if connection is not None:
        with suppress(sqlite3.Error):
            connection.close()
