"""The guard around the browser must itself bark, or no other test here proves anything."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.surfing import surfing


def written(folder: Path, html: str) -> str:
    path = folder / "page.html"
    path.write_text(f"<!doctype html><meta charset=utf-8><link rel=icon href='data:,'>{html}", encoding="utf-8")
    return path.as_uri()


def visit(browser: Browser, folder: Path, address: str) -> None:
    with surfing(browser, folder) as page:
        page.goto(address)
        page.wait_for_load_state("networkidle")


def test_a_plain_file_opens(page: Page, tmp_path: Path) -> None:
    page.goto(written(tmp_path, "<title>Ear pain</title>"))
    assert page.title() == "Ear pain"


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<img src='http://clinic.invalid/a.png' alt=''>", "asked another machine: http://clinic.invalid/a.png"),
        ("<script>console.error('lost')</script>", "console: lost"),
        ("<script>throw new Error('broken')</script>", "uncaught: broken"),
    ],
)
def test_what_a_page_must_not_do_fails_the_test(browser: Browser, tmp_path: Path, html: str, told: str) -> None:
    with pytest.raises(AssertionError, match=re.escape(told)):
        visit(browser, tmp_path, written(tmp_path, html))
