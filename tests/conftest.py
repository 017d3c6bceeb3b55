"""What every test starts from: a user for whom nothing is kept and nothing installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from languagetool.homes import SHARED
from office import Office
from programs import program

_home = ""


def pytest_configure(config: pytest.Config) -> None:
    """No test sees, or changes, what the person who runs the tests has; programs that they start inherit this."""
    global _home
    # A shell that runs the tests in its background has them ignore Ctrl-C, and programs that they start inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    _home = tempfile.mkdtemp(prefix="clinlint-tests-")
    os.environ["CLINLINT_HOME"] = _home
    os.environ.pop("CLINLINT_CACHE", None)
    # A run of the tests that is killed leaves a server behind for two minutes at most.
    os.environ["CLINLINT_LANGUAGETOOL_IDLE"] = "120"
    # The same examples each time: a build fails for a change and not by chance. `random` and `thorough` look further.
    settings.register_profile("repeatable", deadline=None, derandomize=True)
    settings.register_profile("random", deadline=None)
    settings.register_profile("thorough", deadline=None)
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))
    if not hasattr(config, "workerinput"):
        os.environ[SHARED] = str(Path(_home, "shared"))


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stops the shared server, and takes the homes away."""
    if not hasattr(config, "workerinput") and Path(os.environ[SHARED]).exists():
        environment = {**os.environ, "CLINLINT_HOME": os.environ[SHARED]}
        stop = [sys.executable, "-m", "clinlint", "languagetool", "stop"]
        subprocess.run(stop, env=environment, stdout=subprocess.DEVNULL, check=False)
    shutil.rmtree(_home, ignore_errors=True)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The real LibreOffice; each process of the tests has a profile of its own."""
    soffice = program("soffice", package="libreoffice-writer-nogui libreoffice-calc-nogui")
    return Office(soffice, tmp_path_factory.mktemp("office") / "profile")
