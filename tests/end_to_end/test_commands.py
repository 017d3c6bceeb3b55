"""Every command, through the real command line."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from end_to_end.terminal import clinlint

TEXT = "Keep the wound dry !\n\nChange the dressing daily and wash your hands .\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "clean.txt").write_text("Keep the wound dry.\n")
    return tmp_path


def check(folder: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    return clinlint("check", "--select", "TY001,LT", *arguments, folder=folder, stdin=stdin)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("clean.txt", 0),
        ("a.txt", 1),
        ("a.txt --fail-on error", 0),
        ("a.txt --fail-on never", 0),
        ("a.txt --fail-on info", 1),
        ("clean.txt --require-complete", 0),
        ("clean.txt --require-complete --languagetool off", 0),
        ("clean.txt --languagetool http://127.0.0.1:1", 0),
        ("a.txt --require-complete --languagetool http://127.0.0.1:1", 3),
        ("a.txt missing.txt --require-complete --languagetool http://127.0.0.1:1", 2),
    ],
)
def test_exit_codes_of_check(folder: Path, arguments: str, code: int) -> None:
    assert check(folder, *arguments.split()).returncode == code


def test_the_report_for_people(folder: Path) -> None:
    done = check(folder, "a.txt", "clean.txt")
    lines = done.stdout.splitlines()
    assert lines[:3] == [
        "a.txt:1:19: warning TY001 space-before-mark",
        "    Keep the wound dry !",
        "                      ^",
    ]
    assert "    becomes Keep the wound dry!" in lines
    assert lines[-4:] == [
        "2 files, 16 words: 2 warnings; 2 with a fix, 2 of them safe",
        "MQM-mapped score 87.5 (125.0 error points in 1,000 words; fewer than 500 words are no sample)",
        "Not checked:",
        "  grammar: LanguageTool is not installed; 'clinlint languagetool install' installs it",
    ]
    assert done.stderr == ""


def test_what_is_not_checked_goes_when_it_is_not_wanted(folder: Path) -> None:
    assert "Not checked" not in check(folder, "a.txt", "--languagetool", "off").stdout
    assert check(folder, "clean.txt", "--quiet").stdout == ""


def test_colours_on_demand(folder: Path) -> None:
    assert "\x1b[" not in check(folder, "a.txt").stdout
    assert "\x1b[" in check(folder, "a.txt", "--color", "always").stdout
    assert "\x1b[" in clinlint("check", "a.txt", folder=folder, FORCE_COLOR="1").stdout


def test_json_and_json_lines(folder: Path) -> None:
    document = json.loads(check(folder, "a.txt", "--format", "json").stdout)
    assert [d["start"] for d in document["files"][0]["diagnostics"]] == [
        {"line": 1, "column": 19},
        {"line": 3, "column": 46},
    ]
    lines = check(folder, "a.txt", "missing.txt", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["type"] for line in lines] == ["diagnostic", "diagnostic", "summary"]
    assert json.loads(lines[-1])["failures"][0]["path"] == "missing.txt"


def test_standard_input_has_the_name_that_it_is_given(folder: Path) -> None:
    done = check(folder, "-", "--stdin-filename", "draft.txt", "--format", "concise", stdin=TEXT.encode())
    assert done.stdout.startswith("draft.txt:1:19: ")
    assert done.returncode == 1


def test_standard_input_without_a_name_is_read_as_it_looks_and_says_so(folder: Path) -> None:
    done = check(folder, "-", stdin=f"<p>{TEXT}</p>".encode())
    assert done.stdout.startswith("<stdin>:1:22: ")
    assert "standard input is read as text/html by its looks; --stdin-filename draft.md sets it" in done.stdout


def test_a_folder_is_read_whole_and_each_file_once(folder: Path) -> None:
    (folder / "clinlint.toml").write_text('exclude = ["old/"]\n')
    (folder / "old").mkdir()
    (folder / "old" / "b.txt").write_text(TEXT)
    document = json.loads(check(folder, ".", "./a.txt", "--format", "json").stdout)
    assert [Path(file["path"]).name for file in document["files"]] == ["a.txt", "clean.txt"]


def test_json_that_is_no_article_fails_only_when_it_was_asked_for(folder: Path) -> None:
    (folder / "package.json").write_text('{"name": "site"}\n')
    found = check(folder, ".", "--fail-on", "never")
    assert found.returncode == 0
    assert "  package.json: this JSON holds no article\n" in found.stdout
    assert check(folder, "package.json").returncode == 2


def test_configuration_and_overrides_hold(folder: Path) -> None:
    (folder / "clinlint.toml").write_text(
        'select = ["TY001"]\nfail-on = "error"\nformat = "concise"\n'
        '[[overrides]]\nfiles = ["a.*"]\nseverity = { TY001 = "error" }\n'
    )
    assert clinlint("check", "a.txt", folder=folder).stdout.startswith("a.txt:1:19: error TY001")
    assert clinlint("check", "a.txt", folder=folder).returncode == 1
    assert clinlint("check", "a.txt", "--fail-on", "never", folder=folder).returncode == 0
    assert not clinlint("check", "a.txt", "--isolated", folder=folder).stdout.startswith("a.txt:1:19: error")


def test_config_show_names_origins(folder: Path) -> None:
    (folder / "clinlint.toml").write_text('select = ["TY001"]\n[[overrides]]\nfiles = ["a.*"]\nteasers = true\n')
    shown = [" ".join(line.split()) for line in clinlint("config", "show", "a.txt", folder=folder).stdout.splitlines()]
    assert 'select = ["TY001"] # clinlint.toml:1' in shown
    assert "teasers = true # clinlint.toml:4" in shown
    assert 'fail-on = "warning" # default' in shown
    assert "# rules that run: TY001" in shown
    records = json.loads(clinlint("config", "show", "--format", "json", folder=folder).stdout)
    (teasers,) = [record for record in records if record["key"] == "teasers"]
    assert teasers["value"] == "auto"
    assert teasers["origins"] == [{"name": "default", "line": None}]


def test_init_writes_a_file_once(folder: Path) -> None:
    assert clinlint("init", folder=folder).stdout == "wrote clinlint.toml\n"
    written = (folder / "clinlint.toml").read_text()
    assert check(folder, "a.txt").returncode == 1
    (folder / "clinlint.toml").write_text("# mine\n")
    again = clinlint("init", folder=folder)
    assert again.returncode == 2
    assert again.stderr == "clinlint: clinlint.toml is there already; --force overwrites it\n"
    assert (folder / "clinlint.toml").read_text() == "# mine\n"
    assert clinlint("init", "--force", folder=folder).returncode == 0
    assert (folder / "clinlint.toml").read_text() == written
    assert sorted(path.name for path in folder.iterdir()) == [".git", "a.txt", "clean.txt", "clinlint.toml"]


def test_rules_are_listed_and_explained(folder: Path) -> None:
    listed = clinlint("rules", "TY", folder=folder).stdout.splitlines()
    assert listed[0].startswith("TY001  space-before-mark")
    assert all(line.startswith("TY") for line in listed)
    assert json.loads(clinlint("rules", "TY001", "--format", "json", folder=folder).stdout)[0]["family"] == "typography"
    page = clinlint("rule", "space-before-mark", folder=folder).stdout
    for heading in ("TY001 space-before-mark", "Why it matters", "Examples", "Limits", "Fix", "References"):
        assert f"\n{heading}\n" in f"\n{page}"
    assert "⟦ ⟧" in page
    assert "```" not in page
    record = json.loads(clinlint("rule", "ty001", "--format", "json", folder=folder).stdout)
    assert record["examples"][0]["spans"]
    assert clinlint("rule", "TY001", "--format", "markdown", folder=folder).stdout.startswith("# TY001 space-before")


def test_extract_shows_roles_kinds_and_places(folder: Path) -> None:
    (folder / "b.txt").write_text("Wound care\n\nKeep the wound dry.\n\n- wash\n- dry\n")
    lines = clinlint("extract", "b.txt", folder=folder).stdout.splitlines()
    assert lines[0] == "b.txt: a draft or fragment, language en"
    assert [line.split() for line in lines[1:3]] == [
        ["1:1", "body", "heading", "2", "Wound", "care"],
        ["3:1", "body", "paragraph", "Keep", "the", "wound", "dry."],
    ]
    blocks = json.loads(clinlint("extract", "b.txt", "--format", "json", folder=folder).stdout)[0]["blocks"]
    assert [block["kind"] for block in blocks] == ["heading", "paragraph", "list_item", "list_item"]
    assert len(clinlint("extract", "b.txt", "--role", "chrome", folder=folder).stdout.splitlines()) == 1


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(folder: Path, shell: str) -> None:
    assert "_CLINLINT_COMPLETE" in clinlint("completion", shell, folder=folder).stdout


def test_completion_knows_the_rules(folder: Path) -> None:
    done = clinlint(
        folder=folder, _CLINLINT_COMPLETE="bash_complete", COMP_WORDS="clinlint check --select TY00", COMP_CWORD="3"
    )
    assert "plain,TY001" in done.stdout


def test_a_console_that_knows_little_gets_escapes(folder: Path) -> None:
    (folder / "c.txt").write_text("Take 薬 now !\n", encoding="utf-8")
    done = clinlint("check", "--select", "TY001", "c.txt", folder=folder, PYTHONIOENCODING="ascii")
    assert "    Take \\u85ac now !" in done.stdout
    assert done.returncode == 1


def test_a_closed_pipe_ends_the_run_without_a_word(folder: Path) -> None:
    many = [str(folder / f"{n}.txt") for n in range(300)]
    for name in many:
        Path(name).write_text(TEXT)
    command = [sys.executable, "-m", "clinlint", "check", "--select", "TY001", *many]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_an_interrupt_ends_the_run_quietly(folder: Path) -> None:
    command = [sys.executable, "-m", "clinlint", "check", "--select", "TY001", "--format", "jsonl"]
    (folder / "many.txt").write_text("Keep it dry !\n\n" * 2000)
    with subprocess.Popen(
        [*command, "many.txt", "-", "--stdin-filename", "b.txt"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        # When a finding of the first file has come, the run is under way; after it, it waits for standard input.
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        process.stdout.read()
        error = process.stderr.read()
    assert process.returncode == 130
    assert error.strip() == b""
