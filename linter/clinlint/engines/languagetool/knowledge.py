"""How a knowledge package tells the engine what it knows about grammar: entry points ``clinlint.languagetool``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from clinlint.engines.languagetool.policy import AcceptEverything, Policy
from clinlint.model.document import Document
from clinlint.model.rule import RuleMeta
from clinlint.plugins import offered

ENTRY_POINT_GROUP = "clinlint.languagetool"


def _everything(words: frozenset[str]) -> Policy:
    return AcceptEverything()


def _as_given(document: Document) -> str:
    return document.language


def _no_rules() -> Iterable[RuleMeta]:
    return ()


@dataclass(frozen=True, slots=True)
class GrammarKnowledge:
    """What the package behind one entry point knows.

    Attributes:
        policy: makes a policy that also accepts these words (the user's own, in lower case as in their lists).
        grammar: a folder that is put in front of LanguageTool's class path: ``org/languagetool/rules/en/
            grammar_custom.xml``, ``org/languagetool/resource/en/hunspell/spelling_custom.txt``. Its contents are
            part of the server's identity and of the cache's key.
        variant: the variant of English that a document is written in, such as ``en-GB``.
        rules: the rules of LanguageTool that the policy knows by name, for lists.
    """

    policy: Callable[[frozenset[str]], Policy] = _everything
    grammar: Path | None = None
    variant: Callable[[Document], str] = _as_given
    rules: Callable[[], Iterable[RuleMeta]] = _no_rules


@cache
def installed_knowledge() -> GrammarKnowledge:
    """What the first installed package (in order of name) knows; nothing when there is none.

    Every entry point names a callable that returns ``GrammarKnowledge``.

    Raises:
        RuleDefinitionError: when it cannot be loaded.
    """
    return next((given for _, given in offered(ENTRY_POINT_GROUP, "grammar knowledge")), GrammarKnowledge())
