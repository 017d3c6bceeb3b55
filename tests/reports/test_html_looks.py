"""The HTML report: bold, italic, raised and lowered words, and links that say where they lead."""

from __future__ import annotations

import pytest

from reports.html_page import assert_harmless, page_of, result_in, squeezed
from reports.sample import word_rule

STRECH = word_rule("strech", "stretch")


def test_bold_italic_and_raised_words_look_so_inside_and_outside_of_marks() -> None:
    text = "<p>A <b>bad <i>strech</i></b> of H<sub>2</sub>O and 10<sup>9</sup> and <em>a strech</em> <b>now</b>.</p>"
    page = page_of(result_in(text, "text/html", STRECH), rules=(STRECH,))
    article = page.one(".article")
    assert [bold.get_text() for bold in article.select("b")] == ["bad ", "strech", "now"]
    assert page.one("#mark-1 > a > i > b").get_text() == "strech"
    assert [raised.get_text() for raised in article.select("sub, sup")] == ["2", "9"]
    assert page.one("#mark-2 i").get_text() == "strech"
    assert squeezed(page.articles[0]) == squeezed("A bad strech of H2O and 109 and a strech now.")


def test_markdown_has_its_looks_too() -> None:
    page = page_of(result_in("A **bold strech** and [a page](https://example.org/x).", "text/markdown", STRECH))
    assert [bold.get_text() for bold in page.all(".article b")] == ["bold ", "strech"]
    assert page.one(".article a.link")["href"] == "https://example.org/x"


@pytest.mark.parametrize(
    ("target", "href", "leads"),
    [
        ("https://www.example.org/a?b=1&amp;c=2", "https://www.example.org/a?b=1&c=2", "example.org"),
        ("HTTP://example.org", "HTTP://example.org", "example.org"),
        ("mailto:info@example.org", "mailto:info@example.org", "info@example.org"),
        ("/contact", None, "/contact"),
        ("#part", None, "#part"),
        ("tel:+4989123", None, "tel:+4989123"),
        ("javascript:alert(1)", None, "a script"),
        (" JavaScript:alert(1)//https://example.org", None, "a script"),
        ("java&#10;script:alert(1)", None, None),
        ("data:text/html,<script>alert(1)</script>", None, "a script"),
        ("https://[broken", None, "https://[broken"),
    ],
)
def test_a_link_shows_where_it_leads_and_only_safe_ones_lead_there(
    target: str, href: str | None, leads: str | None
) -> None:
    quoted = target.replace("<", "&lt;")
    page = page_of(result_in(f'<p>Read <a href="{quoted}">more words</a> here.</p>', "text/html"))
    link = page.one(".article .link")
    assert link.get_text() == "more words"
    assert link.get("href") == href
    assert link.name == ("a" if href else "span")
    if leads is not None:
        assert link["data-leads"] == leads
    if href:
        assert (link["target"], set(link["rel"])) == ("_blank", {"noreferrer", "noopener"})
    assert_harmless(page)


def test_where_a_link_leads_is_not_said_twice() -> None:
    page = page_of(result_in("Write to <info@example.org> or see <https://example.org/a>.", "text/markdown"))
    assert [link["data-leads"] for link in page.all(".article .link")] == ["", ""]


def test_a_marked_link_leads_to_its_finding_and_still_shows_that_it_is_one() -> None:
    text = '<p>Do <a href="https://example.org/s">the strech daily</a>.</p>'
    page = page_of(result_in(text, "text/html", STRECH), rules=(STRECH,))
    assert [(part.name, part.get_text()) for part in page.all(".article .link")] == [
        ("a", "the "),
        ("span", "strech"),
        ("a", " daily"),
    ]
    assert page.one("#mark-1 > a")["href"] == "#finding-1"
    assert [part.get("data-leads") for part in page.all(".article .link")] == [None, None, "example.org"]
