"""Combining forms of medical words with their syllables, for the engine's syllable counter.

They come to it through the entry-point group ``clinlint.word_parts``, like anyone's.
"""

from __future__ import annotations

from pathlib import Path


def word_parts() -> dict[str, int]:
    """Syllables by word part, from ``word_parts.tsv``."""
    lines = Path(__file__).with_name("word_parts.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {part: int(syllables) for part, syllables in rows}
