"""The real command line, in a process of its own."""

from __future__ import annotations

import contextlib
import io
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


def clinlint_here(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The command line in this process, which takes a tenth of the time; for tests of many runs."""
    from clinlint.cli.commands import run

    output, errors = io.StringIO(), io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
        code = run(arguments)
    return subprocess.CompletedProcess(arguments, code, output.getvalue(), errors.getvalue())
