"""Pages kept as they came, to be linted later and without the web."""

from __future__ import annotations

from pathlib import Path

PAGES = "pages"
"""The name of the folder with their bytes."""
MANIFEST = "manifest.sqlite"
"""The name of the file that lists the snapshots of a folder."""

_DEPTH = 2
"""Snapshots lie in ``pages/HOST/`` below the folder of their manifest."""


def is_snapshot_folder(folder: str | Path) -> bool:
    """True for a folder that ``clinlint scrape`` made."""
    return Path(folder, MANIFEST).is_file()


def folder_of(path: str) -> Path | None:
    """The folder whose manifest may list the file at ``path``; None for a file that is no snapshot."""
    parents = Path(path).parents
    return parents[_DEPTH] if len(parents) > _DEPTH and is_snapshot_folder(parents[_DEPTH]) else None
