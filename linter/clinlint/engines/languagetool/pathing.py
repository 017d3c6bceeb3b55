"""A jar that holds no classes, only the list of the jars beside it: a class path that fits any command line."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

NAME = "languagetool-server.jar"
"""What language_tool_python looks for."""

MAIN_CLASS = "org.languagetool.server.HTTPServer"
_LONGEST_LINE = 72


def write_pathing_jar(path: Path, jars: Iterable[str]) -> None:
    """Writes a jar whose manifest lists ``jars``, names of files in its own folder.

    Raises:
        OSError: when it cannot be written.
    """
    entries = {
        "Manifest-Version": "1.0",
        "Main-Class": MAIN_CLASS,
        "Class-Path": " ".join(quote(jar) for jar in jars),
    }
    manifest = b"".join(_folded(f"{name}: {value}") for name, value in entries.items()) + b"\r\n"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as jar:
        jar.writestr(zipfile.ZipInfo("META-INF/MANIFEST.MF"), manifest)


def _folded(line: str) -> bytes:
    """A line of a manifest: at most 72 bytes with its end, continued behind a blank."""
    data = line.encode("ascii")
    parts = [data[: _LONGEST_LINE - 2]]
    at = _LONGEST_LINE - 2
    while at < len(data):
        parts.append(b" " + data[at : at + _LONGEST_LINE - 3])
        at += _LONGEST_LINE - 3
    return b"\r\n".join(parts) + b"\r\n"
