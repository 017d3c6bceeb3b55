"""What clinlint knows about LanguageTool's rules."""

from __future__ import annotations

from clinlint.api import GrammarKnowledge


def knowledge() -> GrammarKnowledge:
    """The entry point ``clinlint.languagetool``."""
    return GrammarKnowledge()
