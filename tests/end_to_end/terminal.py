"""The real command line, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

WITHOUT = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "CLINLINT_TRACEBACK")


def clinlint(*arguments: str, folder: Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs ``clinlint`` in ``folder``; standard input and output are pipes."""
    inherited = {key: value for key, value in os.environ.items() if key not in WITHOUT}
    done = subprocess.run(
        [sys.executable, "-m", "clinlint", *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        env={**inherited, "PYTHONIOENCODING": "utf-8", **environment},
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )
