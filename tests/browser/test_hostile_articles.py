"""Articles and decisions of people who mean harm, and more findings than anybody reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.reviewing import Reviewer, report_of, written

EVIL = "<img src=x onerror='window.harmed=1'><script>window.harmed=1</script>\"'`{{7*7}}&lt;"
ARTICLE = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{EVIL}</title>
<meta name="description" content="&quot;&gt;&lt;script&gt;window.harmed=1&lt;/script&gt;"></head>
<body onload="window.harmed=1"><main><article>
<h1 onclick="window.harmed=1">Bleeding &lt;script&gt;window.harmed=1&lt;/script&gt; the the end</h1>
<p>Read <a href="javascript:window.harmed=1">strong bleeding</a> and <a href="https://clinic.invalid/">the the rest</a>.
<svg onload="window.harmed=1"></svg><iframe srcdoc="<script>parent.harmed=1</script>"></iframe></p>
<p>See your house doctor &lt;/script&gt;&lt;script&gt;window.harmed=1&lt;/script&gt; first ,and rest.</p>
<p style="background:url(https://clinic.invalid/a.png)">&lt;!-- --!&gt; ]]&gt; the the \u202eevil\u202c word</p>
</article></main><script>window.harmed=1</script></body></html>
"""
MANY = 10_000


@pytest.fixture
def harm(page: Page) -> Page:
    """A page on which nobody may be harmed; dialogs count as harm."""
    page.add_init_script("window.harmed = 0")
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    return page


def test_a_hostile_article_does_nothing(harm: Page, tmp_path: Path) -> None:
    reviewer = Reviewer(harm, report_of(written(tmp_path, ARTICLE, "<img src=x onerror=harmed=1>.html")))
    for link in harm.locator(".article mark a").all():
        link.click()
    for finding in harm.locator(".finding").all():
        finding.focus()
        harm.keyboard.press("a")
        harm.keyboard.press("e")
        harm.keyboard.press("Escape")
        harm.keyboard.press("r")
        harm.keyboard.press("Enter")
    assert harm.locator(".finding").count() > 3
    assert harm.evaluate("window.harmed") == 0
    for address in harm.locator("a[href]").evaluate_all("all => all.map(one => one.getAttribute('href'))"):
        assert not address.lower().startswith("javascript:")
    assert json.loads(reviewer.export(tmp_path).read_bytes())["files"][0]["path"].startswith("<img")


def test_hostile_decisions_do_nothing(harm: Page, tmp_path: Path) -> None:
    reviewer = Reviewer(harm, report_of(written(tmp_path)))
    reviewer.name(EVIL)
    reviewer.accept("narcosis")
    record = json.loads(reviewer.export(tmp_path).read_bytes())
    (decision,) = record["files"][0]["decisions"]
    decision.update(decision="edit", text=EVIL, comment=EVIL, reviewer=EVIL)
    names = ["__proto__", "constructor", "toString"]
    record["files"][0]["decisions"] += [{**decision, "finding": name} for name in names]
    evil = tmp_path / f"{EVIL[:10].replace('/', '')}.json"
    evil.write_text(json.dumps(record), encoding="utf-8")
    reviewer.take(evil)
    dialog = harm.get_by_role("dialog")
    expect(dialog).to_contain_text("window.harmed=1")
    dialog.get_by_role("button", name="Take this one").click()
    dialog.get_by_role("button", name="Close").click()
    expect(reviewer.finding("narcosis")).to_contain_text("<script>")
    harm.reload()
    expect(reviewer.finding("narcosis")).to_contain_text("<script>")
    assert harm.evaluate("window.harmed") == 0
    assert harm.evaluate("({}).finding") is None


def many(number: int, title: int) -> str:
    """An article with so many findings."""
    lines = "".join(f"<p>Line {n} says that the the wound heals.</p>\n" for n in range(number))
    return f"<!doctype html><html lang=en><title>Wounds {title}</title><main><article><h1>Wounds {title}</h1>{lines}"


def accepting_all(page: Page, place: Path) -> Path:
    """A file of decisions that takes the first proposal of every finding."""
    record = json.loads(page.locator("#clinlint-data").text_content() or "")
    for file in record["files"]:
        file["decisions"] = [
            {"finding": found["id"], "decision": "accept", "edits": found["fixes"][0]["edits"]}
            for found in file.pop("findings")
        ]
    place.write_text(json.dumps({**record, "version": 1}), encoding="utf-8")
    return place


def test_ten_thousand_findings_do_not_freeze_the_page(page: Page, tmp_path: Path) -> None:
    # A rule reports at most 1,000 findings in one article.
    articles = [written(tmp_path, many(MANY // 10, number), f"wounds-{number}.html") for number in range(10)]
    report = report_of(*articles, options=("--isolated", "--languagetool", "off", "--select", "TY006"))
    reviewer = Reviewer(page, report)
    assert page.locator(".finding").count() == MANY
    # Controls are filled on sight only.
    assert page.locator(".decision:not(:empty)").count() < 200
    for key in "jajaja":
        page.keyboard.press(key)
    reviewer.decided(3)
    page.evaluate("document.querySelector('.filter-fold').open = true")
    page.get_by_label("Open").uncheck()
    expect(page.locator(".finding:not([hidden])")).to_have_count(3)
    # What shows nothing takes no room.
    expect(page.locator(".batch:visible")).to_have_count(1)
    page.get_by_label("Open").check()
    expect(page.locator(".finding:not([hidden])")).to_have_count(MANY)
    # A link to one of them opens the page there.
    other = page.context.new_page()
    other.set_default_timeout(60_000)
    other.goto(f"{report.as_uri()}#finding-7003")
    expect(other.locator("#finding-7003")).to_be_in_viewport()


def test_hundreds_of_decisions_are_taken_at_once_and_all_can_be_found(page: Page, tmp_path: Path) -> None:
    article = written(tmp_path, many(350, 1), "wounds.html")
    reviewer = Reviewer(page, report_of(article, options=("--isolated", "--languagetool", "off", "--select", "TY006")))
    reviewer.take(accepting_all(page, tmp_path / "all.json"))
    reviewer.told("350 decisions taken")
    reviewer.decided(350)
    expect(page.locator(".finding .said")).to_have_count(350)
    expect(page.locator(".article a[data-becomes]")).to_have_count(350)
    page.reload()
    expect(page.locator(".finding .said")).to_have_count(350)
