"""``check --watch``, in a process of its own and on real files."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from end_to_end.terminal import clinlint

PATIENCE = 60


class Watch:
    """A running watch and what it has written so far."""

    def __init__(self, folder: Path, *arguments: str, output: int | None = None) -> None:
        command = [
            sys.executable,
            "-m",
            "clinlint",
            "check",
            *arguments,
            "--watch",
            "--isolated",
            "--languagetool",
            "off",
        ]
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "LINES": "12", "COLUMNS": "80"}
        target = subprocess.PIPE if output is None else output
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            stdout=target,
            stderr=subprocess.STDOUT,
            env=environment,
        )
        self.text = ""

    def read(self, stream: int) -> None:
        def pump() -> None:
            while True:
                try:
                    part = os.read(stream, 65536)
                except OSError:
                    return
                if not part:
                    return
                self.text += part.decode("utf-8", "replace")

        threading.Thread(target=pump, daemon=True).start()

    def until(self, wanted: str, times: int = 1) -> str:
        end = time.monotonic() + PATIENCE
        while self.text.count(wanted) < times:
            assert time.monotonic() < end, f"{wanted!r} did not come in: {self.text!r}"
            assert self.process.poll() is None, self.text
            time.sleep(0.05)
        return self.text

    def interrupt(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text("The pain goes away !\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def watch(folder: Path) -> Iterator[Watch]:
    started = Watch(folder, "a.md")
    assert started.process.stdout is not None
    started.read(started.process.stdout.fileno())
    yield started
    if started.process.poll() is None:
        started.process.kill()
        started.process.wait()
    started.process.stdout.close()


def test_a_saved_file_is_linted_again_and_an_interrupt_ends_it(folder: Path, watch: Watch) -> None:
    watch.until("Waiting for changes")
    assert "a.md:1:19: warning TY001" in watch.text
    # Saved in place, as most editors do.
    (folder / "a.md").write_text("The pain goes away!\n", encoding="utf-8")
    assert "nothing found" in watch.until("Waiting for changes", 2).split("Ctrl-C", 1)[1]
    assert "a.md changed" in watch.text
    # Saved as a new file that takes the old one's place.
    (folder / "new.tmp").write_text("It hurts the the knee.\n", encoding="utf-8")
    (folder / "new.tmp").replace(folder / "a.md")
    watch.until("TY006")
    # A file beside it is nobody's business.
    (folder / "other.md").write_text("Another !\n", encoding="utf-8")
    time.sleep(1)
    assert "other.md" not in watch.text
    assert watch.interrupt() == 0
    assert "Traceback" not in watch.text


def test_a_file_that_goes_away_is_told_and_may_come_back(folder: Path, watch: Watch) -> None:
    watch.until("Waiting for changes")
    (folder / "a.md").unlink()
    watch.until("there is no such file")
    (folder / "a.md").write_text("It hurts the the knee.\n", encoding="utf-8")
    watch.until("TY006")


def test_one_screen_on_a_terminal(folder: Path) -> None:
    (folder / "a.md").write_text("It hurts !\n\n" * 30, encoding="utf-8")
    ours, theirs = pty.openpty()
    watch = Watch(folder, ".", output=theirs)
    os.close(theirs)
    watch.read(ours)
    try:
        watch.until("Waiting for changes")
        screen = watch.text.split("\x1b[2J")[-1]
        assert screen.count("\n") <= 12
        assert "more lines" in screen
        assert "30 warnings" in screen
        (folder / "b.md").write_text("It hurts the the knee.\n", encoding="utf-8")
        watch.until("b.md changed")
        assert watch.interrupt() == 0
    finally:
        if watch.process.poll() is None:
            watch.process.kill()
            watch.process.wait()
        os.close(ours)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("a.md", "--fix"), "leave out --fix"),
        (("https://localhost/",), "needs files and folders"),
        (("-", "--stdin-filename", "x.md"), "needs files and folders"),
        ((), "nothing to read was named"),
    ],
)
def test_what_cannot_be_watched(folder: Path, arguments: tuple[str, ...], message: str) -> None:
    done = clinlint("check", *arguments, "--watch", folder=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
