"""What clinlint knows about LanguageTool's rules."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec

from clinlint.api import GrammarKnowledge, Policy, RuleMeta
from clinlint_rules.grammar.own_rules import FOLDER
from clinlint_rules.grammar.variants import variant_of


def knowledge() -> GrammarKnowledge:
    """The entry point ``clinlint.languagetool``."""
    return GrammarKnowledge(_policy, FOLDER, variant_of, _known_rules)


def _policy(words: frozenset[str]) -> Policy:
    from clinlint_rules.grammar.policy import HealthPolicy

    if find_spec("wordfreq") is None:
        raise ModuleNotFoundError("wordfreq is not installed", name="wordfreq")

    return HealthPolicy(frozenset(word.lower() for word in words))


def _known_rules() -> Iterable[RuleMeta]:
    from clinlint_rules.grammar.rule_table import rule_table

    return rule_table().known()
