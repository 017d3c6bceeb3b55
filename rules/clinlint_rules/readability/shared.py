"""What the rules of this family share: the blocks that they read, limits by audience, and words for figures."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from clinlint.api import (
    Audience,
    Block,
    BlockKind,
    Context,
    Counts,
    Document,
    Role,
    Sentence,
    dale_chall,
    flesch_kincaid,
    smog,
)

RUNNING_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE})
BODY = frozenset({Role.BODY})

READERS: Mapping[Audience, str] = MappingProxyType(
    {Audience.PATIENT: "patients", Audience.GENERAL: "the general public", Audience.PROFESSIONAL: "professionals"}
)


def words(*lines: str) -> frozenset[str]:
    """The words of some lines, as a set."""
    return frozenset(" ".join(lines).split())


def limit(configured: int, audience: Audience, by_audience: Mapping[Audience, int]) -> int:
    """The configured limit, or the audience's where none is configured (0)."""
    return configured or by_audience[audience]


def is_english(block: Block, document: Document) -> bool:
    """Whether a block is in English, as far as the source says."""
    return block.attrs.get("lang", document.language).split("-")[0].lower() == "en"


def length(unit: Block | Sentence, context: Context) -> int:
    """Words with a letter: rows of figures are not read as text."""
    return sum(any(map(str.isalpha, word.text)) for word in context.words(unit))


def figures(counts: Counts) -> str:
    """The numbers behind a grade, for a message."""
    graded = smog(counts)
    parts = [f"Flesch-Kincaid {flesch_kincaid(counts):.1f}"]
    if graded is not None:
        parts.append(f"SMOG {graded:.1f}")
    parts += [
        f"Dale-Chall {dale_chall(counts):.1f}",
        f"{counts.words_per_sentence:.0f} words a sentence",
        f"{counts.syllables_per_word:.1f} syllables a word",
        f"{counts.share(counts.difficult):.0f} % difficult words",
    ]
    return ", ".join(parts)
