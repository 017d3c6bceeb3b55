"""Programs of the system that tests drive; where one is missing, its tests are skipped, and fail in CI."""

from __future__ import annotations

import os
import shutil
from typing import NoReturn

import pytest


def program(*names: str, package: str) -> str:
    """The path of the first of these programs that is there."""
    found = next(filter(None, map(shutil.which, names)), None)
    return found or missing(f"{names[0]} is not installed; 'make programs' installs it (Debian: {package})")


def missing(reason: str) -> NoReturn:
    """Skips the test; fails it where everything must be there (``CI``)."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
