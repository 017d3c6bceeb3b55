"""An installed LanguageTool."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from clinlint.engines.languagetool.folders import Folders
from clinlint.engines.languagetool.release import File

MARKER = "clinlint-installation.json"
"""Written last: a folder without it is no installation."""

INSTALL_COMMAND = "clinlint languagetool install"
_FOLDER = re.compile(r"LanguageTool-(\d+)\.(\d+)")


@dataclass(frozen=True, slots=True)
class Installation:
    """A folder with LanguageTool in it.

    Attributes:
        version: LanguageTool's, such as ``6.8``.
        route: how it came here: ``maven``, ``download`` or ``folder``.
        files: what was installed, to see later whether it is whole.
    """

    folder: Path
    version: str
    route: str
    files: tuple[File, ...]

    @property
    def size(self) -> int:
        """Bytes on the disk."""
        return sum(file.size for file in self.files)

    def problems(self) -> Iterable[str]:
        """What is wrong with the files, one phrase each; reads all of them."""
        return (problem for file in self.files if (problem := file.problem_in(self.folder)) is not None)

    def write_marker(self) -> None:
        """Makes the folder an installation.

        Raises:
            OSError: when the marker cannot be written.
        """
        content = {"version": self.version, "route": self.route, "files": [asdict(file) for file in self.files]}
        (self.folder / MARKER).write_text(json.dumps(content, indent=1), encoding="utf-8")


def find_installation(folders: Folders) -> Installation | None:
    """The newest installation of the user; None when there is none."""
    try:
        candidates = [path for path in folders.installations.iterdir() if _FOLDER.fullmatch(path.name)]
    except OSError:
        return None
    for path in sorted(candidates, key=_numbers, reverse=True):
        try:
            content = json.loads((path / MARKER).read_text(encoding="utf-8"))
            files = tuple(File(f["name"], f["size"], f["sha256"]) for f in content["files"])
            return Installation(path, content["version"], content["route"], files)
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return None


def _numbers(path: Path) -> tuple[int, ...]:
    found = _FOLDER.fullmatch(path.name)
    return tuple(int(number) for number in found.groups()) if found else ()
