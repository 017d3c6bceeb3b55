"""Processes that work on tasks; one that dies takes its own task with it and nothing else.

The standard library's executor gives up all tasks when one process dies, and cannot tell which task it was.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Any

Work = Callable[[Any], Any]
_PATIENCE = 2.0
"""Seconds that a process has to end by itself."""


@dataclass(frozen=True, slots=True)
class Crash:
    """The process that had a task ended before the task was done; ``reason`` says how."""

    reason: str


@dataclass(eq=False)
class _Worker:
    process: Any
    connection: Connection
    take: Callable[[Any], None] | None = None


class Pool:
    """``jobs`` processes, each given one task at a time.

    Args:
        jobs: how many.
        start: called once in every process; returns what does the tasks there. Tasks and answers are pickled, and so
            is ``start`` where processes cannot be forked.
    """

    def __init__(self, jobs: int, start: Callable[[], Work]) -> None:
        method = "fork" if sys.platform == "linux" else "spawn"
        self._context = multiprocessing.get_context(method)
        self._start = start
        self._workers: list[_Worker] = []
        self._jobs = jobs

    def __enter__(self) -> Pool:
        """Starts the processes."""
        for _ in range(self._jobs):
            self._add()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends the processes: at once when the run was cut short, otherwise when they have nothing left to do."""
        for worker in self._workers:
            if kind is not None:
                worker.process.terminate()
            worker.connection.close()
        for worker in self._workers:
            worker.process.join(_PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self._workers.clear()

    @property
    def is_busy(self) -> bool:
        """True while a task is being worked on."""
        return any(worker.take for worker in self._workers)

    def submit(self, task: Any, take: Callable[[Any], None]) -> None:
        """Gives a task to a process, waiting for a free one; ``take`` is later given the answer or a ``Crash``."""
        while True:
            free = next((worker for worker in self._workers if worker.take is None), None)
            if free is None:
                self.step()
                continue
            try:
                free.connection.send(task)
            except OSError:
                # It died while it had nothing to do.
                self._replace(free)
                continue
            free.take = take
            return

    def step(self) -> None:
        """Waits until at least one task is done."""
        busy = {worker.connection: worker for worker in self._workers if worker.take}
        for connection in wait(list(busy)):
            worker = busy[connection]  # type: ignore[index]
            take, worker.take = worker.take, None
            try:
                answer = worker.connection.recv()
            except (EOFError, OSError):
                worker.process.join(_PATIENCE)
                answer = Crash(_how_it_ended(worker.process.exitcode))
                self._replace(worker)
            if take is not None:
                take(answer)

    def _add(self) -> None:
        ours, theirs = self._context.Pipe()
        # A forked process must not hold our ends of the pipes, or none would notice that this process is gone.
        is_forked = self._context.get_start_method() == "fork"
        inherited = [*(worker.connection for worker in self._workers), ours] if is_forked else []
        arguments = (theirs, self._start, inherited)
        process = self._context.Process(target=_work, args=arguments, daemon=True)  # type: ignore[attr-defined]
        with _later_interrupts():
            process.start()
        theirs.close()
        self._workers.append(_Worker(process, ours))

    def _replace(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.join(_PATIENCE)
        self._add()


@contextmanager
def _later_interrupts() -> Iterator[None]:
    """Ctrl-C waits meanwhile: Python can lose it while it forks, and the new process cannot ignore it yet."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(connection: Connection, start: Callable[[], Work], inherited: list[Connection]) -> None:
    # Ctrl-C reaches every process of the terminal; this one waits to be told.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    for other in inherited:
        other.close()
    work = start()
    while True:
        try:
            task = connection.recv()
        except (EOFError, OSError):
            return
        answer = work(task)
        try:
            connection.send(answer)
        except OSError:
            return


def _how_it_ended(code: int | None) -> str:
    if code is None or code >= 0:
        return f"ended with exit code {code}"
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    return f"was ended by {name}" + (" (is there enough memory?)" if name == "SIGKILL" else "")


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
