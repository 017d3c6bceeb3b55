"""Further echoes of MT203: the same word on both sides of a slash or sign, the same short phrase around a joiner."""

from __future__ import annotations

from collections.abc import Sequence

from clinlint.api import Token

_SIGNS = frozenset("≥≤=<>±/")
_OPENERS = frozenset(("IN", "TO"))
_NARROWING = ("NN", "JJ", "VBG", "W", "POS")
# "from day to day", "in person or in writing", "at home and at work": other words; "by day and by day" is no idiom.
_ON_PURPOSE = frozenset(("time", "times", "day", "year", "step", "more", "turn"))


def around_a_sign(tokens: Sequence[Token], words: Sequence[str], at: int) -> tuple[int, int | None] | None:
    """``infections/infections``, ``years ≥ years``."""
    if at + 2 >= len(tokens) or words[at + 1] not in _SIGNS or words[at + 2] != words[at]:
        return None
    if len(words[at]) < 4 or not words[at].isalpha() or (at and tokens[at - 1].text in "/-–"):
        return None
    after = words[at + 3] if at + 3 < len(words) else "."
    return None if after in {"/", "-", "–"} else (at + 3, at + 1)


def phrase_pair(tokens: Sequence[Token], words: Sequence[str], at: int) -> tuple[int, int | None] | None:
    """``at home and at home``: a preposition and a noun, said twice."""
    if at + 4 >= len(tokens) or tokens[at].tag not in _OPENERS or not tokens[at + 1].tag.startswith("NN"):
        return None
    if words[at + 2] not in {"and", "or"} or words[at + 3 : at + 5] != words[at : at + 2]:
        return None
    if words[at + 1] in _ON_PURPOSE or len(words[at + 1]) < 4:
        return None
    # "in patients and in patients with asthma": the second is narrowed.
    after = tokens[at + 5] if at + 5 < len(tokens) else None
    narrowed = after is not None and (after.tag.startswith(_NARROWING) or after.lower in {"with", "of"})
    return None if narrowed else (at + 5, at + 2)
