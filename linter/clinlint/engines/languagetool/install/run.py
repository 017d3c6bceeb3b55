"""An installation from its beginning to its end: whole, or not there."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from clinlint.engines.languagetool.folders import Folders
from clinlint.engines.languagetool.install.download import SIZE, fetch_with_wrapper
from clinlint.engines.languagetool.install.folder import copy_folder, version_of
from clinlint.engines.languagetool.install.maven import fetch_with_maven, find_maven
from clinlint.engines.languagetool.installation import MARKER, Installation, find_installation
from clinlint.engines.languagetool.java import OLDEST, Java, find_java
from clinlint.engines.languagetool.pathing import NAME, write_pathing_jar
from clinlint.engines.languagetool.problem import EXTRA, LanguageToolError, require_packages
from clinlint.engines.languagetool.release import VERSION, File, locked_size, megabytes, sha256_of

_INCOMING = ".incoming"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@dataclass(frozen=True, slots=True)
class Voice:
    """How an installation tells what it does.

    Attributes:
        say: takes one line.
        progress: takes the bytes that are there and those that there will be.
    """

    say: Callable[[str], None]
    progress: Callable[[int, int], None]


def install(folders: Folders, voice: Voice, *, source: Path | None = None, force: bool = False) -> Installation:
    """Installs LanguageTool for this user.

    Args:
        folders: the user's.
        voice: what is told on the way.
        source: a folder with LanguageTool to copy; None to fetch it.
        force: True to install what is there already.

    Raises:
        LanguageToolError: when it cannot be installed; an installation that was there before is still there.
    """
    require_packages()
    from filelock import FileLock, Timeout

    java = find_java()
    if java is None:
        raise LanguageToolError(f"LanguageTool needs Java {OLDEST} or newer and none was found; {EXTRA!r} brings one")
    version = version_of(source) if source is not None else VERSION
    try:
        folders.installations.mkdir(parents=True, exist_ok=True)
        with FileLock(folders.installations / ".lock", timeout=1):
            there = find_installation(folders)
            if there is not None and there.version == version and not force and not any(there.problems()):
                voice.say(f"LanguageTool {version} is installed already in {there.folder}; --force installs it anew")
                return there
            return _install(folders, voice, java, source, version)
    except Timeout:
        raise LanguageToolError("another installation of LanguageTool is running; wait until it is done") from None
    except OSError as error:
        if error.errno in _FULL:
            raise LanguageToolError(
                f"{folders.installations}: there is no room left; LanguageTool needs {megabytes(2 * locked_size())} "
                "while it is installed; nothing was changed"
            ) from error
        raise LanguageToolError(
            f"{error.filename or folders.installations}: cannot be written ({error.strerror or error}); "
            "nothing was changed"
        ) from error


def _install(folders: Folders, voice: Voice, java: Java, source: Path | None, version: str) -> Installation:
    incoming = folders.installations / _INCOMING
    target = incoming / f"LanguageTool-{version}"
    shutil.rmtree(target, ignore_errors=True)
    incoming.mkdir(parents=True, exist_ok=True)
    try:
        route = _fill(target, incoming, voice, java, source)
        if not (target / NAME).is_file():
            write_pathing_jar(target / NAME, sorted(path.name for path in target.glob("*.jar")))
        (target / MARKER).unlink(missing_ok=True)
        paths = [path for path in sorted(target.rglob("*")) if path.is_file()]
        files = tuple(File(str(p.relative_to(target)), p.stat().st_size, sha256_of(p)) for p in paths)
        Installation(target, version, route, files).write_marker()
    except BaseException:
        shutil.rmtree(target, ignore_errors=True)
        raise
    final = folders.installations / target.name
    old = incoming / "old"
    shutil.rmtree(old, ignore_errors=True)
    if final.exists():
        final.rename(old)
    target.rename(final)
    shutil.rmtree(incoming, ignore_errors=True)
    return Installation(final, version, route, files)


def _fill(target: Path, incoming: Path, voice: Voice, java: Java, source: Path | None) -> str:
    """Puts LanguageTool into ``target``; the route that it came."""
    if source is not None:
        size = sum(path.stat().st_size for path in source.rglob("*") if path.is_file())
        _require_room(incoming, size)
        voice.say(f"Copying LanguageTool {version_of(source)} ({megabytes(size)}) from {source}")
        copy_folder(source, target, voice.progress)
        return "folder"
    maven = find_maven()
    if maven is not None:
        _require_room(incoming, 2 * locked_size())
        voice.say(f"Fetching LanguageTool {VERSION} ({megabytes(locked_size())}) with Maven")
        fetch_with_maven(target, incoming / "maven", maven, java, voice.progress)
        return "maven"
    _require_room(incoming, 3 * SIZE)
    voice.say(f"Downloading LanguageTool {VERSION} (about {megabytes(SIZE)}); with Maven (mvn) it would be smaller")
    fetch_with_wrapper(incoming / "download", java).rename(target)
    return "download"


def _require_room(folder: Path, size: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < size:
        raise LanguageToolError(
            f"{folder.parent}: {megabytes(size)} are needed while LanguageTool is installed and {megabytes(free)} are "
            "free; make room, or set CLINLINT_HOME to a folder on another disk"
        )
