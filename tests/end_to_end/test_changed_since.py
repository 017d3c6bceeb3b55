"""``check --changed-since``: real repositories, real git."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from end_to_end.terminal import clinlint, clinlint_here

OLD = "First paragraph !\n\nSecond paragraph !\nwith two lines.\n\nThird paragraph !\n"


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "clinlint.toml").write_text('languagetool = "off"\nselect = ["TY001"]\n', encoding="utf-8")
    (tmp_path / "a.md").write_text(OLD, encoding="utf-8")
    (tmp_path / "ünïcode name.md").write_text(OLD, encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "old")
    return tmp_path


def lines(folder: Path, reference: str = "main", *paths: str) -> list[tuple[str, int]]:
    done = clinlint_here("check", *(paths or ["."]), "--changed-since", reference, "--format", "json", folder=folder)
    assert done.returncode in (0, 1), done.stderr
    files = json.loads(done.stdout)["files"]
    return [(Path(file["path"]).name, d["start"]["line"]) for file in files for d in file["diagnostics"]]


def test_nothing_changed(repository: Path) -> None:
    assert lines(repository) == []


def test_the_block_that_changed_is_reported_whole(repository: Path) -> None:
    (repository / "a.md").write_text(OLD.replace("two lines", "2 lines"), encoding="utf-8")
    assert lines(repository) == [("a.md", 3)]


def test_what_goes_away_changes_the_block_around_it(repository: Path) -> None:
    (repository / "a.md").write_text(OLD.replace("with two lines.\n", ""), encoding="utf-8")
    assert ("a.md", 3) in lines(repository)
    assert ("a.md", 1) not in lines(repository)


def test_new_files_and_odd_names(repository: Path) -> None:
    (repository / "new.md").write_text(OLD, encoding="utf-8")
    (repository / "ünïcode name.md").write_text(OLD.replace("Third", "Last"), encoding="utf-8")
    assert lines(repository) == [("new.md", 1), ("new.md", 3), ("new.md", 6), ("ünïcode name.md", 6)]


def test_a_renamed_file_is_compared_with_what_it_was(repository: Path) -> None:
    git(repository, "mv", "a.md", "b.md")
    (repository / "b.md").write_text(OLD.replace("First", "1st"), encoding="utf-8")
    git(repository, "commit", "-qam", "moved")
    assert lines(repository, "HEAD~1") == [("b.md", 1)]


def test_what_others_changed_meanwhile_does_not_count(repository: Path) -> None:
    git(repository, "switch", "-qc", "work")
    (repository / "a.md").write_text(OLD.replace("First", "1st"), encoding="utf-8")
    git(repository, "commit", "-qam", "mine")
    git(repository, "switch", "-q", "main")
    (repository / "a.md").write_text(OLD.replace("Third", "3rd"), encoding="utf-8")
    git(repository, "commit", "-qam", "theirs")
    git(repository, "switch", "-q", "work")
    assert lines(repository) == [("a.md", 1)]


def test_a_folder_below_the_root(repository: Path) -> None:
    (repository / "below").mkdir()
    (repository / "below" / "c.md").write_text(OLD, encoding="utf-8")
    assert [name for name, _ in lines(repository / "below", "main")] == ["c.md"] * 3


@pytest.mark.parametrize("reference", ["nonsense", "--output=x", "HEAD~99"])
def test_an_unknown_commit_is_told(repository: Path, reference: str) -> None:
    done = clinlint_here("check", ".", f"--changed-since={reference}", folder=repository)
    assert (done.returncode, done.stdout) == (2, "")
    assert "has no such commit, branch or tag" in done.stderr
    assert done.stderr.count("\n") == 1


def test_outside_a_repository(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(OLD, encoding="utf-8")
    done = clinlint("check", "a.md", "--changed-since", "main", folder=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path))
    assert done.returncode == 2
    assert "is in no git repository" in done.stderr


@pytest.mark.parametrize("arguments", [("a.md", "--fix"), ("https://localhost/",), ("-", "--stdin-filename", "x.md")])
def test_what_cannot_go_with_it(repository: Path, arguments: tuple[str, ...]) -> None:
    done = clinlint_here("check", *arguments, "--changed-since", "main", folder=repository)
    assert done.returncode == 2
    assert "--changed-since" in done.stderr


def test_without_git(repository: Path) -> None:
    done = clinlint("check", ".", "--changed-since", "main", folder=repository, PATH="/nonexistent")
    assert done.returncode == 2
    assert "needs git" in done.stderr
