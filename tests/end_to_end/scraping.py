"""``clinlint scrape`` as the tests call it: into the folder ``pages``, from this machine, without pauses."""

from __future__ import annotations

import subprocess
from pathlib import Path

from end_to_end.terminal import clinlint

SCRAPE = ("scrape", "-o", "pages", "--allow-private", "--delay", "0")


def scrape(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs it in ``folder``."""
    return clinlint(*SCRAPE, *arguments, folder=folder, **environment)
