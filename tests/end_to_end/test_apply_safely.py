"""``clinlint apply`` leaves alone what it was not asked to change, whoever reviewed and whatever goes wrong."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from clinlint.review.decisions import Decisions
from end_to_end.reviewed_page import PAGE, hand_in, of_rule, result_of, text_of
from end_to_end.terminal import clinlint_here
from review.reviewers import file_of, rejected, review_of, reworded


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("order", list(permutations(("a.json", "b.json", "c.json"))))
def test_of_three_reviewers_the_preferred_one_counts_in_whatever_order_they_are_named(
    folder: Path, order: tuple[str, ...]
) -> None:
    result = result_of(folder)
    vein = next(d for d in result.diagnostics if d.rule == "MT002")
    hand_in(folder, "a.json", review_of(result, of_rule(result, "MT002"), reviewer="Ayşe"))
    hand_in(folder, "b.json", review_of(result, rejected(result, vein, "a name"), reviewer="Jonas"))
    hand_in(folder, "c.json", review_of(result, reworded(result, vein, "swollen"), reviewer="Marta"))
    open_still = clinlint_here("apply", "page.html", *order, folder=folder)
    assert open_still.returncode == 1
    assert "reviewers disagree in 2 places" in open_still.stderr
    done = clinlint_here("apply", "page.html", *order, "--prefer", "marta", folder=folder)
    assert (done.returncode, done.stderr) == (0, "clinlint: page.html: 1 change made, 0 rejected\n")
    assert text_of(folder) == PAGE.replace("thıck", "swollen")


def test_where_the_preferred_reviewer_is_silent_the_others_must_still_agree(folder: Path) -> None:
    result = result_of(folder)
    vein = next(d for d in result.diagnostics if d.rule == "MT002")
    hand_in(folder, "a.json", review_of(result, of_rule(result, "MT002"), reviewer="Ayşe"))
    hand_in(folder, "b.json", review_of(result, rejected(result, vein, "a name"), reviewer="Jonas"))
    hand_in(folder, "c.json", review_of(result, of_rule(result, "TY001"), reviewer="Marta"))
    done = clinlint_here("apply", "page.html", "a.json", "b.json", "c.json", "--prefer", "Marta", folder=folder)
    assert done.returncode == 1
    assert "reviewers disagree in 1 place" in done.stderr
    assert text_of(folder) == PAGE


@pytest.mark.parametrize("target", ["d.json", "other.html", "./other.html"])
def test_the_corrected_file_is_not_written_over_what_was_given(folder: Path, target: str) -> None:
    (folder / "other.html").write_text(PAGE.replace("knee", "hip"), encoding="utf-8")
    result = result_of(folder)
    hand_in(folder, "d.json", review_of(result, of_rule(result, "TY001")))
    before = (folder / target).read_bytes()
    done = clinlint_here("apply", "page.html", "other.html", "d.json", "-o", target, folder=folder)
    assert done.returncode == 2
    assert "this run reads that file, and would write over it; name another one" in done.stderr
    assert (folder / target).read_bytes() == before


def test_an_empty_name_for_the_corrected_file_is_told(folder: Path) -> None:
    result = result_of(folder)
    hand_in(folder, "d.json", review_of(result, of_rule(result, "TY001")))
    done = clinlint_here("apply", "page.html", "d.json", "-o", "", folder=folder)
    assert done.returncode == 2
    assert done.stderr == "clinlint: --output: the name is empty; give a file, a folder, or - for standard output\n"


def test_a_protected_file_stops_the_others_before_they_are_written(folder: Path) -> None:
    other = folder / "other.html"
    other.write_text(PAGE.replace("knee", "hip"), encoding="utf-8")
    one, two = result_of(folder), result_of(folder, "other.html")
    hand_in(folder, "d.json", Decisions((file_of(one, of_rule(one, "TY001")), file_of(two, of_rule(two, "TY001")))))
    other.chmod(0o444)
    done = clinlint_here("apply", "page.html", "other.html", "d.json", folder=folder)
    assert done.returncode == 2
    assert "other.html: the file is read-only and was left as it is" in done.stderr
    assert text_of(folder) == PAGE


def test_a_report_of_findings_in_place_of_decisions_is_recognized(folder: Path) -> None:
    clinlint_here("check", "page.html", "--output", "json=report.json", "-q", folder=folder)
    done = clinlint_here("apply", "page.html", "report.json", folder=folder)
    assert done.returncode == 2
    assert done.stderr == (
        "clinlint: report.json: this is a report of findings, not of decisions; "
        "decide in the page that 'clinlint report' makes of it\n"
    )


@pytest.mark.parametrize("report", ["xlsx=found.xlsx", "suggestions-csv=found.csv"])
def test_a_table_of_an_article_in_which_nothing_was_found_is_no_damaged_one(folder: Path, report: str) -> None:
    (folder / "good.txt").write_text("Rest helps the knee.\n", encoding="utf-8")
    assert clinlint_here("check", "good.txt", "--output", report, "-q", folder=folder).returncode == 0
    done = clinlint_here("apply", "good.txt", report.partition("=")[2], folder=folder)
    assert done.stderr == "clinlint: good.txt: nothing was decided on this file\n"


def test_a_protected_configuration_stops_the_run_before_the_article_is_written(folder: Path) -> None:
    result = result_of(folder)
    vein = next(d for d in result.diagnostics if d.rule == "MT002")
    hand_in(folder, "d.json", review_of(result, of_rule(result, "TY001"), rejected(result, vein, "a name")))
    settings = folder / "clinlint.toml"
    settings.write_text("# ours\n", encoding="utf-8")
    settings.chmod(0o444)
    done = clinlint_here("apply", "page.html", "d.json", "--learn-ignores", folder=folder)
    assert done.returncode == 2
    assert "clinlint.toml: the file is read-only and was left as it is" in done.stderr
    assert (text_of(folder), settings.read_text(encoding="utf-8")) == (PAGE, "# ours\n")
