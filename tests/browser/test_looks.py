"""The page for every eye: no violation that axe finds, on a desktop, a phone, in the dark, and on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage
from browser.reviewing import SHORT, Reviewer, report_of, written

PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "phone": PHONE,
    "dark phone": {**PHONE, "color_scheme": "dark"},
}


def violations(page: Page) -> list[str]:
    """What axe finds, one line a rule with the first place."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]} ({one['nodes'][0]['failureSummary'][:300]})" for one in found
    ]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    written(tmp_path)
    text = SHORT.replace("Bleeding after", "Waiting after").replace("lost", "gone")
    text = text.replace("Call us", '<a href="https://clinic.example/">Call us</a> or <a href="/here">come</a>')
    return report_of(tmp_path / "bleeding.html", written(tmp_path, text, "waiting.html"))


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_axe_finds_nothing_in_any_state(open_page: OpenPage, report: Path, look: dict[str, Any]) -> None:
    page = open_page(**look)
    reviewer = Reviewer(page, report)
    assert violations(page) == []
    page.get_by_text("Filter the findings").click()
    first = page.locator("#file-1")
    for number, key in enumerate(["a", "r", "e", "a", "a"]):
        first.locator(".finding").nth(number).focus()
        page.keyboard.press(key)
        if key in "re":
            page.keyboard.press("Enter")
    page.locator("#file-2 .finding").first.focus()
    page.keyboard.press("e")
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("r")
    reviewer.toolbar.locator("[data-action=help]").evaluate("button => button.click()")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("look", [LOOKS["light"], LOOKS["dark phone"]], ids=["light", "dark phone"])
def test_axe_finds_nothing_in_conflicts_and_messages(
    open_page: OpenPage, tmp_path: Path, report: Path, look: dict[str, Any]
) -> None:
    ayse = Reviewer(open_page(), report)
    ayse.page.locator(".finding").nth(1).focus()
    ayse.page.keyboard.press("a")
    max_ = Reviewer(open_page(**look), report)
    max_.page.locator(".finding").nth(1).focus()
    max_.page.keyboard.press("r")
    max_.page.keyboard.press("Enter")
    max_.take(ayse.export(tmp_path))
    expect(max_.page.get_by_role("dialog")).to_be_visible()
    assert violations(max_.page) == []
    max_.page.keyboard.press("Escape")
    assert violations(max_.page) == []
    wrong = tmp_path / "wrong.json"
    wrong.write_text("no")
    max_.take(wrong)
    max_.told("is not JSON")
    assert violations(max_.page) == []


def test_a_phone_needs_no_sideways_scrolling(open_page: OpenPage, report: Path) -> None:
    page = open_page(**PHONE)
    reviewer = Reviewer(page, report)
    page.locator("#file-1 .finding").nth(1).focus()
    page.keyboard.press("r")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    for button in reviewer.toolbar.get_by_role("button").all():
        assert (button.bounding_box() or {"height": 44})["height"] >= 44
    page.locator("mark a").last.tap()
    expect(page.locator(".finding.current")).to_be_in_viewport()


def test_paper_shows_decisions_and_no_controls(open_page: OpenPage, report: Path) -> None:
    page = open_page()
    reviewer = Reviewer(page, report)
    first = page.locator("#file-1 .finding").nth(1)
    first.focus()
    page.keyboard.press("a")
    page.emulate_media(media="print")
    expect(reviewer.toolbar).to_be_hidden()
    expect(first.get_by_role("button", name="Accept")).to_be_hidden()
    expect(first).to_contain_text("Accepted:")
    expect(first.get_by_text("Accepted:")).to_be_visible()
    assert page.pdf().startswith(b"%PDF")
