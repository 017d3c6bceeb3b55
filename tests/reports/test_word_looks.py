"""Bold and italic words and links of an article, in its Word file."""

from __future__ import annotations

import pytest

from reports.test_word_report import lint, word_file
from reports.word_file import W, WordFile, assert_in_order
from word.drafts import characters

BY_STYLE = (
    "<p>Rest <span style='font-weight: 700'>your</span> leg, <span style='font-style:italic'>drink</span> and "
    "<b style='font-weight:normal'><a href='https://x.example/a'>read <i>this</i></a></b>.</p>"
)


def looks(word: WordFile) -> dict[str, str]:
    """The words of the article by how they look; what is proposed counts."""
    found: dict[str, list[str]] = {}
    for one, look in characters(word.document, "accepted"):
        found.setdefault(look, []).append(one)
    return {look: "".join(text) for look, text in found.items()}


def links(word: WordFile) -> list[tuple[str, str]]:
    """The text of each link and where it leads."""
    relations = {r.get("Id"): r.get("Target", "") for r in word.xml("word/_rels/document.xml.rels")}
    key = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    return [("".join(link.itertext()), relations[link.get(key)]) for link in word.document.iter(f"{W}hyperlink")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "a.html",
            "<p>Rest <b>your</b> leg, <em>drink</em> and <a href='https://x.example/a'>read <i>this</i></a>.</p>",
        ),
        ("a.md", "Rest **your** leg, *drink* and [read *this*](https://x.example/a).\n"),
        ("a.html", BY_STYLE),
    ],
)
def test_words_look_as_in_the_article(name: str, text: str) -> None:
    word = word_file(lint(text, name))
    assert_in_order(word.document)
    found = looks(word)
    assert found["rPr b"].endswith("your")
    assert found["rPr i"] == "drink"
    assert found["rPr rStyle=Hyperlink"] == "read "
    assert found["rPr rStyle=Hyperlink i"] == "this"
    assert links(word) == [("read this", "https://x.example/a")]


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "other.html", ""])
def test_only_pages_and_letters_are_links(target: str) -> None:
    for name, text in (
        ("a.html", f"<p>Read <a href='{target}'>this</a>.</p>"),
        ("a.md", f"Read [this](<{target}>).\n"),
    ):
        assert links(word_file(lint(text, name))) == []
    assert links(word_file(lint("<p>Ask <a href='mailto:a@x.example'>us</a>.</p>"))) == [("us", "mailto:a@x.example")]


def test_an_anchor_without_a_target_is_no_link() -> None:
    page = "<link rel='canonical' href='https://x.example/knee'><p>Read <a name='part' href='{}'>this</a>.</p>"
    assert links(word_file(lint(page.format(" "), "a.html"))) == []
    assert links(word_file(lint(page.format("hip"), "a.html"))) == [("this", "https://x.example/hip")]


def test_raised_and_lowered_words_look_so() -> None:
    word = word_file(
        lint("<p>Drink CO<sub>2</sub> free water, 5 m<sup>2</sup> and <b>7 cm<sup>3</sup></b>.</p>", "a.html")
    )
    assert_in_order(word.document)
    found = looks(word)
    assert found["rPr vertAlign=subscript"] == "2"
    assert found["rPr vertAlign=superscript"] == "2"
    assert found["rPr b vertAlign=superscript"] == "3"


def test_a_change_in_bold_words_is_bold_and_one_across_keeps_to_its_first() -> None:
    found = looks(word_file(lint("<p>Rest your <b>thıck</b> leg. It is <i>done.</i>The end.</p>", "a.html")))
    assert found["rPr b"].endswith("thick")
    assert found["rPr i"] == "done."


def test_bold_around_several_paragraphs_is_bold_in_each() -> None:
    found = looks(word_file(lint("<b><p>One knee.</p><p>Two knees.</p></b><p>Plain <b>open.</p>", "a.html")))
    assert found["rPr b"].endswith("One knee.Two knees.")
