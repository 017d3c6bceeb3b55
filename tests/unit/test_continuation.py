"""Articles on several pages: a note says where they go on, and other next pages are left alone."""

from __future__ import annotations

import pytest

from clinlint import Linter
from clinlint.documents.article.continuation import next_page

SITE = "https://clinic.example"


@pytest.mark.parametrize(
    ("own", "following", "expected"),
    [
        ("/hernia/", "/hernia/2/", "/hernia/2/"),
        ("/hernia/2/", "/hernia/3/", "/hernia/3/"),
        ("/hernia", "?page=2", "/hernia?page=2"),
        ("/hernia?page=2", "?page=3", "/hernia?page=3"),
        ("/hernia.html", "hernia_2.html", "/hernia_2.html"),
        ("/hernia.html", "hernia-page-2.html#start", "/hernia-page-2.html"),
        ("/diet/covid-19", "/diet/covid-19/2", "/diet/covid-19/2"),
    ],
)
def test_further_pages_of_the_article(own: str, following: str, expected: str) -> None:
    assert next_page(following, SITE + own) == SITE + expected
    assert next_page(following, "saved.html", SITE + own) == SITE + expected


@pytest.mark.parametrize(
    ("own", "following"),
    [
        ("/hernia/", "/gallstones/"),
        ("/hernia/", "/hernia-surgery/"),
        ("/blog/", "/blog/page/2/"),
        ("/", "/?page=2"),
        ("/?p=1", "/?p=2"),
        ("/hernia/", "/hernia/3/"),
        ("/hernia/2/", "/hernia/"),
        ("/hernia/", "/hernia/2026/"),
        ("/stage-2", "/stage-3"),
        ("/hernia", "https://other.example/hernia/2"),
        ("/hernia", "https://me:secret@clinic.example/hernia/2"),
        ("/hernia", "javascript:void(0)"),
        ("/hernia", "http://[::1/2"),
        ("/hernia", ""),
    ],
)
def test_next_articles_and_lists_are_not_meant(own: str, following: str) -> None:
    assert next_page(following, SITE + own) is None


@pytest.mark.parametrize("name", ["page.html", "-", "https://clinic.example/hernia"])
def test_a_page_that_goes_on_is_told(name: str) -> None:
    page = (
        '<!doctype html><html lang=en><link rel=canonical href="https://clinic.example/hernia">'
        '<link rel="next" href="https://clinic.example/hernia?page=2"><main><h1>Hernia</h1>'
        "<p>A hernia is a gap in a muscle that lets tissue through.</p></main></html>"
    )
    result = Linter(languagetool="off").check_text(page, media_type="text/html", name=name)
    assert [note.why for note in result.not_checked] == [
        "the article goes on at https://clinic.example/hernia?page=2: lint that page as well"
    ]
    alone = page.replace("canonical", "nothing")
    notes = Linter(languagetool="off").check_text(alone, media_type="text/html", name="saved.html").not_checked
    assert notes == ()
