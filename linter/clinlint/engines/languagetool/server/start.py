"""Finds the server that runs, or starts it: one, however many processes ask at the same time."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from clinlint.engines.languagetool.folders import Folders
from clinlint.engines.languagetool.problem import LanguageToolError, require_packages
from clinlint.engines.languagetool.server.health import is_healthy
from clinlint.engines.languagetool.server.identity import Identity
from clinlint.engines.languagetool.server.state import LOG, ServerState, last_lines, read_state, renew_lease
from clinlint.engines.languagetool.server.supervisor import START_TIMEOUT, TRIES, Order

IDLE = "CLINLINT_LANGUAGETOOL_IDLE"
MEMORY = "CLINLINT_LANGUAGETOOL_MEMORY"
IDLE_SECONDS = 900.0
MEMORY_MEGABYTES = 1024
PATIENCE = 30.0
"""A server that loads its rules on a busy machine is slow, but not dead."""
DOCTOR = "'clinlint languagetool doctor' looks for the reason"


class NotPermitted(LanguageToolError):  # noqa: N818 - what happened
    """Whoever asked for a server did not want another one to be started."""


def server_folder(folders: Folders, identity: Identity) -> Path:
    """The folder of the server with this identity."""
    return folders.servers / identity.key


def running_server(folders: Folders, identity: Identity) -> ServerState | None:
    """The server that runs already, as its file says; whether it answers is found out by asking it."""
    folder = server_folder(folders, identity)
    state = read_state(folder)
    if state is not None:
        renew_lease(folder)
    return state


def ensure_server(
    folders: Folders,
    identity: Identity,
    *,
    idle: float | None = None,
    memory: int | None = None,
    patience: float = PATIENCE,
    permit: Callable[[], bool] | None = None,
) -> ServerState:
    """A server that answers: the one that runs, or a new one.

    Args:
        folders: the user's.
        identity: what the server must consist of.
        idle: seconds of a new server, in place of what the environment or clinlint says.
        memory: megabytes of a new server, likewise.
        patience: seconds that a server which is there has for an answer before it is ended and replaced.
        permit: asked before a new one is started, while no other process can start one; None for always.

    Raises:
        NotPermitted: when a new one is needed and ``permit`` forbids it.
        LanguageToolError: when none can be started.
    """
    require_packages()
    from filelock import FileLock, Timeout

    folder = server_folder(folders, identity)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        renew_lease(folder)
        with FileLock(folder / ".lock", timeout=START_TIMEOUT + 10):
            state = read_state(folder)
            if state is not None:
                if is_healthy(state, patience):
                    return state
                from clinlint.engines.languagetool.server.stop import end_server

                end_server(folder)
            if permit is not None and not permit():
                raise NotPermitted("LanguageTool is not started again")
            wanted_idle = idle if idle is not None else _number(IDLE, IDLE_SECONDS)
            wanted_memory = memory if memory is not None else int(_number(MEMORY, MEMORY_MEGABYTES))
            return _start(folder, identity, wanted_idle, wanted_memory)
    except Timeout:
        raise LanguageToolError(f"another process has been starting LanguageTool for too long; {DOCTOR}") from None
    except OSError as error:
        raise LanguageToolError(
            f"{error.filename or folder}: cannot be written ({error.strerror or error}), "
            "so LanguageTool cannot be started"
        ) from error


def _start(folder: Path, identity: Identity, idle: float, memory: int) -> ServerState:
    installation = identity.installation
    grammar = str(identity.grammar.absolute()) if identity.grammar is not None else ""
    order = Order(str(folder), str(installation.folder), installation.version, grammar, idle, memory)
    with (folder / LOG).open("wb") as log:
        supervisor = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "clinlint.engines.languagetool.server.supervisor", order.as_json()],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            # Ctrl-C at the terminal is for the command, not for the server that others use too.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    deadline = time.monotonic() + START_TIMEOUT + 5
    while time.monotonic() < deadline:
        state = read_state(folder)
        if state is not None and state.supervisor == supervisor.pid:
            # It outlives this process on purpose, so nobody will wait for it.
            supervisor.returncode = 0
            return state
        if supervisor.poll() is not None:
            raise LanguageToolError(f"LanguageTool does not start: {_reason(folder)}; {DOCTOR}")
        time.sleep(0.03)
    supervisor.terminate()
    raise LanguageToolError(f"LanguageTool did not start within {START_TIMEOUT:.0f} seconds ({TRIES} tries); {DOCTOR}")


def _reason(folder: Path) -> str:
    return (last_lines(folder, 2) or "it said nothing")[-300:].rstrip(".")


def _number(variable: str, default: float) -> float:
    """The number in an environment variable.

    Raises:
        LanguageToolError: when it holds something else.
    """
    text = os.environ.get(variable)
    if text is None:
        return default
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if value <= 0:
        raise LanguageToolError(f"{variable} must be a number above 0, not {text!r}")
    return value
