"""Presets: what a user's configuration takes from them, what it replaces, and where each value comes from."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinlint import Linter
from clinlint.cli.main import main
from clinlint.config.discovery import LoadedConfiguration, from_file, from_mapping
from clinlint.config.origin import Place
from clinlint.config.presets import installed_presets
from clinlint.config.resolve import Resolver
from clinlint.config.schema import Configuration
from clinlint.config.show import entries
from clinlint.errors import ConfigurationError
from clinlint.model.diagnostic import Severity
from clinlint.run.registry import installed_rules

LEAFLET = "clinlint:patient-leaflet"


def loaded(**table: Any) -> LoadedConfiguration:
    return from_mapping(table, Place("configuration"), Path.cwd())


def shown(configuration: LoadedConfiguration) -> dict[str, tuple[Any, str]]:
    rules = installed_rules()
    found = entries(configuration, Resolver(configuration, rules), rules, None)
    return {".".join((*e.table, e.key)): (e.value, " and ".join(map(str, e.origins))) for e in found}


def test_the_package_hands_over_three() -> None:
    assert list(installed_presets()) == ["clinlint:clinic-blog", LEAFLET, "clinlint:professional"]


@pytest.mark.parametrize("name", installed_presets())
def test_every_preset_can_be_used(name: str) -> None:
    assert Linter(config={"extends": name}).rules


def test_the_clinic_blog_is_the_default_written_out() -> None:
    preset, default = loaded(extends="clinlint:clinic-blog"), LoadedConfiguration()
    for field in fields(Configuration):
        if field.name not in {"extends", "rules"}:
            assert getattr(preset.values, field.name) == getattr(default.values, field.name), field.name
    rules = installed_rules()
    for code, options in Resolver(preset, rules).base.options.items():
        (rule,) = (rule for rule in rules if rule.meta.code == code)
        assert rule.meta.options is not None
        assert options == rule.meta.options()


def test_a_leaflet_is_held_to_more_and_professional_text_to_less() -> None:
    text = "Ask about your drugs."
    severities = [
        [d.severity for d in Linter(languagetool="off", select=["MD"], config=config).check_text(text).diagnostics]
        for config in ({}, {"extends": LEAFLET}, {"extends": "clinlint:professional"})
    ]
    assert severities == [[Severity.INFO], [Severity.WARNING], [Severity.INFO]]


def test_show_names_the_preset_as_the_origin(tmp_path: Path) -> None:
    path = tmp_path / "clinlint.toml"
    path.write_text(f'extends = "{LEAFLET}"\nseverity = {{ MD014 = "info" }}\n\n[rules.MD018]\nwords = 80\n')
    values = shown(from_file(path))
    assert values["severity.MD017"] == (Severity.WARNING, f"preset {LEAFLET}")
    assert values["severity.MD014"][1].endswith("clinlint.toml:2")
    assert values["rules.MD018.words"][0] == 80
    assert values["rules.MD018.words"][1].endswith("clinlint.toml:5")
    assert values["rules.MD018.instructions"] == (2, f"preset {LEAFLET}")
    assert values["fail-on"][1] == f"preset {LEAFLET}"
    assert values["min-severity"][1] == "default"


def test_a_pyproject_goes_on_from_a_preset_too(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(f'[tool.clinlint]\nextends = "{LEAFLET}"\nfail-on = "never"\n')
    values = shown(from_file(path))
    assert values["fail-on"][0] == "never"
    assert values["fail-on"][1].endswith("pyproject.toml:3")
    assert values["severity.MD017"] == (Severity.WARNING, f"preset {LEAFLET}")


def test_a_wider_selector_of_the_user_covers_the_presets() -> None:
    values = shown(loaded(extends=LEAFLET, severity={"MD": "info"}))
    assert values["severity.MD"] == (Severity.INFO, "configuration")
    assert "severity.MD017" not in values
    assert values["severity.PG001"][1] == f"preset {LEAFLET}"
    assert not [key for key in shown(loaded(extends=LEAFLET, severity={"ALL": "info"})) if key.startswith("severity.M")]


def test_keys_with_underscores_replace_the_presets_too() -> None:
    assert loaded(extends="clinlint:clinic-blog", fail_on="never").values.fail_on == "never"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("house-style", "known are clinlint:clinic-blog"),
        ("clinlint:patient-leaflets", f"did you mean '{LEAFLET}'"),
    ],
)
def test_an_unknown_preset_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, hint: str
) -> None:
    path = tmp_path / "clinlint.toml"
    path.write_text(f'extends = "{name}"\n')
    (tmp_path / "a.txt").write_text("Text.")
    with pytest.raises(SystemExit) as end:
        main(["check", str(tmp_path / "a.txt"), "--config", str(path)])
    assert end.value.code == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "clinlint.toml:1: extends: there is no preset" in error
    assert hint in error


def test_a_preset_must_be_named_by_a_text() -> None:
    with pytest.raises(ConfigurationError, match="extends: must be a text"):
        loaded(extends=3)


def test_init_writes_the_preset_or_mentions_it(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        main(["init", str(tmp_path)])
    assert '# extends = "clinlint:clinic-blog"' in (tmp_path / "clinlint.toml").read_text()
    with pytest.raises(SystemExit):
        main(["init", str(tmp_path), "--force", "--preset", LEAFLET])
    assert from_file(tmp_path / "clinlint.toml").values.extends == LEAFLET


@given(
    st.dictionaries(
        st.sampled_from(["MD017", "MD", "PG001", "TY", "ALL"]), st.sampled_from(["error", "warning", "info"])
    )
)
def test_the_user_has_the_last_word(severity: dict[str, str]) -> None:
    rules = installed_rules()
    own = Resolver(loaded(severity=severity), rules).base.severities
    both = Resolver(loaded(extends=LEAFLET, severity=severity), rules).base.severities
    assert own.items() <= both.items()
