"""Configuration files: what is read, where it is looked for, and what a mistake is answered with."""

from __future__ import annotations

from pathlib import Path

import pytest

from clinlint.config.discovery import discover, from_file
from clinlint.config.lines import key_lines
from clinlint.config.origin import COMMAND_LINE, Origin
from clinlint.config.schema import Configuration, FailOn
from clinlint.errors import ConfigurationError
from clinlint.model.diagnostic import Severity


def write(folder: Path, text: str, name: str = "clinlint.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


EVERYTHING = """
select = ["MT", "ST001"]
extend-select = ["TY001"]
ignore = ["ST002"]
include = ["*.page"]
exclude = ["old/"]
fail-on = "error"
min-severity = "info"
language = "en"
source-language = "tr"
teasers = true
max-characters = 1000
format = "json"
languagetool = "off"

[severity]
TY = "info"

[rules.ST001]
some-option = 3

[[overrides]]
files = ["drafts/**"]
ignore = ["TY"]
severity = { ST = "warning" }
"""


def test_every_key_is_read_with_its_type(repository: Path) -> None:
    values = from_file(write(repository, EVERYTHING)).values
    assert values.select == ("MT", "ST001")
    assert values.fail_on is FailOn.ERROR
    assert values.min_severity is Severity.INFO
    assert values.severity == {"TY": Severity.INFO}
    assert values.teasers is True
    assert values.rules == {"ST001": {"some-option": 3}}
    assert values.overrides[0].files == ("drafts/**",)
    assert values.overrides[0].severity == {"ST": Severity.WARNING}


def test_every_value_knows_its_line(repository: Path) -> None:
    loaded = from_file(write(repository, EVERYTHING))
    assert loaded.origin("select") == Origin("clinlint.toml", 2)
    assert loaded.origin("severity") == Origin("clinlint.toml", 16)
    assert str(loaded.origin("fail_on")) == "clinlint.toml:7"


def test_an_empty_file_and_no_file_give_the_defaults(repository: Path) -> None:
    assert discover().values == Configuration()
    assert str(discover().origin("select")) == "default"
    assert from_file(write(repository, "")).values == Configuration()


def test_a_byte_order_mark_does_no_harm(repository: Path) -> None:
    assert from_file(write(repository, '\ufeffignore = ["TY"]\n')).values.ignore == ("TY",)


def test_the_nearest_file_counts_and_the_search_ends_at_the_repository(repository: Path) -> None:
    write(repository.parent, 'ignore = ["MT"]')
    try:
        assert discover([repository / "a" / "b.html"]).values.ignore == ()
        write(repository, 'ignore = ["ST"]')
        assert discover([repository / "a" / "b.html"]).values.ignore == ("ST",)
        write(repository / "a", 'ignore = ["TY"]')
        assert discover([repository / "a" / "b.html"]).values.ignore == ("TY",)
        assert discover([repository / "a" / "b.html", repository / "c.html"]).values.ignore == ("ST",)
    finally:
        (repository.parent / "clinlint.toml").unlink()


def test_pyproject_counts_when_it_has_the_table(repository: Path) -> None:
    write(repository / "a", "[tool.other]\nclinlint = 3\n", "pyproject.toml")
    write(repository, '[project]\nname = "x"\n\n[tool.clinlint]\nignore = ["TY"]\n', "pyproject.toml")
    loaded = discover([repository / "a" / "b.html"])
    assert loaded.values.ignore == ("TY",)
    assert str(loaded.origin("ignore")).endswith("pyproject.toml:5")
    write(repository, 'ignore = ["ST"]')
    assert discover([repository / "a" / "b.html"]).values.ignore == ("ST",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('selct = ["MT"]', "clinlint.toml:1: selct: there is no such key; did you mean 'select'?"),
        ('\nselect = "MT"', 'clinlint.toml:2: select: must be a list, not "MT"'),
        ("ignore = [3]", "clinlint.toml:1: ignore: must be a text in quotation marks, not 3"),
        (
            'fail-on = "errors"',
            'clinlint.toml:1: fail-on: must be one of "error", "warning", "info", "never", not "errors"',
        ),
        ("teasers = 1", 'clinlint.toml:1: teasers: must be true or false or "auto", not 1'),
        (
            '[severity]\nTY = "bad"',
            'clinlint.toml:2: severity.TY: must be one of "error", "warning", "info", not "bad"',
        ),
        ("[[overrides]]\nignore = []", "clinlint.toml:1: overrides: the key 'files' is missing"),
        (
            '[[overrides]]\nfiles = ["a"]\n[[overrides]]\nfile = ["a"]',
            "clinlint.toml:4: overrides.file: there is no such key; did you mean 'files'?",
        ),
        ("max-characters = true", "clinlint.toml:1: max-characters: must be a whole number, not true"),
        ("max-characters = 0", "clinlint.toml:1: max-characters: must be 1 or more"),
        (
            'language = "Turkish!"',
            'clinlint.toml:1: language: must be a code of two letters such as "tr", not "Turkish!"',
        ),
        ('severity = "error"', 'clinlint.toml:1: severity: must be a table, not "error"'),
    ],
)
def test_a_mistake_is_named_with_file_line_and_key(repository: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigurationError) as error:
        from_file(write(repository, text))
    assert str(error.value) == message


@pytest.mark.parametrize("text", ["select = [", "a = 1\na = 2", "= 3"])
def test_broken_toml_is_named_as_such(repository: Path, text: str) -> None:
    with pytest.raises(ConfigurationError, match=r"^clinlint\.toml: not valid TOML: "):
        from_file(write(repository, text))


def test_a_file_that_is_not_text_or_not_there(repository: Path) -> None:
    (repository / "clinlint.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigurationError, match="not UTF-8"):
        from_file("clinlint.toml")
    with pytest.raises(ConfigurationError, match=r"none\.toml: cannot read"):
        from_file("none.toml")


def test_values_given_for_the_run_replace_those_of_the_file(repository: Path) -> None:
    loaded = from_file(write(repository, 'select = ["MT"]\nfail-on = "error"'))
    given = loaded.with_given(COMMAND_LINE, select=("TY",), fail_on=None)
    assert given.values.select == ("TY",)
    assert given.origin("select") is COMMAND_LINE
    assert given.values.fail_on is FailOn.ERROR
    with pytest.raises(ConfigurationError, match="command line: language"):
        loaded.with_given(COMMAND_LINE, language="t")


def test_lines_of_keys() -> None:
    text = 'a = 1\nb.c = 2\ntext = """\n[no.table]\nd = 4\n"""\n[t."x y"]  # note\nk = [\n]\n'
    text += "[[o]]\n[[o]]\nz = 1\n[o.s]\nq = 1\n"
    assert key_lines(text) == {
        ("a",): 1,
        ("b",): 2,
        ("b", "c"): 2,
        ("text",): 3,
        ("t", "x y"): 7,
        ("t", "x y", "k"): 8,
        ("o", "0"): 10,
        ("o", "1"): 11,
        ("o", "1", "z"): 12,
        ("o", "1", "s"): 13,
        ("o", "1", "s", "q"): 14,
    }
