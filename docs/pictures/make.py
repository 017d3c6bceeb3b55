"""Makes the pictures of docs/ and README.md: ``make pictures``, where a chromium and LibreOffice are installed.

They show ``fixtures/review/knee-arthroscopy.html`` as a translator reviews it, driven by the helpers of the tests.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import docx
from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "tests"))

from browser.reviewing import FROM_GERMAN, KNEE, Reviewer, report_of  # noqa: E402 - found through the line above
from browser.serving import review_of  # noqa: E402
from browser.surfing import FLAGS, surfing  # noqa: E402
from clinlint.documents import read_documents  # noqa: E402
from clinlint.model.document import BlockKind, Role  # noqa: E402
from clinlint.sources.files import read_file  # noqa: E402
from end_to_end.terminal import clinlint_here  # noqa: E402
from office import Office  # noqa: E402
from programs import program  # noqa: E402

WINDOW = {"width": 1240, "height": 760}


def take(page: Page, name: str, height: int = WINDOW["height"]) -> None:
    """Pictures the upper part of the window."""
    page.wait_for_timeout(400)
    page.screenshot(path=HERE / f"{name}.png", clip={"x": 0, "y": 0, "width": WINDOW["width"], "height": height})


def look(page: Page, reviewer: Reviewer, match: str, rule: str = "") -> None:
    """Goes to a finding as a click on its words does."""
    reviewer.finding(match, rule).evaluate("finding => finding.focus()")
    page.keyboard.press("k")
    page.keyboard.press("j")


def review(browser: Browser, folder: Path) -> None:
    """One review from the first look to the corrected article."""
    article = Path(shutil.copy(KNEE, folder))
    with review_of(article) as served, surfing(browser, folder, viewport=WINDOW) as page:
        reviewer = Reviewer(page, served.address)
        take(page, "open", 560)
        reviewer.name("Ayşe")
        look(page, reviewer, "actual")
        take(page, "finding")
        page.keyboard.press("a")
        look(page, reviewer, "house doctor")
        take(page, "choice", 620)
        page.keyboard.press("a")
        look(page, reviewer, "complaints")
        page.keyboard.press("r")
        take(page, "reject")
        page.keyboard.press("Enter")
        look(page, reviewer, "write you sick")
        page.keyboard.press("e")
        page.keyboard.type("sign you off sick")
        take(page, "edit")
        page.keyboard.press("Enter")
        for match in ("means", "consequent", "narcosis", "syringe", "labor", "By-effects"):
            look(page, reviewer, match)
            page.keyboard.press("a")
        page.get_by_text("Filter the findings").click()
        take(page, "filter", 420)
        page.get_by_text("Filter the findings").click()
        look(page, reviewer, "means")
        take(page, "decided", 700)
        reviewer.toolbar.get_by_role("button", name="Save corrected article").click()
        reviewer.told("changes made")
        take(page, "saved", 420)


def second_reviewer(browser: Browser, folder: Path) -> None:
    """Two reviewers who disagree."""
    report = report_of(Path(shutil.copy(KNEE, folder)))
    with surfing(browser, folder, viewport=WINDOW) as page:
        ayse = Reviewer(page, report)
        ayse.name("Ayşe")
        ayse.accept("house doctor")
        ayse.accept("narcosis")
        ayse.reject("complaints", "It is our house style")
        decisions = ayse.export(folder)
    with surfing(browser, folder, viewport=WINDOW) as page:
        max_ = Reviewer(page, report)
        max_.name("Max")
        max_.edit("house doctor", "GP or family doctor")
        max_.accept("complaints", choose="symptoms")
        max_.take(decisions)
        page.get_by_role("dialog").wait_for()
        take(page, "conflicts")


def on_a_phone(browser: Browser, folder: Path) -> None:
    """The same page in a hand, in the dark."""
    report = report_of(Path(shutil.copy(KNEE, folder)))
    options = {"viewport": {"width": 390, "height": 760}, "is_mobile": True, "has_touch": True, "color_scheme": "dark"}
    with surfing(browser, folder, **options) as page:
        reviewer = Reviewer(page, report)
        reviewer.accept("narcosis")
        page.wait_for_timeout(400)
        page.screenshot(path=HERE / "phone.png")


def in_a_word_processor(folder: Path) -> None:
    """A Word draft of the same article with its suggestions in it, as LibreOffice shows it."""
    draft = docx.Document()
    (document,) = read_documents(read_file(str(KNEE)))
    for block in document.blocks:
        if block.role is not Role.BODY or block.kind in (BlockKind.TITLE, BlockKind.META, BlockKind.ALT):
            continue
        if block.kind is BlockKind.HEADING:
            draft.add_heading(block.text, block.level)
        else:
            draft.add_paragraph(block.text, style="List Bullet" if block.list else None)
    draft.save(str(folder / "draft.docx"))
    command = ("check", "draft.docx", "--output", "docx=suggestions.docx", "--fail-on", "never", *FROM_GERMAN)
    done = clinlint_here(*command, folder=folder)
    if done.returncode:
        sys.exit(done.stderr)
    office = Office(program("soffice", package="libreoffice-writer"), folder / "profile")
    pdf = office.convert(folder / "suggestions.docx", "pdf", folder)
    part = ("-r", "100", "-x", "60", "-y", "120", "-W", "730", "-H", "335", "-singlefile")
    subprocess.run([program("pdftoppm", package="poppler-utils"), "-png", *part, pdf, HERE / "word"], check=True)


def main() -> None:
    """Makes all of them anew."""
    with tempfile.TemporaryDirectory() as folder:
        in_a_word_processor(Path(folder))
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("no chromium is installed; 'make programs' installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        for work in (review, second_reviewer, on_a_phone):
            with tempfile.TemporaryDirectory() as folder:
                work(browser, Path(folder))
        browser.close()


if __name__ == "__main__":
    main()
