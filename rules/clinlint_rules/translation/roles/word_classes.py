"""The word classes of the packs (``packs/classes.toml``) for rules that read tagged tokens."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from clinlint.api import Token

_CLASSES = Path(__file__).parents[2] / "packs" / "classes.toml"
_LONGEST = 3
# Greek and Latin endings that make the name of a disease, which no list holds in full.
_DISEASE_ENDINGS = ("itis", "osis", "aemia", "emia", "pathy", "algia", "plegia", "sclerosis", "megaly", "ectasia")


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    tables = tomllib.loads(_CLASSES.read_text(encoding="utf-8"))["class"]
    return {name: frozenset(table["words"]) for name, table in tables.items()}


@lru_cache(maxsize=4096)
def _singular(word: str) -> str:
    return {"women": "woman", "men": "man", "children": "child", "people": "person"}.get(word) or (
        f"{word[:-3]}y"
        if word.endswith("ies")
        else word.removesuffix("s")
        if not word.endswith(("ss", "us", "is"))
        else word
    )


@cache
def _openers(names: tuple[str, ...]) -> frozenset[str]:
    """The first words of all terms of these classes: most tokens are none of them."""
    return frozenset(term.split()[0] for name in names for term in _classes()[name])


def class_at(tokens: Sequence[Token], at: int, *names: str) -> int:
    """How many tokens from ``at`` on make a term of one of the classes (singular or plural); 0 when none do."""
    first = tokens[at].lower
    if "disease" in names and len(first) > 6 and first.endswith(_DISEASE_ENDINGS):
        return 1
    if first not in _openers(names) and _singular(first) not in _openers(names):
        return 0
    for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
        words = [token.lower for token in tokens[at : at + length]]
        term, singular = " ".join(words), " ".join([*words[:-1], _singular(words[-1])])
        if any(term in _classes()[name] or singular in _classes()[name] for name in names):
            return length
    return 0


def class_before(tokens: Sequence[Token], end: int, *names: str) -> int:
    """Where the longest term of one of the classes begins that ends directly before ``end``; ``end`` when none does."""
    for length in range(min(_LONGEST, end), 0, -1):
        if class_at(tokens[:end], end - length, *names) == length:
            return end - length
    return end
