"""Runs of ``clinlint check`` with a server that dies, is shared, or is away."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest

from clinlint.engines.languagetool.folders import user_folders
from clinlint.engines.languagetool.server.state import ServerState, read_state, server_folders
from clinlint.engines.languagetool.server.stop import processes_of
from clinlint.storage.folder import HOME
from end_to_end.terminal import clinlint
from languagetool.homes import command

PAGES = 8
LINES = 6
FOUND = 2 * LINES
OPTIONS = ("--select", "LT", "--fail-on", "never", "--format", "json", "--require-complete", "--isolated")


def write_pages(folder: Path, count: int = PAGES) -> None:
    for number in range(count):
        lines = [f"She go to ward {number} on day {line}, and he have pain in room {number}." for line in range(LINES)]
        (folder / f"{number:02}.txt").write_text("\n\n".join(lines) + "\n")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    write_pages(folder)
    return folder


def states() -> list[ServerState]:
    return [state for folder in server_folders(user_folders().servers) if (state := read_state(folder)) is not None]


def begun(pages: Path, home: Path) -> subprocess.Popen[str]:
    run = [sys.executable, "-m", "clinlint", "check", ".", *OPTIONS]
    return subprocess.Popen(
        run,
        cwd=pages,
        env={**os.environ, HOME: str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def kill_java(times: int, done: threading.Event) -> list[int]:
    """Kills the first servers as soon as they work; the numbers of those that were killed."""
    killed: list[int] = []
    while len(killed) < times and not done.is_set():
        for state in states():
            # It works once it has used the processor for a while.
            try:
                busy = sum(psutil.Process(state.java).cpu_times()[:2]) > 3.0
            except psutil.Error:
                continue
            if busy and state.java not in killed:
                os.kill(state.java, signal.SIGKILL)
                killed.append(state.java)
        time.sleep(0.02)
    return killed


@pytest.mark.parametrize("times", [1, 2])
def test_java_is_killed_in_mid_run(home: Path, pages: Path, times: int) -> None:
    process = begun(pages, home)
    done = threading.Event()
    killed: list[int] = []
    killer = threading.Thread(target=lambda: killed.extend(kill_java(times, done)))
    killer.start()
    output, errors = process.communicate(timeout=300)
    done.set()
    killer.join()
    assert len(killed) == times
    assert errors == ""
    report = json.loads(output)
    assert not report["internal_errors"]
    found = [len(file["diagnostics"]) for file in report["files"]]
    assert len(found) == PAGES
    if times == 1:
        assert process.returncode == 0
        assert found == [FOUND] * PAGES
        assert report["not_checked"] == []
    else:
        assert process.returncode == 3
        assert sum(found) < FOUND * PAGES
        (note,) = report["not_checked"]
        assert note["what"] == "grammar"
        assert note["why"].startswith("LanguageTool stopped working twice")


def test_two_runs_share_one_server_and_a_third_after_an_edit_asks_for_one_block(home: Path, pages: Path) -> None:
    both = [begun(pages, home), begun(pages, home)]
    reports = [json.loads(process.communicate(timeout=300)[0]) for process in both]
    assert reports[0] == reports[1]
    assert [len(file["diagnostics"]) for file in reports[0]["files"]] == [FOUND] * PAGES
    (state,) = states()
    command("stop", home=home)
    assert processes_of(state) == []
    again = clinlint("check", ".", *OPTIONS, folder=pages, **{HOME: str(home)})
    assert json.loads(again.stdout) == reports[0]
    assert states() == []  # everything was remembered: no server was needed


def test_a_run_that_is_killed_leaves_a_server_that_stops_itself(home: Path, pages: Path) -> None:
    os.environ["CLINLINT_LANGUAGETOOL_IDLE"] = "3"
    try:
        process = begun(pages, home)
    finally:
        os.environ["CLINLINT_LANGUAGETOOL_IDLE"] = "120"
    deadline = time.monotonic() + 120
    while not states() and time.monotonic() < deadline:
        time.sleep(0.05)
    (state,) = states()
    process.send_signal(signal.SIGKILL)
    process.communicate()
    deadline = time.monotonic() + 60
    while processes_of(state) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert processes_of(state) == []


def test_an_interrupted_run_ends_at_once_and_the_server_can_be_stopped(home: Path, pages: Path) -> None:
    process = begun(pages, home)
    deadline = time.monotonic() + 120
    while not states() and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=90)
    assert process.returncode == 130
    assert "Traceback" not in errors
    (state,) = states()
    command("stop", home=home)
    assert processes_of(state) == []


def test_a_server_at_an_address(shared: Path, tmp_path: Path) -> None:
    write_pages(tmp_path, 2)
    command("start", home=shared)
    (state,) = states()
    own = tmp_path / "another home"
    done = clinlint("check", ".", *OPTIONS, "--languagetool", state.url, folder=tmp_path, **{HOME: str(own)})
    report = json.loads(done.stdout)
    assert done.returncode == 0
    assert [len(file["diagnostics"]) for file in report["files"]] == [FOUND, FOUND]
    assert report["not_checked"] == []
    assert not (own / "servers").exists()


def test_nobody_at_an_address(tmp_path: Path) -> None:
    write_pages(tmp_path, 2)
    done = clinlint("check", ".", *OPTIONS, "--languagetool", "http://127.0.0.1:1", folder=tmp_path)
    report = json.loads(done.stdout)
    assert done.returncode == 3
    assert [note["what"] for note in report["not_checked"]] == ["grammar"]
    assert "LanguageTool at http://127.0.0.1:1 gives no result: connection refused" in report["not_checked"][0]["why"]


def test_without_languagetool_the_one_command_is_named(tmp_path: Path) -> None:
    write_pages(tmp_path, 1)
    done = clinlint("check", ".", "--fail-on", "never", "--require-complete", folder=tmp_path)
    assert done.returncode == 0
    assert "  grammar: LanguageTool is not installed; 'clinlint languagetool install' installs it\n" in done.stdout


def test_off_loads_nothing(tmp_path: Path) -> None:
    write_pages(tmp_path, 1)
    code = (
        "import sys\nfrom clinlint.cli.main import main\n"
        "try:\n    main(['check', '.', '--languagetool', 'off', '--fail-on', 'never'])\nexcept SystemExit:\n    pass\n"
        "print(sorted(name for name in sys.modules if name.startswith('clinlint.engines.languagetool.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    doors = ["knowledge", "match", "policy"]
    assert done.stdout.splitlines()[-1] == str([f"clinlint.engines.languagetool.{door}" for door in doors])
