"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO, Any


class AtomicFile:
    """A file that is written beside its place and moved there when it is whole.

    What is no regular file (a pipe, ``/dev/stderr``) is written in place. A link stays a link.

    Attributes:
        stream: takes the content, text as UTF-8 with the line ends as they are given.

    Raises:
        OSError: when the place cannot be written.
    """

    def __init__(self, path: str | os.PathLike[str], *, binary: bool = False) -> None:
        self._target = Path(os.path.realpath(path))
        self._temporary: Path | None = None
        how: dict[str, Any] = {"mode": "wb"} if binary else {"mode": "w", "encoding": "utf-8", "newline": ""}
        if self._target.exists() and not self._target.is_file():
            self.stream: IO[Any] = self._target.open(**how)
            return
        mode = self._target.stat().st_mode & 0o777 if self._target.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(prefix=f".{self._target.name[:60]}.", suffix=".part", dir=self._target.parent)
        self._temporary = Path(name)
        self._temporary.chmod(mode)
        self.stream = os.fdopen(handle, **how)

    def commit(self) -> None:
        """Puts the file in its place.

        Raises:
            OSError: when that cannot be done; nothing is left behind then.
        """
        try:
            self.stream.close()
            if self._temporary is not None:
                self._temporary.replace(self._target)
                self._temporary = None
        finally:
            self.discard()

    def discard(self) -> None:
        """Leaves the place as it was."""
        with suppress(OSError):
            self.stream.close()
        if self._temporary is not None:
            self._temporary.unlink(missing_ok=True)
            self._temporary = None


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Writes a file so that all of it appears at once, or none.

    Raises:
        OSError: when the place cannot be written.
    """
    file = AtomicFile(path, binary=True)
    try:
        file.stream.write(data)
        file.commit()
    finally:
        file.discard()


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
