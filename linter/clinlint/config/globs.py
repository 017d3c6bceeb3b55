"""Globs for paths: ``*`` within a name, ``**`` over folders."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path

_TOKEN = re.compile(r"\*\*/|\*\*|\*|\?|\[!?\]?[^\]]*\]|.", re.DOTALL)


@lru_cache(maxsize=512)
def _compiled(glob: str) -> re.Pattern[str]:
    body = glob.removeprefix("./")
    anywhere = "/" not in body.rstrip("/")
    body = body.strip("/")
    expression = "(?:.*/)?" if anywhere else ""
    for part in _TOKEN.findall(body):
        if part == "**/":
            expression += "(?:.*/)?"
        elif part == "**":
            expression += ".*"
        elif part == "*":
            expression += "[^/]*"
        elif part == "?":
            expression += "[^/]"
        elif part.startswith("[") and len(part) > 2:
            inside = part[1:-1]
            negated = inside.startswith("!")
            expression += f"[{'^' if negated else ''}{re.escape(inside[negated:]).replace(chr(92) + '-', '-')}]"
        else:
            expression += re.escape(part)
    return re.compile(expression + "(?:/.*)?", re.DOTALL)


def matches_glob(glob: str, path: str, folder: Path) -> bool:
    """True when ``path`` (absolute or relative to the working folder), seen from ``folder``, fits ``glob``.

    A glob without ``/`` fits a file or folder name anywhere; one that fits a folder fits all below it.
    """
    try:
        relative = os.path.relpath(path, folder)
    except ValueError:  # another drive on Windows
        relative = path
    try:
        return _compiled(glob).fullmatch(relative.replace(os.sep, "/")) is not None
    except re.error:
        return False
