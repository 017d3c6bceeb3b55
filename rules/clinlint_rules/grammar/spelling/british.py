"""British spellings, which LanguageTool's American speller does not know and clinlint leaves to TY009."""

from __future__ import annotations

_CHANGES = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("yse", "yze"),
    ("ysing", "yzing"),
    ("ae", "e"),
    ("oe", "e"),
    ("our", "or"),
    ("tre", "ter"),
    ("ll", "l"),
    ("ogue", "og"),
    ("ence", "ense"),
)


def american_spellings(word: str) -> tuple[str, ...]:
    """What the word in lower case may be in American English, such as ``hemodynamically`` for ``haemodynamically``."""
    found = []
    for british, american in _CHANGES:
        changed = word.replace(british, american)
        if changed != word:
            found.append(changed)
    return tuple(found)
