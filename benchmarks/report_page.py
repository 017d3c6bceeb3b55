"""How long a browser takes to show the report's page: ``python benchmarks/report_page.py [FINDINGS]``.

Needs the development dependencies and a chromium (``make programs``). Prints the page's size, the time to its first
paint, until the controls work, for taking decisions on all findings from a file, and for one decision by key when all
others are made. All but the import are read from the browser's own clock (paint timing, a mark of the page's script,
event timing from the key to the picture that shows it): the driver's questions cost more than the page's answers.
"""

from __future__ import annotations

import json
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

_SAME = ("rule", "fingerprint", "match", "ranges")
_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
_READY = "performance.getEntriesByName('clinlint-ready')[0]?.startTime ?? 0"
_LISTEN = """
window.keys = [];
const noted = (list) => list.getEntries().filter((entry) => entry.name === "keydown").map((entry) => entry.duration);
new PerformanceObserver((list) => window.keys.push(...noted(list))).observe({ type: "event", durationThreshold: 16 });
"""
"""Notes for every key how long it took until the screen showed what came of it; below 16 ms nothing is noted."""
_TAKEN = "/taken/.test(document.querySelector('.notice')?.textContent)"


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


def decisions_on(report: Path) -> Path:
    """A file that accepts every finding of a report."""
    text = report.read_text(encoding="utf-8")
    record = json.loads(text.partition('id="clinlint-data">')[2].partition("</script>")[0])
    for file in record["files"]:
        file["decisions"] = [
            {"finding": found["id"], **{key: found[key] for key in _SAME}, "decision": "accept", "edits": fix["edits"]}
            for found in file.pop("findings")
            for fix in found["fixes"][:1]
        ]
    place = report.with_name("decisions.json")
    place.write_text(json.dumps({**record, "version": 1}), encoding="utf-8")
    return place


def measured(browser: Browser, report: Path, decisions: Path) -> tuple[float, float, float, float]:
    """Milliseconds to the first paint, to the controls, for the import, and for one decision."""
    page = browser.new_page(bypass_csp=True)
    page.set_default_timeout(60_000)
    page.add_init_script(_LISTEN)
    page.goto(report.as_uri())
    page.wait_for_function(_READY)
    paint, ready = float(page.evaluate(_PAINT)), float(page.evaluate(_READY))
    page.wait_for_timeout(500)
    begun = time.perf_counter()
    page.set_input_files("input[type=file]", decisions)
    page.wait_for_function(_TAKEN)
    taken = (time.perf_counter() - begun) * 1000
    page.wait_for_timeout(5_000)
    for key in "ju":
        page.keyboard.press(key)
    page.wait_for_timeout(1_000)
    before = page.evaluate("window.keys.length")
    page.keyboard.press("a")
    page.wait_for_timeout(1_000)
    decision = max(page.evaluate("window.keys")[before:], default=16)
    page.close()
    return paint, ready, taken, float(decision)


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
        decisions = decisions_on(report)
        figures = [measured(browser, report, decisions) for _ in range(5)]
        browser.close()
        paint, ready, taken, decision = (statistics.median(column) for column in zip(*figures, strict=True))
        size = report.stat().st_size / 1e6
        print(f"{findings:,} findings, {size:.1f} MB: first paint {paint:,.0f} ms, controls {ready:,.0f} ms,", end=" ")
        print(f"all decisions imported {taken:,.0f} ms, a decision {decision:,.0f} ms")


if __name__ == "__main__":
    main()
