"""One line that tells how much of a download is there."""

from __future__ import annotations

from typing import TextIO

BAR = 24


class Meter:
    """A bar of bytes; writes nothing unless ``enabled``."""

    def __init__(self, stream: TextIO, *, enabled: bool) -> None:
        self._stream = stream
        self._enabled = enabled

    def show(self, done: int, total: int) -> None:
        """Shows that ``done`` of ``total`` bytes are there."""
        if self._enabled and total:
            filled = BAR * done // total
            self._stream.write(f"\r[{'#' * filled}{'.' * (BAR - filled)}] {done / 1e6:,.0f} of {total / 1e6:,.0f} MB")
            self._stream.flush()

    def clear(self) -> None:
        """Takes the line away."""
        if self._enabled:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
