"""Own words: in the configuration, in the project's list, in the personal one."""

from __future__ import annotations

from pathlib import Path

import pytest

from end_to_end.terminal import clinlint

TEXT = "The kahvalty is served late, and the sweling goes down.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "clinlint.toml").write_text('select = ["MT007"]\nlanguagetool = "off"\n', encoding="utf-8")
    (folder / "page.txt").write_text(TEXT, encoding="utf-8")
    return folder


def reported(project: Path, *more: str, **environment: str) -> list[str]:
    done = clinlint(
        "check", "page.txt", "--format", "concise", "--min-severity", "info", *more, folder=project, **environment
    )
    return [word for word in ("kahvalty", "sweling") if f"“{word}”" in done.stdout]


def test_added_words_are_accepted_sorted_and_once(project: Path, tmp_path: Path) -> None:
    home = {"XDG_CONFIG_HOME": str(tmp_path / "home")}
    assert reported(project, **home) == ["kahvalty", "sweling"]
    first = clinlint("words", "add", "sweling", "Ayran", folder=project, **home)
    second = clinlint("words", "add", "Kahvalty", "ayran", folder=project, **home)
    assert (first.returncode, second.returncode) == (0, 0)
    assert second.stdout.rstrip().endswith("clinlint-words.txt: Kahvalty")
    assert (project / "clinlint-words.txt").read_text(encoding="utf-8") == "Ayran\nKahvalty\nsweling\n"
    assert reported(project, **home) == []
    assert reported(project, "--isolated", "--select", "MT007", **home) == ["kahvalty", "sweling"]
    assert clinlint("words", "list", folder=project, **home).stdout == "Ayran\nKahvalty\nsweling\n"


def test_remarks_stay_at_the_top(project: Path) -> None:
    path = project / "clinlint-words.txt"
    path.write_text("# Brands\nZeta\n\nalpha\n", encoding="utf-8")
    clinlint("words", "add", "Mira", folder=project)
    assert path.read_text(encoding="utf-8") == "# Brands\nalpha\nMira\nZeta\n"


def test_the_personal_list_holds_for_all_projects(project: Path, tmp_path: Path) -> None:
    home = {"XDG_CONFIG_HOME": str(tmp_path / "home")}
    done = clinlint("words", "add", "--personal", "kahvalty", folder=project, **home)
    assert done.returncode == 0
    assert not (project / "clinlint-words.txt").exists()
    assert reported(project, **home) == ["sweling"]


def test_words_and_a_list_are_named_in_the_configuration(project: Path) -> None:
    configuration = project / "clinlint.toml"
    configuration.write_text(
        'words = ["kahvalty"]\nwords-file = "own/list.txt"\nlanguagetool = "off"\n', encoding="utf-8"
    )
    missing = clinlint("check", "page.txt", folder=project)
    assert missing.returncode == 2
    assert "clinlint.toml:2" in missing.stderr
    assert "own/list.txt does not exist; 'clinlint words add' creates it" in missing.stderr
    assert clinlint("words", "add", "sweling", folder=project).returncode == 0
    assert (project / "own/list.txt").read_text(encoding="utf-8") == "sweling\n"
    assert reported(project, "--select", "MT007") == []


@pytest.mark.parametrize("word", ["", "two words", "#remark", "a\x07b", "x" * 101])
def test_what_is_no_word_is_refused_and_nothing_written(project: Path, word: str) -> None:
    done = clinlint("words", "add", "fine", word, folder=project)
    assert done.returncode == 2
    assert "not a word" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "clinlint-words.txt").exists()


def test_a_list_that_is_not_utf_8_is_named(project: Path) -> None:
    (project / "clinlint-words.txt").write_bytes(b"K\xf6rper\n")
    done = clinlint("check", "page.txt", folder=project)
    assert done.returncode == 2
    assert "clinlint-words.txt: the word list is not UTF-8 text" in done.stderr
    assert (project / "clinlint-words.txt").read_bytes() == b"K\xf6rper\n"
