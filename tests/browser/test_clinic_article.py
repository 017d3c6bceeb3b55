"""A translator's work: two pages of a clinic, from one command to the corrected file, in the browser alone."""

from __future__ import annotations

import json
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import Page, expect

from browser.reviewing import KNEE, ROOT, SHORT, Reviewer, written
from browser.serving import review_of
from end_to_end.terminal import clinlint

REVIEWED = KNEE.with_name("knee-arthroscopy.reviewed.html")
DECISIONS = tomllib.loads(KNEE.with_name("decisions.toml").read_text(encoding="utf-8"))["decision"]


@pytest.fixture
def knee(tmp_path: Path) -> Path:
    return Path(shutil.copy(KNEE, tmp_path))


def decide(reviewer: Reviewer, entry: dict[str, Any]) -> None:
    """One decision of ``fixtures/review/decisions.toml``."""
    match, rule = entry["match"], entry.get("rule", "")
    if "text" in entry:
        reviewer.edit(match, entry["text"], rule)
    elif "reason" in entry:
        reviewer.reject(match, entry["reason"], rule)
    else:
        reviewer.accept(match, rule, choose=entry["choose"])
    if "comment" in entry:
        reviewer.comment(match, entry["comment"], rule)


def test_thirty_findings_are_decided_and_the_corrected_article_is_saved(page: Page, knee: Path) -> None:
    with review_of(knee) as served:
        reviewer = Reviewer(page, served.address)
        reviewer.name("Ayşe")
        for entry in DECISIONS:
            decide(reviewer, entry)
        reviewer.decided(len(DECISIONS))
        # A break: what is decided is in the file beside the article.
        page.reload()
        reviewer.decided(len(DECISIONS))
        for _ in range(page.locator(".finding").count()):
            page.keyboard.press("j")
            if page.locator(".finding.current").get_attribute("data-state") in (None, "open"):
                page.keyboard.press("a")
        reviewer.decided(page.locator(".finding").count())
        assert page.locator(".finding").count() >= 30
        reviewer.toolbar.get_by_role("button", name="Save corrected article").click()
        reviewer.told("knee-arthroscopy.reviewed.html: 30 changes made.")
        reviewer.toolbar.get_by_role("button", name="Finish").click()
        reviewer.told("The review is finished")
        assert "knee-arthroscopy.reviewed.html has 30 changes." in served.ended()
    assert knee.read_bytes() == KNEE.read_bytes()
    assert knee.with_name(REVIEWED.name).read_bytes() == REVIEWED.read_bytes()
    decisions = knee.with_name("knee-arthroscopy.decisions.json")
    schema = json.loads((ROOT / "docs" / "decisions.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(json.loads(decisions.read_bytes()))
    # Whoever prefers the terminal gets the same.
    done = clinlint("apply", knee.name, decisions.name, folder=knee.parent)
    assert done.returncode == 0, done.stderr
    assert knee.read_bytes() == REVIEWED.read_bytes()


def test_a_review_is_taken_up_again(page: Page, tmp_path: Path) -> None:
    article = written(tmp_path)
    with review_of(article) as served:
        reviewer = Reviewer(page, served.address)
        reviewer.accept("narcosis")
        reviewer.toolbar.get_by_role("button", name="Save corrected article").click()
        reviewer.told("1 change made")
    with review_of(article) as served:
        reviewer = Reviewer(page, served.address)
        reviewer.decided(1)
        expect(reviewer.finding("narcosis")).to_contain_text("Accepted: “anaesthesia”")
        reviewer.press(reviewer.finding("narcosis"), "Undo")
        reviewer.accept("the the")
        reviewer.toolbar.get_by_role("button", name="Save corrected article").click()
        reviewer.told("1 change made")
    corrected = tmp_path / "bleeding.reviewed.html"
    assert corrected.read_text(encoding="utf-8") == SHORT.replace("the the", "the")


def test_nothing_that_somebody_else_wrote_is_lost(page: Page, tmp_path: Path) -> None:
    article = written(tmp_path)
    corrected = written(tmp_path, "Mine.", "bleeding.reviewed.html")
    with review_of(article) as served:
        reviewer = Reviewer(page, served.address)
        reviewer.accept("narcosis")
        save = reviewer.toolbar.get_by_role("button", name="Save corrected article")
        save.click()
        reviewer.told("this file is there already, with other words than this review wrote")
        assert corrected.read_text() == "Mine."
        corrected.unlink()
        article.write_text("Changed meanwhile.")
        save.click()
        reviewer.told("the article has changed since the review began")
        assert not corrected.exists()
        assert article.read_text() == "Changed meanwhile."


def test_the_article_itself_is_corrected_where_that_is_asked_for(page: Page, tmp_path: Path) -> None:
    article = written(tmp_path)
    with review_of(article, "--in-place") as served:
        reviewer = Reviewer(page, served.address)
        reviewer.accept("narcosis")
        reviewer.toolbar.get_by_role("button", name="Save corrected article").click()
        reviewer.told("bleeding.html: 1 change made")
        reviewer.told("The review is finished")
        served.ended()
    assert article.read_text(encoding="utf-8") == SHORT.replace("narcosis", "anaesthesia")


def test_what_cannot_be_made_is_listed(page: Page, tmp_path: Path) -> None:
    article = written(tmp_path, SHORT.replace("house doctor", "house doctor doctor"))
    with review_of(article) as served:
        reviewer = Reviewer(page, served.address)
        reviewer.accept("house doctor")
        reviewer.accept("doctor doctor")
        reviewer.toolbar.get_by_role("button", name="Save corrected article").click()
        reviewer.told("Not made:")
        reviewer.told("another decision changes the same words")
