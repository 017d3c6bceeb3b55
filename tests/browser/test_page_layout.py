"""The report's page on its own, without its script: nothing lies over anything else, and filters work."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OpenPage
from browser.reviewing import KNEE, report_of, written

PHONE = {"viewport": {"width": 360, "height": 740}}


@pytest.fixture
def report(tmp_path: Path) -> Path:
    knee = written(tmp_path, KNEE.read_text(encoding="utf-8"), "knee.html")
    return report_of(knee, written(tmp_path))


def box(locator: Locator) -> dict[str, float]:
    found = locator.bounding_box()
    assert found is not None
    return dict(found)


def assert_follow_each_other(parts: list[Locator]) -> None:
    """Each part begins below the one before, and ends above the next."""
    boxes = [box(part) for part in parts]
    for before, after in pairwise(boxes):
        assert before["y"] + before["height"] <= after["y"] + 1


def assert_apart(boxes: list[dict[str, float]]) -> None:
    """No two boxes overlap."""
    for one, other in combinations(boxes, 2):
        beside = one["x"] + one["width"] <= other["x"] + 1 or other["x"] + other["width"] <= one["x"] + 1
        assert beside or one["y"] + one["height"] <= other["y"] + 1 or other["y"] + other["height"] <= one["y"] + 1


def opened(open_page: OpenPage, report: Path, **options: Any) -> Page:
    page = open_page(java_script_enabled=False, **options)
    page.goto(report.as_uri())
    return page


def test_on_paper_the_text_is_followed_by_its_findings_and_the_rules(open_page: OpenPage, report: Path) -> None:
    page = opened(open_page, report)
    page.emulate_media(media="print")
    for number in (1, 2):
        section = page.locator(f"#file-{number}")
        findings = section.locator(".finding").all()
        for finding in findings:
            assert_follow_each_other([section.locator(".text"), finding, page.locator(".rules")])
        assert_apart([box(finding) for finding in findings])
        # Two columns: half as much paper.
        assert len({round(box(finding)["x"]) for finding in findings}) == 2
    assert_follow_each_other([page.locator(".rules"), page.locator("footer")])
    assert_follow_each_other(page.locator(".rule").all()[:1] + [page.locator("footer")])
    for gone in (".filters", ".why button", ".skip"):
        expect(page.locator(gone).first).to_be_hidden()
    expect(page.locator(".finding .number").first).to_be_visible()


def test_paper_is_thrifty_and_says_nothing_twice(open_page: OpenPage, tmp_path: Path) -> None:
    page = opened(open_page, report_of(written(tmp_path, KNEE.read_text(encoding="utf-8"), "knee.html")))
    page.emulate_media(media="print")
    finding = page.locator(".finding").filter(has_text="leaflet").first
    # The sentence as it is stands in the text, under the finding's number.
    expect(finding.locator("dt")).to_have_text(["Now", "Better"])
    expect(finding.locator("dt").first).to_be_hidden()
    expect(finding.locator("ins")).to_be_visible()
    expect(finding.locator(".paper")).to_contain_text("line")
    pages = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True)))
    # Two pages of text with 30 findings took 19 pages once.
    assert 0 < pages <= 9


def test_on_a_phone_nothing_is_wider_than_it_and_nothing_overlaps(open_page: OpenPage, report: Path) -> None:
    page = opened(open_page, report, **PHONE)
    for number in (1, 2):
        section = page.locator(f"#file-{number}")
        assert_follow_each_other([section.locator(".text"), *section.locator(".finding").all()])
    assert_follow_each_other([page.locator("#file-2 .finding").last, page.locator("footer")])
    for part in page.locator(".top, .index, .article, .finding, footer").all():
        assert box(part)["x"] >= 0
        assert box(part)["x"] + box(part)["width"] <= 360


def test_filters_work_without_the_script(open_page: OpenPage, report: Path) -> None:
    page = opened(open_page, report)
    errors, warnings = page.locator(".finding[data-severity=error]"), page.locator(".finding[data-severity=warning]")
    assert errors.count()
    assert warnings.count()
    page.get_by_text("Filter the findings").click()
    page.locator("input[name=severity][value=error]").uncheck()
    expect(errors.first).to_be_hidden()
    expect(warnings.first).to_be_visible()
    page.locator("input[name=severity][value=error]").check()
    page.locator("input[name=family][value=MT]").uncheck()
    for finding in page.locator(".finding[data-family=MT]").all():
        expect(finding).to_be_hidden()


def test_a_mark_leads_to_its_finding_and_back_without_the_script(open_page: OpenPage, report: Path) -> None:
    page = opened(open_page, report)
    page.locator("#mark-2 a").click()
    expect(page.locator("#finding-2")).to_be_in_viewport()
    page.locator("#finding-2").get_by_text("show in the text").click()
    expect(page.locator("#mark-2")).to_be_in_viewport()


def test_why_opens_over_the_page_without_the_script(open_page: OpenPage, report: Path) -> None:
    page = opened(open_page, report)
    rule = page.locator(".rule").first
    expect(rule).to_be_hidden()
    page.locator(f'[popovertarget="{rule.get_attribute("id")}"]').first.click()
    expect(rule).to_be_visible()
    rule.get_by_text("Close").click()
    expect(rule).to_be_hidden()
