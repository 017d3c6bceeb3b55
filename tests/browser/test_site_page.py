"""The report on a whole site in a browser: sorted by mouse and keyboard, readable without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage
from end_to_end.terminal import clinlint

TEXT = "Gallstones are small hard lumps that form when bile thickens, and most people who have them never notice it.\n"


@pytest.fixture
def report(tmp_path: Path) -> str:
    (tmp_path / "page-2.txt").write_text(TEXT * 3)
    (tmp_path / "page-10.txt").write_text(TEXT.replace(",", " ,") * 12)
    (tmp_path / "page-1.txt").write_text(TEXT.replace(".", " .") * 60)
    (tmp_path / "empty.txt").write_text("")
    clinlint("check", ".", "--select", "TY", "--output", "site-html=site.html", folder=tmp_path)
    return (tmp_path / "site.html").as_uri()


def pages(page: Page) -> list[str]:
    return [text.partition(".")[0] for text in page.locator("td.page").all_inner_texts()]


def test_the_table_is_sorted_with_the_keyboard(page: Page, report: str) -> None:
    page.goto(report)
    worst_first = pages(page)
    assert worst_first[0] == "empty"
    page.get_by_role("button", name="Words").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("columnheader", name="Words")).to_have_attribute("aria-sort", "ascending")
    assert pages(page) == ["empty", "page-2", "page-10", "page-1"]
    page.keyboard.press("Space")
    expect(page.get_by_role("columnheader", name="Words")).to_have_attribute("aria-sort", "descending")
    assert pages(page) == ["page-1", "page-10", "page-2", "empty"]
    # A page without a score has no place among the others, whichever way they stand.
    score = page.get_by_role("columnheader", name="Score")
    for direction in ("ascending", "descending"):
        score.get_by_role("button").press("Enter")
        expect(score).to_have_attribute("aria-sort", direction)
        assert pages(page)[-1] == "empty"
    expect(page.get_by_role("columnheader", name="Words")).not_to_have_attribute("aria-sort", "descending")


def test_names_are_sorted_as_people_count(page: Page, report: str) -> None:
    page.goto(report)
    page.get_by_role("button", name="Page").click()
    assert pages(page) == ["empty", "page-1", "page-2", "page-10"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_it(open_page: OpenPage, report: str, scheme: str) -> None:
    page = open_page(color_scheme=scheme)
    page.goto(report)
    page.get_by_role("button", name="Words").click()
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()


def test_without_scripts_it_is_a_plain_table(open_page: OpenPage, report: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(report)
    expect(page.locator("tbody tr")).to_have_count(4)
    expect(page.locator("button")).to_have_count(0)


def test_a_row_leads_to_its_page_in_the_full_report(page: Page, tmp_path: Path) -> None:
    for name in ("one", "two", "three"):
        (tmp_path / f"{name}.txt").write_text(TEXT.replace(",", " ,") * len(name) + f"The {name} wound heals.\n")
    for folder in ("reports", "full #1"):
        (tmp_path / folder).mkdir()
    outputs = ("--output", "site-html=reports/site.html", "--output", "html=full #1/all pages.html")
    clinlint("check", "one.txt", "two.txt", "three.txt", "--select", "TY", *outputs, folder=tmp_path)
    page.goto((tmp_path / "reports" / "site.html").as_uri())
    assert Axe().run(page).violations_count == 0
    for name in ("three", "one", "two"):
        page.get_by_role("link", name=f"Text and findings of {name}.txt").click()
        section = page.locator(".file:target")
        expect(section).to_have_attribute("data-path", f"{name}.txt")
        expect(section.get_by_text(f"The {name} wound heals.").first).to_be_visible()
        page.go_back()


def test_without_a_full_report_no_row_leads_to_one(page: Page, report: str) -> None:
    page.goto(report)
    expect(page.get_by_role("link", name="Text and findings")).to_have_count(0)
