"""Matches as LanguageTool gives them, without asking it."""

from __future__ import annotations

from clinlint.api import Block, BlockKind, Judgement, LanguageToolMatch, Role, Span
from clinlint_rules.grammar import knowledge


def judge(
    marked: str,
    *replacements: str,
    rule: str = "MORFOLOGIK_RULE_EN_US",
    category: str = "TYPOS",
    kind: BlockKind = BlockKind.PARAGRAPH,
    words: frozenset[str] = frozenset(),
) -> Judgement | None:
    """What the policy makes of a match on the part of ``marked`` between ⟦ and ⟧."""
    start = marked.index("⟦")
    end = marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    block = Block(0, kind, Role.BODY, Span(0, len(text)), text)
    match = LanguageToolMatch(rule, "", category, "misspelling", "What is odd.", "Odd", start, end, replacements)
    return knowledge().policy(words).judge(block, match)
