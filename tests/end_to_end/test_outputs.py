"""Several reports of one run: whole files or none, and clear words about what cannot be written."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from clinlint.cli.commands import run
from end_to_end.terminal import clinlint


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.txt").write_text("Keep the wound dry !\n")
    (tmp_path / "b.md").write_text("# Care\n\nDrink water ,rest.\n")
    (tmp_path / "out").mkdir()
    return tmp_path


def test_every_report_of_one_run(folder: Path) -> None:
    forms = [
        "sarif",
        "junit",
        "github",
        "gitlab",
        "rdjson",
        "checkstyle",
        "markdown",
        "csv",
        "json",
        "jsonl",
        "concise",
    ]
    options = [part for form in forms for part in ("--output", f"{form}=out/{form}")]
    done = clinlint("check", ".", *options, "--color", "always", folder=folder)
    assert done.returncode == 1
    assert "\x1b[" in done.stdout
    assert done.stderr == ""
    assert {path.name for path in (folder / "out").iterdir()} == set(forms)
    for form in forms:
        text = (folder / "out" / form).read_text(encoding="utf-8")
        assert "TY001" in text
        assert "\x1b" not in text


def test_a_report_on_standard_output_takes_the_place_of_the_terminals(folder: Path) -> None:
    done = clinlint("check", "a.txt", "--output", "sarif=-", "--output", "csv=out/t.csv", folder=folder)
    assert json.loads(done.stdout)["version"] == "2.1.0"
    assert (folder / "out" / "t.csv").read_text().startswith("path,line")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ("--output sarif", "write FORMAT=PATH, such as sarif=clinlint.sarif"),
        ("--output sarif=", "write FORMAT=PATH"),
        ("--output srif=out/x", "there is no format 'srif'; did you mean 'sarif'?"),
        ("--output sarif=none/x", "the folder none does not exist; make it first"),
        ("--output sarif=out", "out is a folder; name a file in it"),
        ("--output sarif=out/x --output csv=./out/../out/x", "two reports cannot both go to"),
        ("--output sarif=- --output csv=-", "two reports cannot both go to -"),
        ("--output sarif=- --format csv", "--format and an --output to - both write to standard output"),
        ("--max-findings -1", "max-findings: must be 0 or more"),
        ("--jobs 0", "is not auto or a number of processes from 1 on"),
        ("--jobs many", "is not auto or a number of processes from 1 on"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    folder: Path, options: str, sentence: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert run(["check", "a.txt", *options.split()]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert sentence in said.err
    assert list((folder / "out").iterdir()) == []


def test_a_run_that_cannot_begin_leaves_old_reports(folder: Path) -> None:
    (folder / "out" / "x.sarif").write_text("old")
    done = clinlint("check", "a.txt", "--select", "QQ", "--output", "sarif=out/x.sarif", folder=folder)
    assert done.returncode == 2
    assert [(path.name, path.read_text()) for path in (folder / "out").iterdir()] == [("x.sarif", "old")]


def test_a_report_in_the_linted_folder_is_no_article_of_the_next_run(folder: Path) -> None:
    for _ in range(2):
        done = clinlint("check", ".", "--output", "json=report.json", folder=folder)
        assert (done.returncode, done.stderr) == (1, "")


def test_a_new_report_keeps_link_and_permissions(folder: Path) -> None:
    old = folder / "out" / "old.csv"
    old.write_text("old")
    old.chmod(0o640)
    (folder / "link.csv").symlink_to(old)
    clinlint("check", "a.txt", "--output", "csv=link.csv", folder=folder)
    assert (folder / "link.csv").is_symlink()
    assert old.read_text().startswith("path,line")
    assert old.stat().st_mode & 0o777 == 0o640


def test_what_is_no_file_is_written_to_and_stays(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    reader = os.open(folder / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        clinlint("check", "a.txt", "--output", "csv=pipe", folder=folder)
        assert os.read(reader, 1_000).startswith(b"path,line")
    finally:
        os.close(reader)
    assert (folder / "pipe").is_fifo()


def test_formats_without_a_place_for_it_tell_on_standard_error_what_was_not_checked(folder: Path) -> None:
    done = clinlint("check", "a.txt", "--format", "gitlab", "--languagetool", "auto", folder=folder)
    assert "not checked: grammar" in done.stderr
    assert json.loads(done.stdout)[0]["location"]["path"] == "a.txt"
    assert clinlint("check", "a.txt", "--format", "gitlab", "-q", folder=folder).stderr == ""
    both = clinlint("check", "a.txt", "--output", "gitlab=out/g.json", folder=folder)
    assert "Not checked:" in both.stdout
    assert both.stderr == ""


@pytest.mark.parametrize(("most", "code"), [("0", 1), ("1", 1), ("2", 0), ("9", 0)])
def test_so_many_findings_are_let_pass(
    folder: Path, most: str, code: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert run(["check", "a.txt", "b.md", "--select", "TY001", "--max-findings", most]) == code
    assert capsys.readouterr().out.count("TY001") == 2
