"""What is known of a running server: one small file, written in one step."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path

STATE = "state.json"
LEASE = "lease"
"""A file whose time says when the server was last used: a server that nobody uses stops itself."""
LOG = "server.log"


@dataclass(frozen=True, slots=True)
class ServerState:
    """A server that answered when this was written.

    Attributes:
        port: on 127.0.0.1.
        supervisor, java: process numbers; ``supervisor_born`` and ``java_born`` are the times at which these
            processes began, so that a number that was given to another process is not taken for them.
        version: LanguageTool's.
        idle: seconds without use after which the server stops.
        memory: megabytes that Java may use for objects.
    """

    port: int
    supervisor: int
    supervisor_born: float
    java: int
    java_born: float
    version: str
    idle: float
    memory: int

    @property
    def url(self) -> str:
        """The server's address."""
        return f"http://127.0.0.1:{self.port}"


def read_state(folder: Path) -> ServerState | None:
    """The state in a server's folder; None when there is none, or none that can be read."""
    try:
        content = json.loads((folder / STATE).read_text(encoding="utf-8"))
        return ServerState(**{field.name: content[field.name] for field in fields(ServerState)})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_state(folder: Path, state: ServerState) -> None:
    """Writes the state so that a reader sees all of it or nothing.

    Raises:
        OSError: when it cannot be written.
    """
    temporary = folder / f".{STATE}.{os.getpid()}"
    temporary.write_text(json.dumps(asdict(state)), encoding="utf-8")
    temporary.replace(folder / STATE)


def renew_lease(folder: Path) -> None:
    """Says that the server is used now; a folder that is gone is no error."""
    try:
        (folder / LEASE).touch()
    except OSError:
        return


def last_lines(folder: Path, count: int = 1) -> str:
    """The end of the server's log on one line, or nothing."""
    try:
        text = (folder / LOG).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return " ".join(lines[-count:])


def server_folders(servers: Path) -> Iterator[Path]:
    """The folders of all servers of the user on this machine, running or not."""
    try:
        found = sorted(path for path in servers.iterdir() if path.is_dir())
    except OSError:
        return
    yield from found
