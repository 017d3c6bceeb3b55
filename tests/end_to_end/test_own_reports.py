"""A folder is linted without the reports that earlier runs left in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from end_to_end.reviewed_page import PAGE
from end_to_end.terminal import clinlint_here


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("report", ["html=report.html", "docx=report.docx"])
def test_a_report_of_an_earlier_run_is_no_article(folder: Path, report: str) -> None:
    check = ("check", ".", "--isolated", "--languagetool", "off", "--no-cache", "--format", "concise")
    first = clinlint_here(*check, "--output", report, folder=folder)
    again = clinlint_here(*check, folder=folder)
    assert again.returncode == 1
    assert "page.html:1:" in again.stdout
    assert again.stdout == first.stdout


def test_a_report_that_is_named_is_linted_all_the_same(folder: Path) -> None:
    clinlint_here("check", "page.html", "--isolated", "--output", "html=report.html", folder=folder)
    named = clinlint_here("check", "report.html", "--isolated", "--languagetool", "off", folder=folder)
    assert "report.html" in named.stdout
