"""WordPress JSON: what is read, and at which characters of the file."""

from __future__ import annotations

import json

import pytest

from clinlint.documents.json_strings import JsonError, json_strings
from clinlint.documents.wordpress import read
from clinlint.errors import SourceError
from clinlint.model.document import BlockKind, Document
from clinlint.model.offsets import PieceKind
from clinlint.model.source import Source
from clinlint.model.span import Span

POST = {
    "id": 7,
    "lang": "en_GB",
    "link": "https://clinic.example/ear-pain/",
    "title": {"rendered": "Ear pain &#8211; what helps"},
    "content": {
        "rendered": '<h2 class="x">Causes</h2>\n<p>A “cold” 😀 &amp; more.</p>\n<ul><li>One</li><li>Two</li></ul>'
    },
    "excerpt": {"rendered": "<p>A cold and more.</p>", "protected": False},
    "meta": [None, True, -1.5e3, {}, []],
}

NO_END = "this string has no end, or a line break or escape that JSON does not know"


def source(text: str) -> Source:
    return Source.from_text(text, name="post.json", media_type="application/json")


def documents(value: object, **options: bool) -> tuple[Document, ...]:
    return read(source(json.dumps(value, **options)))


def place(document: Document, words: str) -> str:
    start = document.text.index(words)
    return document.offsets.source_range(Span(start, start + len(words))).of(document.source.text)


def message(text: str) -> str:
    with pytest.raises(SourceError) as caught:
        read(source(text))
    return str(caught.value)


@pytest.mark.parametrize("ensure_ascii", [True, False])
def test_post_becomes_one_document(ensure_ascii: bool) -> None:
    (document,) = documents(POST, ensure_ascii=ensure_ascii)
    assert [(block.kind, block.text) for block in document.blocks] == [
        (BlockKind.TITLE, "Ear pain – what helps"),
        (BlockKind.HEADING, "Causes"),
        (BlockKind.PARAGRAPH, "A “cold” 😀 & more."),
        (BlockKind.LIST_ITEM, "One"),
        (BlockKind.LIST_ITEM, "Two"),
        (BlockKind.META, "A cold and more."),
    ]
    assert document.language == "en"
    assert document.metadata == {
        "lang": "en_GB",
        "link": "https://clinic.example/ear-pain/",
        "title": "Ear pain – what helps",
    }
    assert not document.whole_page
    assert all(block.span.of(document.text) == block.text for block in document.blocks)
    assert [block.index for block in document.blocks] == list(range(6))


def test_places_are_in_the_json_file() -> None:
    (document,) = documents(POST)
    assert place(document, "pain – what") == "pain &#8211; what"
    assert place(document, "“cold”") == r"\u201ccold\u201d"
    assert place(document, "😀 & more") == r"\ud83d\ude00 &amp; more"
    pieces = [piece for piece in document.offsets.pieces if piece.kind is PieceKind.TEXT]
    assert all(piece.text.of(document.text) == piece.source.of(document.source.text) for piece in pieces)


def test_content_may_stand_before_the_title() -> None:
    (document,) = documents({"content": {"rendered": "<p>Body</p>"}, "title": {"rendered": "Head"}})
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH, BlockKind.TITLE]
    assert document.metadata["title"] == "Head"


def test_plain_strings_are_read_too() -> None:
    (document,) = documents({"title": "Head", "content": "<p>Body</p>"})
    assert [block.text for block in document.blocks] == ["Head", "Body"]


@pytest.mark.parametrize("wrap", [lambda posts: posts, lambda posts: {"total": 2, "posts": posts, "title": "Export"}])
def test_every_post_of_a_list_is_a_document(wrap: object) -> None:
    posts = [{"title": {"rendered": t}, "content": {"rendered": f"<p>{t}</p>"}} for t in ("One", "Two")]
    found = documents(wrap(posts))  # type: ignore[operator]
    assert [[block.text for block in document.blocks] for document in found] == [["One", "One"], ["Two", "Two"]]


def test_lists_of_two_fields_are_two_lists() -> None:
    items = "<ul><li>a</li><li>b</li></ul>"
    post = {"content": items, "excerpt": "x", "title": "y"}
    (document,) = documents(post)
    assert {block.list.list_id for block in document.blocks if block.list} == {0}


def test_empty_content_is_an_empty_article() -> None:
    (document,) = documents({"content": {"rendered": ""}})
    assert document.text == ""


def test_fixes_are_written_as_html_in_json() -> None:
    (document,) = documents(POST)
    assert document.escape("a & b – c") == r"a &amp; b \u2013 c"
    (document,) = documents(POST, ensure_ascii=False)
    assert document.escape("a < b – c\n") == r"a &lt; b – c\n"


@pytest.mark.parametrize("value", [{}, [], "text", 5, {"title": "a package", "version": "1"}, {"posts": []}, [[["x"]]]])
def test_json_without_an_article_is_refused(value: object) -> None:
    assert message(json.dumps(value)) == (
        "post.json: this JSON holds no article: clinlint reads WordPress posts with 'content.rendered', "
        "one, a list, or under 'posts'"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "post.json:1:1: this is not JSON: a value is missing"),
        ('{"a": 1,\n "b" 2}', "post.json:2:6: this is not JSON: a colon is missing"),
        ('{"a": 1 "b": 2}', "post.json:1:9: this is not JSON: a comma or closing bracket is missing"),
        ("{a: 1}", "post.json:1:2: this is not JSON: a key in double quotes is missing"),
        ("[1, nul]", "post.json:1:5: this is not JSON: this is no value"),
        ("[1, 2,]", "post.json:1:7: this is not JSON: this is no value"),
        ("[01]", "post.json:1:2: this is not JSON: this is no value"),
        ("[1", "post.json:1:3: this is not JSON: a comma or closing bracket is missing"),
        ("{} {}", "post.json:1:4: this is not JSON: text behind the end of the JSON value"),
        (
            '["open]',
            f"post.json:1:2: this is not JSON: {NO_END}",
        ),
        (
            r'["\x"]',
            f"post.json:1:2: this is not JSON: {NO_END}",
        ),
    ],
)
def test_broken_json_is_refused_with_line_and_column(text: str, expected: str) -> None:
    assert message(text) == expected


def test_half_a_surrogate_pair_becomes_a_replacement_character() -> None:
    (string,) = json_strings(r'"a\ud83db"', deepest=1)
    assert string.decoded()[0] == "a\ufffdb"


def test_deep_nesting_is_read_without_recursion() -> None:
    deep = 200_000
    assert list(json_strings("[" * deep + '"x"' + "]" * deep, deepest=4)) == []
    with pytest.raises(JsonError):
        list(json_strings("[" * deep, deepest=4))


def test_empty_heading_has_its_own_place() -> None:
    (document,) = documents({"content": {"rendered": "<p>One</p>\n<h2></h2>\n<p>Two</p>"}})
    (heading,) = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    at = document.offsets.source_range(heading.span).start
    assert document.source.text[:at].endswith("<h2>")
