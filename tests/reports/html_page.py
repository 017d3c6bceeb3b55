"""Reads an HTML report the way a browser's parser does, for tests."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from clinlint.api import LintResult, Rule, Source
from clinlint.reports import Look
from clinlint.run.pipeline import lint
from clinlint.run.settings import Settings
from reports.sample import report_of


@dataclass
class Page:
    """A report and what is in it."""

    text: str
    soup: BeautifulSoup = field(init=False)

    def __post_init__(self) -> None:
        self.soup = BeautifulSoup(self.text, "html.parser")

    def all(self, selector: str) -> list[Tag]:
        return list(self.soup.select(selector))

    def one(self, selector: str) -> Tag:
        (found,) = self.all(selector)
        return found

    @property
    def data(self) -> Any:
        return json.loads(self.one("#clinlint-data").string or "")

    @property
    def policy(self) -> dict[str, list[str]]:
        content = str(self.one('meta[http-equiv="Content-Security-Policy"]')["content"])
        return {name: values for name, *values in (part.split() for part in content.split("; "))}

    @property
    def articles(self) -> list[str]:
        """The articles' own words, without what the report says in them."""
        found = BeautifulSoup("".join(map(str, self.all(".article"))), "html.parser")
        for ours in found.select(".places, .left-out"):
            ours.decompose()
        return [article.get_text() for article in found.select(".article")]


def result_in(text: str, media_type: str, *rules: Rule, name: str = "page.html") -> LintResult:
    return lint(Source.from_text(text, name=name, media_type=media_type), Settings(rules))


def page_of(*results: LintResult, rules: tuple[Rule, ...] = ()) -> Page:
    return Page(report_of("html", *results, look=Look(rules={rule.meta.code: rule for rule in rules})))


def hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def squeezed(text: str) -> str:
    """``text`` without white space: where lines break is the layout's affair."""
    return re.sub(r"\s+", "", text)


def assert_harmless(page: Page) -> None:
    """Nothing in the page runs, loads or looks different but what the report brings itself."""
    assert page.policy["default-src"] == ["'none'"]
    scripts = page.all("script")
    assert len(scripts) == 2
    assert [hashed(script.string or "") for script in scripts if not script.get("type")] == page.policy["script-src"]
    assert [hashed(style.string or "") for style in page.all("style")] == page.policy["style-src"]
    loading = {"img", "iframe", "object", "embed", "link", "base", "audio", "video", "source", "image", "use"}
    for element in page.all("*"):
        assert element.name not in loading
        for name, value in element.attrs.items():
            assert not name.startswith("on"), name
            assert name not in ("style", "src", "srcdoc", "action", "formaction", "xlink:href")
            if name == "href" and not str(value).startswith("#"):
                # A link of the article: it opens only where somebody clicks it, in a window of its own.
                assert urlsplit(str(value)).scheme in ("http", "https", "mailto")
                assert (element["target"], element["rel"]) == ("_blank", ["noreferrer", "noopener"])
