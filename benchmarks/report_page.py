"""How long a browser takes to show the report's page: ``python benchmarks/report_page.py [FINDINGS]``.

Needs the development dependencies and a chromium (``make programs``). Prints the page's size, the time to its first
paint (the browser's own first-contentful-paint), until the controls are there, and for one decision by key.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

_MOST = 1_000
"""A rule reports no more in one article."""

_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"


def report_of(findings: int, folder: Path) -> Path:
    """A report with so many findings, a thousand in an article."""
    names = []
    for number in range(-(-findings // _MOST)):
        here = min(_MOST, findings - number * _MOST)
        lines = "".join(f"<p>Line {n} says that the the wound heals in two weeks.</p>\n" for n in range(here))
        names.append(f"wounds-{number}.html")
        page = f"<!doctype html><html lang=en><title>Wounds</title><main><article><h1>Wounds {number}</h1>{lines}"
        (folder / names[-1]).write_text(page, encoding="utf-8")
    options = ["--isolated", "--languagetool", "off", "--select", "TY006", "--fail-on", "never", "--quiet"]
    command = [sys.executable, "-m", "clinlint", "check", *names, *options, "--output", "html=report.html"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder / "report.html"


def measured(browser: Browser, report: Path) -> tuple[float, float, float]:
    """Milliseconds to the first paint, to the controls, and for one decision."""
    page = browser.new_page()
    begun = time.perf_counter()
    page.goto(report.as_uri())
    page.locator(".progress-text").wait_for()
    ready = (time.perf_counter() - begun) * 1000
    page.wait_for_timeout(500)
    paint = float(page.evaluate(_PAINT))
    page.keyboard.press("j")
    begun = time.perf_counter()
    page.keyboard.press("a")
    page.locator(".progress-text", has_text="1 of ").wait_for()
    decision = (time.perf_counter() - begun) * 1000
    page.close()
    return paint, ready, decision


def main() -> None:
    """Measures five times and prints medians."""
    findings = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("no chromium is installed; 'make programs' installs it")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        report = report_of(findings, Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        figures = [measured(browser, report) for _ in range(5)]
        browser.close()
        paint, ready, decision = (statistics.median(column) for column in zip(*figures, strict=True))
        size = report.stat().st_size / 1e6
        print(f"{findings:,} findings, {size:.1f} MB: first paint {paint:,.0f} ms, controls {ready:,.0f} ms,", end=" ")
        print(f"a decision {decision:,.0f} ms")


if __name__ == "__main__":
    main()
