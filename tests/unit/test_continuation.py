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


PROSE = "<p>A hernia is a gap in a muscle that lets tissue through, and most of them need an operation one day.</p>" * 3


def notes(content: str, name: str = "https://clinic.example/hernia") -> list[str]:
    page = f"<!doctype html><html lang=en><title>Hernia</title><main><h1>Hernia</h1>{PROSE}{content}</main></html>"
    return [
        note.why for note in Linter(languagetool="off").check_text(page, media_type="text/html", name=name).not_checked
    ]


@pytest.mark.parametrize(
    "content",
    [
        '<a rel="next" href="/hernia/2">On</a>',
        '<p><a href="/hernia?page=2">Next page</a></p>',
        '<p><a href="?page=2">Sonraki sayfa</a></p>',
        '<div class="pagination"><span>1</span> <a href="?page=2">2</a> <a href="?page=3">3</a></div>',
        '<div class=pager><p>Page 1 of 3</p><p><a href="/hernia/2">2</a></p></div>',
    ],
)
def test_links_to_the_next_page_are_told(content: str) -> None:
    (note,) = notes(content)
    assert note.startswith("the article goes on at https://clinic.example/hernia")


@pytest.mark.parametrize(
    ("line", "at", "total"),
    [
        ("Page 1 of 3", 1, 3),
        ("Seite 2 von 4", 2, 4),
        ("Sayfa 1 / 2", 1, 2),
        ("Página 1 de 5", 1, 5),
        ("Страница 1 из 2", 1, 2),
        ("第1页 / 共3页", 1, 3),
    ],
)
def test_a_page_that_counts_itself_is_told(line: str, at: int, total: int) -> None:
    assert notes(f"<p>{line}</p>", "saved.html") == [f"this is page {at} of {total}: lint the other pages as well"]


@pytest.mark.parametrize(
    "content",
    [
        "<p>Page 1 of 1</p>",
        "<p>Take one on day 1 of 3.</p>",
        '<p><a href="/gallstones?page=2">2</a></p>',
        '<p>See <a href="?page=2">the second page of our guide</a> for more about it.</p>',
        "<p>Register to vote.</p>",
    ],
)
def test_other_numbers_and_links_are_no_pages(content: str) -> None:
    assert notes(content) == []


@pytest.mark.parametrize(
    "content",
    [
        "<div><b>Subscribe to continue reading</b></div>",
        "<p>This article is for subscribers only.</p>",
        "<p>Devamını okumak için giriş yapın</p>",
    ],
)
def test_an_article_that_only_subscribers_see_is_told(content: str) -> None:
    told = "the page shows only a part of the article to readers who have not subscribed or logged in"
    assert notes(content)[0] == told
