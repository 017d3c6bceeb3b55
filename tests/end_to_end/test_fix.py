"""``check --fix`` and its companions, as an editor runs them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from end_to_end.terminal import clinlint

PAGE = "<p>The pain goes away !</p>\n<p>Take 1,5 mg a day.</p>\n<p>It may hurt the the knee.</p>\n"
SAFE = PAGE.replace("away !", "away!")
UNSAFE = SAFE.replace("the the", "the")
QUIET = ("--languagetool", "off", "--isolated")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_safe_fixes_are_written_and_the_rest_is_reported(page: Path) -> None:
    done = clinlint("check", "page.html", "--fix", "--format", "concise", *QUIET, folder=page.parent)
    assert page.read_text(encoding="utf-8") == SAFE
    assert done.returncode == 1
    assert "MT005" in done.stdout
    assert "TY001" not in done.stdout
    assert done.stderr == (
        "clinlint: fixed 1 finding in 1 file (TY001 1); 1 more finding can be fixed with --unsafe-fixes\n"
    )


def test_unsafe_fixes_leave_what_only_a_person_may_change(page: Path) -> None:
    done = clinlint("check", "page.html", "--fix", "--unsafe-fixes", "--format", "json", *QUIET, folder=page.parent)
    assert page.read_text(encoding="utf-8") == UNSAFE
    assert [d["rule"] for d in json.loads(done.stdout)["files"][0]["diagnostics"]] == ["MT005"]


def test_fix_only_says_what_it_did_and_succeeds(page: Path) -> None:
    done = clinlint("check", ".", "--fix-only", *QUIET, folder=page.parent)
    assert (done.returncode, done.stdout) == (0, "")
    assert "fixed 1 finding" in done.stderr
    again = clinlint("check", ".", "--fix-only", *QUIET, folder=page.parent)
    assert "nothing to fix" in again.stderr


def test_a_diff_writes_nothing_and_patch_applies_it(page: Path) -> None:
    done = clinlint("check", "page.html", "--diff", "--unsafe-fixes", *QUIET, folder=page.parent)
    assert done.returncode == 1
    assert page.read_text(encoding="utf-8") == PAGE
    assert "\x1b" not in done.stdout
    subprocess.run(["patch", "-p0"], cwd=page.parent, input=done.stdout.encode(), check=True, capture_output=True)
    assert page.read_text(encoding="utf-8") == UNSAFE
    assert clinlint("check", "page.html", "--diff", *QUIET, folder=page.parent).returncode == 0


def test_a_coloured_diff(page: Path) -> None:
    done = clinlint("check", "page.html", "--diff", "--color", "always", *QUIET, folder=page.parent)
    assert "\x1b[31m-<p>The pain goes away !</p>\x1b[0m" in done.stdout
    assert "\x1b[32m+<p>The pain goes away!</p>\x1b[0m" in done.stdout


def test_standard_input_goes_to_standard_output(page: Path) -> None:
    arguments = ("check", "-", "--stdin-filename", "x.html", "--fix", "--format", "concise")
    done = clinlint(*arguments, *QUIET, folder=page.parent, stdin=PAGE.encode())
    assert done.stdout == SAFE
    assert "MT005" in done.stderr
    assert done.returncode == 1


def test_bytes_of_another_encoding_stay(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    data = "Türkçe şehir ağrı geçer !\r\nThe pain goes away !\r\n".encode("windows-1254")
    path.write_bytes(data)
    clinlint("check", "page.txt", "--fix", *QUIET, folder=tmp_path)
    assert path.read_bytes() == data.replace(b" !", b"!")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("page.html", "--unsafe-fixes"), "give --fix or --diff with it"),
        (("page.html", "-", "--stdin-filename", "x.md", "--fix"), "name no other files beside '-'"),
    ],
)
def test_wrong_use_is_told_and_nothing_is_written(page: Path, arguments: tuple[str, ...], message: str) -> None:
    done = clinlint("check", *arguments, *QUIET, folder=page.parent)
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
    assert page.read_text(encoding="utf-8") == PAGE


def test_a_read_only_file_is_told_and_the_others_are_fixed(page: Path) -> None:
    locked = page.with_name("locked.html")
    locked.write_text(PAGE, encoding="utf-8")
    locked.chmod(0o444)
    export = page.with_name("export.json")
    export.write_text(json.dumps({"content": {"rendered": PAGE}}), encoding="utf-8")
    export.chmod(0o444)
    done = clinlint("check", ".", "--fix-only", *QUIET, folder=page.parent)
    assert done.returncode == 2
    assert "locked.html: the file is read-only and was left as it is; make it writable first\n" in done.stderr
    assert "export.json: the file is read-only" in done.stderr
    assert locked.read_text(encoding="utf-8") == PAGE
    assert page.read_text(encoding="utf-8") == SAFE
