"""The entry point: ``clinlint`` and ``python -m clinlint``."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from clinlint.version import VERSION


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and exits."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    if arguments == ["--version"]:
        # Without the command line library: this is what scripts ask for, over and over.
        print(f"clinlint {VERSION}")  # noqa: T201
        return
    # A start makes hundreds of thousands of objects that stay: looking for garbage among them every 700 of them, as
    # Python does by itself, takes a seventh of a run on one page. Pages that are done are still taken away soon
    # enough for memory to stay flat over hundreds of them.
    gc.set_threshold(10_000, 5, 5)
    try:
        from clinlint.cli.commands import run
        from clinlint.cli.console import tolerate_any_text

        tolerate_any_text()
        code = run(arguments)
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)
