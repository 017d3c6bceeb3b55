"""Debian's chromium, started once in each process of the tests that needs it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from browser.surfing import FLAGS, surfing
from programs import program

OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser itself; tests take ``page`` or ``open_page``."""
    # A busy machine is no failure.
    expect.set_options(timeout=30_000)
    chromium = program("chromium", "google-chrome", package="chromium")
    expect.set_options(timeout=60_000)  # A busy machine takes longer than the five seconds that playwright waits.
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS), headless=True)
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[OpenPage]:
    """Opens a page with options of its own: ``open_page(viewport=…, color_scheme="dark")``."""
    with ExitStack() as stack:

        def opened(**options: Any) -> Page:
            return stack.enter_context(surfing(browser, tmp_path / "downloads", **options))

        yield opened


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A page of a desktop."""
    return open_page()
