"""Presets for kinds of text, as ``clinlint.toml`` files; they come to the engine through ``clinlint.presets``."""

from __future__ import annotations

from pathlib import Path


def paths() -> list[Path]:
    """The preset files of this package, in order of name."""
    return sorted(Path(__file__).parent.glob("*.toml"))
