"""The process beside the server: starts Java, stops it when nobody uses it, and never leaves it behind.

Started by ``start.py`` as a process of its own, with a folder and what to start as JSON. It is the only process in
which language_tool_python is loaded.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from clinlint.engines.languagetool.java import find_java
from clinlint.engines.languagetool.server.state import LEASE, STATE, ServerState, renew_lease, write_state

TRIES = 5
"""How many ports are tried: between finding a free one and Java's taking it, another process may have it."""
START_TIMEOUT = 90.0
"""Seconds until the server must answer."""
PAUSE = 0.5
"""Seconds between two looks at the server and its lease."""

SERVER_OPTIONS = {
    "maxTextLength": 200_000,
    "maxCheckTimeMillis": 110_000,
    # Two more than there are processors: a request for the server's health must not wait behind texts.
    "maxCheckThreads": 2 + max(2, min(8, os.cpu_count() or 2)),
    "pipelineCaching": True,
    "maxPipelinePoolSize": 8,
    "pipelineExpireTimeInSeconds": 3600,
}


@dataclass(frozen=True, slots=True)
class Order:
    """What to start.

    Attributes:
        folder: the server's own folder.
        installation: LanguageTool's folder; ``version`` its version.
        grammar: the folder in front of the class path, or empty.
        idle: seconds without use after which the server stops.
        memory: megabytes for Java's objects.
    """

    folder: str
    installation: str
    version: str
    grammar: str
    idle: float
    memory: int

    def as_json(self) -> str:
        """For the command line of the supervisor."""
        return json.dumps(asdict(self))


class _Stop(Exception):  # noqa: N818 - what happened
    """Somebody asked the supervisor to end."""


def supervise(order: Order) -> None:
    """Starts the server and stays until it ends, is not used any more, or somebody stops it."""
    folder = Path(order.folder)
    process: subprocess.Popen[bytes] | None = None
    try:
        process, port = _start(order)
        write_state(folder, _state(order, process, port))
        _watch(order, folder, process)
    except _Stop:
        pass
    finally:
        (folder / STATE).unlink(missing_ok=True)
        if process is not None and process.poll() is None:
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _start(order: Order) -> tuple[subprocess.Popen[bytes], int]:
    """The server once it answers, and its port."""
    for _ in range(TRIES):
        port = _free_port()
        process = subprocess.Popen(  # noqa: S603
            _command(order, port),
            cwd=order.folder,
            stdin=subprocess.DEVNULL,
            preexec_fn=_die_with_parent(),
        )
        try:
            if _answers(process, port):
                return process, port
        except BaseException:
            process.kill()
            process.wait()
            raise
        # Java has ended: another process took the port, or it cannot start at all and fails again at once.
    raise RuntimeError(f"Java ended with code {process.returncode} before it answered")


def _command(order: Order, port: int) -> list[str]:
    """The command of language_tool_python, with our limits and our grammar."""
    from language_tool_python.config_file import LanguageToolConfig
    from language_tool_python.download_lt import LocalLanguageTool

    java = find_java()
    if java is None:
        raise RuntimeError("there is no Java any more")
    os.environ.update(java.environment() | {"LTP_PATH": str(Path(order.installation).parent)})
    local = LocalLanguageTool.from_path(Path(order.installation))
    command = local.get_server_cmd(port, LanguageToolConfig(SERVER_OPTIONS))
    at = command.index("-cp")
    class_path = os.pathsep.join(filter(None, [order.grammar, command[at + 1]]))
    # One collector thread, and the quick compiler alone: measured on 80 pages, a third less processor time in all, and
    # half of it until the first answer; the thorough compiler pays off only after hundreds of pages.
    options = [f"-Xmx{order.memory}m", "-Xss1m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"]
    return [command[0], *options, "-cp", class_path, *command[at + 2 :]]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _die_with_parent() -> Callable[[], None] | None:
    """On Linux the kernel ends Java when the supervisor is killed without a chance to do it itself."""
    if sys.platform != "linux":
        return None
    import ctypes

    library = ctypes.CDLL(None, use_errno=True)
    set_death_signal, parent = 1, os.getpid()

    def prepare() -> None:
        library.prctl(set_death_signal, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)

    return prepare


def _answers(process: subprocess.Popen[bytes], port: int) -> bool:
    """True once the server is healthy; False when Java has ended."""
    deadline = time.monotonic() + START_TIMEOUT
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    while time.monotonic() < deadline:
        if process.poll() is not None:
            return False
        try:
            with opener.open(f"http://127.0.0.1:{port}/v2/healthcheck", timeout=5) as answer:
                # Another program may listen where ours could not: then Java ends.
                if answer.read(2) == b"OK" and process.poll() is None and _owns(process, port):
                    return True
        except (OSError, urllib.error.URLError):
            pass
        time.sleep(0.05)
    raise RuntimeError(f"the server did not answer within {START_TIMEOUT:.0f} seconds")


def _owns(process: subprocess.Popen[bytes], port: int) -> bool:
    """Whether Java itself listens on the port (where the system tells)."""
    import psutil

    try:
        connections = psutil.Process(process.pid).net_connections("tcp")
    except psutil.Error:
        return True
    return any(c.status == psutil.CONN_LISTEN and c.laddr.port == port for c in connections)


def _state(order: Order, process: subprocess.Popen[bytes], port: int) -> ServerState:
    import psutil

    return ServerState(
        port=port,
        supervisor=os.getpid(),
        supervisor_born=psutil.Process().create_time(),
        java=process.pid,
        java_born=psutil.Process(process.pid).create_time(),
        version=order.version,
        idle=order.idle,
        memory=order.memory,
    )


def _watch(order: Order, folder: Path, process: subprocess.Popen[bytes]) -> None:
    renew_lease(folder)
    while process.poll() is None:
        try:
            unused = time.time() - (folder / LEASE).stat().st_mtime
        except OSError:  # the folder was deleted: nobody can find this server any more
            return
        if unused > order.idle:
            return
        time.sleep(PAUSE)


def _stop(number: int, frame: object) -> None:
    raise _Stop


def main() -> None:
    """The supervisor's own process."""
    signal.signal(signal.SIGTERM, _stop)
    signal.signal(signal.SIGINT, _stop)
    order = Order(**json.loads(sys.argv[1]))
    try:
        supervise(order)
    except (OSError, RuntimeError) as error:
        sys.stderr.write(f"{error}\n")
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
