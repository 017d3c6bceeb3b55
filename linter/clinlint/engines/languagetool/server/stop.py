"""Ends servers, and only them: a process number that another process has by now is left alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from clinlint.engines.languagetool.folders import Folders
from clinlint.engines.languagetool.server.state import STATE, ServerState, read_state, server_folders

if TYPE_CHECKING:
    from psutil import Process

GRACE = 6.0
"""Seconds that a supervisor has to end Java and itself."""


def processes_of(state: ServerState) -> list[int]:
    """The numbers of the server's processes that still run."""
    return [process.pid for process in _living(state)]


def _living(state: ServerState) -> list[Process]:
    import psutil

    found = []
    for number, born in ((state.supervisor, state.supervisor_born), (state.java, state.java_born)):
        try:
            process = psutil.Process(number)
            if abs(process.create_time() - born) < 1.0 and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        except psutil.Error:
            continue
    return found


def _quietly(action: Callable[[], None]) -> None:
    """Does what a process that has just ended makes impossible."""
    import psutil

    try:
        action()
    except psutil.Error:
        return


def end_server(folder: Path) -> bool:
    """Ends the server of a folder with all its processes; False when none ran."""
    import psutil

    state = read_state(folder)
    if state is None:
        return False
    living = _living(state)
    for process in living[:1]:
        _quietly(process.terminate)
    _, left = psutil.wait_procs(living, timeout=GRACE)
    for process in left:
        _quietly(process.kill)
    psutil.wait_procs(left, timeout=GRACE)
    if read_state(folder) == state:
        (folder / STATE).unlink(missing_ok=True)
    return bool(living)


def stop_all(folders: Folders) -> int:
    """Ends every server of the user on this machine; how many ran."""
    return sum(end_server(folder) for folder in server_folders(folders.servers))
