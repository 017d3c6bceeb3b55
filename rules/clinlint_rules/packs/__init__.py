"""Interference tables by source language, and the word classes that they use.

They come to the engine through the entry-point group ``clinlint.packs``, like anyone's.
"""

from __future__ import annotations

from pathlib import Path


def paths() -> list[Path]:
    """The pack files of this package, in order of name."""
    return sorted(Path(__file__).parent.glob("*.toml"))
