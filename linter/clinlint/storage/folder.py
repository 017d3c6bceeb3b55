"""Where clinlint keeps what it can work out again."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "CLINLINT_CACHE"
"""The environment variable that names another folder."""

HOME = "CLINLINT_HOME"
"""The environment variable that puts everything that clinlint keeps into one folder."""


def cache_folder(environment: Mapping[str, str] | None = None) -> Path:
    """The folder for caches; it need not exist.

    ``CLINLINT_CACHE`` names it, or ``CLINLINT_HOME`` the folder around it; otherwise it is the platform's
    (``~/.cache/clinlint`` on Linux, where ``XDG_CACHE_HOME`` is honoured, ``~/Library/Caches/clinlint`` on macOS,
    ``%LOCALAPPDATA%`` on Windows).
    """
    environment = os.environ if environment is None else environment
    if environment.get(VARIABLE):
        return Path(environment[VARIABLE]).expanduser()
    if environment.get(HOME):
        return Path(environment[HOME], "cache").expanduser()
    from platformdirs import user_cache_path

    return user_cache_path("clinlint", appauthor=False)
