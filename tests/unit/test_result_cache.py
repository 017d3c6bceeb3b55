"""Results by content, rules and settings: found only when all of them are the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from clinlint.analysis import clock
from clinlint.api import Block, Context, Finding, LintResult, RuleMeta, Severity, Source, rule
from clinlint.config.discovery import from_mapping
from clinlint.config.origin import Place
from clinlint.config.resolve import Resolver
from clinlint.model.diagnostic import InternalError
from clinlint.run import identity
from clinlint.run.identity import NotDescribableError, settings_digest
from clinlint.run.packing import packed
from clinlint.run.pipeline import lint
from clinlint.run.registry import installed_rules
from clinlint.run.result_cache import ResultCache, open_store
from clinlint.run.settings import Settings
from reports.sample import word_rule

RULE = word_rule("strech", "stretch")
SETTINGS = Settings((RULE,))
SOURCE = Source.from_text("A strech.", name="a.txt", media_type="text/plain")


def cache(folder: Path) -> ResultCache:
    return ResultCache(open_store(folder, pytest.fail))


def keep(folder: Path, source: Source = SOURCE, settings: Settings = SETTINGS) -> LintResult:
    result = lint(source, settings)
    with cache(folder) as kept:
        kept.keep(result, settings, packed(result))
    return result


def is_kept(folder: Path, source: Source = SOURCE, settings: Settings = SETTINGS) -> bool:
    with cache(folder) as kept:
        return kept.find(source, settings) is not None


def test_the_same_again_is_found(tmp_path: Path) -> None:
    result = keep(tmp_path)
    with cache(tmp_path) as kept:
        found = kept.find(SOURCE, Settings((RULE,)))
    assert found is not None
    assert found.diagnostics == result.diagnostics


@pytest.mark.parametrize(
    "other",
    [
        replace(SOURCE, data=b"A strech!", text="A strech!"),
        replace(SOURCE, name="b.txt"),
        replace(SOURCE, media_type="text/markdown"),
        replace(SOURCE, notes=("guessed",)),
    ],
)
def test_another_source_is_not(tmp_path: Path, other: Source) -> None:
    keep(tmp_path)
    assert not is_kept(tmp_path, other)


def test_other_code_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(tmp_path)
    monkeypatch.setattr("clinlint.run.result_cache.installation", lambda: b"other")
    assert not is_kept(tmp_path)


def test_a_result_with_a_crash_is_not_kept(tmp_path: Path) -> None:
    result = replace(lint(SOURCE, SETTINGS), internal_errors=(InternalError("TY900", "KeyError"),))
    with cache(tmp_path) as kept:
        kept.keep(result, SETTINGS, packed(result))
    assert not is_kept(tmp_path)


def test_what_is_no_result_is_linted_anew(tmp_path: Path) -> None:
    with cache(tmp_path) as kept:
        kept.keep(lint(SOURCE, SETTINGS), SETTINGS, b"{}")
    assert not is_kept(tmp_path)


CONFIGURATIONS: list[dict[str, Any]] = [
    {},
    {"select": ["TY"]},
    {"select": ["TY", "ST"]},
    {"ignore": ["TY001"]},
    {"severity": {"TY": "info"}},
    {"severity": {"TY": "error"}},
    {"language": "en"},
    {"source-language": "tr"},
    {"source-language": "de"},
    {"teasers": True},
    {"teasers": False},
    {"min-confidence": "high"},
    {"max-characters": 1000},
]


def resolved(values: Mapping[str, Any]) -> Settings:
    return Resolver(from_mapping(values, Place("test"), Path.cwd()), installed_rules()).base


def test_every_setting_counts() -> None:
    digests = [settings_digest(resolved(values)) for values in CONFIGURATIONS]
    assert len(set(digests)) == len(digests)
    assert digests == [settings_digest(resolved(values)) for values in CONFIGURATIONS]


def test_own_packs_count_by_their_content(tmp_path: Path) -> None:
    found = set()
    for better in ("tummy", "belly"):
        (tmp_path / "own.toml").write_text(
            '[pack]\nsource = "tr"\nlanguage = "Turkish"\ntitle = "t"\nlicence = "CC0-1.0"\nprovenance = "p"\n\n'
            f'[[entry]]\nid = "own-1"\nrule = "MT101"\npattern = "abdomens"\nwrite = ["{better}"]\n'
            'source_word = "karın"\nsource_meaning = "belly"\nconfidence = "high"\n'
            'bad = ["Their ⟦abdomens⟧ hurt."]\ngood = ["Their arms hurt."]\n',
            encoding="utf-8",
        )
        settings = resolved({"packs": [str(tmp_path / "own.toml")]})
        found.add(settings_digest(settings))
    assert len(found) == 2


def test_what_cannot_be_described_is_not_kept(tmp_path: Path) -> None:
    odd = replace(SETTINGS, options={"TY900": object()})
    with pytest.raises(NotDescribableError):
        settings_digest(odd)
    keep(tmp_path, settings=odd)
    assert not is_kept(tmp_path, settings=odd)


def tomorrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.VARIABLE, "978307200")  # 2001-01-01


def test_a_text_that_names_a_day_is_linted_anew_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dated = replace(SOURCE, text="<!-- until=2027-01-01 --> A strech.")
    keep(tmp_path)
    keep(tmp_path, dated)
    assert is_kept(tmp_path, dated)
    tomorrow(monkeypatch)
    assert is_kept(tmp_path)
    assert not is_kept(tmp_path, dated)


def test_a_text_of_which_a_rule_asked_the_day_is_linted_anew_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meta = RuleMeta(code="PG900", name="old", summary="old", severity=Severity.INFO, mqm_type="x", its_type="y")

    @rule(meta)
    def check(block: Block, context: Context) -> Iterator[Finding]:
        """An old page."""
        if "strech" in block.text and context.today.year < 1900:
            yield Finding(block.span, "Very old.")

    asking = Settings((check,))
    other = replace(SOURCE, data=b"A stretch.", text="A stretch.")
    for source in (SOURCE, other):
        keep(tmp_path, source, asking)
        assert is_kept(tmp_path, source, asking)
    tomorrow(monkeypatch)
    assert not is_kept(tmp_path, SOURCE, asking)
    assert is_kept(tmp_path, other, asking)


def test_the_installation_is_known_by_its_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "someones_rules"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "words.txt").write_text("one")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(identity, "_packages", lambda: {"someones_rules"})
    found = []
    for words in ("one", "two", "one"):
        (package / "words.txt").write_text(words)
        identity.installation.cache_clear()
        found.append(identity.installation())
    identity.installation.cache_clear()
    assert found[0] == found[2] != found[1]
