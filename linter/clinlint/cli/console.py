"""Standard output and standard error."""

from __future__ import annotations

import io
import sys


def complain(message: str) -> int:
    """Says one sentence on standard error; the exit code for wrong use."""
    say(message)
    return 2


def say(message: str) -> None:
    """Says one sentence on standard error."""
    from clinlint.reports.cells import visible

    print(f"clinlint: {visible(message)}", file=sys.stderr)  # noqa: T201


def complaining(message: str) -> None:
    """The same for those who have no use for an exit code."""
    complain(message)


def tolerate_any_text() -> None:
    """What the console's encoding cannot show is escaped, not fatal."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
