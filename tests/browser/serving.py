"""``clinlint review`` as a process of its own, as a person starts it."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from browser.reviewing import FROM_GERMAN


@dataclass
class Served:
    """A review that is open.

    Attributes:
        address: of the page.
        process: clinlint.
    """

    address: str
    process: subprocess.Popen[str]

    def ended(self) -> str:
        """Waits until the review ends by itself; what clinlint says then."""
        said = self.process.communicate(timeout=20)[0]
        assert self.process.returncode == 0, said
        return said


@contextmanager
def review_of(article: Path, *options: str) -> Iterator[Served]:
    """The open review of an article; it is ended with Ctrl-C where the test has not ended it."""
    command = [sys.executable, "-m", "clinlint", "review", article.name, *FROM_GERMAN, "--no-browser", *options]
    process = subprocess.Popen(
        command, cwd=article.parent, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    )
    assert process.stdout is not None
    try:
        said = [process.stdout.readline(), process.stdout.readline()]
        address = re.search(r"http://127\.0\.0\.1:\d+/[\w-]{32}/", "".join(said))
        assert address, (said, process.stdout.read())
        yield Served(address[0], process)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
