"""``--output html=…`` and ``clinlint report``, through the real command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clinlint.cli.commands import run

ARTICLE = "<html><body><article><h1>Hernia</h1><p>A waist hernia presses on the nerve.</p></article></body></html>"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.html").write_text(ARTICLE)
    (tmp_path / "b.html").write_text(ARTICLE.replace("waist", "groin"))
    return tmp_path


def check(*more: str) -> int:
    return run(["check", "a.html", "b.html", "--isolated", "--languagetool", "off", "--no-cache", "-q", *more])


def kept(*more: str) -> int:
    assert check("--output", "json=results.json") == 1
    return run(["report", "results.json", *more])


def test_the_page_holds_the_article_and_what_is_wrong(folder: Path) -> None:
    assert check("--output", "html=report.html") == 1
    page = (folder / "report.html").read_text()
    assert "presses on the nerve" in page
    assert "waist hernia" in page
    assert 'id="finding-1"' in page


def test_a_kept_report_gives_the_same_page(folder: Path) -> None:
    check("--output", "html=direct.html", "--min-severity", "info")
    check("--output", "json=results.json", "--min-severity", "info")
    assert run(["report", "results.json", "-o", "report.html"]) == 0
    assert (folder / "report.html").read_text() == (folder / "direct.html").read_text()


@pytest.mark.parametrize("form", ["sarif", "csv", "markdown", "junit", "gitlab", "concise", "site-html"])
def test_a_kept_report_gives_every_other_format(form: str, folder: Path) -> None:
    check("--output", f"{form}=direct", "--min-severity", "info")
    check("--output", "json=results.json", "--min-severity", "info")
    assert run(["report", "results.json", "-o", "report", "--format", form]) == 0
    assert (folder / "report").read_text() == (folder / "direct").read_text()


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_a_kept_report_gives_files_that_are_no_text(
    form: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check("--output", "json=results.json")
    assert run(["report", "results.json", "-o", f"report.{form}", "--format", form]) == 0
    assert (folder / f"report.{form}").read_bytes().startswith(b"PK")
    capsys.readouterr()
    assert run(["report", "results.json", "--format", form]) == 2
    assert capsys.readouterr().err == f"clinlint: --output {form}=-: {form} is no text; name a file\n"


def test_what_was_hidden_and_left_out_is_told_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "gone.html").unlink(missing_ok=True)
    assert run(["check", "a.html", "gone.html", "--isolated", "--languagetool", "off", "--no-cache", "-q",
                "--output", "json=results.json"]) == 2  # fmt: skip
    capsys.readouterr()
    assert run(["report", "results.json"]) == 0
    page = capsys.readouterr().out
    assert "gone.html" in page
    hidden = json.loads((folder / "results.json").read_text())["summary"]["hidden"]
    assert not hidden or f"{hidden} less serious" in page


def test_files_that_changed_or_went_are_named_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check("--output", "json=results.json")
    (folder / "a.html").write_text(ARTICLE + "\n")
    (folder / "b.html").unlink()
    capsys.readouterr()
    assert run(["report", "results.json", "-o", "report.html"]) == 2
    told = capsys.readouterr().err
    assert "changed since the run: a.html" in told
    assert "not there: b.html" in told
    assert not (folder / "report.html").exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("not JSON", "no JSON"),
        ("", "the file is empty"),
        ('{"version": 1, "files": [', "the report is cut short (it ends in line 1, column"),
        ('{"version": 1,\n "files": [}, "summary": {}}\n', "the report is damaged (line 2, column"),
        ('{"version": 1}\n{"version": 1}\n', "something follows the report (line 2, column 1)"),
        ('{"version": "2.1.0", "runs": []}', "this is a SARIF report"),
        ('{"version": 1, "files": [], "exported": "now"}', "this is a file of decisions; 'clinlint apply"),
        ('{"version": 1, "files": [], "summary": {"hidden": 0}}', "the key 'not_checked' is missing"),
        ("[" * 100_000, "no JSON"),
        ("[]", "no report"),
        ('{"version": 1, "files": 3}', "no report"),
        ('{"version": 9, "files": [], "summary": {}}', "version 9"),
        ('{"version": 1, "files": [{"path": "a.html"}], "summary": {}}', "older clinlint"),
        ('{"version": 1, "files": ["a.html"], "summary": {}}', "damaged"),
        ('{"version": 1, "files": [], "summary": {}}', "damaged"),
        ('{"version": 1, "files": [{"path": "https://example.org/", "digest": "x"}], "summary": {}}', "scrape"),
        ('{"version": 1, "files": [{"path": "", "digest": "x"}], "summary": {}}', "not there"),
    ],
)
def test_what_is_no_report_is_refused(
    content: str, told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "results.json").write_text(content)
    assert run(["report", "results.json", "-o", "report.html"]) == 2
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1
    assert not (folder / "report.html").exists()


def test_a_report_that_is_not_there_or_no_text_is_said_to_be_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "picture.json").write_bytes(b"\x89PNG\r\n\xff\xfe")
    for name, told in (("gone.json", "there is no such file"), (".", "folder"), ("picture.json", "no text in UTF-8")):
        assert run(["report", name, "-o", "report.html"]) == 2
        assert told in capsys.readouterr().err


def test_a_report_with_a_value_that_cannot_be_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check("--output", "json=results.json")
    record = json.loads((folder / "results.json").read_text())
    for key, value in (("range", {"start": 5, "end": 10_000_000}), ("severity", "huge"), ("message", 3), ("fixes", 1)):
        damaged = json.loads(json.dumps(record))
        damaged["files"][0]["diagnostics"][0][key] = value
        (folder / "results.json").write_text(json.dumps(damaged))
        capsys.readouterr()
        assert run(["report", "results.json", "-o", "report.html"]) == 2
        assert "damaged" in capsys.readouterr().err
        assert not (folder / "report.html").exists()


@pytest.mark.parametrize("output", ["results.json", "a.html"])
def test_a_report_overwrites_neither_its_results_nor_an_article(
    output: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kept("-o", output) == 2
    assert "overwrite" in capsys.readouterr().err
    assert (folder / "a.html").read_text() == ARTICLE


def test_a_folder_that_does_not_exist_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kept("-o", "nowhere/report.html") == 2
    assert "nowhere" in capsys.readouterr().err


def test_results_that_are_not_there_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "none.json"]) == 2
    assert "none.json: there is no such file; check the path" in capsys.readouterr().err
