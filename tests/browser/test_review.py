"""A review in the page, from the first look to the corrected file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage
from browser.reviewing import ROOT, SHORT, Reviewer, report_of, written
from end_to_end.terminal import clinlint

SCHEMA = json.loads((ROOT / "docs" / "decisions.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return written(tmp_path)


@pytest.fixture
def reviewer(page: Page, article: Path) -> Reviewer:
    return Reviewer(page, report_of(article))


def test_a_page_opens_with_nothing_decided(reviewer: Reviewer) -> None:
    reviewer.decided(0)
    expect(reviewer.finding("strong")).to_contain_text("Now")
    expect(reviewer.finding("strong").get_by_role("button", name="Accept")).to_have_attribute("aria-pressed", "false")


def test_decisions_show_in_the_list_and_in_the_text(reviewer: Reviewer) -> None:
    reviewer.accept("strong", choose="heavy")
    reviewer.edit("house doctor", "own doctor")
    reviewer.reject("narcosis", "It is our house style")
    reviewer.decided(3)
    expect(reviewer.finding("strong")).to_contain_text("Accepted: “heavy”")
    expect(reviewer.finding("house doctor")).to_contain_text("Better so: “own doctor”")
    expect(reviewer.finding("narcosis")).to_contain_text("Rejected: It is our house style")
    text = reviewer.page.locator(".article")
    expect(text.locator("a[data-becomes]")).to_have_count(2)
    expect(text.locator("a[data-becomes='heavy']")).to_have_text("strong")
    expect(text.locator("mark[data-state=reject]")).to_have_text("narcosis")
    reviewer.announced("Rejected: It is our house style. 3 of")


def test_exported_decisions_give_exactly_the_expected_file(reviewer: Reviewer, article: Path) -> None:
    reviewer.name("Ayşe")
    reviewer.accept("strong", choose="heavy")
    reviewer.edit("house doctor", "own <doctor> & nurse")
    reviewer.accept("labor")
    reviewer.reject("narcosis", "It is our house style")
    reviewer.comment("narcosis", "Ask Dr. Brandes.")
    decisions = reviewer.export(article.parent)
    record = json.loads(decisions.read_bytes())
    Draft202012Validator(SCHEMA).validate(record)
    (file,) = record["files"]
    said = {entry["match"]: entry for entry in file["decisions"]}
    assert [entry["ranges"][0]["start"] for entry in file["decisions"]] == sorted(
        entry["ranges"][0]["start"] for entry in file["decisions"]
    )
    assert said["narcosis"]["comment"] == "Ask Dr. Brandes."
    assert {entry["reviewer"] for entry in file["decisions"]} == {"Ayşe"}
    applied = applied_to(article, decisions)
    expected = (
        SHORT.replace("strong bleeding", "heavy bleeding")
        .replace("house doctor", "own &lt;doctor&gt; &amp; nurse")
        .replace("<b>labor</b>", "<b>laboratory</b>")
    )
    assert applied == expected.encode()


def applied_to(article: Path, decisions: Path) -> bytes:
    """The article with decisions made by the command line."""
    done = clinlint("apply", article.name, decisions.name, folder=article.parent)
    assert done.returncode == 0, done.stderr
    return article.read_bytes()


def test_a_decision_can_be_changed_and_taken_back(reviewer: Reviewer) -> None:
    reviewer.accept("strong")
    reviewer.reject("strong", "It is right as it stands")
    expect(reviewer.finding("strong")).to_contain_text("Rejected")
    reviewer.decided(1)
    reviewer.press(reviewer.finding("strong"), "Undo")
    reviewer.decided(0)
    expect(reviewer.finding("strong")).not_to_contain_text("Rejected")
    expect(reviewer.page.locator("mark[data-state=open]")).to_have_text("strong")


def test_own_words_begin_with_the_proposal(reviewer: Reviewer) -> None:
    finding = reviewer.finding("labor")
    reviewer.press(finding, "Better so")
    expect(finding.locator("textarea")).to_have_value("laboratory")
    expect(finding.locator("textarea")).to_be_focused()
    finding.locator("textarea").press("Escape")
    expect(finding.locator("textarea")).to_have_count(0)
    expect(finding).to_be_focused()
    reviewer.decided(0)


def test_the_same_words_are_no_correction(reviewer: Reviewer) -> None:
    reviewer.edit("labor", "labor")
    reviewer.decided(0)
    reviewer.announced("the words that stand there already")


def test_a_rejection_needs_a_reason_and_offers_some(reviewer: Reviewer) -> None:
    finding = reviewer.finding("labor")
    reviewer.press(finding, "Reject")
    finding.locator("input[name=reason]").fill("")
    finding.locator("form button[type=submit]").click()
    reviewer.decided(0)
    reviewer.press(finding, "It is a name or a fixed term")
    finding.locator("form button[type=submit]").click()
    expect(finding).to_contain_text("Rejected: It is a name or a fixed term")


def test_decisions_survive_a_reload_and_are_the_files_own(reviewer: Reviewer, article: Path) -> None:
    reviewer.accept("strong")
    reviewer.name("Ayşe")
    reviewer.page.reload()
    reviewer.decided(1)
    expect(reviewer.finding("strong")).to_contain_text("Accepted: “severe”")
    expect(reviewer.toolbar.get_by_label("Your name")).to_have_value("Ayşe")
    # The same article after a change is another text: nothing is guessed.
    written(article.parent, SHORT.replace("blood was lost", "blood you lost"))
    Reviewer(reviewer.page, report_of(article)).decided(0)


def test_a_decision_right_before_a_reload_is_kept_though_the_browser_lags(reviewer: Reviewer) -> None:
    before = reviewer.page.evaluate("({...localStorage})")
    reviewer.accept("strong")
    # What chromium was seen to do under load: the reloaded page reads the store as it was before the last write.
    reviewer.page.evaluate("kept => { localStorage.clear(); Object.assign(localStorage, kept); }", before)
    reviewer.page.reload()
    reviewer.decided(1)
    reviewer.accept("house doctor")
    reviewer.page.reload()
    reviewer.decided(2)


def test_what_another_tab_decided_later_counts(reviewer: Reviewer) -> None:
    reviewer.accept("strong")
    other = Reviewer(reviewer.page.context.new_page(), reviewer.page.url)
    other.decided(1)
    other.accept("house doctor")
    reviewer.decided(2)
    reviewer.page.reload()
    reviewer.decided(2)


def test_what_somebody_writes_stays_when_another_tab_decides_elsewhere(reviewer: Reviewer) -> None:
    writing = reviewer.finding("strong")
    reviewer.press(writing, "Better so")
    writing.locator("textarea").fill("heavy and long")
    other = Reviewer(reviewer.page.context.new_page(), reviewer.page.url)
    other.accept("house doctor")
    reviewer.decided(1)
    expect(writing.locator("textarea")).to_have_value("heavy and long")
    reviewer.press(writing, "Save wording")
    reviewer.decided(2)
    other.decided(2)


def test_without_a_memory_the_page_says_so(open_page: OpenPage, article: Path) -> None:
    page = open_page()
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied') } })")
    reviewer = Reviewer(page, report_of(article))
    reviewer.accept("strong")
    expect(reviewer.toolbar).to_contain_text("export your decisions before you close it")
    page.once("dialog", lambda dialog: dialog.accept())
    with page.expect_event("dialog") as waiting:
        page.close(run_before_unload=True)
    assert waiting.value.type == "beforeunload"


def test_filters_leave_out_findings_and_their_marks(reviewer: Reviewer) -> None:
    reviewer.page.get_by_text("Filter the findings").click()
    reviewer.page.get_by_label("Typography").uncheck()
    expect(reviewer.finding("the the")).to_be_hidden()
    expect(reviewer.finding("strong")).to_be_visible()
    expect(reviewer.page.locator("mark", has_text="the the")).to_have_class("mark off")
    reviewer.page.get_by_label("Typography").check()
    expect(reviewer.finding("the the")).to_be_visible()


def test_a_decided_finding_leaves_the_open_ones_when_the_reviewer_goes_on(reviewer: Reviewer) -> None:
    reviewer.page.get_by_text("Filter the findings").click()
    reviewer.page.get_by_label("Accepted").uncheck()
    reviewer.accept("strong")
    # It stays as long as it is looked at, so that it can be taken back.
    expect(reviewer.finding("strong")).to_be_visible()
    reviewer.page.keyboard.press("j")
    expect(reviewer.finding("strong")).to_be_hidden()
    expect(reviewer.finding("house doctor")).to_be_focused()


def test_marks_and_findings_lead_to_each_other(reviewer: Reviewer) -> None:
    reviewer.page.locator("mark", has_text="narcosis").click()
    expect(reviewer.finding("narcosis")).to_be_focused()
    expect(reviewer.finding("narcosis")).to_have_class("finding current")
    reviewer.finding("labor").get_by_role("link", name="show in the text").click()
    expect(reviewer.page.locator("mark", has_text="labor").locator("a")).to_be_focused()
    reviewer.page.keyboard.press("Enter")
    expect(reviewer.finding("labor")).to_be_focused()


def test_decisions_on_the_same_words_are_told(page: Page, tmp_path: Path) -> None:
    text = SHORT.replace("house doctor", "house doctor doctor")
    reviewer = Reviewer(page, report_of(written(tmp_path, text)))
    reviewer.accept("house doctor")
    reviewer.accept("doctor doctor")
    expect(reviewer.finding("doctor doctor")).to_contain_text("both cannot be made in one go")
    # Neighbours are made both.
    reviewer.accept("narcosis")
    reviewer.accept(" ")
    expect(reviewer.finding(" ")).to_have_attribute("data-state", "accept")
    expect(reviewer.finding(" ")).not_to_contain_text("in one go")


def test_nothing_of_the_review_shows_without_a_script(open_page: OpenPage, article: Path) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(report_of(article).as_uri())
    expect(page.locator(".finding").first).to_be_visible()
    expect(page.get_by_role("button", name="Accept")).to_have_count(0)
    expect(page.locator(".review-toolbar")).to_be_hidden()
