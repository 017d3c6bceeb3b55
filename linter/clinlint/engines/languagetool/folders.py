"""Where LanguageTool, its servers and what is remembered live, for one user."""

from __future__ import annotations

import os
import platform
import re
from dataclasses import dataclass
from pathlib import Path

from clinlint.storage.folder import HOME, cache_folder


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders of one user.

    Attributes:
        installations: one folder for every installed LanguageTool.
        servers: one folder for every running server of this machine.
        cache: what can be computed again.
    """

    installations: Path
    servers: Path
    cache: Path


def user_folders() -> Folders:
    """Below ``CLINLINT_HOME`` where that is set, else where the platform keeps data and caches of programs."""
    # Homes on a network are shared by machines, processes are not.
    machine = re.sub(r"[^\w.-]", "-", platform.node()) or "here"
    home = os.environ.get(HOME)
    if home:
        root = Path(home).absolute()
        return Folders(root / "languagetool", root / "servers" / machine, cache_folder())
    import platformdirs

    data = platformdirs.user_data_path("clinlint", appauthor=False)
    return Folders(data / "languagetool", data / "servers" / machine, cache_folder())
