"""Homes of users, with LanguageTool in them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from clinlint.storage.folder import HOME

SHARED = "CLINLINT_TEST_SHARED_HOME"
"""The environment variable that tells workers the home in which all tests of one run share a server."""


def command(*arguments: str, home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs ``clinlint languagetool …`` for the user whose home this is."""
    return subprocess.run(
        [sys.executable, "-m", "clinlint", "languagetool", *arguments],
        env={**os.environ, HOME: str(home), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def make_home(folder: Path, installed: Path) -> Path:
    """A user's home in which LanguageTool is installed."""
    (folder / "languagetool").mkdir(parents=True, exist_ok=True)
    link = folder / "languagetool" / installed.name
    if not link.is_symlink():
        link.symlink_to(installed, target_is_directory=True)
    return folder
