"""``check --watch``: lints again whenever a file is saved."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from clinlint.cli.console import complain
from clinlint.cli.exits import Exit
from clinlint.cli.run import run_check
from clinlint.errors import ClinlintError, SourceError
from clinlint.reports.cells import visible
from clinlint.reports.style import Style, is_terminal, wants_color
from clinlint.sources.files import glob_root, is_url
from clinlint.sources.formats import EXTENSIONS, extension_of

CLEAR = "\x1b[2J\x1b[3J\x1b[H"
_SETTINGS = frozenset({".toml"})
_DEBOUNCE = 200
"""Milliseconds in which several changes count as one; editors save in several steps."""


def watch_check(paths: tuple[str, ...], options: Mapping[str, Any]) -> Exit:
    """Lints ``paths`` now and after every change, until it is interrupted.

    Raises:
        ClinlintError: when the options contradict each other, or the first run cannot begin.
    """
    _check(paths, options)
    try:
        from watchfiles import watch
    except ImportError:
        raise SourceError(
            "--watch needs the package watchfiles; install it with: pip install 'clinlint[watch]'"
        ) from None
    if not options["format"]:
        options = {**options, "format": "concise"}
    screen = _Screen(wants_color(options["color"], sys.stdout))
    screen.show(lambda: run_check(paths, options), "")
    watched = sorted({str(_watched(path)) for path in paths})
    with contextlib.suppress(KeyboardInterrupt):
        for changes in watch(*watched, watch_filter=_Filter(paths), debounce=_DEBOUNCE, raise_interrupt=True):
            names = sorted({os.path.relpath(path) for _, path in changes})
            screen.show(lambda: _again(paths, options), ", ".join(names[:3]) + (" …" if len(names) > 3 else ""))
    return Exit.CLEAN


def _check(paths: tuple[str, ...], options: Mapping[str, Any]) -> None:
    for option in ("fix", "fix_only", "diff"):
        if options[option]:
            name = option.replace("_", "-")
            raise SourceError(f"--watch only reports; leave out --{name}, or run it once beside the watch")
    for path in paths:
        if path == "-" or is_url(path):
            raise SourceError(f"--watch needs files and folders, and {path} is none")


def _again(paths: tuple[str, ...], options: Mapping[str, Any]) -> None:
    try:
        run_check(paths, options)
    except ClinlintError as error:
        # A configuration that is being edited, a file that has just gone: the next change may mend it.
        complain(str(error))


def _watched(path: str) -> Path:
    """The folder in which changes are looked for: editors replace files, so a file cannot be watched itself."""
    real = Path(os.path.realpath(path))
    if real.is_dir():
        return real
    return real.parent if os.path.lexists(path) else Path(os.path.realpath(glob_root(path)))


class _Filter:
    """Lets changes of articles and of settings pass."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._files = frozenset(os.path.realpath(path) for path in paths if Path(path).is_file())
        self._only_files = all(Path(path).is_file() for path in paths)

    def __call__(self, change: object, path: str) -> bool:
        name = Path(path).name
        if os.path.realpath(path) in self._files or extension_of(path) in _SETTINGS:
            return True
        return not self._only_files and not name.startswith(".") and extension_of(path) in EXTENSIONS


class _Screen:
    """Shows one run at a time, cut to the height of the terminal."""

    def __init__(self, color: bool) -> None:
        self._style = Style(color)
        self._is_terminal = is_terminal(sys.stdout)

    def show(self, run: Callable[[], object], changed: str) -> None:
        """Shows what ``run`` writes, and when and why it ran."""
        output, errors = io.StringIO(), io.StringIO()
        began = time.monotonic()
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
            run()
        took = time.monotonic() - began
        lines = [*errors.getvalue().splitlines(), *output.getvalue().splitlines()]
        why = f"{visible(changed)} changed; " if changed else ""
        footer = f"{time.strftime('%H:%M:%S')}  {why}{took:.1f} s. Waiting for changes, Ctrl-C ends."
        if self._is_terminal:
            sys.stdout.write(CLEAR)
            lines = _cut(lines, shutil.get_terminal_size((100, 24)).lines - 2)
        sys.stdout.write("".join(f"{line}\n" for line in (*lines, self._style(footer, "dim"))))
        sys.stdout.flush()


def _cut(lines: list[str], room: int) -> list[str]:
    """As many lines as fit; the summary at the end stays."""
    if len(lines) <= room:
        return lines
    tail = min(4, room // 2)
    head = max(0, room - tail - 1)
    return [*lines[:head], f"… {len(lines) - head - tail:,} more lines", *lines[len(lines) - tail :]]
