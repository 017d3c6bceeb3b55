"""Words that are put together from Greek and Latin forms, or end like a drug or a chemical."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_LINKS = ("", "o", "i", "a", "e", "io", "eo")
_LONGEST = 40
_SHORTEST_CHEMICAL = 8
_SHORTEST_MEDICAL = 6
_SHORTEST_ROOT = 4


@dataclass(frozen=True, slots=True)
class _Forms:
    before: frozenset[str]
    roots: frozenset[str]
    endings: frozenset[str]
    chemicals: tuple[str, ...]
    longest: int


@cache
def _forms() -> _Forms:
    tables: dict[str, list[str]] = {}
    section: list[str] = []
    for line in files(__package__).joinpath("medical_forms.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = tables.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            section.extend(line.split())
    everything = [form for forms in tables.values() for form in forms]
    return _Forms(
        frozenset(tables["before"]),
        frozenset(tables["roots"]),
        frozenset(tables["endings"]),
        tuple(tables["chemicals"]),
        max(map(len, everything)),
    )


def opens_medical(piece: str) -> bool:
    """True for a prefix of medical English (``hypo``), or a longer root with its linking vowel (``chondro``)."""
    forms = _forms()
    return piece in forms.before or (len(piece) > _SHORTEST_ROOT and piece[-1] in "oi" and piece[:-1] in forms.roots)


@cache
def is_medical(word: str) -> bool:
    """True for a lower-case word that consists of medical forms, or that ends in the stem of a drug or chemical.

    ``sphincteroplasty`` is prefixes, roots with a linking vowel, and an ending; ``molindone`` ends as drugs do.
    """
    if not _SHORTEST_MEDICAL <= len(word) <= _LONGEST:
        return False
    forms = _forms()
    if len(word) >= _SHORTEST_CHEMICAL and word.endswith(forms.chemicals):
        return True
    # Places up to which the word is covered by prefixes alone, and by prefixes and at least one root.
    opened, rooted = {0}, set[int]()
    for at in range(len(word)):
        if at not in opened and at not in rooted:
            continue
        for end in range(at + 1, min(len(word), at + forms.longest) + 1):
            piece = word[at:end]
            if piece in forms.before:
                (opened if at in opened else rooted).add(end)
            if piece in forms.roots:
                rooted.update(end + len(link) for link in _LINKS if word.startswith(link, end))
            if (
                end == len(word)
                and piece in forms.endings
                and (at in rooted or (at in opened and at and len(piece) > 4))
            ):
                return True
    return False
