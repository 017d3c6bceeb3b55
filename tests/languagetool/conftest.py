"""The real LanguageTool: installed once for the user who runs the tests, one server for each run of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest
from filelock import FileLock

from clinlint.engines.languagetool.folders import user_folders
from clinlint.engines.languagetool.installation import Installation, find_installation
from clinlint.engines.languagetool.server.stop import stop_all
from clinlint.storage.folder import HOME
from languagetool.homes import SHARED, command, make_home


@pytest.fixture(scope="session")
def installed() -> Path:
    """The folder with LanguageTool; fetched through Maven where it is not there yet."""
    home = platformdirs.user_cache_path("clinlint-tests", appauthor=False, ensure_exists=True)
    with FileLock(home / ".tests.lock", timeout=600):
        done = command("install", home=home)
    if done.returncode:
        reason = f"LanguageTool cannot be installed: {done.stderr.strip()}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    found = list((home / "languagetool").glob("LanguageTool-*"))
    assert len(found) == 1
    return found[0]


@pytest.fixture(scope="session")
def shared_home(installed: Path) -> Path:
    """The home whose server all tests of one run share: no test stops it."""
    home = Path(os.environ[SHARED])
    home.mkdir(parents=True, exist_ok=True)
    with FileLock(home / ".tests.lock"):
        return make_home(home, installed)


@pytest.fixture
def shared(shared_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shared home, as this process' own."""
    monkeypatch.setenv(HOME, str(shared_home))
    return shared_home


@pytest.fixture
def home(installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of the test's own, whose servers it may stop, kill and break; this process' own too."""
    made = make_home(tmp_path / "home", installed)
    monkeypatch.setenv(HOME, str(made))
    yield made
    stop_all(user_folders())


@pytest.fixture
def installation(home: Path) -> Installation:
    """What is installed in the test's own home."""
    found = find_installation(user_folders())
    assert found is not None
    return found
