"""Installing: whole or not at all, and one sentence when it cannot be done."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinlint.engines.languagetool.pathing import write_pathing_jar
from clinlint.storage.folder import HOME
from languagetool.fake_maven import put_on_path
from languagetool.homes import command, make_home

NEW = "LanguageTool-6.8"


@pytest.fixture
def user(tmp_path: Path) -> Path:
    return tmp_path / "home"


def install(user: Path, installed: Path, mode: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    path = put_on_path(user.parent / "bin")
    return command("install", *arguments, home=user, PATH=path, FAKE_MAVEN=mode, FAKE_MAVEN_JARS=str(installed))


def names(user: Path) -> set[str]:
    return {path.name for path in (user / "languagetool").iterdir()} - {".lock"}


def test_with_maven(user: Path, installed: Path) -> None:
    done = install(user, installed, "good")
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "Fetching LanguageTool 6.8 (184 MB) with Maven",
        f"LanguageTool 6.8 is installed in {user / 'languagetool' / NEW} (184 MB)",
    ]
    assert names(user) == {NEW}
    again = install(user, installed, "offline")
    assert "is installed already" in again.stdout
    status = command("status", home=user)
    assert status.returncode == 0
    assert status.stdout.startswith("LanguageTool 6.8 in ")


@pytest.mark.parametrize(
    ("mode", "says"),
    [
        ("full", "the disk is full; what was fetched is kept"),
        ("offline", "Could not transfer artifact x; what was fetched is kept"),
        ("damaged", "guava-33.5.0-jre.jar has 10 bytes and not 3,017,283"),
    ],
)
def test_what_goes_wrong_is_said_in_one_sentence_and_changes_nothing(
    user: Path, installed: Path, mode: str, says: str
) -> None:
    done = install(user, installed, mode)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
    assert names(user) == {".incoming"}
    assert not list((user / "languagetool" / ".incoming").glob("LanguageTool*"))
    assert command("status", home=user).returncode == 1
    make_home(user, installed)
    before = sorted((user / "languagetool" / NEW).iterdir())
    assert install(user, installed, mode, "--force").returncode == 2
    assert sorted((user / "languagetool" / NEW).iterdir()) == before


def test_what_was_fetched_is_kept_when_it_is_interrupted(user: Path, installed: Path) -> None:
    path = put_on_path(user.parent / "bin")
    facts = {HOME: str(user), "PATH": path, "FAKE_MAVEN": "slow", "FAKE_MAVEN_JARS": str(installed)}
    run = [sys.executable, "-m", "clinlint", "languagetool", "install"]
    process = subprocess.Popen(run, env={**os.environ, **facts}, stdout=subprocess.PIPE)
    fetched = user / "languagetool" / ".incoming" / "maven" / "repository" / "fetched.jar"
    deadline = time.monotonic() + 60
    while not fetched.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    (maven,) = psutil.Process(process.pid).children()
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)
    assert process.returncode == 130
    assert not maven.is_running() or maven.status() == psutil.STATUS_ZOMBIE
    assert fetched.exists()
    assert command("status", home=user).returncode == 1
    assert install(user, installed, "good").returncode == 0
    assert names(user) == {NEW}


def test_from_a_folder(user: Path, installed: Path, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere"
    copy.mkdir()
    for jar in installed.glob("*.jar"):
        os.link(jar, copy / jar.name)
    done = command("install", "--from", str(copy), home=user)
    assert done.stderr == ""
    assert done.stdout.startswith(f"Copying LanguageTool 6.8 (184 MB) from {copy}")
    assert names(user) == {NEW}
    (user / "languagetool" / NEW / "guava-33.5.0-jre.jar").write_bytes(b"damaged")
    doctor = command("doctor", home=user)
    assert doctor.returncode == 1
    assert "WRONG" in doctor.stdout
    assert "guava-33.5.0-jre.jar has 7 bytes and not 3,017,283" in doctor.stdout
    assert doctor.stdout.endswith("mend it with: clinlint languagetool install --force\n")


def test_no_room_for_a_file(user: Path, installed: Path) -> None:
    # The system refuses files of more than 20 MB, as it does when the disk is full.
    code = (
        "import resource, sys\nresource.setrlimit(resource.RLIMIT_FSIZE, (20_000_000, 20_000_000))\n"
        "from clinlint.cli.main import main\nmain(sys.argv[1:])"
    )
    run = [sys.executable, "-c", code, "languagetool", "install", "--from", str(installed)]
    done = subprocess.run(run, env={**os.environ, HOME: str(user)}, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "there is no room left; LanguageTool needs 367 MB while it is installed; nothing was changed" in done.stderr
    assert not list((user / "languagetool").rglob("*.jar"))


@pytest.mark.parametrize(("content", "says"), [(None, "holds no LanguageTool"), (b"no jar", "cannot be read")])
def test_a_folder_without_languagetool(user: Path, tmp_path: Path, content: bytes | None, says: str) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    if content is not None:
        (folder / "languagetool-core-6.8.jar").write_bytes(content)
    done = command("install", "--from", str(folder), home=user)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stderr.count("\n") == 1


def test_without_maven_the_wrapper_s_downloader_is_tried(user: Path, tmp_path: Path) -> None:
    # A path with nothing but Java, and a proxy that nobody runs: nothing leaves this machine.
    done = command("install", home=user, PATH=str(tmp_path), HTTPS_PROXY="http://127.0.0.1:1", NO_PROXY="")
    assert done.returncode == 2
    assert "Downloading LanguageTool 6.8 (about 250 MB)" in done.stdout
    assert "LanguageTool 6.8 cannot be downloaded" in done.stderr
    assert "install Maven (mvn)" in done.stderr
    assert command("status", home=user).returncode == 1


@given(st.lists(st.text(alphabet="ab -é%.", min_size=1, max_size=40), max_size=30))
def test_a_pathing_jar_lists_every_jar(tmp_path_factory: pytest.TempPathFactory, jars: list[str]) -> None:
    from urllib.parse import unquote

    path = tmp_path_factory.mktemp("jar") / "x.jar"
    write_pathing_jar(path, jars)
    with zipfile.ZipFile(path) as jar:
        lines = jar.read("META-INF/MANIFEST.MF").split(b"\r\n")
    assert all(len(line) <= 70 for line in lines)
    whole = b"\r\n".join(lines).replace(b"\r\n ", b"").decode()
    (listed,) = [line for line in whole.split("\r\n") if line.startswith("Class-Path: ")]
    assert [unquote(name) for name in listed.removeprefix("Class-Path: ").split(" ") if name] == jars
