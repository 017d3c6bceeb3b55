"""What the looks of MT204 return."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Broken:
    """Tokens ``begin`` to ``end`` break a pattern; ``instead`` is the word that mends the last of them, if any does."""

    begin: int
    end: int
    why: str
    instead: str | None = None
