"""What every test starts from: a user for whom nothing is kept."""

from __future__ import annotations

import os
import shutil
import tempfile

import pytest

_home = ""


def pytest_configure(config: pytest.Config) -> None:
    """No test sees, or changes, what the person who runs the tests has; programs that they start inherit this."""
    global _home
    _home = tempfile.mkdtemp(prefix="clinlint-tests-")
    os.environ["CLINLINT_HOME"] = _home
    os.environ.pop("CLINLINT_CACHE", None)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Takes the empty home away."""
    shutil.rmtree(_home, ignore_errors=True)
