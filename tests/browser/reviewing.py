"""A reviewer in front of the report's page: what a person sees, clicks and types."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from end_to_end.terminal import clinlint_here

ROOT = Path(__file__).parents[2]
KNEE = ROOT / "fixtures" / "review" / "knee-arthroscopy.html"
FROM_GERMAN = ("--isolated", "--languagetool", "off", "--source-language", "de")
SHORT = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Bleeding</title></head><body><main><article>
<h1>Bleeding after an operation</h1>
<p>Call us in case of strong bleeding, or see your house doctor first.
The <b>labor</b> values show how much blood was lost.</p>
<p>The operation is done under narcosis ,and the the nurse looks after you.</p>
</article></main></body></html>
"""


def written(folder: Path, text: str = SHORT, name: str = "bleeding.html") -> Path:
    """An article in a folder."""
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def report_of(*articles: Path, options: tuple[str, ...] = FROM_GERMAN) -> Path:
    """The report's page on articles of one folder, made by the command line."""
    folder = articles[0].parent
    names = [article.name for article in articles]
    done = clinlint_here("check", *names, *options, "--fail-on", "never", "--output", "html=report.html", folder=folder)
    assert done.returncode == 0, done.stderr
    return folder / "report.html"


class Reviewer:
    """A person with the page open.

    Attributes:
        page: the page in the browser.
    """

    def __init__(self, page: Page, report: Path | str) -> None:
        self.page = page
        self._downloads = 0
        page.goto(report.as_uri() if isinstance(report, Path) else report)
        expect(self.toolbar).to_contain_text("decided")

    @property
    def toolbar(self) -> Locator:
        """The bar with progress, export and import."""
        return self.page.locator(".review-toolbar")

    def finding(self, match: str, rule: str = "") -> Locator:
        """The finding that marks exactly these words."""
        found = self.data(match, rule)
        return self.page.locator(f"#finding-{found['index']}")

    def data(self, match: str, rule: str = "") -> dict[str, Any]:
        """What the page's data says of the finding that marks exactly these words."""
        known = json.loads(self.page.locator("#clinlint-data").text_content() or "")
        every = [finding for file in known["files"] for finding in file["findings"]]
        found = [f for f in every if f["match"] == match and f["rule"].startswith(rule)]
        assert len(found) == 1, (match, [f["match"] for f in every])
        return dict(found[0])

    def press(self, finding: Locator, name: str) -> None:
        """Clicks a button of a finding."""
        finding.scroll_into_view_if_needed()
        finding.get_by_role("button", name=name, exact=True).click()

    def accept(self, match: str, rule: str = "", choose: str = "") -> None:
        """Accepts the first proposal, or the one that reads so."""
        finding = self.finding(match, rule)
        finding.scroll_into_view_if_needed()
        if choose:
            finding.get_by_role("radio", name=choose).check()
        self.press(finding, "Accept")

    def edit(self, match: str, text: str, rule: str = "") -> None:
        """Writes it better."""
        finding = self.finding(match, rule)
        self.press(finding, "Better so")
        finding.locator("textarea").fill(text)
        self.press(finding, "Save wording")

    def reject(self, match: str, reason: str, rule: str = "") -> None:
        """Rejects it with a reason."""
        finding = self.finding(match, rule)
        self.press(finding, "Reject")
        finding.locator("input[name=reason]").fill(reason)
        finding.locator("form button[type=submit]").click()

    def comment(self, match: str, text: str, rule: str = "") -> None:
        """Says something about a decision."""
        finding = self.finding(match, rule)
        self.press(finding, "Comment")
        finding.locator("textarea").fill(text)
        self.press(finding, "Save comment")

    def name(self, name: str) -> None:
        """Says who reviews."""
        self.toolbar.get_by_label("Your name").fill(name)
        self.toolbar.get_by_label("Your name").blur()

    def export(self, folder: Path) -> Path:
        """Downloads the decisions into a folder."""
        with self.page.expect_download() as waiting:
            self.toolbar.get_by_role("button", name="Export decisions").click()
        assert waiting.value.suggested_filename == "decisions.json"
        self._downloads += 1
        path = folder / (f"decisions-{self._downloads}.json" if self._downloads > 1 else "decisions.json")
        waiting.value.save_as(path)
        return path

    def take(self, file: Path) -> None:
        """Imports a file of decisions."""
        with self.page.expect_file_chooser() as waiting:
            self.toolbar.get_by_role("button", name="Import decisions…").click()
        waiting.value.set_files(file)

    def told(self, text: str | re.Pattern[str]) -> None:
        """Waits until the page says this to everybody."""
        expect(self.toolbar.locator(".notice")).to_contain_text(text)

    def announced(self, text: str) -> None:
        """Waits until the page says this to a screen reader."""
        expect(self.toolbar.get_by_role("status").last).to_contain_text(text)

    def decided(self, number: int) -> None:
        """Waits until the progress says so."""
        expect(self.toolbar.locator(".progress-text")).to_have_text(re.compile(rf"^{number:,} of [\d,]+ decided$"))
