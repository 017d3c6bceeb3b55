"""From a configuration to the settings of one file: selection, severities, options, overrides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from clinlint import Linter
from clinlint.api import Block, Context, Finding, Rule, RuleMeta, Severity, rule
from clinlint.config.discovery import LoadedConfiguration, from_mapping
from clinlint.config.globs import matches_glob
from clinlint.config.origin import COMMAND_LINE, Place
from clinlint.config.resolve import Resolver
from clinlint.config.show import as_toml, entries
from clinlint.config.template import template
from clinlint.errors import ConfigurationError

FOLDER = Path("/site")


@dataclass(frozen=True)
class Options:
    longest: int = field(default=3, metadata={"help": "The longest word."})
    words: frozenset[str] = field(default=frozenset({"a"}), metadata={"help": "Words to leave alone."})


def made(code: str, name: str, *, enabled: bool = True, options: type[Any] | None = None) -> Rule:
    meta = RuleMeta(
        code=code,
        name=name,
        summary="x",
        severity=Severity.WARNING,
        mqm_type="Style/Other",
        its_type="style",
        enabled=enabled,
        options=options,
    )

    @rule(meta)
    def check(block: Block, context: Context) -> Iterator[Finding]:
        """Nothing."""
        yield from ()

    return check


RULES = (
    made("MT001", "odd-suffix"),
    made("ST001", "open-bracket", options=Options),
    made("TY001", "odd-space"),
    made("TY002", "odd-dash", enabled=False),
)


def loaded(**table: Any) -> LoadedConfiguration:
    return from_mapping({key.replace("_", "-"): value for key, value in table.items()}, Place("c.toml"), FOLDER)


def codes(configuration: LoadedConfiguration, name: str = "/site/a.html") -> list[str]:
    return [r.meta.code for r in Resolver(configuration, RULES).settings(name).rules]


def test_selection_by_family_code_name_and_all() -> None:
    assert codes(loaded()) == ["MT001", "ST001", "TY001"]
    assert codes(loaded(select=["TY"])) == ["TY001"], "a rule that is off has to be named"
    assert codes(loaded(select=["TY", "TY002"])) == ["TY001", "TY002"]
    assert codes(loaded(select=["ALL"])) == ["MT001", "ST001", "TY001", "TY002"]
    assert codes(loaded(select=["open-bracket", "mt001"])) == ["MT001", "ST001"]
    assert codes(loaded(select=["ALL"], ignore=["TY"])) == ["MT001", "ST001"]
    assert codes(loaded(extend_select=["odd-dash"])) == ["MT001", "ST001", "TY001", "TY002"]


def test_the_longer_selector_of_severities_wins() -> None:
    settings = Resolver(loaded(severity={"TY001": "error", "TY": "info", "ALL": "warning"}), RULES).settings("a")
    assert settings.severities["TY001"] is Severity.ERROR
    assert settings.severities["TY002"] is Severity.INFO
    assert settings.severities["MT001"] is Severity.WARNING


def test_overrides_hold_for_their_files_and_later_ones_win() -> None:
    configuration = loaded(
        ignore=["MT"],
        teasers=False,
        overrides=[
            {"files": ["drafts/**"], "ignore": ["ST"], "severity": {"TY": "info"}, "source-language": "tr"},
            {"files": ["*.md"], "select": ["ST", "MT"], "teasers": True, "severity": {"TY001": "error"}},
        ],
    )
    assert codes(configuration) == ["ST001", "TY001"]
    assert codes(configuration, "/site/drafts/a.html") == ["TY001"]
    assert codes(configuration, "/site/x/b.md") == ["ST001"]
    assert codes(configuration, "/site/drafts/b.md") == []
    settings = Resolver(configuration, RULES).settings("/site/drafts/b.md")
    assert settings.severities == {"TY001": Severity.ERROR, "TY002": Severity.INFO}
    assert settings.source_language == "tr"
    assert settings.teasers is True


def test_the_user_s_selection_for_the_run_beats_overrides_but_their_ignores_hold() -> None:
    configuration = loaded(overrides=[{"files": ["*.md"], "select": ["ST"], "ignore": ["TY001"]}])
    given = configuration.with_given(COMMAND_LINE, select=("MT", "TY", "TY002"))
    assert codes(given, "/site/a.md") == ["MT001", "TY002"]


def test_options_are_typed_by_the_rule() -> None:
    settings = Resolver(loaded(rules={"open-bracket": {"longest": 9, "words": ["x"]}}), RULES).base
    assert settings.options == {"ST001": Options(9, frozenset({"x"}))}


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"select": ["QQ"]}, "c.toml: select: there is no rule or family 'QQ'"),
        ({"ignore": ["TY01"]}, "c.toml: ignore: there is no rule or family 'TY01'; did you mean TY001"),
        ({"severity": {"QQ": "info"}}, "c.toml: severity: there is no rule or family 'QQ'"),
        ({"overrides": [{"files": ["*"], "ignore": ["QQ"]}]}, "c.toml: overrides.ignore: there is no rule"),
        ({"rules": {"ST009": {}}}, "c.toml: rules.ST009: there is no rule or family 'ST009'"),
        ({"rules": {"TY001": {}}}, "c.toml: rules.TY001: TY001 has no options"),
        ({"rules": {"ST001": {"longst": 1}}}, "rules.ST001.longst: there is no such key; did you mean 'longest'?"),
        ({"rules": {"ST001": {"longest": "1"}}}, 'rules.ST001.longest: must be a whole number, not "1"'),
        ({"select": ["TY"], "ignore": ["TY"]}, "select and ignore leave no rule to run (c.toml)"),
    ],
)
def test_what_does_not_exist_is_an_error(table: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigurationError) as error:
        Resolver(from_mapping(table, Place("c.toml"), FOLDER), RULES)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("glob", "path", "fits"),
    [
        ("*.md", "/site/a.md", True),
        ("*.md", "/site/deep/er/a.md", True),
        ("*.md", "/site/a.mdx", False),
        ("drafts", "/site/drafts/x/a.md", True),
        ("drafts/", "/site/drafts/a.md", True),
        ("drafts/*", "/site/drafts/a.md", True),
        ("drafts/*", "/site/old/drafts/a.md", False),
        ("**/drafts/*", "/site/old/drafts/a.md", True),
        ("a/**/b.md", "/site/a/b.md", True),
        ("a/**/b.md", "/site/a/x/y/b.md", True),
        ("/a.md", "/site/a.md", True),
        ("/a.md", "/site/x/a.md", False),
        ("./a/b.md", "/site/a/b.md", True),
        ("page-?.md", "/site/page-1.md", True),
        ("page-[0-9].md", "/site/page-1.md", True),
        ("page-[!0-9].md", "/site/page-1.md", False),
        ("page-[.md", "/site/page-[.md", True),
        ("a+(b).md", "/site/a+(b).md", True),
    ],
)
def test_globs(glob: str, path: str, fits: bool) -> None:
    assert matches_glob(glob, path, FOLDER) is fits


def test_shown_values_are_toml_and_name_their_origin() -> None:
    configuration = loaded(select=["ST"], overrides=[{"files": ["*.md"], "ignore": ["TY"], "teasers": True}])
    given = configuration.with_given(COMMAND_LINE, min_severity="info")
    shown = as_toml(entries(given, Resolver(given, RULES), RULES, "/site/a.md"))
    lines = [" ".join(line.split()) for line in shown.splitlines()]
    assert 'select = ["ST"] # c.toml' in lines
    assert 'ignore = ["TY"] # c.toml' in lines
    assert "teasers = true # c.toml" in lines
    assert 'min-severity = "info" # command line' in lines
    assert 'fail-on = "warning" # default' in lines
    assert "longest = 3 # default" in lines
    import tomllib

    assert tomllib.loads(shown)["rules"]["ST001"] == {"longest": 3, "words": ["a"]}


def test_the_template_changes_nothing_and_its_examples_are_valid() -> None:
    import tomllib

    from clinlint.config.schema import Configuration

    assert tomllib.loads(template()) == {}
    uncommented = "\n".join(
        line.removeprefix("# ")
        for line in template().splitlines()
        if " = " in line and line.startswith("# ") and line.split(" = ")[0].removeprefix("# ").isprintable()
    ).split("option = 3")[0]
    assert isinstance(from_mapping(tomllib.loads(uncommented), Place("t"), FOLDER).values, Configuration)


def test_the_linter_takes_a_mapping_or_a_file_and_overrides_hold_in_check_path(tmp_path: Path) -> None:
    text = "Keep the wound dry !\n"
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(text)
    config = tmp_path / "clinlint.toml"
    config.write_text('select = ["TY001"]\n[[overrides]]\nfiles = ["b.txt"]\nseverity = { TY001 = "error" }\n')
    linter = Linter(config=config, languagetool="off")
    assert [d.severity for d in linter.check_path(tmp_path / "a.txt").diagnostics] == [Severity.WARNING]
    assert [d.severity for d in linter.check_path(tmp_path / "b.txt").diagnostics] == [Severity.ERROR]
    mapped = Linter(config={"select": ["TY001"], "severity": {"TY": "info"}}, languagetool="off")
    assert [d.severity for d in mapped.check_text(text).diagnostics] == [Severity.INFO]
    with pytest.raises(ConfigurationError, match="configuration: selct: there is no such key"):
        Linter(config={"selct": []})
    with pytest.raises(ConfigurationError, match="argument: select: there is no rule"):
        Linter(select=["QQ"])


def test_the_linter_reads_no_file_unless_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "clinlint.toml").write_text("broken = [")
    monkeypatch.chdir(tmp_path)
    assert Linter(select=["TY001"]).check_text("Dry !").diagnostics
