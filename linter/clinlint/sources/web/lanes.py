"""Work on many things at once, with only so many of one kind under way."""

from __future__ import annotations

import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from queue import SimpleQueue
from typing import Generic, TypeVar

TaskT = TypeVar("TaskT")
ResultT = TypeVar("ResultT")

WIDTH = 4
"""How many tasks of one lane are under way at most."""
TOGETHER = 16
"""How many tasks of all lanes are under way at most."""
AHEAD = 64
"""How many tasks are taken before there is room for them, so that one lane does not keep the others waiting."""
_PATIENCE = 0.5
"""Seconds in which work may end by itself when nobody waits for it any more."""


class Lanes(Generic[TaskT, ResultT]):
    """Threads that work on tasks; what comes out is in the order in which it is done.

    Args:
        work: does one task, in any thread.
        lane: the name of a task's lane, such as its host.
    """

    def __init__(self, work: Callable[[TaskT], ResultT], lane: Callable[[TaskT], str]) -> None:
        self._work = work
        self._lane = lane
        self._todo: SimpleQueue[TaskT | None] = SimpleQueue()
        self._done: SimpleQueue[tuple[TaskT, ResultT | BaseException]] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._waiting: deque[TaskT] = deque()
        self._busy: Counter[str] = Counter()

    def results(self, tasks: Iterable[TaskT]) -> Iterator[ResultT]:
        """The result of every task. The tasks are taken from their iterable when there is need for more.

        Raises:
            BaseException: what the work or the iterable raised, after the work under way has come out.
        """
        more = iter(tasks)
        failed: BaseException | None = None
        try:
            while True:
                while failed is None and len(self._waiting) < AHEAD and self._busy.total() < TOGETHER:
                    try:
                        self._waiting.append(next(more))
                    except StopIteration:
                        more = iter(())
                        break
                    except Exception as error:  # noqa: BLE001 - raised below, when nothing is under way
                        failed = error
                    self._start()
                self._start()
                if not self._busy:
                    break
                task, result = self._done.get()
                self._busy[self._lane(task)] -= 1
                if isinstance(result, BaseException):
                    failed = failed or result
                    self._waiting.clear()
                else:
                    yield result
        finally:
            self._end()
        if failed is not None:
            raise failed

    def _start(self) -> None:
        """Gives what waits to the threads, as far as its lane has room."""
        held: deque[TaskT] = deque()
        while self._waiting and self._busy.total() < TOGETHER:
            task = self._waiting.popleft()
            lane = self._lane(task)
            if self._busy[lane] >= WIDTH:
                held.append(task)
                continue
            self._busy[lane] += 1
            if self._busy.total() > len(self._threads):
                # A thread that hangs in a request must not keep the program from ending.
                self._threads.append(threading.Thread(target=self._labour, daemon=True))
                self._threads[-1].start()
            self._todo.put(task)
        self._waiting.extendleft(reversed(held))
        self._busy = +self._busy

    def _labour(self) -> None:
        while (task := self._todo.get()) is not None:
            try:
                self._done.put((task, self._work(task)))
            except BaseException as error:  # noqa: BLE001 - raised where the results are taken
                self._done.put((task, error))

    def _end(self) -> None:
        for _ in self._threads:
            self._todo.put(None)
        for thread in self._threads:
            thread.join(_PATIENCE / len(self._threads))
