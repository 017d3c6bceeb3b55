"""Names of medicines: international names in a list, and brands with what they hold; see ``PROVENANCE.md``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent
_WORDS_AROUND = 3
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[.;:()\[\]!?\n]")


@cache
def generic_names() -> frozenset[str]:
    """International (INN) and usual national names of one word, in small letters."""
    return frozenset((_HERE / "medicines.txt").read_text(encoding="utf-8").split())


@cache
def brands() -> Mapping[str, tuple[str, ...]]:
    """Brands, in small letters, and the names of what they hold."""
    import tomllib

    table = tomllib.loads((_HERE / "brands.toml").read_text(encoding="utf-8"))
    return {brand.lower(): tuple(held) for brand, held in table["brands"].items()}


def medicine_near(text: str, start: int, end: int) -> str:
    """The medicine whose name stands within three words of ``text[start:end]``, not across a stop or bracket."""
    known = generic_names()
    behind = [match.group().lower() for match in _WORD.finditer(text[end : end + 60])]
    before = [match.group().lower() for match in _WORD.finditer(text[max(0, start - 60) : start])][::-1]
    for distance in range(_WORDS_AROUND):
        for words in (behind, before):
            reach = words[: distance + 1]
            if len(reach) > distance and reach[distance] in known and all(word[0].isalpha() for word in reach):
                return reach[distance]
    return ""
