"""Wrong use: exit code 2, one clear sentence, no traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from end_to_end.terminal import clinlint


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.txt").write_text("Keep the wound dry !\n")
    (tmp_path / "empty").mkdir()
    (tmp_path / "scan.bin").write_bytes(b"\x89PNG\r\n\x00\x00")
    (tmp_path / "unknown-key.toml").write_text('selct = ["TY"]\n')
    (tmp_path / "broken.toml").write_text("select = [\n")
    (tmp_path / "type.toml").write_text("\nselect = 3\n")
    (tmp_path / "rule.toml").write_text('ignore = ["QQ"]\n')
    (tmp_path / "option.toml").write_text("[rules.TY001]\nwidth = 3\n")
    (tmp_path / "beyond.toml").write_text("fail-under = 101\n")
    (tmp_path / "hollow.toml").write_text('packs = ["hollow-pack.toml"]\n')
    (tmp_path / "hollow-pack.toml").write_text("[pack]\n")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("check", "nothing to read was named"),
        ("check missing.html", "missing.html: there is no such file"),
        ("check empty", "empty: there is nothing to read in this folder"),
        ("check *.nothing", "*.nothing: no file matches"),
        ("check scan.bin", "scan.bin: this is a PNG image"),
        ("check ftp://example.org/page", "ftp://example.org/page: only http and https"),
        ("check http://127.0.0.1:9/", "--allow-private"),
        ("check a.txt --stdin-filename b.txt", "'-' is not among the arguments"),
        ("check a.txt --output sarif=a.txt", "the report would overwrite a file that is linted"),
        ("compare - -", "only one of the two can be -"),
        ("rule ST", "'ST' stands for several rules"),
        ("scrape clinic.example -o pages", "clinic.example: this is no address"),
        ("check a.txt --fail-under 1000", "'--fail-under': 1000.0 is not in the range 0<=x<=100"),
        ("check a.txt --config beyond.toml", "fail-under: must be between 0 and 100"),
        ("check a.txt --language xx-yy-zz", 'must be a code of two letters such as "tr", not "xx-yy-zz"'),
        ("check a.txt --config hollow.toml", "hollow-pack.toml:1: this pack is empty"),
        ("check a.txt --select QQ", "there is no rule or family 'QQ'"),
        ("check a.txt --ignore space-befor-mark", "did you mean space-before-mark?"),
        ("check a.txt --selct TY", "no such option '--selct'; did you mean --select?"),
        ("check a.txt --format xml", "'xml' is not one of"),
        ("check a.txt --language english", "language: must be a code of two letters"),
        ("check a.txt --languagetool maybe", "languagetool must be auto, off or an http address"),
        ("check a.txt --config none.toml", "none.toml: cannot read the configuration"),
        (
            "check a.txt --config unknown-key.toml",
            "unknown-key.toml:1: selct: there is no such key; did you mean 'select'?",
        ),
        ("check a.txt --config broken.toml", "broken.toml: not valid TOML"),
        ("check a.txt --config type.toml", "type.toml:2: select: must be a list, not 3"),
        ("check a.txt --config rule.toml", "rule.toml:1: ignore: there is no rule or family 'QQ'"),
        ("check a.txt --config option.toml", "option.toml:1: rules.TY001: TY001 has no options"),
        ("check a.txt --config type.toml --isolated", "--config and --isolated contradict each other"),
        ("chek a.txt", "there is no command 'chek'; did you mean 'check'?"),
        ("rule space-befor-mark", "there is no rule or family 'space-befor-mark'; did you mean space-before-mark?"),
        ("rule", "missing argument"),
        ("rules QQ", "there is no rule or family 'QQ'"),
        ("extract missing.html", "missing.html: there is no such file"),
        ("init nowhere", "nowhere"),
        ("config show --config broken.toml", "broken.toml: not valid TOML"),
        ("completion tcsh", "'tcsh' is not one of"),
    ],
)
def test_one_sentence_and_exit_code_two(folder: Path, arguments: str, sentence: str) -> None:
    done = clinlint(*arguments.split(), folder=folder)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("clinlint: ")
    assert done.stderr.count("\n") == 1
    assert sentence in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_no_error_of_clinlint() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "clinlint", "rules"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr.startswith("clinlint: the output cannot be written (")


def test_without_a_command_the_help_comes_on_standard_error(folder: Path) -> None:
    done = clinlint(folder=folder)
    assert done.returncode == 2
    assert done.stderr.startswith("Usage: clinlint")


def test_a_file_that_cannot_be_read_does_not_stop_the_others(folder: Path) -> None:
    done = clinlint(
        "check", "missing.txt", "a.txt", "scan.bin", "--select", "TY001", "--format", "concise", folder=folder
    )
    assert done.returncode == 2
    assert done.stdout.startswith("a.txt:1:19: warning TY001")
    assert "2 sources could not be read" in done.stdout
    assert [line.split(":")[1].strip() for line in done.stderr.splitlines()] == ["missing.txt", "scan.bin"]


def test_names_cannot_steer_the_terminal(folder: Path) -> None:
    done = clinlint("check", "x\x1bc.html", folder=folder)
    assert done.stderr.startswith("clinlint: x\\x1bc.html: there is no such file")


@pytest.mark.parametrize("command", ["check", "extract"])
def test_an_empty_argument_is_not_this_folder(folder: Path, command: str) -> None:
    done = clinlint(command, "", folder=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "clinlint: one of the arguments is empty; write . for this folder, or leave it out\n"
