"""Many files: the same report from one process, from several and from kept results, whatever goes wrong on the way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from end_to_end.terminal import clinlint

CRASHING = '''
import os, signal, time
from clinlint.api import Block, Context, RuleMeta, Severity, rule

@rule(RuleMeta(code="ST990", name="crash", summary="a crash", severity=Severity.INFO, mqm_type="x", its_type="y"))
def check(block: Block, context: Context):
    """A crash."""
    if "CRASH" in block.text:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "SLEEP" in block.text:
        time.sleep(60)
    return ()

def rules():
    return [check]
'''


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    for number in range(24):
        (tmp_path / "site" / f"{number:02}.txt").write_text(f"Keep the wound {number} dry !\n")
    return tmp_path


@pytest.fixture
def crashing(folder: Path) -> str:
    """A package with a rule that ends its process; the PYTHONPATH that finds it."""
    package = folder / "package"
    (package / "crashing-1.0.dist-info").mkdir(parents=True)
    (package / "crashing.py").write_text(CRASHING)
    (package / "crashing-1.0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: crashing\nVersion: 1.0\n"
    )
    (package / "crashing-1.0.dist-info" / "entry_points.txt").write_text("[clinlint.rules]\nx = crashing:rules\n")
    return str(package)


@pytest.mark.parametrize("form", ["full", "sarif"])
def test_the_same_bytes_however_it_was_done(folder: Path, form: str) -> None:
    (folder / "site" / "05.txt").write_bytes(b"\x89PNG\r\n\x00\x00")
    arguments = ("check", "site", "--format", form)
    runs = [
        clinlint(*arguments, "--jobs", "1", "--no-cache", folder=folder),
        clinlint(*arguments, "--jobs", "3", "--no-cache", folder=folder),
        clinlint(*arguments, "--jobs", "2", folder=folder),
        clinlint(*arguments, "--jobs", "1", folder=folder),
    ]
    assert len({(done.returncode, done.stdout, done.stderr) for done in runs}) == 1
    assert runs[0].returncode == 2
    assert "05.txt: this is a PNG image" in runs[0].stderr


def test_results_are_kept_until_text_or_options_change(folder: Path) -> None:
    environment = {"CLINLINT_CACHE": str(folder / "cache")}

    def kept() -> str:
        return clinlint("cache", "info", folder=folder, **environment).stdout.splitlines()[1].partition(",")[0]

    clinlint("check", "site", folder=folder, **environment)
    assert kept() == "24 results"
    clinlint("check", "site", "--format", "csv", "--fail-on", "never", folder=folder, **environment)
    assert kept() == "24 results"
    (folder / "site" / "00.txt").write_text("Other words !\n")
    clinlint("check", "site", folder=folder, **environment)
    assert kept() == "25 results"
    clinlint("check", "site", "--ignore", "TY001", folder=folder, **environment)
    assert kept() == "49 results"
    clinlint("check", "site", "--ignore", "TY002", "--no-cache", folder=folder, **environment)
    assert kept() == "49 results"
    done = clinlint("cache", "clear", folder=folder, **environment)
    assert done.stdout == f"49 results removed from {folder / 'cache' / 'results.sqlite'}\n"
    assert kept() == "0 results"


def test_a_damaged_cache_is_told_once_and_made_anew(folder: Path) -> None:
    environment = {"CLINLINT_CACHE": str(folder / "cache")}
    first = clinlint("check", "site", folder=folder, **environment)
    (folder / "cache" / "results.sqlite").write_bytes(b"nonsense" * 1_000)
    second = clinlint("check", "site", folder=folder, **environment)
    assert second.stdout == first.stdout
    assert second.stderr.count("\n") == 1
    assert "the cache was damaged" in second.stderr
    assert clinlint("check", "site", folder=folder, **environment).stderr == ""


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(folder: Path) -> None:
    (folder / "file").write_text("")
    done = clinlint("check", "site", "--format", "concise", folder=folder, CLINLINT_CACHE=str(folder / "file"))
    assert done.returncode == 1
    assert done.stdout.count("TY001") == 24
    assert done.stderr.count("\n") == 1
    assert "goes on without it" in done.stderr


def test_a_process_that_dies_is_told_and_the_run_goes_on(folder: Path, crashing: str) -> None:
    (folder / "site" / "07.txt").write_text("CRASH\n")
    (folder / "site" / "23.txt").write_text("CRASH\n")
    done = clinlint("check", "site", "--jobs", "2", "--format", "concise", folder=folder, PYTHONPATH=crashing)
    assert done.returncode == 2
    assert done.stdout.count("TY001") == 22
    assert "2 sources could not be read" in done.stdout
    for name in ("07", "23"):
        assert f"site/{name}.txt: the process that linted it was ended by SIGSEGV; please report it" in done.stderr


def children(pid: int) -> list[int]:
    """Processes that ``pid`` started (Linux)."""
    return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_ctrl_c_ends_everything_and_leaves_nothing(folder: Path, crashing: str) -> None:
    for number in range(2, 24):
        (folder / "site" / f"{number:02}.txt").write_text("SLEEP\n")
    (folder / "out").mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "clinlint", "check", "site", "--jobs", "2", "--no-cache", "--output", "csv=out/t.csv"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": crashing},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    end = time.monotonic() + 60
    try:
        while len(workers := children(process.pid)) < 2 and time.monotonic() < end:
            time.sleep(0.05)
        time.sleep(0.3)
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    finally:
        process.kill()
    assert len(workers) == 2
    assert process.returncode == 130
    assert b"Traceback" not in errors
    assert list((folder / "out").iterdir()) == []
    for worker in workers:
        assert not Path(f"/proc/{worker}").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_no_process_outlives_a_run_that_is_killed(folder: Path, crashing: str) -> None:
    for number in range(2, 24):
        (folder / "site" / f"{number:02}.txt").write_text("A line.\n" * 2_000)
    process = subprocess.Popen(
        [sys.executable, "-m", "clinlint", "check", "site", "--jobs", "2", "--no-cache"],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    end = time.monotonic() + 60
    while len(workers := children(process.pid)) < 2 and time.monotonic() < end:
        time.sleep(0.02)
    process.kill()
    process.wait()
    while any(Path(f"/proc/{worker}/exe").exists() for worker in workers) and time.monotonic() < end:
        time.sleep(0.1)
    assert len(workers) == 2
    assert not any(Path(f"/proc/{worker}/exe").exists() for worker in workers)


def test_a_reader_that_goes_away_ends_the_run(folder: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "clinlint", "check", "site", "--jobs", "2", "--no-cache", "--format", "jsonl"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait(60) == 141
    assert errors == b""
