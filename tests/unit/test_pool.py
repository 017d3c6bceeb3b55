"""Processes that work on tasks: whatever one of them does, the others and their answers stay."""

from __future__ import annotations

import os
import signal
import time
from typing import Any

import pytest

from clinlint.run.pool import Crash, Pool, Work


def start() -> Work:
    def work(task: Any) -> Any:
        if task == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if task == "exit":
            os._exit(7)
        if task == "sleep":
            time.sleep(60)
        if task == "who":
            return os.getpid()
        return task * 2

    return work


def answers(jobs: int, tasks: list[Any]) -> list[Any]:
    found: dict[int, Any] = {}
    with Pool(jobs, start) as pool:
        for number, task in enumerate(tasks):
            pool.submit(task, lambda answer, number=number: found.__setitem__(number, answer))  # type: ignore[misc]
        while pool.is_busy:
            pool.step()
    return [found[number] for number in range(len(tasks))]


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_every_task_has_its_answer(jobs: int) -> None:
    assert answers(jobs, list(range(40))) == [number * 2 for number in range(40)]


def test_large_tasks_and_answers_pass() -> None:
    tasks = ["x" * 3_000_000 for _ in range(6)]
    assert answers(2, tasks) == [task * 2 for task in tasks]


def test_a_process_that_dies_takes_its_task_alone() -> None:
    killed, ended = Crash("was ended by SIGKILL (is there enough memory?)"), Crash("ended with exit code 7")
    assert answers(2, [1, "die", 2, "exit", 3, "die", 4]) == [2, killed, 4, ended, 6, killed, 8]


def test_all_die_and_all_are_told() -> None:
    assert all(isinstance(answer, Crash) for answer in answers(2, ["exit"] * 6))


def test_one_that_died_while_idle_is_replaced() -> None:
    pids: list[int] = []
    with Pool(1, start) as pool:
        pool.submit("who", pids.append)
        pool.step()
        os.kill(pids[0], signal.SIGKILL)
        time.sleep(0.2)
        found: list[Any] = []
        pool.submit(4, found.append)
        while pool.is_busy:
            pool.step()
    assert found in ([8], [Crash("was ended by SIGKILL (is there enough memory?)")])


def test_no_process_is_left_when_the_run_is_cut_short() -> None:
    pids: list[int] = []
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt), Pool(2, start) as pool:  # noqa: PT012
        for _ in range(2):
            pool.submit("who", pids.append)
        while pool.is_busy:
            pool.step()
        pool.submit("sleep", pids.append)
        raise KeyboardInterrupt
    assert time.monotonic() - began < 30
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
