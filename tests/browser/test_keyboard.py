"""A whole review without a mouse."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.reviewing import KNEE, Reviewer, report_of, written


@pytest.fixture
def reviewer(page: Page, tmp_path: Path) -> Reviewer:
    return Reviewer(page, report_of(written(tmp_path)))


def test_keys_walk_decide_and_keep_the_place(reviewer: Reviewer) -> None:
    keyboard = reviewer.page.keyboard
    order = reviewer.page.locator(".finding").evaluate_all("all => all.map(one => one.id)")
    keyboard.press("j")
    expect(reviewer.page.locator(f"#{order[0]}")).to_be_focused()
    keyboard.press("j")
    keyboard.press("a")
    second = reviewer.page.locator(f"#{order[1]}")
    expect(second).to_be_focused()
    expect(second).to_have_attribute("data-state", "accept")
    keyboard.press("u")
    expect(second).to_have_attribute("data-state", "open")
    keyboard.press("r")
    expect(second.locator("input[name=reason]")).to_be_focused()
    keyboard.press("Enter")
    expect(second).to_be_focused()
    expect(second).to_contain_text("Rejected: It is right as it stands")
    keyboard.press("k")
    expect(reviewer.page.locator(f"#{order[0]}")).to_be_focused()
    reviewer.decided(1)


def test_own_words_are_typed_and_letters_are_no_shortcuts_there(reviewer: Reviewer) -> None:
    keyboard = reviewer.page.keyboard
    reviewer.finding("house doctor").focus()
    keyboard.press("e")
    field = reviewer.finding("house doctor").locator("textarea")
    expect(field).to_be_focused()
    keyboard.type("jakare? doctor")
    expect(field).to_have_value("jakare? doctor")
    keyboard.press("Enter")
    expect(reviewer.finding("house doctor")).to_contain_text("Better so: “jakare? doctor”")
    expect(reviewer.finding("house doctor")).to_be_focused()


def test_the_ends_are_told_and_keys_with_others_are_the_browsers(reviewer: Reviewer) -> None:
    keyboard = reviewer.page.keyboard
    keyboard.press("a")
    reviewer.announced("Go to a finding first")
    expect(reviewer.page.locator(".hint")).to_contain_text("Go to a finding first")
    keyboard.press("k")
    keyboard.press("j")
    reviewer.announced("This is the last finding.")
    expect(reviewer.page.locator(".hint")).to_contain_text("This is the last finding.")
    keyboard.press("Control+a")
    reviewer.decided(0)


def test_what_has_no_proposal_cannot_be_accepted(page: Page, tmp_path: Path) -> None:
    shutil.copy(KNEE, tmp_path)
    reviewer = Reviewer(page, report_of(tmp_path / KNEE.name))
    finding = reviewer.finding("Knee arthroscopy: what awaits you", "MT000")
    finding.focus()
    page.keyboard.press("a")
    reviewer.announced("There is no proposal to accept")
    expect(reviewer.page.locator(".hint")).to_contain_text("There is no proposal to accept")
    expect(finding.get_by_role("button", name="Accept")).to_have_count(0)


def test_help_opens_lists_the_keys_and_switches_them_off(reviewer: Reviewer) -> None:
    keyboard = reviewer.page.keyboard
    keyboard.press("?")
    dialog = reviewer.page.get_by_role("dialog", name="How to review")
    expect(dialog).to_contain_text("accept the proposal")
    dialog.get_by_label("Single keys work as shortcuts").uncheck()
    keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    reviewer.finding("strong").focus()
    keyboard.press("a")
    reviewer.decided(0)
    reviewer.page.reload()
    reviewer.finding("strong").focus()
    keyboard.press("a")
    reviewer.decided(0)


def test_tab_reaches_every_control_of_a_finding(reviewer: Reviewer) -> None:
    finding = reviewer.finding("narcosis")
    finding.focus()
    reached = []
    for _ in range(6):
        reviewer.page.keyboard.press("Tab")
        reached.append(reviewer.page.evaluate("document.activeElement.textContent"))
    assert reached[-4:-1] == ["Accept", "Reject", "Better so"] or reached[2:5] == ["Accept", "Reject", "Better so"]
    reviewer.finding("narcosis").get_by_role("button", name="Accept").focus()
    reviewer.page.keyboard.press("Enter")
    expect(finding.get_by_role("button", name="Accept")).to_be_focused()
    expect(finding.get_by_role("button", name="Accept")).to_have_attribute("aria-pressed", "true")


def test_the_first_step_shows_the_beginning_of_a_finding_however_long_it_is(page: Page, tmp_path: Path) -> None:
    reviewer = Reviewer(page, report_of(written(tmp_path, KNEE.read_text(encoding="utf-8"), "knee.html")))
    first = page.locator(".finding").first
    page.keyboard.press("j")
    expect(first).to_be_focused()
    expect(first.locator("h4")).to_be_in_viewport()
    # Pictures later, when all is drawn that came into view, it still does.
    page.evaluate(
        "new Promise((done) => { let n = 9; const f = () => (n-- ? requestAnimationFrame(f) : done()); f(); })"
    )
    expect(first.locator("h4")).to_be_in_viewport()
    reviewer.decided(0)
