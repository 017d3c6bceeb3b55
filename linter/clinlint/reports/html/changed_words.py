"""Before and after: which words a proposal takes away, and which it puts there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\w+(?:[’'-]\w+)*|\s+|[^\w\s]")
_FEWEST_COMMON = 3
"""Shorter common stretches (letters and blanks between two changes) belong to the change."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of one of the two texts."""

    text: str
    changed: bool = False


def changed_words(before: str, after: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Both texts in parts, whole words at a time; the unchanged parts of both are the same."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    first = _common(old, new)
    last = _common(old[first:][::-1], new[first:][::-1])
    head, tail = "".join(old[:first]), "".join(old[len(old) - last :])
    old, new = old[first : len(old) - last], new[first : len(new) - last]
    left, right = [Part(head)], [Part(head)]
    for name, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[a:b]), "".join(new[c:d])
        same = name == "equal" and len(gone.strip()) >= _FEWEST_COMMON
        _add(left, gone, changed=not same)
        _add(right, come, changed=not same)
    _add(left, tail, changed=False)
    _add(right, tail, changed=False)
    return _full(left), _full(right)


def _add(parts: list[Part], text: str, *, changed: bool) -> None:
    if parts[-1].changed is changed:
        parts[-1] = Part(parts[-1].text + text, changed)
    else:
        parts.append(Part(text, changed))


def _full(parts: list[Part]) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.text)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = zip(one, other, strict=False)
    return next((number for number, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
