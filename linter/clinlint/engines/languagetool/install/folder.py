"""Takes LanguageTool from a folder that came here some other way."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

from clinlint.engines.languagetool.pathing import NAME
from clinlint.engines.languagetool.problem import LanguageToolError

_VERSION = re.compile(r"^(?:version|Implementation-Version|ComponentVersion)\s*[=:]\s*(\d+\.\d+)", re.MULTILINE)
_CORES = ("languagetool-core*.jar", "libs/languagetool-core*.jar")


def version_of(folder: Path) -> str:
    """The version of the LanguageTool in a folder.

    Raises:
        LanguageToolError: when there is none, or it does not say which it is.
    """
    if not folder.is_dir():
        raise LanguageToolError(f"{folder} is no folder; name one that holds {NAME}, or the jars that Maven resolves")
    cores = [core for pattern in _CORES for core in folder.glob(pattern)]
    if not cores:
        raise LanguageToolError(f"{folder} holds no LanguageTool: languagetool-core.jar is neither there nor in libs")
    try:
        with zipfile.ZipFile(cores[0]) as jar:
            names = [
                name for name in jar.namelist() if name.endswith(("languagetool-core/pom.properties", "MANIFEST.MF"))
            ]
            for name in sorted(names, reverse=True):
                found = _VERSION.search(jar.read(name).decode("utf-8", "replace"))
                if found:
                    return found[1]
    except (OSError, zipfile.BadZipFile) as error:
        raise LanguageToolError(f"{cores[0]} cannot be read ({error}); copy it here again") from error
    raise LanguageToolError(f"{cores[0]} does not say which version of LanguageTool it is")


def copy_folder(source: Path, target: Path, progress: Callable[[int, int], None]) -> None:
    """Copies every file of ``source`` into the new folder ``target``.

    Raises:
        OSError: when a file cannot be read or written.
    """
    files = [path for path in sorted(source.rglob("*")) if path.is_file()]
    total, done = sum(path.stat().st_size for path in files), 0
    for path in files:
        copy = target / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        done += path.stat().st_size
        progress(done, total)
