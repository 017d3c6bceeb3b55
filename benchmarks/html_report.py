"""How fast the HTML report is written and shown: 200, 2,000 and 10,000 findings in one article.

usage: python benchmarks/html_report.py [--browser /usr/bin/chromium] [--findings 200 2000 10000]

The article is made of one paragraph, repeated, with ten slips in it, each found by a rule of its own (a rule reports at
most 1,000 findings in an article); half of the findings have a fix. The browser is headless and reads the page from the
disk; the figures are medians of five.
"""

from __future__ import annotations

import argparse
import io
import re
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from clinlint.api import (
    Applicability,
    Block,
    Context,
    Edit,
    Finding,
    Fix,
    LintResult,
    Rule,
    RuleMeta,
    Severity,
    Source,
    rule,
)
from clinlint.reports import Look, open_report
from clinlint.reports.summary import Tally
from clinlint.run.pipeline import lint
from clinlint.run.settings import Settings

WORDS = {
    "waist": "lower back", "needles": "injections", "giving": "losing", "sugar": "diabetes", "bottom": None,
    "made": None, "taken": "removed", "situation": None, "pulled": None, "applied": None,
}  # fmt: skip
PARAGRAPH = (
    "The waist pain begins at night and the needles are given by a nurse. After giving weight the sugar falls, and "
    "the eye bottom is looked at once a year. An examination is made, the stitches are taken after ten days, and in "
    "this situation a film is pulled and a treatment applied."
)
RUNS = 5
_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
_FILTER = """() => new Promise(done => {
  const begin = performance.now(), box = document.querySelector('.filters input[value=info]');
  box.click();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
})"""
_JUMP = """() => new Promise(done => {
  const begin = performance.now(), all = document.querySelectorAll('.finding');
  location.hash = '#' + all[all.length - 1].id;
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
})"""


def word_rule(number: int, word: str, better: str | None) -> Rule:
    """A rule that reports one word."""
    severity = (Severity.ERROR, Severity.WARNING, Severity.INFO)[number % 3]

    @rule(
        RuleMeta(
            code=f"MT{900 + number}",
            name=f"word-{word}",
            summary=f"“{word}” in a sense that English does not have",
            severity=severity,
            mqm_type="Accuracy/Mistranslation",
            its_type="mistranslation",
        )
    )
    def check(block: Block, context: Context) -> Iterator[Finding]:
        """A word in a sense that English does not have."""
        for match in re.finditer(rf"\b{word}\b", block.text):
            span = block.at(match.start(), match.end())
            fixes = (Fix(f"Write “{better}”", (Edit(span, better),), Applicability.DISPLAY),) if better else ()
            data = {"source_language": "tr", "source_word": "kelime"}
            yield Finding(span, f"Here “{word}” is taken over word for word.", fixes, data=data)

    return check


def page(result: LintResult, rules: dict[str, Rule]) -> str:
    """The whole report."""
    stream = io.StringIO()
    report = open_report("html", stream, Look(rules=rules))
    tally = Tally(Severity.INFO)
    report.begin()
    report.add(tally.take(result))
    report.finish(tally.summary())
    return stream.getvalue()


def shown(browser: Browser, path: Path) -> tuple[float, float, float, float]:
    """Milliseconds to the first paint, to the whole page, of a filter, and of a jump to the last finding."""
    tab = browser.new_page(viewport={"width": 1280, "height": 800})
    begin = time.perf_counter()
    tab.goto(path.as_uri())
    loaded = 1000 * (time.perf_counter() - begin)
    # The page's policy lets nobody wait inside it for a condition that is given as text.
    while not (paint := tab.evaluate(_PAINT)):
        tab.wait_for_timeout(20)
    found = (paint, loaded, tab.evaluate(_FILTER), tab.evaluate(_JUMP))
    tab.close()
    return found


def main() -> None:
    """Prints a line for each number of findings."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--browser", default="/usr/bin/chromium")
    parser.add_argument("--findings", type=int, nargs="+", default=[200, 2_000, 10_000])
    options = parser.parse_args()
    rules = [word_rule(number, word, better) for number, (word, better) in enumerate(WORDS.items())]
    by_code = {found.meta.code: found for found in rules}
    print("findings   written   size      first paint   loaded    filter    jump")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-quic"]
        browser = playwright.chromium.launch(executable_path=options.browser, args=flags)
        for number in options.findings:
            text = "\n\n".join([PARAGRAPH] * (number // len(WORDS)))
            result = lint(Source.from_text(text, name="article.txt", media_type="text/plain"), Settings(tuple(rules)))
            times = []
            for _ in range(3):
                begin = time.perf_counter()
                written = page(result, by_code)
                times.append(time.perf_counter() - begin)
            path = Path(folder) / f"{number}.html"
            path.write_text(written, encoding="utf-8")
            figures = zip(*(shown(browser, path) for _ in range(RUNS)), strict=True)
            paint, loaded, chosen, jump = (statistics.median(values) for values in figures)
            size = len(written.encode()) / 1e6
            print(
                f"{len(result.diagnostics):8,}  {statistics.median(times):6.2f} s  {size:5.2f} MB"
                f"  {paint:8.0f} ms  {loaded:7.0f} ms {chosen:6.0f} ms {jump:6.0f} ms"
            )
        browser.close()


if __name__ == "__main__":
    main()
