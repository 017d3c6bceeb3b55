"""One line on standard error that tells how far a long run has come."""

from __future__ import annotations

from typing import TextIO

FEWEST = 10
"""With fewer sources than this there is nothing to wait for."""

BAR = 24


class Progress:
    """Counts sources; writes nothing unless ``enabled``."""

    def __init__(self, stream: TextIO, total: int, *, enabled: bool) -> None:
        self._stream = stream
        self._total = total
        self._done = 0
        self._enabled = enabled

    def step(self) -> None:
        """Shows that one more source is being read."""
        if self._enabled:
            filled = BAR * self._done // self._total
            self._stream.write(f"\r[{'#' * filled}{'.' * (BAR - filled)}] {self._done:,} of {self._total:,}")
            self._stream.flush()
        self._done += 1

    def clear(self) -> None:
        """Takes the line away, so that something else can be written."""
        if self._enabled:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
