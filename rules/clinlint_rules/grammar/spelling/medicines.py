"""Names of medicines, by the stems of international non-proprietary names."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_SHORTEST_BEFORE_STEM = 3


@cache
def _stems() -> tuple[str, ...]:
    text = (files(__package__) / "drug_stems.txt").read_text(encoding="utf-8")
    return tuple(stem for line in text.splitlines() if not line.startswith("#") for stem in line.split())


def is_medicine(word: str) -> bool:
    """Whether a word in lower case ends like the name of a medicine, like ``pertuzumab``."""
    bare = word.removesuffix("s")
    return any(len(bare) - len(stem) >= _SHORTEST_BEFORE_STEM and bare.endswith(stem) for stem in _stems())
