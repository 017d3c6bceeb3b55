"""Decisions of a second reviewer: taken over, refused, and settled where both differ."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from browser.conftest import OpenPage
from browser.reviewing import SHORT, Reviewer, report_of, written

Somebody = Callable[[str], Reviewer]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return report_of(written(tmp_path))


@pytest.fixture
def somebody(open_page: OpenPage, report: Path) -> Somebody:
    """A reviewer with a browser of their own."""

    def called(name: str) -> Reviewer:
        reviewer = Reviewer(open_page(), report)
        reviewer.name(name)
        return reviewer

    return called


def record_of(path: Path) -> list[dict[str, Any]]:
    (file,) = json.loads(path.read_bytes())["files"]
    return list(file["decisions"])


BACKWARDS = {"start": 4, "end": 2, "text": ""}


def with_decision(decision: dict[str, Any]) -> str:
    return json.dumps({"version": 1, "files": [{"path": "a", "digest": "b", "decisions": [decision]}]})


def test_decisions_of_another_reviewer_are_taken(somebody: Somebody, tmp_path: Path) -> None:
    ayse, max_ = somebody("Ayşe"), somebody("Max")
    ayse.accept("strong")
    ayse.comment("strong", "Sure.")
    max_.reject("narcosis", "It is our house style")
    max_.take(ayse.export(tmp_path))
    max_.told("1 decision taken")
    max_.decided(2)
    expect(max_.finding("strong")).to_contain_text("Accepted: “severe” (Ayşe)")
    assert {entry["match"]: entry["reviewer"] for entry in record_of(max_.export(tmp_path))} == {
        "strong": "Ayşe",
        "narcosis": "Max",
    }
    max_.page.reload()
    max_.decided(2)


def test_what_both_say_is_no_conflict(somebody: Somebody, tmp_path: Path) -> None:
    ayse, max_ = somebody("Ayşe"), somebody("Max")
    ayse.reject("narcosis", "It is a name or a fixed term")
    max_.reject("narcosis", "It is our house style")
    max_.take(ayse.export(tmp_path))
    max_.told("0 decisions taken; 1 as here already")
    expect(max_.toolbar.get_by_role("button", name="Conflicts")).to_be_hidden()


def test_conflicts_are_shown_side_by_side_and_settled_one_by_one(somebody: Somebody, tmp_path: Path) -> None:
    ayse, max_ = somebody("Ayşe"), somebody("Max")
    ayse.accept("strong", choose="heavy")
    ayse.edit("house doctor", "own doctor")
    max_.accept("strong", choose="severe")
    max_.reject("house doctor", "It is our house style")
    max_.take(ayse.export(tmp_path))
    dialog = max_.page.get_by_role("dialog")
    expect(dialog).to_contain_text("2 conflicts to settle")
    about = dialog.get_by_role("region", name="Conflict about “strong”")
    expect(about).to_contain_text("Here: Max")
    expect(about).to_contain_text("Accepted: “severe”")
    expect(about).to_contain_text("Imported: Ayşe")
    about.get_by_role("button", name="Take this one: Accepted: “heavy”").click()
    expect(dialog).to_contain_text("1 conflict to settle")
    # The other one can wait: it is still there after a reload, and in the finding itself.
    max_.page.reload()
    max_.toolbar.get_by_role("button", name="Conflicts (1)").click()
    expect(dialog).to_contain_text("Better so: “own doctor”")
    dialog.get_by_role("button", name="Close").click()
    finding = max_.finding("house doctor")
    finding.scroll_into_view_if_needed()
    finding.get_by_role("button", name="Keep this one").click()
    expect(finding).not_to_contain_text("Imported")
    said = {entry["match"]: (entry["decision"], entry["reviewer"]) for entry in record_of(max_.export(tmp_path))}
    assert said == {"strong": ("accept", "Ayşe"), "house doctor": ("reject", "Max")}


def test_an_open_conflict_is_told_when_decisions_are_exported(somebody: Somebody, tmp_path: Path) -> None:
    ayse, max_ = somebody("Ayşe"), somebody("Max")
    ayse.accept("strong", choose="heavy")
    max_.accept("strong", choose="severe")
    max_.take(ayse.export(tmp_path))
    max_.page.get_by_role("dialog").get_by_role("button", name="Close").click()
    record_of(max_.export(tmp_path))
    max_.told("1 conflict is not settled: your own decision is in the file")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("Dear all, see below", "given.json is no file of decisions: it is not JSON"),
        ('{"articles": []}', "given.json is no file of decisions."),
        ("[1, 2]", "given.json is no file of decisions."),
        ("null", "given.json is no file of decisions."),
        ('{"version": 7, "files": []}', "written by another version of clinlint"),
        ('{"version": 1, "files": [3]}', "given.json is damaged"),
        (with_decision({}), "given.json is damaged"),
        (with_decision({"finding": "x", "decision": "maybe"}), "neither accepts, rejects nor edits"),
        (with_decision({"finding": "x", "decision": "accept", "edits": [BACKWARDS]}), "without saying which"),
        (with_decision({"finding": "x", "decision": "edit", "text": 5}), "its own wording is missing"),
        (
            '{"version": 1, "files": [{"path": "old.html", "digest": "sha256:0", "decisions": []}]}',
            "old.html has changed",
        ),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_sentence(
    somebody: Somebody, tmp_path: Path, content: str, told: str
) -> None:
    max_ = somebody("Max")
    max_.accept("strong")
    given = tmp_path / "given.json"
    given.write_text(content, encoding="utf-8")
    max_.take(given)
    max_.told(told)
    max_.decided(1)


def test_decisions_on_another_text_are_refused(somebody: Somebody, open_page: OpenPage, tmp_path: Path) -> None:
    ayse = somebody("Ayşe")
    ayse.accept("strong")
    decisions = ayse.export(tmp_path)
    later = tmp_path / "later"
    later.mkdir()
    max_ = Reviewer(open_page(), report_of(written(later, SHORT.replace("lost", "gone"))))
    max_.take(decisions)
    max_.told("belongs to another text: bleeding.html has changed since")
    max_.decided(0)


def test_decisions_on_findings_that_a_narrower_report_leaves_out_are_kept(
    somebody: Somebody, open_page: OpenPage, tmp_path: Path
) -> None:
    ayse = somebody("Ayşe")
    ayse.accept("strong")
    ayse.accept("the the")
    decisions = ayse.export(tmp_path)
    options = ("--isolated", "--languagetool", "off", "--source-language", "de", "--select", "MT")
    max_ = Reviewer(open_page(), report_of(tmp_path / "bleeding.html", options=options))
    max_.take(decisions)
    max_.told("1 about findings that this report does not show, kept for the export")
    assert record_of(max_.export(tmp_path))[1]["match"] == "the the"


def test_several_articles_are_exported_together(open_page: OpenPage, tmp_path: Path) -> None:
    written(tmp_path, SHORT, "one.html")
    written(tmp_path, SHORT.replace("lost", "gone").replace("narcosis", "anaesthesia"), "two.html")
    reviewer = Reviewer(open_page(), report_of(tmp_path / "one.html", tmp_path / "two.html"))
    reviewer.accept("narcosis")
    second = reviewer.page.locator("#file-2 .finding").first
    second.scroll_into_view_if_needed()
    second.get_by_role("button", name="Better so").click()
    second.locator("textarea").fill("bad")
    second.locator("textarea").press("Enter")
    files = json.loads(reviewer.export(tmp_path).read_bytes())["files"]
    assert [(file["path"], len(file["decisions"])) for file in files] == [("one.html", 1), ("two.html", 1)]


def test_an_export_of_nothing_is_told(somebody: Somebody) -> None:
    max_ = somebody("Max")
    max_.toolbar.get_by_role("button", name="Export decisions").click()
    max_.told("Nothing is decided yet")
