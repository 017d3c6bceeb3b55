"""What is installed and what runs."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from clinlint.engines.languagetool.cache import FILE_NAME
from clinlint.engines.languagetool.folders import Folders, user_folders
from clinlint.engines.languagetool.installation import INSTALL_COMMAND, Installation, find_installation
from clinlint.engines.languagetool.java import Java, find_java
from clinlint.engines.languagetool.knowledge import installed_knowledge
from clinlint.engines.languagetool.problem import LanguageToolError, missing_packages
from clinlint.engines.languagetool.protocol import Away, Connection, RateLimited, Refused, TooSlow
from clinlint.engines.languagetool.release import megabytes
from clinlint.engines.languagetool.server.health import is_healthy
from clinlint.engines.languagetool.server.identity import identity_of
from clinlint.engines.languagetool.server.start import ensure_server
from clinlint.engines.languagetool.server.state import ServerState, read_state, server_folders

FIRST_CHECK_TIMEOUT = 120.0


@dataclass(frozen=True, slots=True)
class Status:
    """What there is.

    Attributes:
        servers: pairs of a running server and the bytes of memory that its processes hold.
        remembered: bytes of the file with remembered results.
    """

    installation: Installation | None
    java: Java | None
    servers: tuple[tuple[ServerState, int], ...]
    remembered: int


def status_of(folders: Folders) -> Status:
    """Looks; starts and asks nothing but the servers' health."""
    states = [state for folder in server_folders(folders.servers) if (state := read_state(folder)) is not None]
    servers = tuple((state, _memory(state)) for state in states if is_healthy(state))
    try:
        remembered = sum(path.stat().st_size for path in folders.cache.glob(f"{FILE_NAME}*"))
    except OSError:
        remembered = 0
    return Status(find_installation(folders), find_java(), servers, remembered)


def _memory(state: ServerState) -> int:
    if missing_packages():
        return 0
    import psutil

    total = 0
    for number in (state.supervisor, state.java):
        try:
            total += psutil.Process(number).memory_info().rss
        except psutil.Error:
            continue
    return total


def as_text(status: Status) -> str:
    """For people, a line for each thing."""
    lines = []
    if status.installation is None:
        lines.append(f"LanguageTool is not installed; '{INSTALL_COMMAND}' installs it")
    else:
        installed = status.installation
        lines.append(f"LanguageTool {installed.version} in {installed.folder} ({megabytes(installed.size)})")
    java = status.java
    lines.append(f"Java {java.version} from {java.origin} ({java.home})" if java else "no Java that is new enough")
    for server, memory in status.servers:
        uses = f", {megabytes(memory)} of memory" if memory else ""
        lines.append(f"a server runs at {server.url} (process {server.java}{uses})")
    if not status.servers:
        lines.append("no server runs")
    lines.append(f"remembered results: {megabytes(status.remembered)}")
    return "".join(f"{line}\n" for line in lines)


def as_record(status: Status) -> dict[str, Any]:
    """For machines."""
    installed, java = status.installation, status.java
    return {
        "installation": {
            "version": installed.version,
            "folder": str(installed.folder),
            "route": installed.route,
            "bytes": installed.size,
        }
        if installed is not None
        else None,
        "java": {"version": java.version, "home": str(java.home), "origin": java.origin} if java is not None else None,
        "servers": [{**asdict(server), "url": server.url, "bytes": memory} for server, memory in status.servers],
        "remembered_bytes": status.remembered,
    }


def started(idle: float | None, memory: int | None) -> ServerState:
    """The user's server, with its rules loaded.

    Raises:
        LanguageToolError: when there is none, or it gives no result.
    """
    folders = user_folders()
    installation = find_installation(folders)
    if installation is None:
        raise LanguageToolError(f"LanguageTool is not installed; '{INSTALL_COMMAND}' installs it")
    identity = identity_of(installation, installed_knowledge().grammar)
    server = ensure_server(folders, identity, idle=idle, memory=memory)
    connection = Connection(server.url, FIRST_CHECK_TIMEOUT)
    try:
        connection.version()
    except (Away, TooSlow, RateLimited, Refused) as error:
        raise LanguageToolError(
            f"LanguageTool at {server.url} gives no result: {error}; 'clinlint languagetool doctor' says more"
        ) from error
    finally:
        connection.close()
    return server
