"""A folder of snapshots in the hands of one run, and free of what killed runs left in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from clinlint.errors import SourceError
from clinlint.sources.snapshots import PAGES

LOCK = ".scrape.lock"
"""The file by which runs tell each other that one is at work; the system frees it however the run ends."""
_UNFINISHED = re.compile(r"\.[a-z0-9][a-z0-9.-]{0,59}\.[a-z0-9_]{8}\.part")
"""What :class:`~clinlint.storage.atomic.AtomicFile` calls a page that is being written."""


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Keeps other runs from writing into ``folder``, and takes away what runs that were killed left unfinished.

    Raises:
        SourceError: when another run is at work there, or the folder cannot be written.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(folder / LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        told = f"{folder}: another 'clinlint scrape' is at work in this folder"
        raise SourceError(f"{told}; wait until it has ended, or name another folder") from None
    except (OSError, NotImplementedError) as error:
        reason = getattr(error, "strerror", None) or error
        raise SourceError(f"{folder}: the folder cannot be written ({reason}); name another one") from None
    try:
        _tidy(folder)
        yield
    finally:
        lock.release()


def _tidy(folder: Path) -> None:
    for path in folder.glob(f"{PAGES}/*/.*.part"):
        if _UNFINISHED.fullmatch(path.name) and path.is_file() and not path.is_symlink():
            with suppress(OSError):
                path.unlink()
