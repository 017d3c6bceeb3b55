"""A server can be asked without the extra ``languagetool``, but what judges its findings needs the list of words."""

from __future__ import annotations

import importlib.util
from importlib.machinery import ModuleSpec

import pytest

from clinlint.engines.languagetool.grammar import Grammar
from clinlint.engines.languagetool.knowledge import installed_knowledge
from clinlint.errors import ConfigurationError
from clinlint_rules import grammar


@pytest.fixture
def _no_word_list(monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.util.find_spec

    def find_spec(name: str) -> ModuleSpec | None:
        return None if name == "wordfreq" else real(name)

    monkeypatch.setattr(grammar, "find_spec", find_spec)


@pytest.mark.usefixtures("_no_word_list")
def test_a_missing_word_list_is_told_in_one_sentence() -> None:
    class Backend:
        def version(self) -> str:
            return "6.6"

    opened = Grammar(Backend(), installed_knowledge(), None)  # type: ignore[arg-type]
    with pytest.raises(ConfigurationError, match=r"grammar needs the package 'wordfreq', .* install clinlint"):
        opened.describe(frozenset())
