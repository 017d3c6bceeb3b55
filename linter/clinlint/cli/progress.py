"""One line on standard error that tells how far a long run has come."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import TextIO

FEWEST = 10
"""With fewer sources than this there is nothing to wait for."""

BAR = 24
_LATELY = 50
"""So many pages the rate is taken from; those that an earlier run fetched fly past and say nothing of the rest."""


class StatusLine:
    """A line that is written over again and again; nothing is written unless ``enabled``."""

    def __init__(self, stream: TextIO, *, enabled: bool) -> None:
        self._stream = stream
        self._enabled = enabled

    def show(self, text: str) -> None:
        """Writes the line anew."""
        if self._enabled:
            self._stream.write(f"\r\x1b[K{text}")
            self._stream.flush()

    def clear(self) -> None:
        """Takes the line away, so that something else can be written."""
        self.show("")


class Progress(StatusLine):
    """Counts sources."""

    def __init__(self, stream: TextIO, total: int, *, enabled: bool) -> None:
        super().__init__(stream, enabled=enabled)
        self._total = total
        self._done = 0

    def step(self) -> None:
        """Shows that one more source is being read."""
        filled = BAR * self._done // max(1, self._total)  # Where nothing changed, there is nothing to read.
        self.show(f"[{'#' * filled}{'.' * (BAR - filled)}] {self._done:,} of {self._total:,}")
        self._done += 1


class Fetching(StatusLine):
    """Counts pages that are fetched, and tells how quickly, and how long the rest takes.

    Args:
        clock: the time in seconds.
    """

    def __init__(self, stream: TextIO, *, enabled: bool, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(stream, enabled=enabled)
        self._clock = clock
        self._times = deque([clock()], maxlen=_LATELY + 1)
        self._done = 0

    def step(self, expected: int, *, exact: bool) -> None:
        """Shows that one more page is done, of so many that are expected altogether, exactly or by estimate."""
        self._done += 1
        self._times.append(self._clock())
        rate = (len(self._times) - 1) / max(self._times[-1] - self._times[0], 0.001)
        left = max(0, expected - self._done)
        expected = max(expected, self._done)
        of = f"{self._done:,} of {'' if exact else 'about '}{expected:,} {'page' if expected == 1 else 'pages'}"
        self.show(f"{of}, {rate:.1f} a second, about {_duration(left / rate)} left" if left else of)


def _duration(seconds: float) -> str:
    """Rounded as a person would say it: ``45 s``, ``12 min``, ``3 h 20 min``."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    if minutes < 90:
        return f"{minutes} min"
    return f"{minutes // 60:,} h {minutes % 60} min" if minutes < 6_000 else f"{minutes // 60:,} h"
