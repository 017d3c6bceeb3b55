"""One server for all runs of a user, which nothing leaves behind."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import psutil
import pytest

from clinlint.engines.languagetool.folders import user_folders
from clinlint.engines.languagetool.installation import Installation
from clinlint.engines.languagetool.server import supervisor
from clinlint.engines.languagetool.server.identity import Identity, identity_of
from clinlint.engines.languagetool.server.start import ensure_server, server_folder
from clinlint.engines.languagetool.server.state import ServerState, read_state, write_state
from clinlint.engines.languagetool.server.stop import end_server, processes_of
from clinlint.storage.folder import HOME
from languagetool.homes import command


def eventually(true: Callable[[], bool], seconds: float = 30.0) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if true():
            return True
        time.sleep(0.05)
    return true()


@pytest.fixture
def identity(installation: Installation) -> Identity:
    return identity_of(installation, None)


def state_of(identity: Identity) -> ServerState | None:
    return read_state(server_folder(user_folders(), identity))


def test_many_processes_start_one_server_and_stop_leaves_none(home: Path, identity: Identity) -> None:
    run = [sys.executable, "-m", "clinlint", "languagetool", "start"]
    together = [
        subprocess.Popen(run, env={**os.environ, HOME: str(home)}, stdout=subprocess.PIPE, text=True) for _ in range(3)
    ]
    said = {process.communicate(timeout=180)[0] for process in together}
    assert [process.returncode for process in together] == [0, 0, 0]
    assert len(said) == 1
    (folder,) = (folder for folder in user_folders().servers.iterdir())
    state = read_state(folder)
    assert state is not None
    assert state.url in said.pop()
    assert psutil.Process(state.supervisor).children() == [psutil.Process(state.java)]
    assert command("stop", home=home).stdout == "stopped 1 server\n"
    assert processes_of(state) == []
    assert command("stop", home=home).stdout == "no server runs\n"


def test_a_server_that_dies_hangs_or_is_not_used_leaves_no_process(home: Path, identity: Identity) -> None:
    killed = ensure_server(user_folders(), identity)
    os.kill(killed.supervisor, signal.SIGKILL)
    if sys.platform == "linux":  # elsewhere the next start ends it
        assert eventually(lambda: not processes_of(killed))
    hanging = ensure_server(user_folders(), identity)
    assert hanging.java != killed.java
    assert processes_of(killed) == []
    os.kill(hanging.java, signal.SIGSTOP)
    unused = ensure_server(user_folders(), identity, patience=1.0, idle=1.0)
    assert unused.java != hanging.java
    assert processes_of(hanging) == []
    assert eventually(lambda: not processes_of(unused))
    assert state_of(identity) is None


def test_a_process_that_took_a_number_over_is_left_alone(tmp_path: Path) -> None:
    innocent = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    born = psutil.Process(innocent.pid).create_time() - 5
    write_state(tmp_path, ServerState(1, innocent.pid, born, innocent.pid, born, "6.8", 60.0, 512))
    assert not end_server(tmp_path)
    assert innocent.poll() is None
    innocent.kill()
    innocent.wait()


def test_a_port_that_another_program_took_is_left_to_it(
    home: Path, identity: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Other(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"OK")

        def log_message(self, *arguments: object) -> None:
            pass

    other = ThreadingHTTPServer(("127.0.0.1", 0), Other)
    thread = threading.Thread(target=other.serve_forever, daemon=True)
    thread.start()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    ports = iter([other.server_address[1], free])
    monkeypatch.setattr(supervisor, "_free_port", lambda: next(ports))
    installation = identity.installation
    order = supervisor.Order(str(home), str(installation.folder), installation.version, "", 60.0, 512)
    process, port = supervisor._start(order)
    try:
        assert port == free
    finally:
        process.kill()
        process.wait()
        other.shutdown()
        other.server_close()
        thread.join()


def test_a_server_that_cannot_start_says_why(home: Path, identity: Identity) -> None:
    done = command("start", "--memory", "256", home=home, JDK_JAVA_OPTIONS="-XX:NoSuchOption")
    assert done.returncode == 2
    assert done.stderr.startswith("clinlint: LanguageTool does not start: ")
    assert done.stderr.endswith("; 'clinlint languagetool doctor' looks for the reason\n")
    assert done.stderr.count("\n") == 1


def test_not_installed(tmp_path: Path) -> None:
    for arguments, code in (("start", 2), ("status", 1), ("doctor", 1), ("stop", 0)):
        done = command(arguments, home=tmp_path)
        assert done.returncode == code
        if code:
            assert "clinlint languagetool install" in done.stdout + done.stderr
